// Kinds that say what their operator's pods should have, in fields of their own, and list no containers.

import { containersIn } from "../container.ts";
import { asMapping, below, type Field } from "../field.ts";
import { containerAt, containerNamed, contextAt, type Pod, type PodContainer } from "../pod.ts";
import type { Container } from "../report.ts";
import type { Shape } from "./kind.ts";

/** A container that the operator makes, and where the object speaks of it. Paths are relative, with dots. */
interface MadeContainer {
  readonly name: string;
  readonly type?: Container["type"];
  /** What carries its security context; the row's place itself when absent. */
  readonly at?: string;
  /** The name of that field, where it is not `securityContext`. */
  readonly field?: string;
  /** True when it is made only where the object speaks of it. */
  readonly optional?: true;
}

interface Fields {
  /** Where the pod's security context stands; null when the kind has none. */
  readonly context: string | null;
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

function madeContainer(place: Field, { name, type = "container", at: path = "", field = "securityContext", optional }: MadeContainer, pod: string | null): PodContainer[] {
  const carrier = at(place, path);
  const securityContext = contextAt(below(carrier, field));
  const isMentioned = field === "securityContext" ? asMapping(carrier) !== null : asMapping(securityContext) !== null;
  return optional === true && !isMentioned ? [] : [{ ...containerAt(carrier, containerNamed(type, name, pod)), securityContext }];
}

/** The shape of a kind whose operator makes the containers. */
export function operatorPod(says: string, { context, containers, lists = {}, metadata, needs = "", inheritsWithout }: Fields): Shape {
  const find = (place: Field, pod: string | null): readonly Pod[] => {
    const spec = asMapping(place);
    if (spec === null || (needs !== "" && asMapping(at(place, needs)) === null)) return [];
    const made = containers.flatMap((one) => madeContainer(place, one, pod));
    const listed = Object.entries(lists).flatMap(([field, type]) => containersIn(spec, field, type, pod));
    return [
      {
        pod,
        securityContext: context === null ? null : contextAt(at(place, context)),
        podMetadata: metadata === undefined ? null : at(place, metadata),
        podSpec: spec,
        containers: [...listed.filter(({ container }) => container.type === "init"), ...made, ...listed.filter(({ container }) => container.type !== "init")],
        ...(inheritsWithout === undefined ? {} : { inherits: asMapping(at(place, inheritsWithout)) === null }),
      },
    ];
  };
  return { says, withoutList: true, find };
}
