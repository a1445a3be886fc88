// Many waits at once, but not all of them.

/** Calls `work` for every item, at most `limit` at a time, and answers in the order of the items. Rejects with the first failure. */
export async function mapBounded<Item, Result>(items: readonly Item[], limit: number, work: (item: Item) => Promise<Result>): Promise<readonly Result[]> {
  const results: Result[] = new Array<Result>(items.length);
  const queue = items.entries();
  const lane = async (): Promise<void> => {
    for (const [index, item] of queue) results[index] = await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, lane));
  return results;
}
