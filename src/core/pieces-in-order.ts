// What stands around the parts of a text that nobody knows, found again in a text where they are known.

/** Whether the pieces stand in this order, the first at the beginning and the last at the end, with anything between them. Linear: both may be hostile. */
export function hasPiecesInOrder(text: string, pieces: readonly string[]): boolean {
  const [first = "", ...others] = pieces;
  const last = others.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first)) return false;
  let from = first.length;
  for (const piece of others) {
    const at = text.indexOf(piece, from);
    if (at < 0) return false;
    from = at + piece.length;
  }
  return text.length - last.length >= from && text.endsWith(last);
}
