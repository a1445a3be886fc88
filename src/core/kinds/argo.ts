// Argo Workflows: every template with a container is a pod, under names that its controller gives.

import { containersIn } from "../container.ts";
import { asMapping, asText, below, fieldAt, isMapping, type Field, type MappingField } from "../field.ts";
import { readDocuments } from "../manifest.ts";
import { containerNamed, containerAt, contextAt, firstContext, mergedContext, mergedContextAt, type Pod, type PodContainer } from "../pod.ts";
import type { KindRow, Shape } from "./kind.ts";

const controller = "argoproj/argo-workflows: workflow/controller/workflowpod.go";

/** The main container, which the controller calls `main`, with what the defaults of the workflow add to it. */
function mainContainer(template: Field, defaults: Field, pod: string): PodContainer[] {
  return ["container", "script"].flatMap((field) => {
    const own = asMapping(below(template, field));
    if (own === null) return [];
    const securityContext = mergedContext(below(own, "securityContext"), below(defaults, field, "securityContext"));
    return [{ ...containerAt(own, containerNamed("container", "main", pod)), securityContext }];
  });
}

/** The `podSpecPatch` of a template or a workflow, which is a text: JSON or YAML. Placeholders may make it unreadable, and then it says nothing. */
function patchOf(field: Field): Field {
  const text = below(field, "podSpecPatch");
  const { documents } = typeof text.value === "string" ? readDocuments({ path: null, text: text.value, origin: "file" }) : { documents: [] };
  return { path: text.path, value: documents[0]?.object };
}

/** What patches say of a container, merged over it by name. */
function patched(container: PodContainer, patches: readonly Field[]): PodContainer {
  const list = container.container.type === "init" ? "initContainers" : "containers";
  const spoken = patches.flatMap((patch) => entriesOf(below(patch, list))).filter(({ value }) => fieldAt(value, ["name"]) === container.container.name);
  if (spoken.length === 0) return container;
  const { securityContext } = container;
  return { ...container, securityContext: mergedContextAt(securityContext, ...spoken.map((one) => below(one, "securityContext")), securityContext) };
}

/** The pod of one template; none for those that only arrange others, or run nothing but the controller's own container. */
function podOfTemplate(template: MappingField, workflow: Field, pod: string): Pod[] {
  const defaults = below(workflow, "templateDefaults");
  const set = asMapping(below(template, "containerSet"));
  const main = [...mainContainer(template, defaults, pod), ...(set === null ? [] : containersIn(set, "containers", "container", pod))];
  if (main.length === 0) return [];
  const patches = [patchOf(template), patchOf(workflow)]; // the template's is applied last
  const own = mergedContext(below(template, "securityContext"), below(defaults, "securityContext"));
  const hasOwn = asMapping(below(template, "securityContext")) !== null || asMapping(below(defaults, "securityContext")) !== null;
  const unpatched = hasOwn ? own : firstContext(below(template, "securityContext"), below(workflow, "securityContext"));
  const spoken = patches.map((patch) => below(patch, "securityContext")).filter(({ value }) => isMapping(value));
  return [
    {
      pod,
      securityContext: spoken.length === 0 ? unpatched : mergedContextAt(unpatched, ...spoken, unpatched),
      podMetadata: below(template, "metadata"),
      podSpec: template,
      containers: [...containersIn(template, "initContainers", "init", pod), ...main, ...containersIn(template, "sidecars", "container", pod)].map((one) => patched(one, patches)),
    },
  ];
}

/** Templates that stand inside the steps and tasks of another. */
function inlineTemplates(template: MappingField): { readonly at: Field; readonly name: string }[] {
  const lists = [below(template, "dag", "tasks"), ...entriesOf(below(template, "steps"))];
  return lists.flatMap((list) => entriesOf(list).map((task) => ({ at: below(task, "inline"), name: asText(fieldAt(task.value, ["name"])) ?? "inline" })));
}

function entriesOf({ path, value }: Field): Field[] {
  return Array.isArray(value) ? value.map((entry: unknown, i) => ({ path: [...path, i], value: entry })) : [];
}

// Aliases inside inline templates could describe more of them than fit in memory; Argo itself allows one level.
const MAX_INLINE = 3;

function podsOfTemplate(at: Field, workflow: Field, name: string, depth = 0): Pod[] {
  const template = asMapping(at);
  if (template === null) return [];
  const inline = depth < MAX_INLINE ? inlineTemplates(template) : [];
  return [...podOfTemplate(template, workflow, name), ...inline.flatMap((one) => podsOfTemplate(one.at, workflow, `${name}/${one.name}`, depth + 1))];
}

const workflowSpec: Shape = {
  says: "workflow: `container`, `script`, `containerSet`, `initContainers` and `sidecars` of its templates, inline ones too",
  withoutList: true,
  find: (workflow) => entriesOf(below(workflow, "templates")).flatMap((template, i) => podsOfTemplate(template, workflow, asText(fieldAt(template.value, ["name"])) ?? String(i))),
};

const pluginSidecar: Shape = {
  says: "container of an executor plugin's sidecar",
  withoutList: true,
  find: (at) => {
    const container = asMapping(at);
    if (container === null) return [];
    return [{ pod: null, securityContext: null, podMetadata: null, podSpec: null, containers: [containerAt(container, containerNamed("container", asText(container.value["name"]) ?? "", null))] }];
  },
};

/** The pods of an event source or a sensor: one container with a few fields of its own. */
const eventsTemplate: Shape = {
  says: "`container` and `securityContext` of a template, merged over the controller's own",
  withoutList: true,
  find: (at, pod) => {
    const template = asMapping(at);
    if (template === null) return [];
    const securityContext = contextAt(below(template, "securityContext"));
    return [{ pod, securityContext, podMetadata: below(template, "metadata"), podSpec: template, containers: [containerAt(below(template, "container"), containerNamed("container", "main", pod))] }];
  },
};

const note = "a `podSpecPatch` with placeholders that keep it from being read says nothing; the containers that the controller adds have a profile of their own";

export const argoKinds: readonly KindRow[] = [
  ...["Workflow", "WorkflowTemplate"].map((kind): KindRow => ({ groups: ["argoproj.io"], kind, path: "spec", shape: workflowSpec, note, source: controller })),
  { groups: ["argoproj.io"], kind: "ClusterWorkflowTemplate", path: "spec", shape: workflowSpec, clusterScoped: true, note, source: controller },
  { groups: ["argoproj.io"], kind: "CronWorkflow", path: "spec.workflowSpec", shape: workflowSpec, note, source: controller },
  { groups: ["argoproj.io"], kind: "ExecutorPlugin", path: "spec.sidecar.container", shape: pluginSidecar, inherits: true, source: "argoproj/argo-workflows: pkg/plugins/spec/plugin_types.go" },
  ...["Sensor", "EventSource"].map((kind): KindRow => ({ groups: ["argoproj.io"], kind, path: "spec.template", shape: eventsTemplate, source: "argoproj/argo-events: pkg/apis/events/v1alpha1/common.go (Template)" })),
];
