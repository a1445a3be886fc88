// What the documentation names and this version cannot do: refused in so many words, never ignored.

export const commandsOfLaterVersions: ReadonlySet<string> = new Set(["fix", "merge", "report"]);
export const optionsOfLaterVersions: ReadonlySet<string> = new Set(["shard"]);

/** The sentence for all of them. */
export function notAvailable(what: string): string {
  return `\`${what}\` is not available in this version`;
}
