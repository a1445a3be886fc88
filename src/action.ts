// The action: connects the runner, GitHub, git and the renderer to the gate.

import { actionFormats } from "./action-formats.ts";
import { compareEvent } from "./compare-event.ts";
import { expectCrash } from "./github/last-resort.ts";
import { runAction } from "./github/run-action.ts";
import { tool } from "./tool.ts";

const log = (line: string): void => void process.stdout.write(`${line}\n`);

expectCrash(log);
process.exitCode = await runAction(process.env, { compare: compareEvent, formats: actionFormats, tool, log });
