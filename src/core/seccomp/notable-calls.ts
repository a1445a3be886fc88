// System calls whose opening deserves words in a report: what they give an attacker, and an attack that went through them.

interface Notable {
  readonly names: readonly string[];
  /** What they are good for, and where they were used. */
  readonly words: string;
}

/** The most telling first. Each attack is one that the default profiles stop, by its public record at cve.org. */
const notable: readonly Notable[] = [
  { names: ["unshare", "clone3", "clone", "setns"], words: "new namespaces with privileges of their own, as in CVE-2022-0185" },
  { names: ["mount", "fsopen", "fsconfig", "fsmount", "mount_setattr", "move_mount", "open_tree", "fspick", "pivot_root", "umount2"], words: "file systems of the node" },
  { names: ["bpf"], words: "programs in the kernel, as in CVE-2021-3490" },
  { names: ["io_uring_setup", "io_uring_enter", "io_uring_register"], words: "a second way to most system calls, as in CVE-2022-29582" },
  { names: ["init_module", "finit_module", "delete_module"], words: "kernel modules" },
  { names: ["kexec_load", "kexec_file_load"], words: "another kernel" },
  { names: ["open_by_handle_at"], words: "files outside the container by their handle, as in CVE-2014-3519" },
  { names: ["userfaultfd"], words: "pauses in the kernel that make races winnable, as in CVE-2021-22555's exploits" },
  { names: ["keyctl", "add_key", "request_key"], words: "the kernel's keyrings, as in CVE-2016-0728" },
  { names: ["ptrace", "process_vm_readv", "process_vm_writev", "pidfd_getfd"], words: "the memory of other processes" },
  { names: ["perf_event_open"], words: "the kernel's counters, as in CVE-2013-2094" },
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
