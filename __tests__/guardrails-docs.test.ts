// The page on what configures nodes has a row for every kind of file that is understood. `UPDATE=1` rewrites it.

import { expect, it } from "@jest/globals";
import { kindlessGroup, kubeletRows, type KubeletRow } from "../src/core/guardrails/kubelet-settings.ts";
import { madePart } from "./support/documents.ts";

const kindless: Readonly<Record<string, string>> = {
  TalosConfig: "Talos: a machine configuration",
  TalosPatch: "Talos: a patch to one",
  TalosJSONPatch: "Talos: a patch to one as a list of operations (JSON patch)",
  TalhelperConfig: "talhelper's `talconfig.yaml`",
  K3sConfig: "k3s: `config.yaml` and files below `config.yaml.d`",
  RKE2Config: "RKE2: the same, in a path that names it",
  KubesprayVariables: "Kubespray: files of variables",
  RKEConfig: "RKE: `cluster.yml`",
  CloudConfig: "cloud-init: files that it writes",
  BottlerocketSettings: "Bottlerocket: user data in TOML",
};

const nameOf = ({ kind, groups: [group] }: KubeletRow): string => (group === kindlessGroup ? (kindless[kind] ?? "") : `\`${kind}\`${group === "" ? "" : ` of \`${group}\``}`);

const fieldsOf = ({ holders }: KubeletRow): readonly string[] =>
  [...new Set(holders.flatMap(({ path, fields }) => fields.map((field) => `\`${[...path, ...field.path].join(".").replaceAll(".*", "[]")}\``)))];

it("docs/node-settings.md lists what is understood", () => {
  const rows = kubeletRows.map((row) => `| ${nameOf(row)} | ${fieldsOf(row).join(", ")} |`);
  expect(rows.filter((row) => row.startsWith("|  |"))).toEqual([]);
  const made = ["| in | at |", "| --- | --- |", ...rows].join("\n");
  expect(madePart("docs/node-settings.md", "families", made)).toBe(made);
});
