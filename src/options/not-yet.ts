// What the documentation names and this version cannot do: refused in so many words, never ignored.

/** Keys of the configuration, as a path with dots. */
export const keysOfLaterVersions: ReadonlySet<string> = new Set([
]);

export const rulesOfLaterVersions: ReadonlySet<string> = new Set([
]);

export const commandsOfLaterVersions: ReadonlySet<string> = new Set(["fix", "merge", "report"]);
export const optionsOfLaterVersions: ReadonlySet<string> = new Set(["shard"]);
export const formatsOfLaterVersions: ReadonlySet<string> = new Set();

/** The sentence for all of them. */
export function notAvailable(what: string): string {
  return `\`${what}\` is not available in this version`;
}
