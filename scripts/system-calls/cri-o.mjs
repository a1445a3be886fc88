// CRI-O's default profile: that of containers/container-libs, which it changes when it starts.
// cri-o/cri-o: internal/config/seccomp/seccomp.go (DefaultProfile).
import { jsonRules } from "./json-rules.mjs";

const MADE = ["clone", "clone3", "unshare"];
// CLONE_NEWNS, NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID and NEWNET: include/uapi/linux/sched.h.
const FLAGS = [0x00020000, 0x02000000, 0x04000000, 0x08000000, 0x10000000, 0x20000000, 0x40000000];

/** Rules of the vendored JSON at `path`, changed as CRI-O changes them. */
export function criORules(read, path) {
  const source = read("internal/config/seccomp/seccomp.go");
  const changes = source.slice(source.indexOf("func DefaultProfile"), source.indexOf("func validateSyscallIndex"));
  for (const name of MADE) if (!changes.includes(`{"${name}", 1, `)) throw new Error(`CRI-O does not take out ${name} any more: read ${path} again`);
  const all = FLAGS.reduce((sum, flag) => sum + flag, 0);
  const admin = { includes: [], excludes: ["SYS_ADMIN"] };
  const taken = jsonRules(read, path).map((rule, i) => (i === 1 ? { ...rule, names: rule.names.filter((name) => !MADE.includes(name)) } : rule));
  return [
    ...taken,
    { names: MADE, action: "SCMP_ACT_ALLOW", args: [], includes: ["SYS_ADMIN"], excludes: [] },
    { names: ["clone"], action: "SCMP_ACT_ALLOW", args: [[0, "SCMP_CMP_MASKED_EQ", all, 0]], includes: [], excludes: [] },
    { names: ["clone"], action: "SCMP_ACT_ERRNO", args: FLAGS.map((flag) => [0, "SCMP_CMP_MASKED_EQ", flag, flag]), ...admin },
    { names: ["clone3"], action: "SCMP_ACT_ERRNO", args: [], ...admin },
  ];
}
