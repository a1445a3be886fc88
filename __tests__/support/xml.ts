// XML, read strictly: the part of it that reports are made of. Whatever else there is throws.

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  /** All text below it. */
  readonly text: string;
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function decode(text: string): string {
  // https://www.w3.org/TR/xml/#charsets
  if (/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(text)) throw new Error(`forbidden character in ${JSON.stringify(text)}`);
  if (/[<>"']/.test(text)) throw new Error(`unescaped character in ${JSON.stringify(text)}`);
  return text.replace(/&([^;]*);?/g, (all, name: string) => {
    const character = entities[name];
    if (character === undefined || !all.endsWith(";")) throw new Error(`unknown entity ${JSON.stringify(all)}`);
    return character;
  });
}

function attributesOf(text: string): Readonly<Record<string, string>> {
  const found = [...text.matchAll(/\s+([a-z]+)="([^"]*)"/g)];
  if (found.map(([all]) => all).join("") !== text) throw new Error(`not attributes: ${JSON.stringify(text)}`);
  const entries = found.map(([, name = "", value = ""]) => [name, decode(value)] as const);
  if (new Set(entries.map(([name]) => name)).size < entries.length) throw new Error(`an attribute twice: ${JSON.stringify(text)}`);
  return Object.fromEntries(entries);
}

interface OpenElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** The root element of a document. Throws for what is not well-formed. */
export function readXml(text: string): Element {
  const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
  if (!text.startsWith(declaration)) throw new Error("no declaration");
  const top: OpenElement = { name: "", attributes: {}, children: [], text: "" };
  const open: OpenElement[] = [top];
  for (const [, data = "", tag] of text.slice(declaration.length).matchAll(/([^<]*)(?:<([^>]*)>|$)/g)) {
    const parent = open.at(-1) ?? top;
    parent.text += decode(data);
    if (tag === undefined) continue;
    if (tag.startsWith("/")) {
      const closed = open.pop();
      if (closed?.name !== tag.slice(1)) throw new Error(`</${tag.slice(1)}> closes <${closed?.name ?? ""}>`);
      const above = open.at(-1) ?? top;
      above.text += closed.text;
      continue;
    }
    const [, name, attributes = "", slash] = /^([a-z-]+)((?:\s+[a-z]+="[^"]*")*)(\/?)$/.exec(tag) ?? [];
    if (name === undefined) throw new Error(`no tag: ${JSON.stringify(tag)}`);
    const element: OpenElement = { name, attributes: attributesOf(attributes), children: [], text: "" };
    parent.children.push(element);
    if (slash === "") open.push(element);
  }
  const [root, second] = top.children;
  if (open.length !== 1 || root === undefined || second !== undefined || top.text.trim() !== root.text.trim()) throw new Error("not one element");
  return root;
}
