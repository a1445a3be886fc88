// Which references of a kustomization leave the repository: Kustomize's own rules, so that nothing local is called remote.
// kubernetes-sigs/kustomize: api/internal/git/repospec.go (NewRepoSpecFromURL), api/internal/loader/fileloader.go (IsRemoteFile).

const SCHEMES = ["ssh://", "https://", "http://", "file://"];

/** True for what Kustomize would fetch over HTTP where it expects a file. */
export function isRemoteFile(reference: string): boolean {
  // Go's url.Parse refuses control characters, so a multi-line text that begins like an address is not one.
  return /^https?:/i.test(reference) && !/[\u0000-\u001f\u007f]/.test(reference);
}

/** True for what Kustomize would clone with git where it expects a folder. A local folder of that name does not change its mind. */
export function isGitRepository(reference: string): boolean {
  if (reference.startsWith("/")) return false;
  const withoutQuery = reference.split("?", 1)[0] ?? "";
  const unforced = withoutQuery.replace(/^git::/i, "");
  const scheme = SCHEMES.find((known) => unforced.toLowerCase().startsWith(known)) ?? "";
  const afterScheme = unforced.slice(scheme.length);
  if (scheme === "file://") return hasRepositoryPath(afterScheme, 1);
  const user = /^[a-zA-Z][a-zA-Z0-9-]*@/.exec(afterScheme)?.[0] ?? "";
  const location = afterScheme.slice(user.length);
  const likeScp = scheme === "" && (user !== "" || /^github\.com[/:]/i.test(location));
  if (scheme === "" && !likeScp) return false;
  const separator = hostEnd(location, likeScp);
  return separator >= 0 && hasRepositoryPath(location.slice(separator + 1), 2);
}

/** Where the host ends: at the first slash, or at the colon of `user@host:path`. */
function hostEnd(location: string, likeScp: boolean): number {
  const slash = location.indexOf("/");
  const colon = location.indexOf(":");
  return likeScp && (slash < 0 || (colon > 0 && colon < slash)) ? colon : slash;
}

/** Kustomize splits at `_git/`, `//` or `.git`, else after the given number of segments. */
function hasRepositoryPath(path: string, segments: number): boolean {
  const [repository, folder] = splitRepository(path, segments);
  return repository !== "" && folder.split("/").reduce(depthAfter, 0) >= 0;
}

function splitRepository(path: string, segments: number): readonly [string, string] {
  const azure = path.indexOf("_git/");
  if (azure >= 0) return [path, path.slice(azure + "_git/".length).split("/").slice(1).join("/")];
  const double = path.indexOf("//");
  if (double >= 0) return [path.slice(0, double), path.slice(double + 2)];
  const suffix = path.indexOf(".git");
  if (suffix >= 0) return [path.slice(0, suffix + ".git".length), path.slice(suffix + ".git".length)];
  if (segments === 1) return [path, ""];
  const parts = path.split("/");
  return parts.length < segments ? ["", ""] : [parts.slice(0, segments).join("/"), parts.slice(segments).join("/")];
}

/** How deep a path is after one more part; below zero once it has left the repository, for good. */
function depthAfter(depth: number, part: string): number {
  if (depth < 0 || part === "" || part === ".") return depth;
  return part === ".." ? depth - 1 : depth + 1;
}
