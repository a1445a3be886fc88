// Which capabilities a container may get: its bounding set, by which default profiles open system calls.

import { fieldAt } from "../field.ts";

/** Every capability of Linux, without `CAP_`. include/uapi/linux/capability.h. */
export const allCapabilities: readonly string[] = (
  "AUDIT_CONTROL AUDIT_READ AUDIT_WRITE BLOCK_SUSPEND BPF CHECKPOINT_RESTORE CHOWN DAC_OVERRIDE DAC_READ_SEARCH FOWNER FSETID IPC_LOCK IPC_OWNER KILL LEASE " +
  "LINUX_IMMUTABLE MAC_ADMIN MAC_OVERRIDE MKNOD NET_ADMIN NET_BIND_SERVICE NET_BROADCAST NET_RAW PERFMON SETFCAP SETGID SETPCAP SETUID SYSLOG SYS_ADMIN SYS_BOOT " +
  "SYS_CHROOT SYS_MODULE SYS_NICE SYS_PACCT SYS_PTRACE SYS_RAWIO SYS_RESOURCE SYS_TIME SYS_TTY_CONFIG WAKE_ALARM"
).split(" ");

/** Names as runtimes compare them. A `CAP_` in front is not the API's way to write them, and some runtimes take it all the same. */
function named(value: unknown): readonly string[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((one: unknown) => (typeof one === "string" ? [one.toUpperCase().replace(/^CAP_/, "")] : []));
}

/** What a container adds, without `CAP_`, sorted; `ALL` as it stands. */
export function addedCapabilities(securityContext: unknown): readonly string[] {
  return [...new Set(named(fieldAt(securityContext, ["capabilities", "add"])))].sort();
}

/**
 * The capabilities that a container may get, sorted. `ALL` counts first on both lists, then what is added, then what is dropped.
 * containerd/containerd: internal/cri/opts/spec_opts.go (WithCapabilities).
 */
export function boundingSet(securityContext: unknown, defaults: readonly string[]): readonly string[] {
  const added = addedCapabilities(securityContext);
  const dropped = named(fieldAt(securityContext, ["capabilities", "drop"]));
  const start = dropped.includes("ALL") ? [] : added.includes("ALL") ? allCapabilities : defaults;
  const held = new Set([...start, ...added]);
  for (const name of ["ALL", ...dropped]) held.delete(name);
  return [...held].sort();
}
