// Where this project lives, for links in what it writes.

/** `https://HOST/OWNER/NAME`, without a slash at the end. */
export const PROJECT_URL = "https://github.com/seccomp-gate/seccomp-gate";

/** Address of a rule's page; `id` is one of ours. */
export function rulePageUrl(id: string): string {
  return `${PROJECT_URL}/blob/main/docs/rules/${encodeURIComponent(id)}.md`;
}
