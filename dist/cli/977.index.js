export const id = 977;
export const ids = [977];
export const modules = {

/***/ 6977:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openNativeRenderer: () => (/* binding */ openNativeRenderer)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./.tsbuild/src/core/tree.js
var core_tree = __webpack_require__(1836);
// EXTERNAL MODULE: ./.tsbuild/src/core/utf8.js
var utf8 = __webpack_require__(7011);
;// CONCATENATED MODULE: ./.tsbuild/src/native/calls.js
// What the tools are told. Every value is joined to its option or stands behind `--`, and every path is absolute, so that no text of a
// repository can become an option or an address.


/** One value of an option that splits its values as CSV does. spf13/pflag: string_slice.go. */
function csv(value) {
    return `"${value.replaceAll('"', '""')}"`;
}
function refused(message, remedy) {
    return { kind: "refused", path: null, line: null, message, remedy, blocking: true };
}
const embedded = "Use the embedded engine for it, or leave the target out";
/** Leaves the tree, or is an address: what `--set-file` would read of the machine or the network. */
const LEAVES = /\.\.|:\/\/|[=,]\s*(?:[/\\~]|[A-Za-z]:)/;
/** Why the tools cannot render a target as it is meant; null when they can. */
function refusalOf(target) {
    if (target.engine === "kustomize") {
        if ((0,core_tree/* joinPath */.uJ)(".", target.path) === null)
            return refused(`The path \`${target.path}\` leaves the repository`, "Correct the path");
        if (target.edits === null && target.substitute === null)
            return null;
        return refused("What Flux or Argo CD adds to a kustomization (patches, images, variables …) is not known to `kustomize build`, so the native engine does not render it", embedded);
    }
    const { helm, path, wanted } = target;
    if (wanted !== null)
        return refused(`The chart \`${wanted.name}\` is to be taken from the chart cache, which the native engine does not have`, embedded);
    if (helm.defaultsFiles.length + helm.defaultsInChart.length > 0)
        return refused("Values files that take the place of a chart's own values are not known to `helm template`, so the native engine does not render it", embedded);
    if (helm.postRenderers.length > 0)
        return refused("Post-renderers of a HelmRelease are not known to `helm template`, so the native engine does not render it", embedded);
    const leaving = [path, ...helm.valuesFiles].find((file) => (0,core_tree/* joinPath */.uJ)(".", file) === null) ?? helm.setFile.find((setting) => LEAVES.test(setting));
    return leaving === undefined ? null : refused(`\`${leaving}\` names a file outside the repository`, "Name a file of the repository, relative to its root");
}
/** The arguments of `helm template` for a target in the tree at `root`; `inline` is the file with its inline values. */
function helmArguments({ path, helm }, root, inline) {
    const each = (option, values) => values.map((value) => `--${option}=${value}`);
    const files = [...helm.valuesFiles.map((file) => (0,external_node_path_.join)(root, (0,core_tree/* joinPath */.uJ)(".", file) ?? ".")), ...(inline === null ? [] : [inline])];
    return [
        "template",
        "--include-crds",
        `--namespace=${helm.namespace}`,
        ...each("values", files.map(csv)),
        ...each("set", helm.set),
        ...each("set-string", helm.setString),
        ...each("set-json", helm.setJson),
        ...each("set-file", helm.setFile),
        ...(helm.kubeVersion === "" ? [] : [`--kube-version=${helm.kubeVersion}`]),
        ...each("api-versions", helm.apiVersions),
        ...(helm.skipTests ? ["--skip-tests"] : []),
        "--",
        helm.release,
        (0,external_node_path_.join)(root, path),
    ];
}
/**
 * The arguments that build a kustomization of the tree at `root`. Programs and charts from elsewhere are what the native engine is for.
 * Without the restriction to the kustomization's own folder a path can climb out of the tree into the machine, which the programs that a
 * kustomization names can do in any case: it is lifted where the configuration says so.
 */
function buildArguments({ path, loadRestrictor }, root, { helm, builder }) {
    const command = builder.name === "kustomize" ? ["build", "--enable-exec"] : ["kustomize"];
    return [...command, "--enable-alpha-plugins", "--enable-helm", `--helm-command=${helm}`, `--load-restrictor=LoadRestrictions${loadRestrictor === "none" ? "None" : "RootOnly"}`, "--", (0,external_node_path_.join)(root, path)];
}
// EXTERNAL MODULE: ./.tsbuild/src/core/manifest.js + 6 modules
var manifest = __webpack_require__(5371);
;// CONCATENATED MODULE: ./.tsbuild/src/native/dependencies.js
// Which repositories the dependencies of a chart come from: `helm dependency build` wants them registered before it follows Chart.lock.



/** Says that `charts/` does not hold what the chart declares. helm/helm: pkg/action/dependency.go (CheckDependencies). */
function lacksDependencies(stderr) {
    return /missing in charts\/ directory/.test(stderr);
}
async function textAt(tree, path) {
    const led = (0,core_tree/* resolvePath */.o1)(tree, path);
    if (led.kind !== "found" || led.entry.kind !== "file")
        return null;
    const bytes = (await tree.read([led.entry.id])).get(led.entry.id);
    return bytes === undefined ? null : (0,utf8/* decodeUtf8 */._6)(bytes);
}
/** Addresses (http, https) of the repositories that a chart of the tree names, sorted. */
async function repositoriesOf(tree, chart) {
    const found = new Set();
    for (const name of ["Chart.yaml", "Chart.lock", "requirements.yaml", "requirements.lock"]) {
        const text = await textAt(tree, `${chart}/${name}`);
        if (text === null)
            continue;
        for (const { object } of (0,manifest/* readDocuments */.r9)({ path: name, text, origin: "file" }).documents) {
            const dependencies = object["dependencies"];
            for (const dependency of Array.isArray(dependencies) ? dependencies : []) {
                const repository = (0,manifest/* isMapping */.pi)(dependency) ? dependency["repository"] : null;
                if (typeof repository === "string" && /^https?:\/\//.test(repository))
                    found.add(repository);
            }
        }
    }
    return [...found].sort();
}
/** The file that registers repositories with Helm. JSON is YAML. helm/helm: pkg/repo/repo.go. */
function repositoryFile(addresses) {
    return JSON.stringify({ apiVersion: "v1", repositories: addresses.map((url, index) => ({ name: `r${index}`, url })) });
}
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./.tsbuild/src/core/failure.js
var failure = __webpack_require__(2664);
;// CONCATENATED MODULE: ./.tsbuild/src/native/find-tool.js
// Where a tool is. Looked up here, so that no shell and no system searches the current folder: that may be the repository under test,
// and nothing in it may run.




/** True when a path on disk is a folder or lies below it. */
function liesIn(folder, path) {
    const way = (0,external_node_path_.relative)(folder, path);
    return way === "" || (way !== ".." && !way.startsWith(`..${external_node_path_.sep}`) && !(0,external_node_path_.isAbsolute)(way));
}
/** The real path of the repository that a folder on disk is in; the folder itself when it is in none. */
async function repositoryAround(folder) {
    const start = await (0,promises_.realpath)(folder);
    for (let at = start;; at = (0,external_node_path_.dirname)(at)) {
        if (await (0,promises_.stat)((0,external_node_path_.join)(at, ".git")).then(() => true, () => false))
            return at;
        if ((0,external_node_path_.dirname)(at) === at)
            return start;
    }
}
/** The real path of a program that may be run: a file, executable, outside the repository. */
async function program(path, repository) {
    const real = await (0,promises_.realpath)(path).catch(() => null);
    if (real === null || liesIn(repository, real) || liesIn(repository, path))
        return null;
    if (!(await (0,promises_.stat)(real)).isFile())
        return null;
    // Started by the path that was found: a program may go by the name it is called.
    return (0,promises_.access)(path, external_node_fs_.constants.X_OK).then(() => path, () => null);
}
/**
 * Absolute path of a tool, null when it is in no absolute folder of `searchPath` (the value of PATH) outside the repository. On Windows
 * only `.exe` counts: what else PATHEXT lists runs through a shell.
 */
async function findTool(name, searchPath, repository) {
    const file = process.platform === "win32" ? `${name}.exe` : name;
    for (const folder of searchPath.split(external_node_path_.delimiter)) {
        const found = (0,external_node_path_.isAbsolute)(folder) ? await program((0,external_node_path_.join)(folder, file), repository) : null;
        if (found !== null)
            return found;
    }
    return null;
}
/** The tool at the path that `variable` of the environment holds. Throws a UsageError when it is not one that may be run. */
async function givenTool(variable, path, repository) {
    if (!(0,external_node_path_.isAbsolute)(path))
        throw new failure/* UsageError */.e(`${variable} is \`${path}\`, which is not an absolute path`, `Set ${variable} to the absolute path of the program.`);
    const found = await program(path, repository);
    if (found === null)
        throw new failure/* UsageError */.e(`${variable} is \`${path}\`, which is no program, or lies in the repository under test`, `Set ${variable} to a program outside the repository.`);
    return found;
}
// EXTERNAL MODULE: ./.tsbuild/src/core/chart-cache.js
var chart_cache = __webpack_require__(3205);
// EXTERNAL MODULE: ./.tsbuild/src/core/trim-end.js
var trim_end = __webpack_require__(260);
;// CONCATENATED MODULE: ./.tsbuild/src/native/layout.js
// Which bytes lie at which path once a tree is on disk: symbolic links replaced by what they lead to, and nothing with a name that
// means something to a file system or to git.



const MAX_NESTED_LINKS = 8;
// https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file
const WINDOWS_NAME = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)|[<>:"|?*\u0001-\u001f]|[. ]$/i;
/** Why a name of a tree is not written to disk; null when it is harmless. */
function unsafeName(name, platform) {
    if (name === "" || name === "." || name === ".." || /[/\0]|\p{Cs}/u.test(name))
        return "is no name of a file";
    if (name.includes("\\"))
        return "holds a backslash";
    // What file systems that ignore case and invisible characters take for `.git`. git/git: utf8.c (is_hfs_dotgit), path.c (is_ntfs_dotgit).
    const plain = (0,trim_end/* trimEndOf */.f)(name.replace(/\p{Default_Ignorable_Code_Point}/gu, ""), ". ").toLowerCase();
    if (plain === ".git" || plain === "git~1")
        return "is git's own";
    if (platform === "win32" && WINDOWS_NAME.test(name))
        return "is reserved on Windows";
    return null;
}
function trouble(kind, path, message, remedy) {
    return { kind, path, line: null, message, remedy, blocking: true };
}
function childrenOf(tree) {
    const children = new Map();
    for (const path of tree.entries.keys()) {
        const folder = (0,core_tree/* parentOf */.gN)(path);
        const known = children.get(folder);
        if (known === undefined)
            children.set(folder, [path]);
        else
            known.push(path);
    }
    return children;
}
/** Everything in a tree. `given` charts of the command line stay out: the tools bring their own. */
function layOutTree(tree, bounds, platform = process.platform) {
    const children = childrenOf(tree);
    const files = [];
    const folders = [];
    const troubles = [];
    const given = (0,core_tree/* parentOf */.gN)(chart_cache/* GIVEN_CHARTS */._);
    let room = bounds.bytes;
    let whole = true;
    const file = (path, id, size) => {
        room -= size;
        if (room < 0 || files.length >= bounds.files)
            whole = false;
        else
            files.push({ path, id, size });
    };
    const walk = (real, at, links) => {
        folders.push(at);
        for (const child of children.get(real) ?? []) {
            if (!whole)
                return;
            const name = child.slice(child.lastIndexOf("/") + 1);
            const path = at === "." ? name : `${at}/${name}`;
            if (child === given)
                continue;
            const why = unsafeName(name, platform);
            if (why === null)
                place(child, path, links);
            else
                troubles.push(trouble("refused", path, `The name ${JSON.stringify(name)} ${why}, so it is not written to disk for the native engine`, "Rename it, or use the embedded engine"));
        }
    };
    const place = (child, path, links) => {
        const entry = tree.entries.get(child);
        if (entry?.kind === "file")
            return file(path, entry.id, entry.size);
        if (entry?.kind === "folder")
            return walk(child, path, links);
        const led = (0,core_tree/* resolvePath */.o1)(tree, child);
        if (led.kind === "submodule")
            troubles.push(trouble("submodule", path, "The folder is a git submodule, whose files are not in this repository", "Copy the files that are rendered into this repository, or leave the target out"));
        else if (led.kind === "outside")
            troubles.push(trouble("link-outside", path, "The symbolic link points out of the repository and is not followed", "Let the link point to a file of this repository, or replace it by the file itself"));
        else if (led.kind === "missing")
            troubles.push(trouble("missing-file", path, "The symbolic link leads nowhere", "Remove the link, or commit what it points to"));
        else if (led.entry.kind === "file")
            file(path, led.entry.id, led.entry.size);
        else if (links < MAX_NESTED_LINKS)
            walk(led.path, path, links + 1);
        else
            troubles.push(trouble("limit", path, "Symbolic links lead round in a circle, or are nested too deep", "Remove the link, or replace it by what it points to"));
    };
    walk(".", ".", 0);
    return { files, folders, troubles, whole };
}
/** The given files alone, for trees that are too large. */
function layOutFiles(tree, paths, bounds, platform = process.platform) {
    const files = [];
    const folders = new Set(["."]);
    let room = bounds.bytes;
    for (const path of paths) {
        const clean = (0,core_tree/* joinPath */.uJ)(".", path);
        const led = (0,core_tree/* resolvePath */.o1)(tree, path);
        if (clean === null || led.kind !== "found" || led.entry.kind !== "file")
            continue;
        if (clean.split("/").some((name) => unsafeName(name, platform) !== null))
            continue; // the tool misses it, and says so
        room -= led.entry.size;
        if (room < 0 || files.length >= bounds.files)
            return { files, folders: [...folders], troubles: [], whole: false };
        files.push({ path: clean, id: led.entry.id, size: led.entry.size });
        for (let folder = (0,core_tree/* parentOf */.gN)(clean); folder !== "."; folder = (0,core_tree/* parentOf */.gN)(folder))
            folders.add(folder);
    }
    return { files, folders: [...folders].sort(), troubles: [], whole: true };
}
;// CONCATENATED MODULE: ./.tsbuild/src/native/error-code.js
// The code that the system gives a failure, such as `EEXIST`.
/** The code of an error of Node's; null for any other value. */
function errorCode(error) {
    return typeof error === "object" && error !== null && "code" in error && typeof error.code === "string" ? error.code : null;
}
;// CONCATENATED MODULE: ./.tsbuild/src/native/materialise.js
// Writes a layout to an empty folder: regular files only, none of them executable.



const BATCH_BYTES = 32 * 1024 * 1024; // of blobs in memory at a time
const BATCH_FILES = 256;
const LFS_POINTER = Buffer.from("version https://git-lfs.github.com/spec/v1"); // git-lfs/git-lfs: docs/spec.md
function* batches(files) {
    let batch = [];
    let bytes = 0;
    for (const file of files) {
        if (batch.length >= BATCH_FILES || (batch.length > 0 && bytes + file.size > BATCH_BYTES)) {
            yield batch;
            [batch, bytes] = [[], 0];
        }
        batch.push(file);
        bytes += file.size;
    }
    if (batch.length > 0)
        yield batch;
}
async function writeOne(root, { path, id }, bytes) {
    const blocking = { path, line: null, blocking: true };
    if (bytes === undefined) {
        return [{ ...blocking, kind: "missing-file", message: `Git does not have the file's bytes (blob ${id})`, remedy: "Fetch the whole commit: a partial clone leaves such bytes out" }];
    }
    const taken = await (0,promises_.writeFile)((0,external_node_path_.join)(root, path), bytes, { flag: "wx", mode: 0o600 }).then(() => false, (error) => {
        if (errorCode(error) === "EEXIST")
            return true;
        throw error;
    });
    if (taken)
        return [{ ...blocking, kind: "refused", message: "Another file has the same name on this file system, which does not tell upper from lower case", remedy: "Rename one of them, or use the embedded engine" }];
    if (!LFS_POINTER.equals(bytes.subarray(0, LFS_POINTER.length)))
        return [];
    return [{ ...blocking, kind: "lfs-pointer", message: "Git holds only a Git LFS pointer in place of the file, so what it really says was not read", remedy: "Keep the file in git itself (git lfs untrack)" }];
}
/** Writes what a layout says into `folder`, which is empty. Rejects when the disk or the tree fails. */
async function materialise(tree, layout, folder) {
    const troubles = [...layout.troubles];
    for (const path of layout.folders)
        await (0,promises_.mkdir)((0,external_node_path_.join)(folder, path), { recursive: true, mode: 0o700 });
    for (const batch of batches(layout.files)) {
        const blobs = await tree.read([...new Set(batch.map(({ id }) => id))]);
        for (const found of await Promise.all(batch.map((file) => writeOne(folder, file, blobs.get(file.id)))))
            troubles.push(...found);
    }
    return { folder, troubles };
}
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
;// CONCATENATED MODULE: ./.tsbuild/src/native/run-tool.js
// One way to start a tool: never through a shell, with bounds on time and output, and its whole process group ended with it.



const MAX_COMPLAINT = 64_000; // characters of standard error that are kept
/** Ends a process and everything that it started. What is gone already is no failure. */
function endGroup({ pid }) {
    if (pid === undefined)
        return;
    if (process.platform === "win32") {
        const taskkill = (0,external_node_path_.join)(process.env["SystemRoot"] ?? "C:\\Windows", "System32", "taskkill.exe");
        (0,external_node_child_process_.spawn)(taskkill, ["/pid", String(pid), "/t", "/f"], { stdio: "ignore", windowsHide: true }).on("error", () => undefined);
        return;
    }
    try {
        process.kill(-pid, "SIGKILL");
    }
    catch (error) {
        // ESRCH: nobody is left. EPERM: macOS says so of what has ended and was not waited for.
        if (!["ESRCH", "EPERM"].includes(errorCode(error) ?? ""))
            throw error;
    }
}
/** Runs a tool to its end. Every way in which it ends is an answer; rejects only when `signal` ends it. */
function runTool({ program, args, directory, environment, timeLimitMs, maxOutput, signal }) {
    return new Promise((resolve, reject) => {
        if (signal.aborted)
            return reject(new Error("the native engine is closed"));
        const chunks = [];
        let [size, complaint] = [0, ""];
        let cut = null;
        // A group of its own (on POSIX), so that what it starts can be ended with it.
        const child = (0,external_node_child_process_.spawn)(program, [...args], { cwd: directory, env: { ...environment }, stdio: ["ignore", "pipe", "pipe"], shell: false, windowsHide: true, detached: process.platform !== "win32" });
        const stop = (why) => {
            cut ??= why;
            endGroup(child);
        };
        const onAbort = () => stop(null);
        const timer = setTimeout(() => stop({ kind: "out-of-time", seconds: timeLimitMs / 1000 }), timeLimitMs);
        signal.addEventListener("abort", onAbort);
        const finish = (settle) => {
            clearTimeout(timer);
            signal.removeEventListener("abort", onAbort);
            settle();
        };
        child.stdout.on("data", (chunk) => {
            size += chunk.length;
            if (size > maxOutput)
                stop({ kind: "too-much-output", bytes: maxOutput });
            else
                chunks.push(chunk);
        });
        child.stderr.setEncoding("utf8").on("data", (chunk) => {
            if (complaint.length < MAX_COMPLAINT)
                complaint += chunk;
        });
        child.on("error", (error) => finish(() => resolve({ kind: "not-started", reason: error.message })));
        child.on("exit", () => endGroup(child)); // what it left behind would keep the pipes open
        child.on("close", (code) => finish(() => (signal.aborted ? reject(new Error("the native engine is closed")) : resolve(cut ?? { kind: "ended", code: code ?? -1, stdout: Buffer.concat(chunks), stderr: complaint.slice(0, MAX_COMPLAINT) }))));
    });
}
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
;// CONCATENATED MODULE: ./.tsbuild/src/native/tool-environment.js
// What a tool sees of the environment: a list, to which nothing is added by accident. No token, no credential of a cloud, no kubeconfig.



/** Kept as they are: what systems need to start a program, whom to trust, and the way to the network. Upper case. */
const KEPT = new Set([
    ..."SYSTEMROOT SYSTEMDRIVE WINDIR COMSPEC PATHEXT LD_LIBRARY_PATH".split(" "),
    ..."SSL_CERT_FILE SSL_CERT_DIR HTTP_PROXY HTTPS_PROXY ALL_PROXY NO_PROXY".split(" "),
    "KUSTOMIZE_PLUGIN_HOME", // where the plugins are that the native engine exists for
]);
/** Set by the user for us, and for Helm by another name: how it logs in to private repositories and registries. */
const LENT = {
    SECCOMP_GATE_HELM_REPOSITORY_CONFIG: "HELM_REPOSITORY_CONFIG",
    SECCOMP_GATE_HELM_REGISTRY_CONFIG: "HELM_REGISTRY_CONFIG",
};
/** The folders of PATH that are absolute and outside the repository. */
function safeSearchPath(searchPath, repository) {
    return searchPath.split(external_node_path_.delimiter).filter((folder) => (0,external_node_path_.isAbsolute)(folder) && !liesIn(repository, folder)).join(external_node_path_.delimiter);
}
/** The value of PATH, whatever the case of its name. */
function searchPathOf(source) {
    return Object.entries(source).find(([name]) => name.toUpperCase() === "PATH")?.[1] ?? "";
}
/** The environment of every tool; `home` is an empty folder of ours that stands for every home. */
function toolEnvironment(source, home, repository) {
    const kept = Object.entries(source).filter(([name]) => KEPT.has(name.toUpperCase()));
    const lent = Object.entries(LENT).flatMap(([ours, theirs = ""]) => (source[ours] === undefined || source[ours] === "" ? [] : [[theirs, source[ours]]]));
    const below = (name) => (0,external_node_path_.join)(home, name);
    return {
        ...Object.fromEntries(kept),
        PATH: safeSearchPath(searchPathOf(source), repository),
        HOME: home,
        USERPROFILE: home,
        APPDATA: below("appdata"),
        LOCALAPPDATA: below("appdata"),
        XDG_CONFIG_HOME: below("config"),
        XDG_CACHE_HOME: below("cache"),
        XDG_DATA_HOME: below("data"),
        TMPDIR: below("tmp"),
        TEMP: below("tmp"),
        TMP: below("tmp"),
        HELM_CONFIG_HOME: below("helm-config"),
        HELM_CACHE_HOME: below("helm-cache"),
        HELM_DATA_HOME: below("helm-data"),
        HELM_PLUGINS: below("helm-plugins"),
        HELM_NO_PLUGINS: "1",
        ...Object.fromEntries(lent),
        DOCKER_CONFIG: below("docker"),
        KUBECONFIG: external_node_os_.devNull,
        GIT_CONFIG_GLOBAL: external_node_os_.devNull,
        GIT_CONFIG_NOSYSTEM: "1",
        GIT_TERMINAL_PROMPT: "0",
        GIT_ASKPASS: "",
        LC_ALL: "C",
        NO_COLOR: "1",
    };
}
// EXTERNAL MODULE: ./.tsbuild/src/core/one-line.js
var one_line = __webpack_require__(6417);
;// CONCATENATED MODULE: ./.tsbuild/src/native/tool-trouble.js
// In words: how a tool ended without an output that can be read.

const MAX_MESSAGE = 800; // characters
function blocking(kind, message, remedy) {
    return { kind, path: null, line: null, message, remedy, blocking: true };
}
/** What a tool complains about, on one line: without warnings, credentials in addresses, and the folders that are only ours. */
function complaintOf(stderr, folders) {
    const lines = stderr.split(/\r?\n/).filter((line) => line.trim() !== "");
    const from = lines.findIndex((line) => /^Error: /i.test(line));
    const told = (from < 0 ? lines.slice(-5) : lines.slice(from)).join(" ").replace(/^Error: /i, "");
    const [complaint = ""] = told.split("Use --debug flag to render out invalid YAML", 1);
    const relative = folders.reduce((text, folder) => text.replaceAll(`${folder}/`, "").replaceAll(`${folder}\\`, "").replaceAll(folder, "."), complaint.trimEnd());
    const clean = (0,one_line/* terminalText */.eR)(relative.replace(/:\/\/[^@/\s]*@/g, "://***@").trim());
    return clean.length <= MAX_MESSAGE ? clean : `${clean.slice(0, MAX_MESSAGE)}…`;
}
/** The blocking problem that an answer other than success is. `what` was run, `folders` are those that are ours. */
function troubleOfAnswer(what, answer, folders) {
    switch (answer.kind) {
        case "out-of-time":
            return blocking("limit", `\`${what}\` took longer than ${answer.seconds} s and was stopped`, "Look for a loop without end, or for an address that does not answer; or leave the target out with `exclude:`");
        case "too-much-output":
            return blocking("limit", `\`${what}\` printed more than the ${Math.floor(answer.bytes / (1024 * 1024))} MiB that are read and was stopped`, "Split the target, or leave it out with `exclude:`");
        case "not-started":
            return blocking("render-failed", `\`${what}\` cannot be started: ${(0,one_line/* terminalText */.eR)(answer.reason).slice(0, MAX_MESSAGE)}`, "Repair the installation of the tool");
        case "ended": {
            const complaint = complaintOf(answer.stderr, folders);
            return blocking("render-failed", `\`${what}\` failed: ${complaint === "" ? `it ended with exit code ${answer.code}` : complaint}`, `Run \`${what}\` on the same path to see all that it says`);
        }
    }
}
;// CONCATENATED MODULE: ./.tsbuild/src/native/tools.js
// The tools of the machine: where they are, and which versions they say they are.



/** The path given by an environment variable, else the first one in PATH; null without either. */
async function locate(name, variable, source, repository) {
    const given = source[variable];
    return given === undefined || given === "" ? findTool(name, searchPathOf(source), repository) : givenTool(variable, given, repository);
}
/** Finds `helm`, and `kustomize` or else `kubectl`. Throws a UsageError that says what to install. */
async function findTools(source, repository) {
    const helm = await locate("helm", "SECCOMP_GATE_HELM", source, repository);
    if (helm === null)
        throw new failure/* UsageError */.e("`helm` was not found in the folders of PATH, and the native engine renders charts with it", "Install Helm, set SECCOMP_GATE_HELM to its absolute path, or use the embedded engine, which needs no tools.");
    const kustomize = await locate("kustomize", "SECCOMP_GATE_KUSTOMIZE", source, repository);
    if (kustomize !== null)
        return { helm, builder: { name: "kustomize", program: kustomize } };
    const kubectl = await locate("kubectl", "SECCOMP_GATE_KUBECTL", source, repository);
    if (kubectl !== null)
        return { helm, builder: { name: "kubectl", program: kubectl } };
    throw new failure/* UsageError */.e("neither `kustomize` nor `kubectl` was found in the folders of PATH, and the native engine builds kustomizations with them", "Install one of them, set SECCOMP_GATE_KUSTOMIZE or SECCOMP_GATE_KUBECTL to its absolute path, or use the embedded engine, which needs no tools.");
}
const VERSION = /v?(\d+\.\d+(?:\.\d+)?(?:[-+][\w.+-]+)?)/;
async function versionOf(ask, program, args, pattern) {
    const answer = await ask(program, args);
    const text = answer.kind === "ended" && answer.code === 0 ? Buffer.from(answer.stdout).toString("utf8").slice(0, 4000) : "";
    const version = pattern.exec(text)?.[1];
    if (version !== undefined)
        return version.slice(0, 60);
    const how = answer.kind === "not-started" ? `cannot be started: ${answer.reason}` : "does not say its version";
    throw new failure/* UsageError */.e(`\`${program}\` ${how} (\`${args.join(" ")}\`)`, "Install a released version of it, or use the embedded engine.");
}
/** What the tools say of themselves, as `1.2.3`. Throws a UsageError when one does not. */
async function askVersions({ helm, builder }, ask) {
    const ofHelm = await versionOf(ask, helm, ["version", "--template", "{{.Version}}"], VERSION);
    const ofKustomize = builder.name === "kustomize"
        ? await versionOf(ask, builder.program, ["version"], VERSION)
        : `${await versionOf(ask, builder.program, ["version", "--client"], new RegExp(`Kustomize Version: ${VERSION.source}`))} (kubectl)`;
    return { helm: ofHelm, kustomize: ofKustomize };
}
;// CONCATENATED MODULE: ./.tsbuild/src/native/workspace.js
// A temporary folder that goes away with the process, however that ends (short of a kill that nobody can catch).




const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];
/** Makes the folder; `beforeRemoval` is called once, just before it goes, and ends what works in it. */
async function openWorkspace(beforeRemoval) {
    const folder = await (0,promises_.realpath)(await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), "seccomp-gate-native-"))); // of mode 0700
    let [made, gone] = [0, false];
    const remove = () => {
        if (gone)
            return;
        gone = true;
        beforeRemoval();
        (0,external_node_fs_.rmSync)(folder, { recursive: true, force: true, maxRetries: 3 });
    };
    const onSignal = (signal) => {
        close();
        process.kill(process.pid, signal); // now that nobody listens it does what it does by itself
    };
    const close = () => {
        process.off("exit", remove);
        for (const signal of SIGNALS)
            process.off(signal, onSignal);
        remove();
    };
    process.on("exit", remove);
    for (const signal of SIGNALS)
        process.on(signal, onSignal);
    return {
        folder,
        newFolder: async () => {
            const place = (0,external_node_path_.join)(folder, String(made++));
            await (0,promises_.mkdir)(place, { mode: 0o700 });
            return place;
        },
        [Symbol.dispose]: close,
    };
}
;// CONCATENATED MODULE: ./.tsbuild/src/native/native-renderer.js
// The native engine: Helm and Kustomize of the machine, each target from a copy of its tree without links. By explicit choice only.














