import { defineRule } from "../rule.ts";
import { describeEntry } from "../wording.ts";

export const lostFromView = defineRule({
  id: "lost-from-view",
  subject: "target",
  severity: "error",
  summary: "What was rendered on the base can no longer be rendered or found, while something of it stayed",
  judge({ id, remains, unaccounted }) {
    if (unaccounted.length === 0) return null;
    const names = unaccounted.slice(0, 5).map(describeEntry).join(", ");
    const more = unaccounted.length > 5 ? ` and ${unaccounted.length - 5} more` : "";
    return {
      message: `\`${id}\` was rendered on the base and cannot be seen any more, though ${remains}; nobody looks at ${names}${more}`,
      remedy: "Remove what is left of it if it is not deployed any more; otherwise bring back what makes it renderable, or name its new place under `targets:` in the configuration.",
    };
  },
});
