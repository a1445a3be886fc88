// containerd's default profile is Go: its literals and the conditions around them are read, line by line. What is not understood throws.

/** Constants that the profile names. include/linux/socket.h, include/uapi/linux/sched.h. */
const CONSTANTS = {
  "unix.AF_ALG": 38,
  "unix.AF_ALG + 1": 39,
  "unix.AF_VSOCK": 40,
  "unix.CLONE_NEWNS | unix.CLONE_NEWUTS | unix.CLONE_NEWIPC | unix.CLONE_NEWUSER | unix.CLONE_NEWPID | unix.CLONE_NEWNET | unix.CLONE_NEWCGROUP": 0x7e020000,
};
const ACTIONS = { ActAllow: "SCMP_ACT_ALLOW", ActErrno: "SCMP_ACT_ERRNO" };
const OPERATORS = { OpEqualTo: "SCMP_CMP_EQ", OpNotEqual: "SCMP_CMP_NE", OpLessThan: "SCMP_CMP_LT", OpGreaterThan: "SCMP_CMP_GT", OpMaskedEqual: "SCMP_CMP_MASKED_EQ" };

function valueOf(text) {
  const value = CONSTANTS[text] ?? Number(text);
  if (!Number.isInteger(value)) throw new Error(`no number: ${text}`);
  return value;
}

function known(table, word) {
  if (!(word in table)) throw new Error(`unknown: ${word}`);
  return table[word];
}

/** Rules in force on amd64 and a current kernel. */
export function containerdRules(read, path) {
  const source = read(path);
  const body = source.slice(source.indexOf("func DefaultProfile")).replace(/\/\/.*/g, "");
  const rules = [];
  let where = "always"; // or `arch`, `capability`, `not admin`, `not admin, arch`
  let cases = [];
  let open = null;
  for (const line of body.split("\n").map((text) => text.trim())) {
    const value = /^(\w+):\s*(.*?),?$/.exec(line);
    if (line.startsWith("switch runtime.GOARCH")) [where, cases] = [where === "not admin" ? "not admin, arch" : "arch", []];
    else if (line.startsWith("for _, c := range")) [where, cases] = ["capability", []];
    else if (line === "if !admin {") [where, cases] = ["not admin", []];
    else if (/^(case .*|default):$/.test(line)) cases = line === "default:" ? ["default"] : [...line.matchAll(/"([^"]+)"/g)].map(([, word]) => word);
    else if (line.startsWith("s.Syscalls = append") && where === "not admin, arch" && rules.at(-1)?.names[0] === "clone") where = "not admin";
    if (/^Names:/.test(line)) {
      open = { names: [...line.matchAll(/"([^"]+)"/g)].map(([, name]) => name), action: null, args: [], ...conditions(where, cases) };
      rules.push(open);
    } else if (/^"\w+",$/.test(line) && open !== null && open.action === null) open.names.push(line.slice(1, -2));
    else if (value?.[1] === "Action") open.action = known(ACTIONS, value[2].replace("specs.", ""));
    else if (value?.[1] === "Index") open.args.push([Number(value[2]), null, 0, 0]);
    else if (value?.[1] === "Value") open.args.at(-1)[2] = valueOf(value[2]);
    else if (value?.[1] === "ValueTwo") open.args.at(-1)[3] = valueOf(value[2]);
    else if (value?.[1] === "Op") open.args.at(-1)[1] = known(OPERATORS, value[2].replace("specs.", ""));
  }
  if (rules.length < 25 || rules.some(({ action, names }) => action === null || names.length === 0)) throw new Error(`${path} is not written as it was`);
  return rules.filter(({ elsewhere }) => !elsewhere).map(({ elsewhere: _, ...rule }) => rule);
}

/** Whether a rule counts on amd64, and which capabilities it asks for. */
function conditions(where, cases) {
  const none = { includes: [], excludes: [], elsewhere: false };
  if (where === "always") return none;
  if (where === "arch") return { ...none, elsewhere: !cases.includes("amd64") };
  if (where === "capability") return { ...none, includes: cases.map((name) => name.replace(/^CAP_/, "")) };
  return { ...none, excludes: ["SYS_ADMIN"], elsewhere: where === "not admin, arch" && !cases.includes("default") };
}
