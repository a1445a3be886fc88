// Hostile text as one harmless line: for a terminal, and for the log of a runner, which obeys commands in it.

// What does not show, moves the cursor, or reorders text: control characters with C1, format characters with the overrides of
// Unicode's bidirectional algorithm, line and paragraph separators, halves of surrogate pairs, and what renderers leave out.
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu;

const PRINTABLE = /^[ -~]*$/; // nearly everything, and many times quicker to see

const named: ReadonlyMap<string, string> = new Map([
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\t", "\\t"],
]);

function makeVisible(character: string): string {
  const known = named.get(character);
  if (known !== undefined) return known;
  const code = (character.codePointAt(0) ?? 0).toString(16);
  if (code.length <= 2) return `\\x${code.padStart(2, "0")}`;
  return code.length <= 4 ? `\\u${code.padStart(4, "0")}` : `\\u{${code}}`;
}

/** Text for a terminal: one line, in which control and format characters are spelled out (`\n`, `\x1b`, `\u202e`). */
export function terminalText(text: string): string {
  return PRINTABLE.test(text) ? text : text.replace(INVISIBLE, makeVisible);
}

/**
 * One line of text that a runner cannot take for a command: it obeys `##[command]` anywhere in a line and `::command::` after
 * leading white space, and a backslash breaks up both. actions/runner: src/Runner.Common/ActionCommand.cs.
 */
export function breakCommands(line: string): string {
  return line.replaceAll("##[", "##\\[").replace(/^(\s*)::/, "$1\\::");
}

/** Text for a line of a runner's log. The runner compares by culture, which skips what does not show: that is spelled out first. */
export function logLine(text: string): string {
  return breakCommands(terminalText(text));
}

/** The part of a workflow command behind `::`. actions/toolkit: packages/core/src/command.ts (escapeData). */
export function workflowData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
