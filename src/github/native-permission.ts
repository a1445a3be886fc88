// Where the native engine may not run: what a stranger wrote would be rendered by tools that can fetch and run things.

import { UsageError } from "../core/failure.ts";
import { type Environment, variable } from "./environment.ts";
import { type Event, readEvent } from "./event.ts";

/** Events that run next to secrets though a stranger can cause them. */
const UNTRUSTED: ReadonlySet<string> = new Set(["pull_request_target", "workflow_run", "issue_comment", "issues", "discussion", "discussion_comment", "fork", "watch"]);

/** Throws a UsageError when an event is a pull request from a fork, unless `allowed` in so many words. */
export function refuseNativeOnForks(event: Event, allowed: boolean): void {
  if (allowed || event.kind !== "pull-request" || !event.fork) return;
  throw new UsageError(
    "`engine: native` is refused for a pull request from a fork: it runs tools that can fetch and run what a stranger wrote",
    "Use `engine: embedded` for them, or set `allow-native-on-forks: true` where the job has no secrets and the runner is thrown away.",
  );
}

/** The same for the command line, which a workflow may call and nothing can allow it. Outside of a workflow nothing is refused. */
export function refuseNativeInWorkflow(env: Environment): void {
  const name = variable(env, "GITHUB_EVENT_NAME");
  if (name === null) return;
  if (UNTRUSTED.has(name)) throw new UsageError(`\`--engine native\` is refused under \`${name}\`: it runs tools that can fetch and run what a stranger wrote`, "Use `--engine embedded`, or the event `pull_request`.");
  if (name === "pull_request") refuseNativeOnForks(readEvent(env), false);
}
