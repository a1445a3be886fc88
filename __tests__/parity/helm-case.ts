// What a case of the Helm corpus is, and the charts that cases are made of.

import { gzipSync } from "node:zlib";
import type { HelmRequest } from "../../src/render/protocol.ts";
import type { HelmSettings } from "../../src/core/target.ts";
import { tarOf } from "../render/tar.ts";
import type { Stand } from "../support/tree.ts";

/** Files by path, relative to the root of the repository or of a chart. */
export type Texts = Readonly<Record<string, Stand>>;

/** One run of `helm template`, ours and the real ones. */
export interface HelmCase {
  readonly name: string;
  readonly files: Texts;
  /** Folder or archive of the chart; `chart` when absent. */
  readonly chart?: string;
  readonly settings?: Partial<HelmSettings>;
  /** Options that the gate never uses. */
  readonly more?: Partial<Pick<HelmRequest, "includeCRDs" | "skipHooks" | "isUpgrade" | "skipSchemaValidation">>;
  /** Charts that may stand in for absent ones; helm itself is given what `vendored` adds. */
  readonly charts?: readonly string[];
  /** Files that only the real helm has: ours does without them. */
  readonly vendored?: Texts;
  /** Kinds of the remarks that ours makes; none when absent. */
  readonly remarks?: readonly string[];
  /** How ours differs, and why that is left so; it does not when absent. */
  readonly differs?: string;
  /** Why Helm 3 does not render the objects that Helm 4 does, or renders what Helm 4 refuses; it does the same when absent. */
  readonly helm3?: string;
}

/** The files below a folder. */
export const below = (folder: string, files: Texts): Texts => Object.fromEntries(Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text]));

/** An object with one datum. */
export const object = (name: string, data: string, kind = "ConfigMap"): string => `apiVersion: v1\nkind: ${kind}\nmetadata:\n  name: ${name}\ndata:\n  it: ${data}\n`;

/** A chart `name` whose only template is a ConfigMap around an expression; `more` adds or replaces files. */
export const chartOf = (name: string, expression: string, more: Texts = {}, metadata = ""): Texts => ({
  "Chart.yaml": `apiVersion: v2\nname: ${name}\nversion: 1.2.3\nappVersion: "4.5"\n${metadata}`,
  "values.yaml": "",
  "templates/it.yaml": object(`{{ .Release.Name }}-${name}`, expression),
  ...more,
});

/** A case of the chart `app` in the folder `chart`. */
export const one = (name: string, expression: string, more: Texts = {}, settings: Partial<HelmSettings> = {}, metadata = ""): HelmCase => ({
  name,
  files: below("chart", chartOf("app", expression, more, metadata)),
  settings,
});

/** A chart `child` 1.2.3 that shows its values. */
export const child = chartOf("child", "{{ .Values.size }} {{ .Values.global.zone }} {{ .Chart.Name }}", { "values.yaml": "size: 1\nglobal: { zone: none }\nexports: { shared: { tone: blue } }\n" });

/** The metadata of a chart that depends on it; `more` are further lines of the dependency. */
export const dependency = (more = ""): string => `dependencies:\n  - name: child\n    version: ">=1.0.0"\n    repository: https://charts.example\n${more}`;

/** A chart as `helm package` packs it. */
export const packed = (name: string, files: Texts): Uint8Array => gzipSync(tarOf(Object.fromEntries(Object.entries(below(name, files)).map(([path, text]) => [path, String(text)]))));
