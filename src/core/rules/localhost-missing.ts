import type { InventoryEntry } from "../inventory.ts";
import { defineRule } from "../rule.ts";
import { listed } from "../seccomp/describe-calls.ts";
import { isHeld } from "../seccomp/profile-index.ts";
import { decidedAt, describeEntry } from "../wording.ts";

/** What is wrong with a name, so that it can be told whether it was so before; null when nothing is. */
function trouble(entry: InventoryEntry | null): "not-allowed" | "missing" | "ambiguous" | null {
  const localhost = entry?.seccomp?.localhost ?? null;
  if (localhost === null) return null;
  if (!localhost.isAllowed) return "not-allowed";
  const { kind } = localhost.lookup;
  return kind === "missing" || kind === "ambiguous" ? kind : null;
}

export const localhostMissing = defineRule({
  id: "localhost-missing",
  subject: "container",
  severity: "warning",
  summary: "A Localhost profile is none that the repository holds, or none that may be used",
  judge({ base, head, basis }) {
    const localhost = head?.seccomp?.localhost ?? null;
    const what = trouble(head);
    if (head === null || localhost === null || what === null || basis === "unread") return null;
    if (base?.posture.localhostProfile === localhost.name && trouble(base) === what) return null;
    const subject = `${describeEntry(head)} runs under Localhost (${localhost.name})${decidedAt(head.posture)}`;
    if (what === "not-allowed") {
      return {
        message: `${subject}, which \`allowedLocalhostProfiles\` of the configuration does not list`,
        remedy: "Use a profile that is on the list, or have the list extended.",
        severity: "error",
      };
    }
    if (what === "ambiguous") {
      const places = localhost.lookup.kind === "ambiguous" ? localhost.lookup.places : [];
      return {
        message: `${subject}, which may be ${listed(places.slice(0, 5)).replace(/ and (?=[^ ]*$)/, " or ")}: they differ, and the one that lets the most through counts`,
        remedy: "Name the one that the nodes have under `localhostProfiles` in the configuration.",
        severity: "note",
      };
    }
    const isOperators = localhost.name.startsWith("operator/");
    const before = base?.seccomp?.localhost ?? null;
    const wasThere = before !== null && before.name === localhost.name && isHeld(before.lookup);
    return {
      message: `${subject}, and the repository holds no such ${isOperators ? "SeccompProfile" : "profile"}${wasThere ? " any more" : ""}: on a node without the file the container does not start`,
      remedy: `${wasThere ? "Put back" : "Add"} the ${isOperators ? "object" : "file"}, or correct the name; where the file comes to the nodes from elsewhere, exempt the workload.`,
    };
  },
});
