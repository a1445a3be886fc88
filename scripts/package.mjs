// Bundles the compiled entry points into dist/: one each, with the licences of everything that ships.
// The bundler is fed compiled JavaScript, so its output depends on nothing but the sources and the lock file.

import ncc from "@vercel/ncc";
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const bundles = { action: "src/action.js", cli: "src/cli.js", worker: "src/render/worker.js" };

/** The compiler's inline source maps serve the tests; in a bundle they are two thirds of what Node has to read. */
const withoutMaps = (code) => code.replace(/^\/\/# sourceMappingURL=data:.*\n?/gm, "");

/** Name, version, licence and its text of every package that is installed for production, from the lock file. */
function npmLicences() {
  const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
  const shipped = Object.entries(packages).filter(([path, { dev }]) => path !== "" && dev !== true);
  return shipped.map(([path, { version, license }]) => {
    const folder = join(root, path);
    const file = readdirSync(folder).sort().find((name) => /^(licen[cs]e|copying)/i.test(name));
    if (file === undefined && license === undefined) throw new Error(`${path} has neither a licence nor a licence file`);
    const text = file === undefined ? "(the package holds no licence text)" : readFileSync(join(folder, file), "utf8").replaceAll("\r\n", "\n").trim();
    return `${path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length)} ${version} (${license})\n\n${text}\n`;
  });
}

for (const [name, entry] of Object.entries(bundles)) {
  const { code, assets } = await ncc(join(root, ".tsbuild", entry), { cache: false, quiet: true, esm: true });
  const folder = join(root, "dist", name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "index.js"), withoutMaps(code), { mode: name === "cli" ? 0o755 : 0o644 });
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }\n');
  // What is loaded on demand is a chunk beside the bundle; anything else would be a file that nobody thought of.
  for (const [file, { source }] of Object.entries(assets)) {
    if (/^\d+\.index\.js$/.test(file)) writeFileSync(join(folder, file), withoutMaps(String(source)));
    else if (file !== "package.json") throw new Error(`the bundle ${name} has a file that nobody ships: ${file}`);
  }
}

const rule = "-".repeat(80);
const go = readFileSync(join(root, "renderer", "licenses.txt"), "utf8");
const npm = [...new Set(npmLicences())].sort().join(`\n${rule}\n`);
writeFileSync(join(root, "dist", "licenses.txt"), `npm packages in dist/*/index.js\n\n${npm}\n${rule}\n\nGo modules in dist/renderer.wasm.br\n\n${go}`);
