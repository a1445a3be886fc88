// Repositories to measure on, each with two commits: `base` and `head`, the second of which is a pull request.

import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { devNull } from "node:os";
import { dirname, join } from "node:path";
import { chartFiles } from "./chart.mjs";

const people = ["AUTHOR", "COMMITTER"].flatMap((role) => [[`GIT_${role}_NAME`, "bench"], [`GIT_${role}_EMAIL`, "bench@example.org"], [`GIT_${role}_DATE`, "2026-01-01T00:00:00Z"]]);
/** Nothing of the user's own git configuration, so that every machine measures the same. */
export const gitEnvironment = { ...process.env, ...Object.fromEntries(people), GIT_CONFIG_GLOBAL: devNull, GIT_CONFIG_NOSYSTEM: "1" };

/** Standard output of a git command. Throws what it complains about. */
export function git(folder, ...args) {
  const { status, error, stdout, stderr } = spawnSync("git", args, { cwd: folder, env: gitEnvironment, encoding: "utf8", maxBuffer: 256 * 1024 * 1024 });
  if (error) throw error;
  if (status !== 0) throw new Error(`git ${args.join(" ")}: ${stderr.trim()}`);
  return stdout;
}

/** Writes files by their path below a folder. */
export function write(folder, files) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** Commits all that is there and calls it by a name. */
export function commit(folder, name) {
  git(folder, "add", "--all");
  git(folder, "commit", "--quiet", "--allow-empty", "--message", name);
  git(folder, "tag", "--force", name);
}

/** An empty repository. */
export function startRepository(folder) {
  mkdirSync(folder, { recursive: true });
  git(folder, "init", "--quiet", "--initial-branch=main", "--template=", ".");
  git(folder, "config", "gc.auto", "0");
}

const nameOf = (number) => `service-${String(number).padStart(3, "0")}`;
const below = (folder, files) => Object.fromEntries(Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text]));

/** `count` charts, of which the head changes the first `changed`: a newer image, and pods that run Unconfined. */
export function chartRepository(folder, count, changed) {
  startRepository(folder);
  for (let number = 0; number < count; number += 1) write(folder, below(`charts/${nameOf(number)}`, chartFiles(nameOf(number), number)));
  commit(folder, "base");
  for (let number = 0; number < changed; number += 1) {
    write(folder, below(`charts/${nameOf(number)}`, chartFiles(nameOf(number), number, { tag: "1.5.0", profile: "Unconfined" })));
  }
  commit(folder, "head");
  git(folder, "repack", "-a", "-d", "--quiet") // as a clone is;
  return { folder, charts: Array.from({ length: changed }, (_, number) => `charts/${nameOf(number)}`) };
}

function kustomization(name, image) {
  const labels = `  labels:\n    app: ${name}\n`;
  const container = `        - name: app\n          image: registry.example.org/${name}:${image}\n          ports:\n            - containerPort: 8080\n          resources:\n            requests:\n              cpu: 100m\n`;
  const overlay = (environment, replicas) => ({
    [`${environment}/kustomization.yaml`]: `apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nnamespace: ${environment}\nresources:\n  - ../base\npatches:\n  - path: replicas.yaml\nconfigMapGenerator:\n  - name: settings\n    behavior: merge\n    literals:\n      - ENVIRONMENT=${environment}\n`,
    [`${environment}/replicas.yaml`]: `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: ${name}\nspec:\n  replicas: ${replicas}\n`,
  });
  return {
    "base/kustomization.yaml": `apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources:\n  - deployment.yaml\n  - service.yaml\n  - rbac.yaml\nlabels:\n  - pairs:\n      app.kubernetes.io/name: ${name}\n    includeSelectors: true\nconfigMapGenerator:\n  - name: settings\n    literals:\n      - LOG_LEVEL=info\n`,
    "base/deployment.yaml": `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: ${name}\n${labels}spec:\n  selector:\n    matchLabels:\n      app: ${name}\n  template:\n    metadata:\n      labels:\n        app: ${name}\n    spec:\n      serviceAccountName: ${name}\n      securityContext:\n        seccompProfile:\n          type: RuntimeDefault\n      containers:\n${container}          envFrom:\n            - configMapRef:\n                name: settings\n`,
    "base/service.yaml": `apiVersion: v1\nkind: Service\nmetadata:\n  name: ${name}\n${labels}spec:\n  selector:\n    app: ${name}\n  ports:\n    - port: 80\n      targetPort: 8080\n`,
    "base/rbac.yaml": `apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: ${name}\n---\napiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata:\n  name: ${name}\nrules:\n  - apiGroups: [""]\n    resources: [configmaps]\n    verbs: [get]\n`,
    ...overlay("staging", 1),
    ...overlay("production", 4),
  };
}

/** `count` applications with a base and two overlays each, of which the head changes one base: both its overlays differ. */
export function overlayRepository(folder, count) {
  startRepository(folder);
  for (let number = 0; number < count; number += 1) write(folder, below(`apps/${nameOf(number)}`, kustomization(nameOf(number), "1.4.2")));
  commit(folder, "base");
  write(folder, below(`apps/${nameOf(0)}`, kustomization(nameOf(0), "1.5.0")));
  commit(folder, "head");
  git(folder, "repack", "-a", "-d", "--quiet") // as a clone is;
  return { folder, overlays: ["staging", "production"].map((environment) => `apps/${nameOf(0)}/${environment}`) };
}
