// The other side: the real helm and kustomize, with nothing of this machine's configuration, without git and without a network.

import { spawn } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { devNull } from "node:os";
import { join } from "node:path";

const BLACK_HOLE = "http://127.0.0.1:9"; // the port at which everything used to be thrown away: RFC 863
const MINUTES = 5;

/** The real tools in `folder`. Throws when one of them is not there. */
export function openTools(folder, scratch, kubernetes) {
  const program = (name) => {
    const path = join(folder, name, name === "kustomize" ? "kustomize" : "helm");
    if (!existsSync(path)) throw new Error(`${path} is not there: run scripts/real-tools.mjs`);
    return path;
  };
  const programs = { helm4: program("helm4"), helm3: program("helm3"), kustomize: program("kustomize") };
  const environment = bareEnvironment(join(scratch, "home"));
  const call = (name, args, cwd) => run(programs[name], args, cwd, environment);
  return {
    names: (engine) => (engine === "helm" ? ["helm4", "helm3"] : ["kustomize"]),
    /** Renders a run as the tool of that name does; `chart` is where its chart lies, if not where it should. */
    render: (name, run, cwd, chart = `./${run.path}`) => call(name, run.engine === "helm" ? helmArguments(run, chart, kubernetes) : kustomizeArguments(run, programs.helm4), cwd),
    /** Packs a chart folder into a folder, as `helm dependency build` does. */
    pack: (chart, into) => call("helm4", ["package", chart, "--destination", into], into),
  };
}

// A Helm 3 from sources believes in Kubernetes 1.20, so both are told what ours believes in.
const helmArguments = ({ valuesFiles, includeCRDs }, chart, kubernetes) => [
  ...["template", "release-name", chart, "--namespace", "default", "--kube-version", kubernetes],
  ...valuesFiles.flatMap((path) => ["--values", path]),
  ...(includeCRDs ? ["--include-crds"] : []),
];

const kustomizeArguments = ({ path }, helm) => ["build", path, "--load-restrictor", "LoadRestrictionsNone", "--enable-helm", "--helm-command", helm];

function bareEnvironment(home) {
  mkdirSync(join(home, "nothing"), { recursive: true });
  const proxies = ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"].flatMap((name) => [name, name.toLowerCase()]);
  return {
    ...Object.fromEntries(proxies.map((name) => [name, BLACK_HOLE])),
    ...{ PATH: join(home, "nothing"), HOME: home, HELM_NO_PLUGINS: "1", KUBECONFIG: devNull, GIT_ALLOW_PROTOCOL: "none" },
    ...{ HELM_CACHE_HOME: join(home, "cache"), HELM_CONFIG_HOME: join(home, "config"), HELM_DATA_HOME: join(home, "data") },
  };
}

/** What a program printed; `text` is null when it refused, and `reason` says what it complained of. */
function run(program, args, cwd, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"], timeout: MINUTES * 60_000 });
    const [out, complaints] = [[], []];
    child.stdout.on("data", (chunk) => out.push(chunk));
    child.stderr.on("data", (chunk) => complaints.push(chunk));
    child.on("error", reject);
    child.on("close", (code, signal) => {
      const reason = Buffer.concat(complaints).toString("utf8").trim();
      resolve(code === 0 ? { text: Buffer.concat(out).toString("utf8"), reason } : { text: null, reason: signal === null ? reason : `ended by ${signal}: ${reason}` });
    });
  });
}
