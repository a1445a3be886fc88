// Placeholder until the real one is written (owned by the GitOps engineer, who overwrites this file).
import type { Selection } from "../../core/selection.ts";
import type { Target } from "../../core/target.ts";
import type { Survey } from "../survey.ts";

export interface Declared {
  readonly targets: readonly Target[];
  readonly covers: { readonly kustomizations: ReadonlySet<string>; readonly files: ReadonlySet<string> };
}

export function declaredTargets(_survey: Survey, _selection: Selection, _isExcluded: (path: string) => boolean): Promise<Declared> {
  return Promise.resolve({ targets: [], covers: { kustomizations: new Set(), files: new Set() } });
}
