// What a story is about, in words: workloads with their containers, or the target as a whole.

import type { Container, Workload } from "../core/report.ts";
import type { Place, Story } from "./story.ts";

/** How a name from the repository is shown: quoted and escaped for the destination. */
export type Quote = (name: string) => string;

const asIs: Quote = (name) => name;

const nouns = { container: "container", init: "init container", ephemeral: "ephemeral container" } as const satisfies Record<Container["type"], string>;
const MOST_NAMES = 10;

function listNames(names: readonly string[], quote: Quote): string {
  const shown = names.slice(0, MOST_NAMES).map(quote).join(", ");
  return names.length > MOST_NAMES ? `${shown} and ${names.length - MOST_NAMES} more` : shown;
}

function describeContainers(containers: readonly Container[], quote: Quote): string {
  const kinds = Object.entries(nouns).map(([type, noun]) => ({ noun, names: containers.filter((container) => container.type === type).map(({ pod, name }) => (pod === undefined ? name : `${pod}/${name}`)) }));
  return kinds
    .filter(({ names }) => names.length > 0)
    .map(({ noun, names }) => `${noun}${names.length === 1 ? "" : "s"} ${listNames(names, quote)}`)
    .join(", ");
}

/** `Deployment shop/api`. */
export function describeName({ kind, namespace, name }: Workload, quote: Quote, quoteKind: Quote): string {
  return `${quoteKind(kind)} ${quote(namespace === null ? name : `${namespace}/${name}`)}`;
}

/** `Deployment shop/api: containers app, proxy`; the object or the target where no container is meant. */
export function describePlace({ target, workload, containers, isObject }: Omit<Place, "alsoIn">, quote: Quote = asIs, quoteKind: Quote = quote): string {
  if (containers.length === 0) return isObject === true ? describeName(workload, quote, quoteKind) : quote(target);
  return `${describeName(workload, quote, quoteKind)}: ${describeContainers(containers, quote)}`;
}

/** The first place, and how many more there are. */
export function describeSubject({ places }: Pick<Story, "places">, quote: Quote = asIs, quoteKind: Quote = quote): string {
  const [first, ...others] = places;
  const more = others.length === 0 ? "" : ` and ${others.length} more ${others.length === 1 ? "workload" : "workloads"}`;
  return `${describePlace(first, quote, quoteKind)}${more}`;
}

/** The targets of a story, each once, in its order. */
export function targetsOf({ places }: Pick<Story, "places">): readonly string[] {
  return [...new Set(places.flatMap(({ target, alsoIn }) => [target, ...alsoIn]))];
}
