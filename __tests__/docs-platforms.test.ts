// docs/platforms.md and the tables that it is made from are the same lists.

import { describe, expect, it } from "@jest/globals";
import { platforms, type Platform } from "../src/core/platforms.ts";
import { securityContextConstraints, type SccProfiles } from "../src/core/security-context-constraints.ts";
import { headings, madePart, textOf } from "./support/documents.ts";

const page = "docs/platforms.md";

function comesTo({ confinesSince, confirmed }: Platform): string {
  if (confinesSince === "scc") return "the SCC decides";
  const known = confirmed ? "" : " (assumed)";
  if (confinesSince === null) return `Unconfined${known}`;
  return confinesSince === 0 ? `RuntimeDefault${known}` : `RuntimeDefault since Kubernetes 1.${confinesSince}, Unconfined before${known}`;
}

const code = (text: string): string => (text.startsWith("https://") ? `<${text}>` : `\`${text}\``);

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

const sccSays = {
  default: "RuntimeDefault, written into the pod; any other profile is refused",
  any: "Unconfined; every profile passes",
  none: "Unconfined; pods that set a profile are refused",
} as const satisfies Record<SccProfiles, string>;

describe(page, () => {
  it("has the table of platforms", () => {
    const rows = platforms.map((row) => [code(row.id), row.name, comesTo(row), row.remark, code(row.source)]);
    const made = table(["`cluster.platform`", "is", "a container that sets nothing runs", "remark", "source"], rows);
    expect(madePart(page, "platforms", made)).toBe(made);
  });

  it("has the table of security context constraints", () => {
    const made = table(["`cluster.scc`", "a container that sets nothing runs"], securityContextConstraints.map(({ name, profiles }) => [code(name), sccSays[profiles]]));
    expect(madePart(page, "scc", made)).toBe(made);
  });

  it("is divided by what decides", () => {
    expect(headings(textOf(page), 2)).toEqual(["What becomes of a container that sets nothing", "OpenShift", "Sandboxes", "Annotations", "What else depends on the version"]);
  });
});

describe("the table of platforms", () => {
  it("names each once, with a source", () => {
    expect(new Set(platforms.map(({ id }) => id)).size).toBe(platforms.length);
    for (const { id, name, source } of platforms) {
      expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(name).not.toBe("");
      expect(source).toMatch(/^https:\/\/|^[\w.-]+\/[\w.-]+(: |#)/);
    }
  });
});
