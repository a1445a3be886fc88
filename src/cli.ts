#!/usr/bin/env node
// The command line: words in, a report out, an exit code.

import { runCommandLine } from "./run-command-line.ts";

const { exitCode } = await runCommandLine(process.argv.slice(2), process);
process.exit(exitCode);
