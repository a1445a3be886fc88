// The module's linear memory as the imports see it. Views are made anew each time: a growing memory detaches the old ones.

/** A piece of linear memory. */
export interface Range {
  readonly pointer: number;
  readonly length: number;
}

/** Reads and writes the memory of one instance. Every access outside of it throws a RangeError, as it should. */
export interface GuestMemory {
  bytes(): Uint8Array;
  view(): DataView;
  /** Text of a range; what is not UTF-8 becomes U+FFFD, as it did when the tree's paths were read. */
  text(pointer: number, length: number): string;
  /** The ranges of an array of `iovec`. */
  ranges(pointer: number, count: number): readonly Range[];
  setUint32(pointer: number, value: number): void;
  setUint64(pointer: number, value: bigint): void;
}

const decoder = new TextDecoder("utf-8", { ignoreBOM: true }); // a byte-order mark is part of a path

/** The memory that `current` gives. */
export function guestMemory(current: () => ArrayBuffer): GuestMemory {
  const view = (): DataView => new DataView(current());
  return {
    bytes: () => new Uint8Array(current()),
    view,
    text: (pointer, length) => decoder.decode(new Uint8Array(current(), pointer, length)),
    ranges: (pointer, count) => {
      const memory = view();
      return Array.from({ length: count }, (_, index) => ({
        pointer: memory.getUint32(pointer + 8 * index, true),
        length: memory.getUint32(pointer + 8 * index + 4, true),
      }));
    },
    setUint32: (pointer, value) => view().setUint32(pointer, value, true),
    setUint64: (pointer, value) => view().setBigUint64(pointer, value, true),
  };
}
