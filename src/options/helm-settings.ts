// Values of the configuration in the words of Helm's command line. helm/helm: pkg/strvals/parser.go.

import type { HelmSettings } from "../core/target.ts";
import type { ConfiguredHelm } from "./configuration-schema.ts";

/** A value after `path=`: Helm ends it at a comma, takes a backslash for an escape and a leading brace for a list. */
export function escapeValue(value: string): string {
  return value.replace(/[\\,]/g, "\\$&").replace(/^\{/, "\\{");
}

type SetValue = NonNullable<ConfiguredHelm["set"]>[string];

/** What `--set` can say; null for what only JSON can: `--set` knows no fractions, and of lists only those of texts. */
function plainValue(value: SetValue): string | null {
  if (typeof value === "string") return escapeValue(value);
  if (value === null || typeof value === "boolean") return String(value);
  return typeof value === "number" && Number.isSafeInteger(value) ? String(value) : null;
}

/** What `helm template` would be told for a configured target. */
export function helmSettings(target: ConfiguredHelm, defaults: HelmSettings): HelmSettings {
  const set = Object.entries(target.set ?? {});
  return {
    ...defaults,
    release: target.release ?? defaults.release,
    namespace: target.namespace ?? defaults.namespace,
    valuesFiles: target.values ?? defaults.valuesFiles,
    set: set.flatMap(([path, value]) => {
      const plain = plainValue(value);
      return plain === null ? [] : [`${path}=${plain}`];
    }),
    setString: Object.entries(target.setString ?? {}).map(([path, value]) => `${path}=${escapeValue(String(value))}`),
    setJson: [
      ...set.flatMap(([path, value]) => (plainValue(value) === null ? [`${path}=${JSON.stringify(value)}`] : [])),
      ...Object.entries(target.setJson ?? {}).map(([path, value]) => `${path}=${typeof value === "string" ? value : JSON.stringify(value)}`),
    ],
    setFile: Object.entries(target.setFile ?? {}).map(([path, file]) => `${path}=${escapeValue(file)}`),
    skipTests: target.skipTests ?? defaults.skipTests,
  };
}
