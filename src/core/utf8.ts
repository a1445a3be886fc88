// Bytes to text, strictly: what is not UTF-8 is said to be so and never guessed.

// Part of every JavaScript platform (encoding.spec.whatwg.org), though not of the language's own library.
declare const TextDecoder: new (label: "utf-8", options: { fatal: boolean; ignoreBOM: boolean }) => { decode(bytes: Uint8Array): string };
declare const TextEncoder: new () => { encode(text: string): Uint8Array };

const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: false });
const encoder = new TextEncoder();

/** The text of UTF-8 bytes, without a byte-order mark; null when they are not UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return strict.decode(bytes);
  } catch {
    return null; // a TypeError is the decoder's way of saying "not UTF-8"
  }
}

/** The bytes of a text. */
export function encodeUtf8(text: string): Uint8Array {
  return encoder.encode(text);
}

/** Length in bytes once encoded as UTF-8. */
export function utf8Length(text: string): number {
  return encodeUtf8(text).length;
}
