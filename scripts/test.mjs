// Runs jest on the compiled tests, with what it needs to load ES modules, on every platform.
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const jest = join(dirname(createRequire(import.meta.url).resolve("jest/package.json")), "bin", "jest.js");
const { status } = spawnSync(process.execPath, ["--experimental-vm-modules", "--disable-warning=ExperimentalWarning", jest, ...process.argv.slice(2)], { stdio: "inherit" });
process.exit(status ?? 1);
