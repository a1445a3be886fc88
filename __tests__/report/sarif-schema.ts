// SARIF's own JSON schema and Microsoft's validator with GitHub's rules, both of which come with one package of the tests.

import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";

/** The folder of the part that is for this machine; null where there is none. */
function folder(): string | null {
  const systems: Readonly<Record<string, string>> = { linux: "linux", darwin: "darwin", win32: "win32" };
  try {
    const home = createRequire(import.meta.url).resolve("@microsoft/sarif-multitool/package.json");
    return dirname(createRequire(home).resolve(`@microsoft/sarif-multitool-${systems[process.platform] ?? "none"}/package.json`));
  } catch {
    return null; // an optional package: npm leaves it out where it does not fit
  }
}

/** What the schema objects to; null where the schema is not installed. */
export function schemaErrors(sarif: string): readonly string[] | null {
  const file = join(folder() ?? "", "sarif-2.1.0.json");
  if (!existsSync(file)) return null;
  const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
  const validate = ajv.compile(JSON.parse(readFileSync(file, "utf8")));
  validate(JSON.parse(sarif));
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ""}`);
}

/** What the validator objects to by GitHub's rules; null where it does not run. Its exit code says nothing, so its words are read. */
export function validatorErrors(sarif: string): readonly string[] | null {
  const program = join(folder() ?? "", process.platform === "win32" ? "Sarif.Multitool.exe" : "Sarif.Multitool");
  const place = mkdtempSync(join(tmpdir(), "seccomp-gate-sarif-"));
  try {
    const file = join(place, "report.sarif");
    writeFileSync(file, sarif);
    const { stdout, error } = spawnSync(program, ["validate", file, "--rule-kind", "Sarif;Ghas"], { encoding: "utf8" });
    if (error !== undefined || !stdout.includes("1 files scanned")) return null;
    return stdout.split("\n").filter((line) => /\b(?:error|warning)\b/.test(line)).map((line) => line.replace(file, "").trim());
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}
