// `npm run parity`: what it says of tools that agree, differ, refuse and roll dice. The tools are made up here, to do as they are told.

import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const scratch = realpathSync(mkdtempSync(join(tmpdir(), "parity-script-")));
const checkout = join(scratch, "checkout");
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

function write(path: string, text: string, mode = 0o644): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text, { mode });
}

const object = (name: string, data: string): string => `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\ndata:\n  it: ${data}\n`;
const printed = (name: string, data: string): string => `---\n# Source: ${name}/templates/it.yaml\n${object(name, data)}`;

/** A chart with one object, of which the made up helm says what it is told to. */
function chart(name: string, template: string, metadata = ""): void {
  write(join(checkout, name, "Chart.yaml"), `apiVersion: v2\nname: ${name}\nversion: 1.0.0\n${metadata}`);
  write(join(checkout, name, "templates", "it.yaml"), template);
}

/** What the tool in a folder says of a chart or kustomization: text, or the complaint of a refusal. `NOW` changes from call to call. */
type Told = Readonly<Record<string, { readonly text: string } | { readonly complaint: string }>>;

function tool(name: string, program: string, told: Told): void {
  const script = `#!${process.execPath}
const told = ${JSON.stringify(told)};
const path = process.argv.slice(2).map((word) => word.replace(/^.*\\//, "")).find((word) => word in told);
const { text, complaint } = told[path] ?? { complaint: "nobody told me of " + process.argv.slice(2).join(" ") };
if (complaint === undefined) process.stdout.write(text.replaceAll("NOW", String(process.hrtime.bigint())));
else { process.stderr.write(complaint); process.exitCode = 1; }
`;
  write(join(scratch, "tools", name, program), script, 0o755);
}

const absent = "Error: found in Chart.yaml, but missing in charts/ directory: other";
const told: Told = {
  same: { text: printed("same", "1") },
  order: { text: `---\n# Source: order/templates/it.yaml\n${object("order", "1").replace("kind: ConfigMap\n", 'kind: "ConfigMap"\n')}` },
  dice: { text: printed("dice", "tNOW") },
  other: { text: printed("other", "2") },
  refused: { complaint: "Error: never" },
  net: { complaint: "Error: proxyconnect tcp: dial tcp: connection refused" },
  strict: { complaint: "Error: too old" },
  broken: { text: printed("broken", "1") },
  needy: { complaint: absent },
};

beforeAll(() => {
  for (const name of ["same", "order", "other", "net", "strict"]) chart(name, object(name, "1"));
  chart("dice", object("dice", "{{ randAlpha 5 }}"));
  for (const name of ["refused", "broken"]) chart(name, '{{ fail "never" }}');
  chart("needy", object("needy", "1"), "dependencies:\n  - { name: other, version: '^9', repository: 'https://charts.example', condition: other.enabled }\n");
  write(join(checkout, "needy", "values.yaml"), "other: { enabled: false }\n");
  write(join(checkout, "same", "ci", "more-values.yaml"), "a: 1\n");
  write(join(checkout, "over", "kustomization.yaml"), "resources: [cm.yaml]\n");
  write(join(checkout, "over", "cm.yaml"), object("cm", "1"));
  tool("helm4", "helm", told);
  tool("helm3", "helm", told);
  tool("kustomize", "kustomize", { over: { text: object("cm", "1").replace("data:\n  it: 1\n", "").replace("kind: ConfigMap\n", "data:\n  it: 1\nkind: ConfigMap\n") } });
});

function parity(...args: readonly string[]): { readonly status: number | null; readonly out: string; readonly complaints: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(process.cwd(), "scripts", "parity.mjs"), ...args], { encoding: "utf8", env: { ...process.env, SECCOMP_GATE_TOOLS: join(scratch, "tools") } });
  return { status, out: stdout, complaints: stderr };
}

/** Numbers of one line of the table, by the head of their column, without zeros. */
function row(out: string, against: string): Readonly<Record<string, number>> {
  const cells = (line: string): string[] => line.split("|").slice(1, -1).map((cell) => cell.trim());
  const [head = "", , ...lines] = out.split("\n").filter((line) => line.startsWith("|"));
  const found = lines.map(cells).find(([, tool]) => tool === against) ?? [];
  return Object.fromEntries(cells(head).flatMap((name, index) => (index > 1 && found[index] !== "0" ? [[name, Number(found[index])]] : [])));
}

const posix = process.platform === "win32" ? describe.skip : describe; // the made up tools are scripts

posix("npm run parity", () => {
  it("counts every outcome, and ends with 1 when one of them is not explained", () => {
    const { status, out } = parity(checkout);
    expect(row(out, "helm 4")).toEqual({
      ...{ runs: 19, rendered: 15, identical: 3, "same documents": 2, "random only": 2, different: 2 },
      ...{ "failed on both": 2, "ours failed": 2, "theirs failed": 2, "theirs failed: absent dependency": 2, "theirs failed: refused network": 2 },
      "with empty charts for what is off": 2,
    });
    expect(row(out, "kustomize")).toEqual({ runs: 1, rendered: 1, identical: 1 });
    expect(out).toContain("different (checkout, helm 4, helm 3): helm:other, helm:other --include-crds\n    ours: line 8:   it: 1\n");
    expect(status).toBe(1);
  });

  it("ends with 0 when everything is explained, and says on standard error how far it is", () => {
    const { status, out, complaints } = parity("--only", "helm:same", "--only", "helm:net", "--only", "helm:dice", checkout);
    expect([status, row(out, "helm 3")]).toEqual([0, { runs: 7, rendered: 7, identical: 3, "random only": 2, "theirs failed: refused network": 2 }]);
    expect(complaints).toContain("of 7: helm:same@ci/more");
  });

  it.each([
    [[], "no PATH is named"],
    [["/nowhere/at/all"], '"/nowhere/at/all" is not a folder'],
    [["--first", "none", "."], "--first none: a number from 1 is needed"],
    [["--nonsense"], "Unknown option '--nonsense'"],
  ])("ends with 2 for %j", (args, complaint) => {
    const { status, out, complaints } = parity(...args);
    expect([status, out]).toEqual([2, ""]);
    expect(complaints).toContain(complaint);
  });
});
