/**
 * Builds renderer/ into dist/renderer.wasm.br, initialised (initialise-renderer.mjs). The sources have to be compiled: `npm run build`.
 *
 *   node scripts/build-renderer.mjs            rewrites the file, but only if the module in it differs
 *   node scripts/build-renderer.mjs --check    exits 1 if it differs
 *   node scripts/build-renderer.mjs --fast     compresses quickly, for work in progress
 *
 * Two builds of the same sources with the same Go are equal to the last bit. The unpacked modules are compared, because a
 * compressor's output may change with its version.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, brotliDecompressSync, constants } from "node:zlib";
import { editKustomize } from "./edited-kustomize.mjs";
import { initialise } from "./initialise-renderer.mjs";
import { readUnsigned, section, sectionOf, unsigned, withSections } from "./wasm-sections.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const sources = join(root, "renderer");
const output = join(root, "dist", "renderer.wasm.br");

/** Pages of 64 KiB: 1.5 GiB. Go never gives memory back, so a bound in the module is the only one there is. */
const memoryMaximum = 24576;
const pageSize = 65536;

/** Nothing of the caller's Go settings may reach the result. */
const goEnvironment = {
  ...process.env,
  GOOS: "wasip1", GOARCH: "wasm", GOWASM: "", GOEXPERIMENT: "", GOFIPS140: "off",
  CGO_ENABLED: "0", GOFLAGS: "", GOWORK: "off", GOTOOLCHAIN: "local", GOENV: "off",
};

/** HTTP/2 and Go plugins are code that nothing may reach; without them the module is 2 % smaller. */
const tags = "nethttpomithttp2,kustomize_disable_go_plugin_support";

try {
  main(new Set(process.argv.slice(2)));
} catch (error) {
  console.error(`build-renderer: ${error.message}`);
  process.exitCode = 1;
}

function main(flags) {
  for (const flag of flags) {
    if (flag !== "--check" && flag !== "--fast") fail(`unknown option ${JSON.stringify(flag)}; use --check, --fast or none`);
  }
  const trouble = goTrouble();
  if (trouble !== undefined) {
    const allowed = flags.has("--check") && process.env.SECCOMP_GATE_ALLOW_NO_GO === "1";
    if (!allowed) fail(`${trouble}. Install it, or set SECCOMP_GATE_ALLOW_NO_GO=1 to let --check pass without it.`);
    console.log(`NOT CHECKED: dist/renderer.wasm.br was not compared with renderer/, because ${trouble}.`);
    return;
  }
  const fresh = initialise(limitMemory(compile(), memoryMaximum));
  const committed = existsSync(output) ? brotliDecompressSync(readFileSync(output)) : undefined;
  console.log(`fresh module: ${fresh.length} bytes, sha256 ${sha256(fresh)}`);
  if (committed !== undefined && sha256(committed) === sha256(fresh)) {
    console.log("dist/renderer.wasm.br holds the same module");
    return;
  }
  if (flags.has("--check")) {
    const held = committed === undefined ? "does not exist" : `holds another module, sha256 ${sha256(committed)}`;
    fail(`dist/renderer.wasm.br ${held}. Run \`npm run renderer\` and commit the result.`);
  }
  const packed = compress(fresh, flags.has("--fast") ? 9 : constants.BROTLI_MAX_QUALITY);
  mkdirSync(dirname(output), { recursive: true });
  writeFileSync(`${output}.new`, packed);
  renameSync(`${output}.new`, output); // a run that reads it meanwhile sees one or the other
  console.log(`dist/renderer.wasm.br: ${packed.length} bytes written`);
}

/** Why the Go that is here cannot build the module; another patch version writes other bytes. */
function goTrouble() {
  const wanted = capturedIn("go.mod", /^toolchain (go\S+)$/m);
  const { error, stdout } = spawnSync("go", ["env", "GOVERSION"], { encoding: "utf8", env: goEnvironment });
  if (error) return `${wanted} is not installed`;
  return stdout.trim() === wanted ? undefined : `${wanted} is needed and ${stdout.trim()} is installed`;
}

function compile() {
  const folder = mkdtempSync(join(tmpdir(), "renderer-"));
  try {
    const wasm = join(folder, "renderer.wasm");
    // What managedByLabel writes; the libraries do not know which command they belong to.
    const kustomize = capturedIn("render/versions.go", /kustomizeVersion\s*= "([\d.]+)"/);
    const helm = capturedIn("go.mod", /^\s*helm\.sh\/helm\/v4 (v\S+)$/m);
    // Released helm binaries carry their full version in this way; charts can print it (helm/helm: Makefile).
    const linker = `-s -w -X helm.sh/helm/v4/internal/version.version=${helm} -X sigs.k8s.io/kustomize/api/provenance.version=v${kustomize}`;
    const result = spawnSync(
      "go",
      ["build", editKustomize(goEnvironment), "-mod=readonly", "-trimpath", "-buildvcs=false", "-buildmode=c-shared", `-tags=${tags}`, `-ldflags=${linker}`, "-o", wasm, "."],
      {
        cwd: sources,
        stdio: ["ignore", "inherit", "inherit"],
        env: goEnvironment,
      },
    );
    if (result.error) throw result.error;
    if (result.status !== 0) fail(`go build exited with ${result.status ?? result.signal}`);
    return readFileSync(wasm);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What a pattern captures in a file of renderer/. */
function capturedIn(file, pattern) {
  const match = pattern.exec(readFileSync(join(sources, file), "utf8"));
  return match?.[1] ?? fail(`renderer/${file} has no line that matches ${pattern}`);
}

/** The module with a maximum for its one memory. */
function limitMemory(wasm, maximum) {
  const memory = sectionOf(wasm, section.memory);
  if (memory?.[0] !== 1 || memory[1] !== 0) fail("the memory section is not the one Go writes: one memory without a maximum");
  const [minimum] = readUnsigned(memory, 2);
  if (minimum > maximum) fail(`the module needs ${minimum} pages of ${pageSize} bytes to start, more than the maximum of ${maximum}`);
  return withSections(wasm, new Map([[section.memory, Buffer.from([1, 1, ...unsigned(minimum), ...unsigned(maximum)])]]));
}

function compress(bytes, quality) {
  return brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
}

function sha256(bytes) {
  return createHash("sha256").update(bytes).digest("hex");
}

function fail(message) {
  throw new Error(message);
}
