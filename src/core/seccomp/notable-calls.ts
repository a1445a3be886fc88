// System calls whose opening deserves words in a report: what they give an attacker, and an attack that went through them.

interface Notable {
  readonly names: readonly string[];
  /** What they are good for, and where they were used. */
  readonly words: string;
}

/** The most telling first. Each attack went through these calls, by its public record at cve.org, and the default profiles stop it. */
const notable: readonly Notable[] = [
  { names: ["unshare", "clone3", "clone", "setns"], words: "user namespaces, CVE-2022-0185" },
  { names: ["mount", "fsopen", "fsconfig", "fsmount", "mount_setattr", "move_mount", "open_tree", "fspick", "pivot_root", "umount2"], words: "the node's file systems" },
  { names: ["bpf"], words: "eBPF, CVE-2021-3490" },
  { names: ["io_uring_setup", "io_uring_enter", "io_uring_register"], words: "CVE-2022-29582" },
  { names: ["init_module", "finit_module", "delete_module"], words: "kernel modules" },
  { names: ["kexec_load", "kexec_file_load"], words: "another kernel" },
  { names: ["open_by_handle_at"], words: "files outside of the container" },
  { names: ["userfaultfd"], words: "winnable races in the kernel" },
  { names: ["keyctl", "add_key", "request_key"], words: "kernel keyrings, CVE-2016-0728" },
  { names: ["ptrace", "process_vm_readv", "process_vm_writev", "pidfd_getfd"], words: "other processes' memory" },
  { names: ["perf_event_open"], words: "CVE-2013-2094" },
  { names: ["reboot"], words: "the node's power" },
  { names: ["iopl", "ioperm"], words: "the node's devices" },
];

/** The notable ones among the given names: of each kind the first, with what it gives. */
export function notableAmong(names: readonly string[]): readonly { readonly name: string; readonly words: string }[] {
  const given = new Set(names);
  return notable.flatMap(({ names: kin, words }) => {
    const name = kin.find((one) => given.has(one));
    return name === undefined ? [] : [{ name, words }];
  });
}
