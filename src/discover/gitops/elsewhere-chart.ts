// Charts that are not in this repository: taken from the chart cache, or named with the command that would put them there.

import type { Trouble } from "../../core/problem.ts";
import type { HelmTarget } from "../../core/target.ts";
import { trimEndOf } from "../../core/trim-end.ts";
import { archivesOf } from "../stand-ins.ts";
import { titleOf, troubleWith, type GitOps } from "./declaration.ts";
import type { DeployedObject } from "./deployed-objects.ts";

/** A chart somewhere else. */
export interface ElsewhereChart {
  /** As its repository calls it; of an OCI registry, the whole address. */
  readonly name: string;
  readonly version: string;
  /** Address of the repository; empty when it is not known. */
  readonly repository: string;
}

/** What to take from the chart cache, or why there is nothing to take. */
export function takeFromCache({ survey }: GitOps, object: DeployedObject, chart: ElsewhereChart): Pick<HelmTarget, "wanted" | "unresolvable"> {
  const name = chart.name.slice(chart.name.lastIndexOf("/") + 1);
  if (name !== "" && archivesOf(survey, name).length > 0) return { wanted: { name, version: chart.version }, unresolvable: null };
  return { wanted: null, unresolvable: absent(object, { ...chart, name }) };
}

function absent(object: DeployedObject, { name, version, repository }: ElsewhereChart): Trouble {
  const which = `the chart \`${name}\`${version === "" ? "" : ` ${version}`}`;
  const where = repository === "" ? "from a source that this repository does not describe" : `from \`${repository}\``;
  const option = version === "" ? "" : ` --version ${shellWord(version)}`;
  const pull = repository.startsWith("oci://") ? `helm pull ${shellWord(withName(repository, name))}${option}` : `helm pull ${shellWord(name)} --repo ${shellWord(repository || "URL")}${option}`;
  return troubleWith(
    object,
    "missing-dependency",
    `${titleOf(object)} deploys ${which} ${where}, which is not in this repository`,
    `Run \`${pull}\` in a folder and name it with \`--chart-cache\`, or commit the archive to the folder that \`chartCache:\` in the configuration names.`,
  );
}

/** Quotes what a file says for a command line that somebody may paste. */
function shellWord(text: string): string {
  return /^[\w./:@%+,=-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

function withName(address: string, name: string): string {
  const clean = trimEndOf(address, "/");
  return clean.endsWith(`/${name}`) ? clean : `${clean}/${name}`;
}
