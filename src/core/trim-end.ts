/** A text without the characters of a set that it ends with. Linear, which a regular expression such as `/\/+$/` is not: it begins again at each of them. */
export function trimEndOf(text: string, characters: string): string {
  let end = text.length;
  while (end > 0 && characters.includes(text[end - 1] ?? "")) end--;
  return text.slice(0, end);
}
