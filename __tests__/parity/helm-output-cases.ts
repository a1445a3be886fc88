// What is printed, and in which order.

import { below, chartOf, dependency, object, one, type HelmCase } from "./helm-case.ts";

const hook = (name: string, event: string, weight: string): string =>
  `apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: ${name}\n  annotations:\n    helm.sh/hook: ${event}\n    helm.sh/hook-weight: "${weight}"\nspec: {}\n`;

const named = (kind: string, name: string, apiVersion = "v1"): string => `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: { name: ${name} }\n`;
const crd = (name: string): string => named("CustomResourceDefinition", `${name}.x.example`, "apiextensions.k8s.io/v1");
const kinds = ["PriorityClass", "Namespace", "NetworkPolicy", "ResourceQuota", "ServiceAccount", "Secret", "ConfigMap", "StorageClass", "PersistentVolume", "ClusterRole", "Role", "Service", "DaemonSet", "Pod", "Deployment", "StatefulSet", "Job", "CronJob", "Ingress", "APIService", "Thing", "Another"];
const webhooks = ["MutatingWebhookConfiguration", "ValidatingWebhookConfiguration"];

/** Cases of output. */
export const helmOutputCases: readonly HelmCase[] = [
  one("several documents, empty ones, comments", "x", { "templates/many.yaml": `${object("a", "1")}---\n# nothing\n---\n---\n${object("b", "2")}` }),
  one("separators with white space and comments behind them", "x", { "templates/many.yaml": `--- \n${object("a", "1")}--- # second\n${object("b", "2")}---\t\n${object("c", "3")}\n\n\n---\n\n` }),
  one("a separator inside a text", "x", { "templates/many.yaml": "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: text }\ndata:\n  it: |\n    a\n    ---\n    b\n" }),
  one("kinds in installation order", "x", { "templates/a-deployment.yaml": "apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: d }\n", "templates/z-ns.yaml": "apiVersion: v1\nkind: Namespace\nmetadata: { name: n }\n", "templates/b.yaml": object("s", "1", "Secret") }),
  one("every kind, backwards", "x", { "templates/all.yaml": [...kinds].reverse().map((kind, index) => named(kind, `k${index}`)).join("---\n") }),
  one("kinds of two templates, by name and by place", "x", { "templates/b.yaml": `${named("Service", "z")}---\n${named("Service", "a")}`, "templates/a.yaml": named("Service", "m"), "templates/sub/0.yaml": named("Service", "s"), ...below("charts/child", chartOf("child", "x")) }),
  { ...one("webhooks after what is known, and before what is not", "x", { "templates/w.yaml": ["Another", ...webhooks, "Thing"].map((kind) => named(kind, "w", "admissionregistration.k8s.io/v1")).join("---\n") }), helm3: "it does not know webhooks, and sorts them by name with all that it does not know: github.com/helm/helm/pull/30701" },
  one("lists are printed as they are", "x", { "templates/list.yaml": "apiVersion: v1\nkind: List\nitems:\n  - { apiVersion: v1, kind: ConfigMap, metadata: { name: in-list } }\n" }),
  one("an object without a name, and one without a kind", "x", { "templates/odd.yaml": "apiVersion: v1\nkind: ConfigMap\n---\na: 1\n" }),
  one("hooks and tests", "x", { "templates/hooks.yaml": [hook("late", "pre-install,post-upgrade", "5"), hook("early", "pre-install", "-5"), hook("t", "test", "0")].join("---\n") }),
  one("all events of hooks", "x", { "templates/hooks.yaml": ["post-install", "pre-delete", "post-delete", "pre-upgrade", "post-upgrade", "pre-rollback", "post-rollback", "test", "test-success", "crd-install"].map((event) => hook(event, event, "1")).join("---\n") }),
  one("a hook that nobody knows, and weights that are no numbers", "x", { "templates/hooks.yaml": [hook("unknown", "never-heard", "1"), hook("mixed", "never-heard, pre-install", "1"), hook("word", "pre-install", "heavy"), hook("spaced", " pre-install , test ", " 3 ")].join("---\n") }),
  one("tests left out", "x", { "templates/tests/t.yaml": hook("t", "test", "0"), "templates/both.yaml": hook("b", "test,pre-install", "0") }, { skipTests: true }),
  { ...one("hooks left out", "x", { "templates/h.yaml": hook("h", "pre-install", "0") }), more: { skipHooks: true } },
  one("crds are not rendered by default", "x", { "crds/c.yaml": crd("c") }),
  { ...one("--include-crds, as they are, and those of subcharts", "x", { "crds/b.yaml": `# {{ not a template }}\n${crd("b")}---\n${crd("c")}`, "crds/a.yaml": crd("a"), "crds/deep/d.yml": crd("d"), "crds/e.json": '{"kind":"CustomResourceDefinition"}\n', "crds/readme.md": "# no\n", "charts/child/crds/f.yaml": crd("f"), ...below("charts/child", chartOf("child", "x")) }), more: { includeCRDs: true } },
  { ...one("--include-crds of a subchart that is switched off", "x", { "values.yaml": "child: { enabled: false }\n", "charts/child/crds/f.yaml": crd("f"), ...below("charts/child", chartOf("child", "x")) }, {}, dependency("    condition: child.enabled\n")), more: { includeCRDs: true } },
  { ...one("--include-crds without a line's end", "x", { "crds/a.yaml": crd("a").trimEnd(), "crds/b.yaml": `---\n${crd("b")}` }), more: { includeCRDs: true } },
  one("definitions among the templates", "x", { "templates/crd.yaml": crd("t"), "templates/ns.yaml": named("Namespace", "n") }),
  one("notes are rendered and not printed", "x", { "templates/NOTES.txt": "{{ .Chart.Name }}\n", ...below("charts/child", chartOf("child", "x", { "templates/NOTES.txt": "child\n" })) }),
  one("partials, other endings and folders", "x", { "templates/_p.yaml": "a: [\n", "templates/t.txt": object("txt", "1"), "templates/y.yml": object("yml", "1"), "templates/j.json": '{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"j"}}\n', "templates/deep/er/d.yaml": object("deep", "1"), "templates/t.tpl": object("tpl", "1") }),
  { name: "templates that render nothing", files: below("chart", { ...chartOf("app", "x"), "templates/it.yaml": "{{- if .Values.never }}\na: 1\n{{- end }}\n" }) },
  { name: "a chart without templates, values or a line's end", files: { "chart/Chart.yaml": "apiVersion: v2\nname: app\nversion: 0.0.1" } },
  one("blanks at the ends of lines", "x", { "templates/blank.yaml": `${object("blank", "1  ")}   \n \n---\n\n${object("second", "2")}\n \n` }),
  one("blank lines before and inside a text", "x", { "templates/text.yaml": "\n\n\napiVersion: v1\nkind: ConfigMap\nmetadata: { name: text }\ndata:\n  it: |+\n    a\n\n\n\n" }),
];
