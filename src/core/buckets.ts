// Lists out of one list.

/** Lists by what they have in common, in order of first appearance. */
export function bucketsOf<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const buckets = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const bucket = buckets.get(key);
    if (bucket === undefined) buckets.set(key, [item]);
    else bucket.push(item);
  }
  return buckets;
}
