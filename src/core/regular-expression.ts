// The regular expressions that selectors of kustomizations have, which are Go's, and so RE2's. kubernetes-sigs/kustomize:
// api/types/selector.go (anchorRegex).

import { RE2JS, RE2JSException } from "re2js";

const MAX_LENGTH = 1_000; // longer ones could keep RE2 busy, too

/** Whether a whole text matches; null for what is no expression, or one that nobody would write. */
export function readExpression(expression: string): ((text: string) => boolean) | null {
  if (expression.length > MAX_LENGTH) return null;
  try {
    const compiled = RE2JS.compile(expression);
    return (text) => compiled.testExact(text);
  } catch (error) {
    if (error instanceof RE2JSException) return null;
    throw error;
  }
}
