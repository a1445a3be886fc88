// Which sets of parameters a generator's `selector` keeps.
// argoproj/argo-cd: applicationset/generators/generator_spec_processor.go (Transform), applicationset/utils/selector.go.

import { flatten } from "./git-parameters.ts";
import { at, list, mapping, text, texts, type Mapping } from "./loose-values.ts";

/** Whether a set of parameters is kept; null for a selector that Argo CD would refuse. Every generator without a selector keeps all. */
export function selects(selector: unknown, parameters: Mapping): boolean | null {
  const labels = flatten(parameters);
  const has = (key: string): boolean => Object.hasOwn(labels, key);
  let kept = Object.entries(mapping(at(selector, "matchLabels"))).every(([key, value]) => has(key) && labels[key] === text(value));
  for (const expression of list(at(selector, "matchExpressions"))) {
    const [key, values] = [text(at(expression, "key")), texts(at(expression, "values"))];
    const isAmong = has(key) && values.includes(labels[key] ?? "");
    switch (text(at(expression, "operator"))) {
      case "In":
        kept &&= isAmong;
        break;
      case "NotIn":
        kept &&= !isAmong;
        break;
      case "Exists":
        kept &&= has(key);
        break;
      case "DoesNotExist":
        kept &&= !has(key);
        break;
      default:
        return null;
    }
  }
  return kept;
}
