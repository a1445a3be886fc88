// Installs the real helm and kustomize that rendering is compared with, from their own sources, into the folder that
// SECCOMP_GATE_TOOLS names. The versions are those of the libraries inside the renderer, and the newest Helm 3.

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

// Helm's releases are told their version by the linker; without it they would call themselves by the minor version alone.
// helm/helm: Makefile (LDFLAGS).
const tools = {
  helm4: { source: "helm.sh/helm/v4/cmd/helm@v4.3.1", ldflags: "-X helm.sh/helm/v4/internal/version.version=v4.3.1" },
  helm3: { source: "helm.sh/helm/v3/cmd/helm@v3.22.0", ldflags: "-X helm.sh/helm/v3/internal/version.version=v3.22.0" },
  kustomize: { source: "sigs.k8s.io/kustomize/kustomize/v5@v5.8.2", ldflags: "" },
};

const folder = process.env.SECCOMP_GATE_TOOLS;
if (!folder) {
  console.error("SECCOMP_GATE_TOOLS is not set: name the folder to install helm and kustomize into.");
  process.exit(2);
}
for (const [name, { source, ldflags }] of Object.entries(tools)) {
  const bin = join(folder, name);
  const stamp = join(bin, "installed-from");
  const installed = `${source} ${ldflags}`;
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === installed) continue;
  console.log(`installing ${source}`);
  mkdirSync(bin, { recursive: true });
  const { status, error } = spawnSync("go", ["install", `-ldflags=${ldflags}`, source], { stdio: "inherit", env: { ...process.env, GOBIN: bin, GOFLAGS: "" } });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
  writeFileSync(stamp, installed);
}
