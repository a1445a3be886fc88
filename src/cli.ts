#!/usr/bin/env node
// The command line: words in, a report out, an exit code.

import { expectCrash } from "./github/last-resort.ts";
import { runCommandLine } from "./run-command-line.ts";

expectCrash((line) => void process.stderr.write(`${line}\n`));
// Whoever writes is told of what breaks; unheard, the event of the stream would end the process.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);

const { exitCode } = await runCommandLine(process.argv.slice(2), process);
process.exit(exitCode);
