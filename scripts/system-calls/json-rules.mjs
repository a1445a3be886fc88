// A default profile that is published as JSON, in the dialect of docker and podman, as rules for x86-64 and a current kernel.

const bare = (capability) => capability.replace(/^CAP_/, "");

/** Rules of a profile in docker's dialect, without those for other architectures. */
export function rulesOf({ defaultAction, syscalls }) {
  if (defaultAction !== "SCMP_ACT_ERRNO") throw new Error(`the default action is ${defaultAction}`);
  return syscalls.flatMap(({ names, name, action, args, includes, excludes }) => {
    if (includes?.arches?.length > 0 && !includes.arches.includes("amd64")) return [];
    if (excludes?.arches?.includes("amd64")) return [];
    return {
      names: names ?? [name],
      action,
      args: (args ?? []).map(({ index, op, value, valueTwo }) => [index, op, value, valueTwo ?? 0]),
      includes: (includes?.caps ?? []).map(bare),
      excludes: (excludes?.caps ?? []).map(bare),
    };
  });
}

/** Rules of the JSON file at `path`. */
export function jsonRules(read, path) {
  return rulesOf(JSON.parse(read(path)));
}
