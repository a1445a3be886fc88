// The known word that someone who slipped probably meant.

/** The closest of the known words, when it is close enough to be meant; null otherwise. */
export function nearest(word: string, known: readonly string[]): string | null {
  const limit = Math.max(1, Math.floor(word.length / 3));
  const ranked = known.map((candidate) => ({ candidate, distance: editDistance(word.toLowerCase(), candidate.toLowerCase(), limit) }));
  const best = ranked.filter(({ distance }) => distance <= limit).sort((a, b) => a.distance - b.distance)[0];
  return best?.candidate ?? null;
}

/** Levenshtein's distance; more than `limit` as soon as it cannot be less, so that long words cost nothing. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let above = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(replaced, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    above = row;
  }
  return above[b.length] ?? limit + 1;
}

/** ` Did you mean …?` with a leading space, or nothing. */
export function suggestion(word: string, known: readonly string[]): string {
  const meant = nearest(word, known);
  return meant === null ? "" : ` Did you mean \`${meant}\`?`;
}

/** Words in quotes, with commas. */
export function listWords(words: readonly string[]): string {
  return words.map((word) => `\`${word}\``).join(", ");
}

/** A value as it is quoted in a message: on one line, and not without end. */
export function quote(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? String(value));
  const line = text.replace(/[\u0000-\u001f\u007f\u0085\u2028\u2029]+/g, " ");
  return `\`${line.length > 80 ? `${line.slice(0, 77)}...` : line}\``;
}
