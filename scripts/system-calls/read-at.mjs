// A file of a clone at a tag.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

/** The text of `path` at `tag` of the clone of `repository` (OWNER/NAME) in `folder`. Throws when it is not there. */
export function readAt(folder, repository, tag, path) {
  const clone = join(folder, repository.replace("/", "+"));
  const place = existsSync(join(clone, "repo")) ? join(clone, "repo") : clone;
  return execFileSync("git", ["-C", place, "show", `${tag}:${path}`], { encoding: "utf8", maxBuffer: 1e8 });
}
