// Random bytes that are the same in every run.

/** A source of bytes that can be started anew. */
export interface SeededBytes {
  fill(target: Uint8Array): void;
  restart(): void;
}

const SEED = 0x5ecc0;

/**
 * The bytes of mulberry32 from a fixed seed. Not for secrets: for programs that ask for chance and must give the same answer each time.
 * A constant would not do: sprig's randAlphaNum throws bytes away until it likes one.
 * https://gist.github.com/tommyettinger/46a874533244883189143505d203312c
 */
export function seededBytes(): SeededBytes {
  let state = SEED;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) & 0xff;
  };
  return {
    fill: (target) => {
      for (let index = 0; index < target.length; index += 1) target[index] = next();
    },
    restart: () => {
      state = SEED;
    },
  };
}
