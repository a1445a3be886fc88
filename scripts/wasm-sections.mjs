// A WebAssembly module as its sections, and the numbers in them.
// https://webassembly.github.io/spec/core/binary/modules.html

const HEAD = 8; // the magic number and the version

/** Ids of the sections that are looked at. */
export const section = { import: 2, table: 4, memory: 5, global: 6, export: 7, start: 8, element: 9, data: 11, dataCount: 12 };

/** The sections of a module in their order, each with its id and its bytes. */
export function sectionsOf(wasm) {
  const sections = [];
  for (let at = HEAD; at < wasm.length; ) {
    const [size, start] = readUnsigned(wasm, at + 1);
    sections.push({ id: wasm[at], body: wasm.subarray(start, start + size) });
    at = start + size;
  }
  return sections;
}

/** The bytes of the one section with an id; undefined where there is none. */
export function sectionOf(wasm, id) {
  return sectionsOf(wasm).find((one) => one.id === id)?.body;
}

/** The module with other bytes in sections that it has. `bodies` holds them by id. */
export function withSections(wasm, bodies) {
  const sections = sectionsOf(wasm);
  for (const id of bodies.keys()) {
    if (!sections.some((one) => one.id === id)) throw new Error(`the module has no section with id ${id}`);
  }
  const written = sections.flatMap(({ id, body }) => {
    const bytes = bodies.get(id) ?? body;
    return [Buffer.from([id, ...unsigned(bytes.length)]), bytes];
  });
  return Buffer.concat([wasm.subarray(0, HEAD), ...written]);
}

/** Reads a LEB128 number; returns it and the offset behind it. */
export function readUnsigned(bytes, at) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++];
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) return [value, at];
  }
}

/** The bytes of a whole number as LEB128. */
export function unsigned(value) {
  const bytes = [];
  for (; value >= 0x80; value = Math.floor(value / 0x80)) bytes.push((value % 0x80) | 0x80);
  return [...bytes, value];
}

/** The bytes of a signed number of up to 64 bits, a BigInt, as LEB128. */
export function signed(value) {
  const bytes = [];
  for (;;) {
    const low = Number(value & 0x7fn);
    value >>= 7n;
    const ends = value === 0n ? low < 0x40 : value === -1n && low >= 0x40;
    if (ends) return [...bytes, low];
    bytes.push(low | 0x80);
  }
}