const MAX_FILES = 200_000;
const VERSION_LIMIT_MS = 60_000;
/** Finds the tools and asks for their versions. Throws a UsageError when one is missing, before anything of a repository is touched. */
async function openNativeRenderer(options) {
    const { environment: source, folder, timeLimitMs = 120_000, maxOutput = 64 * 1024 * 1024, maxTreeBytes = 500_000_000 } = options;
    const repository = await repositoryAround(folder);
    const tools = await findTools(source, repository);
    const closing = new AbortController();
    const workspace = await openWorkspace(() => closing.abort());
    try {
        const home = await workspace.newFolder();
        for (const name of ["tmp", "helm-plugins"])
            await (0,promises_.mkdir)((0,external_node_path_.join)(home, name));
        const environment = toolEnvironment(source, home, repository);
        const common = { environment, timeLimitMs, maxOutput, signal: closing.signal };
        const versions = await askVersions(tools, (program, args) => runTool({ ...common, program, args, directory: home, timeLimitMs: VERSION_LIMIT_MS }));
        const run = (program, args, directory, more = {}) => runTool({ ...common, program, args, directory, environment: { ...environment, ...more } });
        const bounds = { bytes: maxTreeBytes, files: MAX_FILES };
        const tellsRepositories = environment["HELM_REPOSITORY_CONFIG"] !== undefined;
        const engine = { tools, run, newFolder: workspace.newFolder, bounds, tellsRepositories, splitOutput: options.splitOutput };
        const sides = new Map();
        const render = (tree, target, predicted) => {
            const side = sides.get(tree) ?? { whole: null, last: Promise.resolve() };
            sides.set(tree, side);
            // One after another in each tree: tools write downloads beside the charts, and what comes of that must not hang on who was first.
            const rendering = side.last.then(() => renderOne(engine, side, tree, target, predicted));
            side.last = rendering.catch(() => undefined);
            return rendering;
        };
        return { render, versions, [Symbol.asyncDispose]: () => Promise.resolve(workspace[Symbol.dispose]()) };
    }
    catch (error) {
        workspace[Symbol.dispose]();
        throw error;
    }
}
async function renderOne(engine, side, tree, target, predicted) {
    const opened = [...new Set(predicted)].sort();
    const failed = (problems) => ({ sources: [], problems, opened, listed: [], missed: [] });
    const refusal = refusalOf(target);
    if (refusal !== null)
        return failed([refusal]);
    const place = await putOnDisk(engine, side, tree, predicted);
    if (place === null)
        return failed([{ kind: "limit", path: null, line: null, message: "The files of the target are more than the native engine writes to disk", remedy: "Use the embedded engine, or leave the target out with `exclude:`", blocking: true }]);
    try {
        const near = new Set(predicted);
        const absent = place.troubles.filter(({ path }) => path !== null && ((0,core_tree/* isWithin */.UO)(path, target.path) || near.has(path)));
        if (absent.length > 0)
            return failed(absent);
        const [what, answer] = target.engine === "helm" ? ["helm template", await template(engine, tree, target, place.folder)] : await build(engine, target, place.folder);
        if (answer.kind !== "ended" || answer.code !== 0)
            return failed([troubleOfAnswer(what, answer, [place.folder])]);
        const output = (0,utf8/* decodeUtf8 */._6)(answer.stdout);
        if (output === null)
            return failed([{ kind: "encoding", path: null, line: null, message: `What \`${what}\` printed is not UTF-8 text`, remedy: "Save the files that are rendered as UTF-8", blocking: true }]);
        return { sources: engine.splitOutput(tree, target, output), problems: [], opened, listed: [], missed: [] };
    }
    finally {
        if (place !== side.whole)
            await (0,promises_.rm)(place.folder, { recursive: true, force: true });
    }
}
/** The tree on disk, or of a large one the predicted files; null when even those are too many. */
async function putOnDisk({ bounds, newFolder }, side, tree, predicted) {
    if (side.whole === null) {
        const layout = layOutTree(tree, bounds);
        side.whole = layout.whole ? await materialise(tree, layout, await newFolder()) : "too-large";
    }
    if (side.whole !== "too-large")
        return side.whole;
    const layout = layOutFiles(tree, predicted, bounds);
    return layout.whole ? materialise(tree, layout, await newFolder()) : null;
}
async function build({ tools, run }, target, root) {
    return [tools.builder.name === "kustomize" ? "kustomize build" : "kubectl kustomize", await run(tools.builder.program, buildArguments(target, root, tools), root)];
}
/** Runs `helm template`; where it lacks dependencies, once more after `helm dependency build`, as Argo CD does. */
async function template({ tools, run, newFolder, tellsRepositories }, tree, target, root) {
    const own = await newFolder();
    const inline = Object.keys(target.helm.values).length === 0 ? null : (0,external_node_path_.join)(own, "values.json");
    if (inline !== null)
        await (0,promises_.writeFile)(inline, JSON.stringify(target.helm.values), { mode: 0o600 });
    const args = helmArguments(target, root, inline);
    const first = await run(tools.helm, args, root);
    if (first.kind !== "ended" || first.code === 0 || !lacksDependencies(first.stderr))
        return first;
    const repositories = (0,external_node_path_.join)(own, "repositories.json");
    await (0,promises_.writeFile)(repositories, repositoryFile(await repositoriesOf(tree, target.path)));
    const known = tellsRepositories ? {} : { HELM_REPOSITORY_CONFIG: repositories };
    const built = await run(tools.helm, ["dependency", "build", "--", (0,external_node_path_.join)(root, target.path)], root, known);
    return built.kind === "ended" && built.code === 0 ? run(tools.helm, args, root) : built;
}

/***/ })

};
