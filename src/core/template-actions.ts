// Where the actions of a template are, `{{…}}`. Linear, whatever opens and does not close.

/** A text and the actions in it, by turns; a text first and last. `closeOf` finds the `}}` of an action whose inside begins at an offset; -1 without one. */
export function splitActions(template: string, closeOf: (template: string, from: number) => number = (text, from) => text.indexOf("}}", from)): string[] {
  const parts: string[] = [];
  let from = 0;
  for (let open = template.indexOf("{{"); open >= 0; open = template.indexOf("{{", from)) {
    const close = closeOf(template, open + 2);
    if (close < 0) break;
    parts.push(template.slice(from, open), template.slice(open, close + 2));
    from = close + 2;
  }
  return [...parts, template.slice(from)];
}
