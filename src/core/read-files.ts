// Plain manifest files of one tree, as text. What cannot be text is a problem that names the file.

import type { Trouble } from "./problem.ts";
import type { ManifestSource, Rendering } from "./rendering.ts";
import { resolvePath, type Tree } from "./tree.ts";
import { decodeUtf8 } from "./utf8.ts";

const LFS_POINTER = "version https://git-lfs.github.com/spec/v1"; // git-lfs/git-lfs: docs/spec.md
const MAX_FILE = 20_000_000; // bytes

function trouble(kind: Trouble["kind"], path: string, message: string, remedy: string): Trouble {
  return { kind, path, line: null, message, remedy, blocking: true };
}

/** Why the bytes of a file are no manifest text, or the text. */
function textOf(path: string, bytes: Uint8Array): { text: string } | { problem: Trouble } {
  const text = decodeUtf8(bytes);
  if (text === null) {
    const message = `\`${path}\` is not UTF-8 text`;
    return { problem: trouble("encoding", path, message, "Save it as UTF-8, or list it under `exclude:` in the configuration if it is never applied.") };
  }
  if (text.startsWith(LFS_POINTER)) {
    const message = `\`${path}\` is a Git LFS pointer; its content is not in the repository`;
    return { problem: trouble("lfs-pointer", path, message, "Store manifests in git itself, or list the file under `exclude:` in the configuration.") };
  }
  return { text };
}

/** Reads the given files of a tree, following links inside it. The answer is what an engine would give for them. */
export async function readFiles(tree: Tree, paths: readonly string[]): Promise<Rendering> {
  const problems: Trouble[] = [];
  const found: { path: string; id: string }[] = [];
  for (const path of paths) {
    const resolved = resolvePath(tree, path);
    if (resolved.kind === "outside") {
      const message = `\`${path}\` is a symbolic link that leaves the repository`;
      problems.push(trouble("link-outside", path, message, "Replace the link by the file it points to."));
    } else if (resolved.kind === "submodule") {
      problems.push(trouble("submodule", path, `\`${path}\` lies in a submodule, whose files are not in this repository`, "Check the submodule's own repository."));
    } else if (resolved.kind === "found" && resolved.entry.kind === "file") {
      if (resolved.entry.size <= MAX_FILE) found.push({ path, id: resolved.entry.id });
      else problems.push(trouble("limit", path, `\`${path}\` has ${resolved.entry.size} bytes, more than the ${MAX_FILE} that are read`, "Split it."));
    }
  }
  const blobs = await tree.read(found.map(({ id }) => id));
  const sources: ManifestSource[] = [];
  for (const { path, id } of found) {
    const bytes = blobs.get(id);
    if (bytes === undefined) {
      problems.push(trouble("missing-file", path, `the content of \`${path}\` is not in this clone`, "Fetch the repository without `--filter`."));
      continue;
    }
    const read = textOf(path, bytes);
    if ("text" in read) sources.push({ path, text: read.text, origin: "file" });
    else problems.push(read.problem);
  }
  return { sources, problems, opened: found.map(({ path }) => path), listed: [], missed: [] };
}
