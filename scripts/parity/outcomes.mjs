// What can come of a run, and why a failure on one side is one that we know of.

/** By name; `alarming` ones end the comparison with 1. */
export const outcomes = {
  identical: { column: "identical", alarming: false },
  sameDocuments: { column: "same documents", alarming: false },
  randomOnly: { column: "random only", alarming: false },
  different: { column: "different", alarming: true },
  bothFailed: { column: "failed on both", alarming: false },
  oursFailed: { column: "ours failed", alarming: true },
  theirsFailed: { column: "theirs failed", alarming: true },
  absent: { column: "theirs failed: absent dependency", alarming: false },
  network: { column: "theirs failed: refused network", alarming: false },
};

// helm/helm: pkg/action/action.go (CheckDependencies); its own template command ends the message with the names.
const ABSENT = /missing in charts\/ directory: ([^\n]*)/;
// What Go's net package, kustomize without git and helm without its repositories say.
const NETWORK = /proxyconnect|dial tcp|connection refused|no such host|no 'git' program on path|executable file not found/;

/** Names of the dependencies for want of which helm refuses a chart. */
export function absentNames(reason) {
  const [, names = ""] = ABSENT.exec(reason) ?? [];
  return [...new Set(names.split(",").map((name) => name.trim()).filter((name) => name !== ""))];
}

/** Theirs failed and ours did not. */
export function failedWithTheirs(reason, problems) {
  if (NETWORK.test(reason)) return outcomes.network;
  return ABSENT.test(reason) && problems.some(({ kind }) => kind === "missing-dependency") ? outcomes.absent : outcomes.theirsFailed;
}
