/**
 * Prints the licences of everything that is linked into dist/renderer.wasm.br: Go's standard library and every module, each
 * with its version and the full text of its licence and notice files. The order depends on nothing but the names.
 *
 *   node scripts/go-licenses.mjs
 *
 * It fails when a module has no licence file: nothing may be shipped that nobody has allowed us to ship.
 */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const sources = join(dirname(dirname(fileURLToPath(import.meta.url))), "renderer");

/** The tags of scripts/build-renderer.mjs: they decide what is linked. */
const tags = "nethttpomithttp2,kustomize_disable_go_plugin_support";

const licenceFile = /^(licen[cs]e|copying|notice|unlicense|patents)([._-].*)?$/i;
const permission = /^(licen[cs]e|copying|unlicense)/i;

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) process.stdout.write(goLicenses());

/** The licences of everything that is linked, as one text. */
export function goLicenses() {
  const sections = [standardLibrary()];
  for (const module of linkedModules()) {
    const texts = licencesOf(module);
    if (!texts.some(({ name }) => permission.test(name.split("/").at(-1)))) {
      throw new Error(`${module.path} ${module.version} has no licence file; do not ship it before its licence is known`);
    }
    sections.push(section(`${module.path} ${module.version}`, texts));
  }
  return sections.join("\n");
}

function standardLibrary() {
  const [root, version] = go("env", "GOROOT", "GOVERSION").trim().split("\n");
  const texts = licencesIn(root, root);
  if (texts.length === 0) throw new Error("the Go installation has no LICENSE file; install Go from its official archive");
  return section(`Go standard library ${version}`, texts);
}

/** The modules with at least one package in the build, and the folders of those packages. Our own, and our stubs, are left out. */
function linkedModules() {
  const line = "{{.Path}}\t{{.Version}}\t{{.Dir}}\t{{$.Dir}}";
  // A stub is replaced by a folder, which has no version; a module that goes by another name is replaced by what it really is.
  const format = `{{with .Module}}{{if .Replace}}{{with .Replace}}{{if .Version}}${line}{{end}}{{end}}{{else if not .Main}}${line}{{end}}{{end}}`;
  const modules = new Map();
  for (const text of go("list", "-mod=readonly", "-deps", `-tags=${tags}`, "-f", format, ".").split("\n").filter(Boolean)) {
    const [path, version, folder, package_] = text.split("\t");
    const module = modules.get(path) ?? { path, version, folder, packages: new Set() };
    modules.set(path, module);
    module.packages.add(package_);
  }
  return [...modules.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** A module's own licence files, and those of third-party code in folders that are linked. */
function licencesOf({ folder, packages }) {
  const folders = new Set([folder]);
  for (const start of packages) {
    for (let at = start; at !== folder && at.startsWith(folder + sep); at = dirname(at)) folders.add(at);
  }
  return [...folders].sort().flatMap((at) => licencesIn(at, folder));
}

function licencesIn(folder, base) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && licenceFile.test(entry.name) && !entry.name.endsWith(".go"))
    .map((entry) => join(folder, entry.name))
    .sort()
    .map((file) => ({ name: relative(base, file).split(sep).join("/"), text: readFileSync(file, "utf8").replaceAll("\r\n", "\n").trim() }));
}

function section(title, texts) {
  const line = "=".repeat(80);
  return `${line}\n${title}\n${line}\n\n${texts.map(({ name, text }) => `--- ${name} ---\n\n${text}\n`).join("\n")}`;
}

function go(...args) {
  const { error, status, stdout, stderr } = spawnSync("go", args, {
    cwd: sources,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, GOOS: "wasip1", GOARCH: "wasm", CGO_ENABLED: "0", GOFLAGS: "", GOWORK: "off", GOTOOLCHAIN: "local", GOENV: "off" },
  });
  if (error) throw new Error(`cannot run go: ${error.message}`, { cause: error });
  if (status !== 0) throw new Error(`go ${args[0]} exited with ${status}: ${stderr}`);
  return stdout;
}
