// What the runner tells an action, read once and by name.

import { UsageError } from "../core/failure.ts";

/** Environment variables, as `process.env` has them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** A variable's trimmed value; null when it is unset or empty, which runners use alike. */
export function variable(env: Environment, name: string): string | null {
  const value = env[name]?.trim() ?? "";
  return value === "" ? null : value;
}

/** The address in a variable without a trailing slash, or `fallback`. Throws a UsageError for what is no http(s) address. */
export function address(env: Environment, name: string, fallback: string): string {
  const text = variable(env, name) ?? fallback;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) throw new UsageError(`${name} is \`${text}\`, which is not an http or https address`, `Leave ${name} as the runner sets it.`);
  return text.replace(/\/+$/, "");
}
