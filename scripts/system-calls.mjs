// Writes src/core/data/runtime-profiles.ts: what the default seccomp profile of each container runtime lets through on x86-64.
// Usage: node scripts/system-calls.mjs FOLDER
// where FOLDER holds clones of the repositories below, bare or not, each called OWNER+NAME (or OWNER+NAME/repo).
// To follow a new release of a runtime, change its tag here, run this, and read the difference.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { readAt } from "./system-calls/read-at.mjs";
import { containerdRules } from "./system-calls/containerd.mjs";
import { criORules } from "./system-calls/cri-o.mjs";
import { jsonRules } from "./system-calls/json-rules.mjs";
import { compact } from "./system-calls/compact.mjs";

const NUMBERS = { repository: "golang/sys", tag: "v0.47.0", path: "unix/zsysnum_linux_amd64.go" };

const CONTAINERD = ["contrib/seccomp/seccomp_default.go", containerdRules];
/** The newest release of each line that is maintained, newest first. */
const RUNTIMES = [
  ["containerd-2.3", "containerd/containerd", "v2.3.4", ...CONTAINERD, { path: "pkg/oci/spec.go", prefix: "CAP_" }],
  ["containerd-2.2", "containerd/containerd", "v2.2.7", ...CONTAINERD, { path: "pkg/oci/spec.go", prefix: "CAP_" }],
  ["containerd-1.7", "containerd/containerd", "v1.7.34", ...CONTAINERD, { path: "oci/spec.go", prefix: "CAP_" }],
  ["cri-o", "cri-o/cri-o", "v1.36.3", "vendor/go.podman.io/common/pkg/seccomp/seccomp.json", criORules, { path: "internal/config/capabilities/capabilities_linux.go", prefix: "" }],
  ["docker", "moby/profiles", "seccomp/v0.2.3", "seccomp/default.json", jsonRules, null],
];

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error("usage: node scripts/system-calls.mjs FOLDER");

const numbered = [...readAt(folder, NUMBERS.repository, NUMBERS.tag, NUMBERS.path).matchAll(/^\tSYS_(\w+)\s+= \d+$/gm)].map(([, name]) => name.toLowerCase()).sort();
if (numbered.length < 350) throw new Error(`only ${numbered.length} system calls have a number`);

/** The names in a function's list of capabilities. */
function capabilities(repository, tag, from) {
  // moby's own defaults equal containerd's: moby/moby: daemon/pkg/oci/caps/defaults.go.
  const { path, prefix } = from ?? { path: "pkg/oci/spec.go", prefix: "CAP_" };
  const text = from === null ? readAt(folder, "containerd/containerd", "v2.3.4", path) : readAt(folder, repository, tag, path);
  const [body] = /func (?:defaultUnixCaps|Default)\(\)[^{]*\{[\s\S]*?\n\}/.exec(text) ?? [""];
  const names = [...body.matchAll(/"(?:CAP_)?([A-Z_]+)"/g)].map(([, name]) => name);
  if (names.length < 8 || (prefix !== "" && !body.includes(`"${prefix}`))) throw new Error(`${repository}: no default capabilities in ${path}`);
  return names.sort();
}

const profiles = RUNTIMES.map(([runtime, repository, tag, path, read, from]) => ({
  runtime,
  source: `${repository}: ${path}`,
  version: tag,
  capabilities: capabilities(repository, tag, from).join(" "),
  rules: compact(read((file) => readAt(folder, repository, tag, file), path), numbered),
}));

const text = `// What the default seccomp profile of each runtime lets through on x86-64. Made by scripts/system-calls.mjs, never edited.

import type { RuntimeProfile } from "../seccomp/runtime-profile.ts";

/** Every system call with a number on x86-64. ${NUMBERS.repository} ${NUMBERS.tag}: ${NUMBERS.path}. */
export const systemCallNames = ${JSON.stringify(numbered.join(" "))};

/** Newest first within each runtime; the first is what is assumed when nothing is said. */
export const runtimeProfiles = [
${profiles.map(({ rules, ...about }) => `  {\n${Object.entries(about).map(([key, value]) => `    ${key}: ${JSON.stringify(value)},\n`).join("")}    rules: [\n${rules.map((rule) => `      ${literal(rule)},\n`).join("")}    ],\n  },\n`).join("")}] as const satisfies readonly RuntimeProfile[];
`;

/** A rule as our own sources would write it. */
function literal(rule) {
  return `{ ${Object.entries(rule).map(([key, value]) => `${key}: ${JSON.stringify(value).replaceAll(",", ", ")}`).join(", ")} }`;
}

writeFileSync(join(import.meta.dirname ?? new URL(".", import.meta.url).pathname, "..", "src", "core", "data", "runtime-profiles.ts"), text);
