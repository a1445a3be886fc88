// Rules in the shape that we keep: only names that have a number, long lists told by what is missing from them.

/** Rules as they are written into our data. `numbered` are all names that count. */
export function compact(rules, numbered) {
  return rules.flatMap(({ names, action, args, includes, excludes }) => {
    const named = numbered.filter((name) => names.includes(name));
    if (named.length === 0) return [];
    const missing = numbered.filter((name) => !names.includes(name));
    return {
      ...(missing.length < named.length ? { allBut: missing.join(" ") } : { names: named.join(" ") }),
      action,
      ...(args.length > 0 ? { args } : {}),
      ...(includes.length > 0 ? { includes: includes.join(" ") } : {}),
      ...(excludes.length > 0 ? { excludes: excludes.join(" ") } : {}),
    };
  });
}
