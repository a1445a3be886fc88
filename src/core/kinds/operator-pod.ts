// Kinds that say what their operator's pods should have, in fields of their own, and list no containers.

import { containersIn } from "../container.ts";
import { asMapping, asText, below, fieldAt, type Field } from "../field.ts";
import { containerAt, containerNamed, contextAt, firstContext, type PodContainer, type SecurityContext } from "../pod.ts";
import type { Container } from "../report.ts";
import type { Shape } from "./kind.ts";

/** A container that the operator makes, and where the object speaks of it. Paths are relative, with dots. */
interface MadeContainer {
  /** Where the operator makes it of the object's name, how. */
  readonly name: string | ((objectName: string) => string);
  readonly type?: Container["type"];
  /** What carries its security context; the pod's part itself when absent. */
  readonly at?: string;
  /** The name of that field, where it is not `securityContext`. */
  readonly field?: string;
  /** The context that counts where it has none of its own, from the row's place. */
  readonly otherwise?: string;
  /** True when it is made only where the object speaks of it. */
  readonly optional?: true;
  /** A field of the pod's part without which it is not made. */
  readonly needs?: string;
}

interface Fields {
  /** Where the pod's security context stands, from the row's place: of several the first that is there counts, as a whole; null when the kind has none. */
  readonly context: string | readonly string[] | null;
  /** The part of the row's place that is about this pod, without which there is none; its place itself when absent. */
  readonly part?: string;
  /** The field of the row's place that decides whether there is such a pod, and the values with which there is, in small letters; `` for none. */
  readonly when?: { readonly field: string; readonly is: readonly string[] };
  readonly containers: readonly MadeContainer[];
  /** Lists of whole containers beside them. */
  readonly lists?: Readonly<Record<string, Container["type"]>>;
  /** What holds the pod's annotations. */
  readonly metadata?: string;
  /** What has to be there for the pod to be: the row's place when absent, `` for always. */
  readonly needs?: string;
  /** What takes it to be decided elsewhere when absent. */
  readonly inheritsWithout?: string;
}

const at = (field: Field, path: string): Field => (path === "" ? field : below(field, ...path.split(".")));

/** The context at a path, or at the first of several that has one. */
function contextIn(place: Field, paths: string | readonly string[]): SecurityContext {
  const [first = "", ...others] = typeof paths === "string" ? [paths] : paths;
  return firstContext(at(place, first), ...others.map((path) => at(place, path)));
}

function madeContainer(objectName: string, place: Field, part: Field, { name, type = "container", at: path = "", field = "securityContext", otherwise, optional, needs = "" }: MadeContainer, pod: string | null): PodContainer[] {
  if (asMapping(at(part, needs)) === null) return [];
  const carrier = at(part, path);
  const own = contextAt(below(carrier, field));
  const securityContext = otherwise === undefined ? own : firstContext(own, at(place, otherwise));
  return optional === true && asMapping(carrier) === null ? [] : [{ ...containerAt(carrier, containerNamed(type, typeof name === "string" ? name : name(objectName), pod)), securityContext }];
}

function isMade(place: Field, when: Fields["when"]): boolean {
  return when === undefined || when.is.includes((asText(at(place, when.field).value) ?? "").toLowerCase());
}

/** The shape of a kind whose operator makes the containers. */
export function operatorPod(says: string, { context, containers, lists = {}, metadata, needs = "", inheritsWithout, part = "", when }: Fields): Shape {
  const find: Shape["find"] = (place, pod, _row, object) => {
    const spec = asMapping(at(place, part));
    if (spec === null || (needs !== "" && asMapping(at(place, needs)) === null) || !isMade(place, when)) return [];
    const objectName = asText(fieldAt(object.value, ["metadata", "name"])) ?? "";
    const made = containers.flatMap((one) => madeContainer(objectName, place, spec, one, pod));
    const listed = Object.entries(lists).flatMap(([field, type]) => containersIn(spec, field, type, pod));
    return [
      {
        pod,
        securityContext: context === null ? null : contextIn(place, context),
        podMetadata: metadata === undefined ? null : at(spec, metadata),
        podSpec: spec,
        containers: [...listed.filter(({ container }) => container.type === "init"), ...made, ...listed.filter(({ container }) => container.type !== "init")],
        ...(inheritsWithout === undefined ? {} : { inherits: asMapping(at(place, inheritsWithout)) === null }),
      },
    ];
  };
  return { says, withoutList: true, find };
}
