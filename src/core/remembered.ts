// What is worked out of a thing that is asked about again and again.

/** The same function, which works each thing out once. What it says must depend on nothing else. */
export function remembered<Thing extends object, Said>(workOut: (thing: Thing) => Said): (thing: Thing) => Said {
  const known = new WeakMap<Thing, { readonly said: Said }>();
  return (thing) => {
    const found = known.get(thing) ?? { said: workOut(thing) };
    known.set(thing, found);
    return found.said;
  };
}
