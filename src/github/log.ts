// The sink for the workflow's log: nothing that passes through here can be taken for a command by the runner.

/** Writes one line; the text has no line break. */
export type Log = (line: string) => void;

// What does not show, moves the cursor, or reorders text: control and format characters, line breaks of all kinds, lone surrogates.
const INVISIBLE = /[^\S \t]|[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu;

function escapeInvisible(character: string): string {
  const named: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\t" };
  return named[character] ?? `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

/**
 * Text as one harmless line. The runner obeys `##[command]` anywhere in a line and `::command::` after leading blanks. A backslash
 * breaks up both; what does not show would not, since the runner compares by culture. actions/runner: src/Runner.Common/ActionCommand.cs.
 */
export function logText(text: string): string {
  const visible = text.replace(INVISIBLE, escapeInvisible);
  return visible.replaceAll("##[", "##\\[").replace(/^(\s*)::/, "$1\\::");
}

const percentEncode = (text: string): string => text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");

/** A workflow command without properties. actions/toolkit: packages/core/src/command.ts. */
export function logCommand(command: "error" | "warning" | "notice" | "add-mask", message: string): string {
  return `::${command}::${percentEncode(message)}`;
}
