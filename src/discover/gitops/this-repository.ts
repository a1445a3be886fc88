// Whether an address means the repository that we look at, and whether a revision means the tree that we look at.

import { trimEndOf } from "../../core/trim-end.ts";

/** An address without what may differ between two spellings of it: scheme, user, port of SSH, `.git`, case of the host. */
export function normalAddress(address: string): string {
  const trimmed = trimEndOf(trimEndOf(address.trim(), "/").replace(/\.git$/i, ""), "/");
  const scp = /^(?:[^@/:\s]+@)?([^/:\s]+):(?!\/\/)(.*)$/.exec(trimmed);
  const [, host, path] = /^[a-z][a-z0-9+.-]*:\/\/(?:[^@/]*@)?([^/]*)\/*(.*)$/i.exec(trimmed) ?? scp ?? [];
  if (host === undefined || path === undefined) return trimmed;
  // GitHub's way over port 443: docs.github.com/en/authentication/troubleshooting-ssh/using-ssh-over-the-https-port
  const plainHost = host.toLowerCase().replace(/:(?:22|80|443)$/, "").replace(/^ssh\.github\.com$/, "github.com");
  const plainPath = path.replace(/^\/+/, "");
  return `${plainHost}/${/^(?:github|gitlab)\.com$/.test(plainHost) ? plainPath.toLowerCase() : plainPath}`;
}

/** Whether an address is one of this repository; null when no address of it is known. */
export function isThisRepository(address: string, repositories: readonly string[]): boolean | null {
  if (repositories.length === 0) return null;
  const normal = normalAddress(address);
  return repositories.some((known) => normalAddress(known) === normal);
}

/**
 * True for a revision that names one commit whatever the branches do: a commit's id, a tag, or a range of versions.
 * A name that looks like neither is taken for a branch.
 */
export function isPinned(revision: string): boolean {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i.test(revision) || /^(?:refs\/)?tags\//.test(revision) || /^v?\d+(?:\.(?:\d+|[x*]))+(?:[-+][\w.+-]*)?$/.test(revision) || /^[~^<>=*]/.test(revision);
}

/** A branch without what may differ between two spellings of it. The usual names of a default branch are one, and so is naming none. */
export function normalBranch(revision: string): string {
  const name = revision.replace(/^(?:refs\/)?heads\//, "");
  return name === "" || name === "main" || name === "master" ? "HEAD" : name;
}
