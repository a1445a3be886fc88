// Whether a pull request is still at the commit that was checked.

import type { Client } from "./client.ts";
import type { Repository } from "./event.ts";

/** Answers whether the pull request's head is still ours; asks GitHub once, when first needed. */
export type StillHead = () => Promise<boolean>;

/** Somebody may push while we render; a comment about the older commit would then overwrite a newer one's. */
export function stillHead(client: Client, { owner, name }: Repository, pull: number, headSha: string): StillHead {
  let answer: Promise<boolean> | null = null;
  const ask = async (): Promise<boolean> => {
    const { data } = await client.rest.pulls.get({ owner, repo: name, pull_number: pull });
    return data.head.sha === headSha;
  };
  return () => (answer ??= ask());
}
