// The regular expressions that selectors of kustomizations have, whole names being asked about. kubernetes-sigs/kustomize:
// api/types/selector.go (anchorRegex).

import { literal, optional, recogniser, type Language } from "./automaton.ts";
import { quoteValue } from "./show-value.ts";

const MAX_LENGTH = 1_000;
const MAX_NESTING = 20;

/** Whether a whole text matches; null for an expression that is not plain enough to be understood here. */
export function readExpression(expression: string): ((text: string) => boolean) | null {
  if (expression.length > MAX_LENGTH) return null;
  const reader = new ExpressionReader(expression);
  const language = reader.alternatives(0);
  return language === null || !reader.isDone() ? null : recogniser(language, `the regular expression ${quoteValue(expression)}`);
}

const NEWLINE = 0x0a;

/** Characters, `.`, groups, `|`, `*`, `+`, `?`, and the anchors where they change nothing. Each part is null where there is more to it. */
class ExpressionReader {
  private readonly expression: string;
  private at = 0;

  constructor(expression: string) {
    this.expression = expression;
  }

  isDone(): boolean {
    return this.at === this.expression.length;
  }

  alternatives(depth: number): Language | null {
    const options: Language[] = [];
    do {
      const option = this.sequence(depth);
      if (option === null) return null;
      options.push(option);
    } while (this.takes("|"));
    return { kind: "either", options };
  }

  private sequence(depth: number): Language | null {
    const parts: Language[] = [];
    if (depth === 0) this.takes("^");
    while (!this.isDone() && !"|)".includes(this.expression[this.at] ?? "")) {
      if (depth === 0 && /^\$(?:$|\|)/.test(this.expression.slice(this.at, this.at + 2))) {
        this.at++;
        continue;
      }
      const part = this.repeated(depth);
      if (part === null) return null;
      parts.push(part);
    }
    return { kind: "sequence", parts };
  }

  private repeated(depth: number): Language | null {
    const one = this.atom(depth);
    if (one === null) return null;
    const all: Language = { kind: "repeated", of: one };
    if (this.takes("*")) return all;
    if (this.takes("+")) return { kind: "sequence", parts: [one, all] };
    return this.takes("?") ? optional(one) : one;
  }

  private atom(depth: number): Language | null {
    const character = this.expression[this.at] ?? "";
    this.at++;
    if (/^[\w\-/]$/.test(character)) return literal(character);
    if (character === ".") return { kind: "character", accepts: (code) => code !== NEWLINE };
    if (character !== "(" || this.expression[this.at] === "?" || depth === MAX_NESTING) return null;
    const inner = this.alternatives(depth + 1);
    return inner !== null && this.takes(")") ? inner : null;
  }

  private takes(character: string): boolean {
    if (this.expression[this.at] !== character) return false;
    this.at++;
    return true;
  }
}
