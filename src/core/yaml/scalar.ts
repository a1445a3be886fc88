// What one scalar means to the decoder of kubectl, Helm and the API server, goyaml.v2 inside sigs.k8s.io/yaml: neither YAML 1.1 nor 1.2.
// go.yaml.in/yaml: v2/resolve.go (resolve, resolveTable), v2/decode.go (decoder.scalar).

import { decodeUtf8 } from "../utf8.ts";

export type ScalarValue = string | number | boolean | null;

interface Meaning {
  readonly kind: "str" | "bool" | "int" | "float" | "null";
  readonly value: ScalarValue;
}

const words: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ...["y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON"].map((word) => [word, { kind: "bool", value: true }] as const),
  ...["n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF"].map((word) => [word, { kind: "bool", value: false }] as const),
  ...["", "~", "null", "Null", "NULL"].map((word) => [word, { kind: "null", value: null }] as const),
  ...[".nan", ".NaN", ".NAN"].map((word) => [word, { kind: "float", value: Number.NaN }] as const),
  ...[".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF"].map((word) => [word, { kind: "float", value: Number.POSITIVE_INFINITY }] as const),
  ...["-.inf", "-.Inf", "-.INF"].map((word) => [word, { kind: "float", value: Number.NEGATIVE_INFINITY }] as const),
]);

/** What a scalar that is more than a text may begin with; empty for the empty one. */
export const firstCharacters: readonly string[] = ["", ..."+-.0123456789~yYnNtTfFoO"];

const INTEGER = /^([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[bB]([01]+)|0[oO]?([0-7]+)|(0|[1-9][0-9]*))$/;
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;

/** Go's int64, else its uint64, which has no sign; null for what is neither. */
function readInteger(digits: string): number | null {
  const [, sign = "", hexadecimal, binary, octal, decimal] = INTEGER.exec(digits) ?? [];
  const written = hexadecimal !== undefined ? `0x${hexadecimal}` : binary !== undefined ? `0b${binary}` : octal !== undefined ? `0o${octal}` : decimal;
  if (written === undefined) return null;
  const size = BigInt(written);
  const value = sign === "-" ? -size : size;
  const isKnown = (value >= -(2n ** 63n) && value < 2n ** 63n) || (sign === "" && value < 2n ** 64n);
  return isKnown ? Number(value) : null;
}

function readFloat(text: string): number | null {
  const value = FLOAT.test(text) ? Number(text) : Number.NaN;
  return Number.isFinite(value) ? value : null;
}

function meaningOf(text: string): Meaning {
  const word = words.get(text);
  if (word !== undefined) return word;
  const asText: Meaning = { kind: "str", value: text };
  if (/^\./.test(text)) {
    const value = readFloat(text);
    return value === null ? asText : { kind: "float", value };
  }
  if (!/^[-+0-9]/.test(text)) return asText;
  const digits = text.replaceAll("_", "");
  const integer = readInteger(digits);
  if (integer !== null) return { kind: "int", value: integer };
  const float = readFloat(digits);
  if (float !== null) return { kind: "float", value: float };
  const [, odd] = /^0b([-+][01]+)$/.exec(digits) ?? [];
  return odd === undefined ? asText : { kind: "int", value: Number.parseInt(odd, 2) };
}

/** What a scalar without quotes and without a tag means. */
export function plainScalar(text: string): ScalarValue {
  return meaningOf(text).value;
}

const BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** The text behind `!!binary`. Throws for what is not base64, and for bytes that are no text: what becomes of them nobody should have to guess. */
function readBinary(text: string): string {
  const written = text.replace(/[\r\n]/g, "");
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(written)) throw new Error("`!!binary` is not base64");
  const bits = [...written.replace(/=+$/, "")].map((letter) => BASE64.indexOf(letter).toString(2).padStart(6, "0")).join("");
  const decoded = decodeUtf8(Uint8Array.from(bits.match(/[01]{8}/g) ?? [], (byte) => Number.parseInt(byte, 2)));
  if (decoded === null) throw new Error("`!!binary` holds bytes that are not UTF-8");
  return decoded;
}

const DATE = /^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:$|[Tt ][0-9]{1,2}:[0-9]{1,2}:[0-9]{1,2})/;

/** What a scalar with a tag means. `tag` is written out; throws where the tag and the text contradict each other. A tag that nobody knows makes a text. */
export function taggedScalar(tag: string, text: string): ScalarValue {
  const [, known] = /^tag:yaml\.org,2002:(bool|int|float|null|timestamp|binary)$/.exec(tag) ?? [];
  if (known === undefined) return text;
  if (known === "binary") return readBinary(text);
  if (known === "timestamp") {
    if (DATE.test(text)) return text;
    throw new Error(`\`!!timestamp\` cannot be read from \`${text}\``);
  }
  const { kind, value } = meaningOf(text);
  if (kind === known || (known === "float" && kind === "int")) return value;
  throw new Error(`\`!!${known}\` cannot be read from \`${text}\``);
}
