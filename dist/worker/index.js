import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
var __webpack_exports__ = {};

;// CONCATENATED MODULE: external "node:worker_threads"
const external_node_worker_threads_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");
;// CONCATENATED MODULE: ./.tsbuild/src/render/listing.js
// A tree's entries in a form that is cheap to send to a worker, and the same entries as a file system asks for them.
/** The listing of a tree. */
function listTree(tree) {
    return { paths: [...tree.entries.keys()], facts: [...tree.entries.values()].map(factOf) };
}
function factOf(entry) {
    switch (entry.kind) {
        case "folder":
            return "d";
        case "file":
            return `f${entry.size} ${entry.id}`;
        case "link":
            return `l${entry.id} ${entry.target}`;
        case "submodule":
            return `s${entry.id}`;
    }
}
/** The tree that a listing lists. */
function openListing({ paths, facts }) {
    const find = (path) => {
        const index = firstAtOrAfter(paths, path);
        return paths[index] === path ? index : -1;
    };
    return {
        entry: (path) => {
            if (path === ".")
                return { kind: "folder" };
            const fact = facts[find(path)];
            return fact === undefined ? undefined : entryOf(fact);
        },
        names: (folder) => namesIn(paths, folder === "." ? "" : `${folder}/`),
        inode: (path) => find(path) + 2, // the root is 1
    };
}
function entryOf(fact) {
    const space = fact.indexOf(" ");
    switch (fact[0]) {
        case "f":
            return { kind: "file", size: Number(fact.slice(1, space)), id: fact.slice(space + 1) };
        case "l":
            return { kind: "link", id: fact.slice(1, space), target: fact.slice(space + 1) };
        case "s":
            return { kind: "submodule", id: fact.slice(1) };
        default:
            return { kind: "folder" };
    }
}
/** What follows `prefix` directly. Whole subfolders are jumped over, so the cost is that of the names alone. */
function namesIn(paths, prefix) {
    const names = [];
    let index = firstAtOrAfter(paths, prefix);
    for (let path = paths[index]; path?.startsWith(prefix); path = paths[index]) {
        const slash = path.indexOf("/", prefix.length);
        if (slash < 0)
            names.push(path.slice(prefix.length));
        // "0" is what follows "/", so this is the first path behind everything in that subfolder.
        index = slash < 0 ? index + 1 : firstAtOrAfter(paths, `${path.slice(0, slash)}0`);
    }
    return names;
}
function firstAtOrAfter(sorted, wanted) {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
        const middle = (low + high) >>> 1;
        if ((sorted[middle] ?? "") < wanted)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
;// CONCATENATED MODULE: ./.tsbuild/src/render/messages.js
// What the main thread and its workers say to each other.
/** Which of the shared numbers is which. */
const shared = {
    /** Changed by the main thread after each answer on `blobs`; the worker sleeps on it. */
    answers: 0,
    /** How many times the module has begun to work; a message for it would take longer than many a job has time for. */
    begun: 1,
};
const SHARED_NUMBERS = 2;
;// CONCATENATED MODULE: ./.tsbuild/src/render/errno.js
// Error numbers of WASI preview 1.
// https://github.com/WebAssembly/WASI/blob/main/legacy/preview1/docs.md#-errno-variant
const errno = {
    success: 0,
    badf: 8,
    fbig: 22,
    inval: 28,
    io: 29,
    isdir: 31,
    loop: 32,
    nametoolong: 37,
    noent: 44,
    nosys: 52,
    notdir: 54,
    rofs: 69,
};
;// CONCATENATED MODULE: ./.tsbuild/src/render/trace.js
// What one rendering did to the file system: its inputs, and what it could not have.
/** An empty trace. */
function startTrace() {
    const opened = new Set();
    const listed = new Set();
    const missed = new Set();
    const incidents = new Map();
    const sorted = (paths) => [...paths].sort();
    return {
        opened: (path) => opened.add(path),
        listed: (path) => listed.add(path),
        missed: (path) => missed.add(path),
        met: (incident) => incidents.set(`${incident.path}\0${incident.kind}`, incident),
        record: () => ({
            opened: sorted(opened),
            listed: sorted(listed),
            missed: sorted(missed),
            incidents: sorted(incidents.keys()).flatMap((key) => incidents.get(key) ?? []),
        }),
    };
}
;// CONCATENATED MODULE: ./.tsbuild/src/core/tree.js
// One revision's files, as git stores them: the only view of a repository that the rest of the program has.
/** Joins and normalises: `join("a/b", "../c")` is `a/c`; null when the result would leave the root. */
function joinPath(folder, path) {
    const out = [];
    for (const part of `${folder}/${path}`.split("/")) {
        if (part === "" || part === ".")
            continue;
        if (part !== "..")
            out.push(part);
        else if (out.pop() === undefined)
            return null;
    }
    return out.length === 0 ? "." : out.join("/");
}
/** The folder a path lies in; `.` for what lies at the root. */
function parentOf(path) {
    const slash = path.lastIndexOf("/");
    return slash < 0 ? "." : path.slice(0, slash);
}
/** True when `path` is `folder` or lies below it. */
function isWithin(path, folder) {
    return folder === "." || path === folder || path.startsWith(`${folder}/`);
}
const MAX_LINKS = 40; // as Linux does: include/linux/namei.h MAXSYMLINKS
/** Follows symbolic links inside the tree. Absolute links and links that leave the root are `outside`. */
function resolvePath(tree, path) {
    // A path as the tree itself writes it: above it are folders, and no links.
    const direct = tree.entries.get(path);
    if (direct?.kind === "file")
        return { kind: "found", path, entry: direct, links: [] };
    const links = [];
    let todo = path.split("/").filter((part) => part !== "" && part !== ".");
    let at = ".";
    let entry = { kind: "folder" };
    while (todo.length > 0) {
        const [part, ...rest] = todo;
        const next = joinPath(at, part);
        if (next === null)
            return { kind: "outside", links };
        const found = next === "." ? { kind: "folder" } : tree.entries.get(next);
        if (found === undefined)
            return { kind: "missing", links };
        if (found.kind === "submodule")
            return { kind: "submodule", path: next, links };
        if (found.kind === "link") {
            links.push(next);
            if (found.target.startsWith("/") || joinPath(at, found.target) === null)
                return { kind: "outside", links };
            if (links.length > MAX_LINKS)
                return { kind: "missing", links };
            todo = [...found.target.split("/").filter((p) => p !== "" && p !== "."), ...rest];
            continue;
        }
        if (found.kind === "file" && rest.length > 0)
            return { kind: "missing", links };
        at = next;
        entry = found;
        todo = rest;
    }
    return { kind: "found", path: at, entry, links };
}
;// CONCATENATED MODULE: ./.tsbuild/src/render/walk-path.js
// From a path to what stands there, as a kernel would go, but never out of the tree.


const walk_path_MAX_LINKS = 40; // as Linux does: include/linux/namei.h MAXSYMLINKS
const MAX_PATH = 4096; // PATH_MAX of include/uapi/linux/limits.h
/** Walks `path` from a folder of the tree. Misses, links passed and what lies outside are recorded in the trace. */
function walkPath(tree, trace, folder, path, following) {
    if (path.length > MAX_PATH)
        return refused(errno.nametoolong);
    const todo = path.split("/").reverse();
    let at = folder;
    let entry = tree.entry(at) ?? { kind: "folder" };
    let link = null;
    let hops = 0;
    for (let part = todo.pop(); part !== undefined; part = todo.pop()) {
        if (entry.kind === "file" || entry.kind === "link")
            return missing(trace, at, [part, ...todo.reverse()], errno.notdir);
        if (part === "" || part === ".")
            continue;
        if (part === "..") {
            if (at === "." && link !== null)
                return outside(trace, link);
            at = parentOf(at); // the root is its own parent
            entry = tree.entry(at) ?? { kind: "folder" };
            continue;
        }
        if (entry.kind === "submodule")
            trace.met({ kind: "submodule", path: at });
        const next = at === "." ? part : `${at}/${part}`;
        const found = entry.kind === "submodule" ? undefined : tree.entry(next);
        if (found === undefined)
            return missing(trace, at, [part, ...todo.reverse()], errno.noent);
        if (found.kind === "link" && (todo.length > 0 || following === "all")) {
            link = { path: next, target: found.target };
            trace.opened(next);
            if (found.target.startsWith("/"))
                return outside(trace, link);
            hops += 1;
            if (hops > walk_path_MAX_LINKS)
                return missing(trace, at, [part, ...todo.reverse()], errno.loop);
            if (found.target === "")
                return missing(trace, at, [part, ...todo.reverse()], errno.noent);
            todo.push(...found.target.split("/").reverse());
            continue;
        }
        at = next;
        entry = found;
    }
    return { kind: "found", path: at, entry };
}
function missing(trace, at, rest, code) {
    // Behind what is missing, `..` can only be taken by its letter; a way out of the root is no path of the tree.
    trace.missed(joinPath(at, rest.join("/")) ?? at);
    return refused(code);
}
function outside(trace, link) {
    trace.met({ kind: "link-outside", ...link });
    return { kind: "refused", errno: errno.noent, outside: true };
}
function refused(code) {
    return { kind: "refused", errno: code, outside: false };
}
;// CONCATENATED MODULE: ./.tsbuild/src/render/volume.js
// One revision's tree as something with inodes, stats and open files: the state behind the file system's imports.



/** The descriptor of `/`, which is open from the start. */
const ROOT = 3;
// The tree is a folder of `/` and not `/` itself: Helm's loader finds no chart there (helm/helm: pkg/chart/v2/loader/directory.go strips
// the folder and a slash from each path, and `/` already ends in one).
const MOUNT = "tree";
/** Largest file that is read. Helm takes 5 MiB per file of a chart, and no ConfigMap can hold more than 1 MiB. */
const MAX_FILE_BYTES = 100 * 1024 * 1024;
const NOTHING = new Uint8Array(0);
const NO_DISK = {
    tree: { entry: () => undefined, names: () => [], inode: () => 1 },
    trace: startTrace(),
    content: () => null,
};
/** The path inside the tree; null for what lies beside it, where nothing is. */
function belowMount(path) {
    if (path === MOUNT || path === ".")
        return ".";
    return path.startsWith(`${MOUNT}/`) ? path.slice(MOUNT.length + 1) : null;
}
/** A volume with nothing mounted: an empty root, as the module sees it while it initialises. */
function createVolume() {
    let disk = NO_DISK;
    const root = { path: ".", entry: { kind: "folder" }, bytes: NOTHING, position: 0 };
    let handles = new Map([[ROOT, root]]);
    // Never used twice: a file that Go left to its collector may be closed long after the request it was opened for.
    let free = ROOT + 1;
    const listings = new WeakMap();
    const walk = (descriptor, path, following) => {
        const from = handles.get(descriptor);
        if (from === undefined)
            return { kind: "refused", errno: errno.badf, outside: false };
        const below = from === root ? belowMount(path) : path;
        if (below === null)
            return { kind: "refused", errno: errno.noent, outside: false };
        return walkPath(disk.tree, disk.trace, from.path, below, following);
    };
    return {
        mount: (mounted) => {
            disk = mounted;
            handles = new Map([[ROOT, root]]);
        },
        handle: (descriptor) => handles.get(descriptor),
        walk,
        linkTarget: (descriptor, path) => {
            const link = walk(descriptor, path, "all-but-last");
            if (link.kind === "refused")
                return link.errno;
            if (link.entry.kind !== "link")
                return errno.inval;
            // Who reads a link may follow it by himself (Go's EvalSymlinks does), and would then take our root for `/`.
            const target = walkPath(disk.tree, disk.trace, ".", link.path, "all");
            return target.kind === "refused" && target.outside ? errno.noent : link.entry.target;
        },
        open: (path, entry) => {
            const bytes = contentOf(disk, path, entry);
            if (typeof bytes === "number")
                return bytes;
            const descriptor = free;
            free += 1;
            handles.set(descriptor, { path, entry, bytes, position: 0 });
            return { descriptor };
        },
        close: (descriptor) => (handles.delete(descriptor) ? errno.success : errno.badf),
        names: (folder) => {
            const known = listings.get(folder); // Go asks page by page
            if (known !== undefined)
                return known;
            disk.trace.listed(folder.path);
            const names = disk.tree.names(folder.path);
            if (folder !== root)
                listings.set(folder, names);
            return names;
        },
        childOf: (folder, name) => {
            const path = folder.path === "." ? name : `${folder.path}/${name}`;
            return { inode: disk.tree.inode(path), entry: disk.tree.entry(path) ?? { kind: "folder" } };
        },
        inode: (path) => (path === "." ? 1 : disk.tree.inode(path)),
    };
}
/** The bytes of what is opened, or the error that opening it gives. Whatever is not as it should be is recorded. */
function contentOf({ trace, content }, path, entry) {
    if (entry.kind === "link")
        return errno.loop; // only where the last link is not followed: O_NOFOLLOW
    if (entry.kind === "folder")
        return NOTHING;
    if (entry.kind === "submodule") {
        trace.met({ kind: "submodule", path });
        return NOTHING;
    }
    trace.opened(path);
    if (entry.size > MAX_FILE_BYTES) {
        trace.met({ kind: "too-large", path, size: entry.size });
        return errno.fbig;
    }
    const bytes = content(entry.id);
    if (bytes === null) {
        trace.met({ kind: "unreadable", path, id: entry.id });
        return errno.io;
    }
    if (isLfsPointer(bytes))
        trace.met({ kind: "lfs-pointer", path });
    return bytes;
}
const LFS_POINTER = Buffer.from("version https://git-lfs.github.com/spec/v1", "latin1");
const MAX_LFS_POINTER = 1024; // bytes, as the specification promises
/** True for the text that Git LFS leaves in place of a file. https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md */
function isLfsPointer(bytes) {
    return bytes.length < MAX_LFS_POINTER && LFS_POINTER.every((byte, index) => bytes[index] === byte);
}
;// CONCATENATED MODULE: ./.tsbuild/src/render/filesystem.js
// The file system that the module sees: one revision's tree, read-only, behind descriptor 3.
// https://github.com/WebAssembly/WASI/blob/main/legacy/preview1/docs.md


const CHARACTER_DEVICE = 2;
const fileTypes = { folder: 3, submodule: 3, file: 4, link: 7 };
const ALL_RIGHTS = 0x1fffffffn; // Go asks for rights and believes the answer
const RIGHT_WRITE = 1n << 6n;
const CREATE = 1;
const FOLDER_ONLY = 2;
const TRUNCATE = 8;
const FOLLOW = 1;
/** The imports that answer from a volume. What would write is refused as on a disk that is mounted read-only. */
function fileSystemImports(memory, volume) {
    return { ...descriptorImports(memory, volume), ...readingImports(memory, volume), ...pathImports(memory, volume), ...refusals };
}
const readOnly = () => errno.rofs;
const refusals = {
    fd_allocate: readOnly,
    fd_filestat_set_size: readOnly,
    fd_filestat_set_times: readOnly,
    fd_pwrite: readOnly,
    path_create_directory: readOnly,
    path_filestat_set_times: readOnly,
    path_link: readOnly,
    path_remove_directory: readOnly,
    path_rename: readOnly,
    path_symlink: readOnly,
    path_unlink_file: readOnly,
};
function descriptorImports(memory, volume) {
    return {
        fd_prestat_get: (descriptor, out) => {
            if (descriptor !== ROOT)
                return errno.badf;
            memory.setUint32(out, 0); // a folder
            memory.setUint32(out + 4, 1); // its name's length
            return errno.success;
        },
        fd_prestat_dir_name: (descriptor, pointer, length) => {
            if (descriptor !== ROOT || length < 1)
                return errno.badf;
            memory.bytes().set([0x2f], pointer);
            return errno.success;
        },
        fd_fdstat_get: (descriptor, out) => {
            const handle = volume.handle(descriptor);
            if (handle === undefined && (descriptor < 0 || descriptor >= ROOT))
                return errno.badf;
            memory.setUint64(out, BigInt(handle === undefined ? CHARACTER_DEVICE : fileTypes[handle.entry.kind]));
            memory.setUint64(out + 8, ALL_RIGHTS);
            memory.setUint64(out + 16, ALL_RIGHTS);
            return errno.success;
        },
        fd_fdstat_set_flags: () => errno.success,
        fd_filestat_get: (descriptor, out) => {
            const handle = volume.handle(descriptor);
            return handle === undefined ? errno.badf : writeStat(memory, volume, handle.path, handle.entry, out);
        },
        fd_close: (descriptor) => volume.close(descriptor),
    };
}
function pathImports(memory, volume) {
    return {
        path_filestat_get: (descriptor, flags, pointer, length, out) => {
            const walked = volume.walk(descriptor, memory.text(pointer, length), followingOf(flags));
            return walked.kind === "refused" ? walked.errno : writeStat(memory, volume, walked.path, walked.entry, out);
        },
        path_readlink: (descriptor, pointer, length, buffer, size, out) => {
            const target = volume.linkTarget(descriptor, memory.text(pointer, length));
            if (typeof target === "number")
                return target;
            const text = Buffer.from(target, "utf8").subarray(0, size);
            memory.bytes().set(text, buffer);
            memory.setUint32(out, text.length);
            return errno.success;
        },
        path_open: (descriptor, flags, pointer, length, how, rights, _inherited, _status, out) => {
            if ((how & (CREATE | TRUNCATE)) !== 0 || (rights & RIGHT_WRITE) !== 0n)
                return errno.rofs;
            const walked = volume.walk(descriptor, memory.text(pointer, length), followingOf(flags));
            if (walked.kind === "refused")
                return walked.errno;
            if ((how & FOLDER_ONLY) !== 0 && fileTypes[walked.entry.kind] !== fileTypes.folder)
                return errno.notdir;
            const opened = volume.open(walked.path, walked.entry);
            if (typeof opened === "number")
                return opened;
            memory.setUint32(out, opened.descriptor);
            return errno.success;
        },
    };
}
function readingImports(memory, volume) {
    const readFile = (descriptor, read) => {
        const handle = volume.handle(descriptor);
        if (handle === undefined)
            return errno.badf;
        return handle.entry.kind === "file" ? read(handle) : errno.isdir;
    };
    return {
        fd_read: (descriptor, vectors, count, out) => readFile(descriptor, (handle) => {
            const length = copyOut(memory, handle.bytes.subarray(handle.position), vectors, count);
            handle.position += length;
            memory.setUint32(out, length);
            return errno.success;
        }),
        fd_pread: (descriptor, vectors, count, offset, out) => readFile(descriptor, (handle) => {
            memory.setUint32(out, copyOut(memory, handle.bytes.subarray(Number(offset)), vectors, count));
            return errno.success;
        }),
        fd_seek: (descriptor, offset, whence, out) => readFile(descriptor, (handle) => {
            const from = [0, handle.position, handle.bytes.length][whence];
            const position = (from ?? NaN) + Number(offset);
            if (!(position >= 0))
                return errno.inval;
            handle.position = position;
            memory.setUint64(out, BigInt(position));
            return errno.success;
        }),
        fd_readdir: (descriptor, buffer, size, cookie, out) => {
            const handle = volume.handle(descriptor);
            if (handle === undefined)
                return errno.badf;
            if (handle.entry.kind === "file")
                return errno.notdir;
            memory.setUint32(out, writeEntries(volume, handle, Number(cookie), memory.bytes().subarray(buffer, buffer + size)));
            return errno.success;
        },
    };
}
/** Fills the ranges one after another; returns how many bytes there were to copy. */
function copyOut(memory, bytes, vectors, count) {
    let copied = 0;
    for (const { pointer, length } of memory.ranges(vectors, count)) {
        const piece = bytes.subarray(copied, copied + length);
        memory.bytes().set(piece, pointer);
        copied += piece.length;
    }
    return copied;
}
const ENTRY_HEAD = 24;
/** Writes folder entries from the cookie on; the last one is cut where the buffer ends, which says that there are more. */
function writeEntries(volume, folder, cookie, buffer) {
    const names = volume.names(folder);
    let at = 0;
    for (let index = cookie; index < names.length && at < buffer.length; index += 1) {
        const child = volume.childOf(folder, names[index] ?? "");
        const name = Buffer.from(names[index] ?? "", "utf8");
        const entry = Buffer.alloc(ENTRY_HEAD + name.length);
        entry.writeBigUInt64LE(BigInt(index + 1), 0);
        entry.writeBigUInt64LE(BigInt(child.inode), 8);
        entry.writeUInt32LE(name.length, 16);
        entry.writeUInt8(fileTypes[child.entry.kind], 20);
        name.copy(entry, ENTRY_HEAD);
        const piece = entry.subarray(0, buffer.length - at);
        buffer.set(piece, at);
        at += piece.length;
    }
    return at;
}
function writeStat(memory, volume, path, entry, out) {
    const size = entry.kind === "file" ? entry.size : entry.kind === "link" ? Buffer.byteLength(entry.target) : 0;
    const device = 1; // one for all: Go's os.SameFile compares device and inode
    const fields = [device, volume.inode(path), fileTypes[entry.kind], 1, size, 0, 0, 0]; // type, links, size, three times
    for (const [index, value] of fields.entries())
        memory.setUint64(out + 8 * index, BigInt(value));
    return errno.success;
}
function followingOf(flags) {
    return (flags & FOLLOW) !== 0 ? "all" : "all-but-last";
}
;// CONCATENATED MODULE: ./.tsbuild/src/render/guest-memory.js
// The module's linear memory as the imports see it. Views are made anew each time: a growing memory detaches the old ones.
const decoder = new TextDecoder("utf-8", { ignoreBOM: true }); // a byte-order mark is part of a path
/** The memory that `current` gives. */
function guestMemory(current) {
    const view = () => new DataView(current());
    return {
        bytes: () => new Uint8Array(current()),
        view,
        text: (pointer, length) => decoder.decode(new Uint8Array(current(), pointer, length)),
        ranges: (pointer, count) => {
            const memory = view();
            return Array.from({ length: count }, (_, index) => ({
                pointer: memory.getUint32(pointer + 8 * index, true),
                length: memory.getUint32(pointer + 8 * index + 4, true),
            }));
        },
        setUint32: (pointer, value) => view().setUint32(pointer, value, true),
        setUint64: (pointer, value) => view().setBigUint64(pointer, value, true),
    };
}
;// CONCATENATED MODULE: ./.tsbuild/src/render/seeded-bytes.js
// Random bytes that are the same in every run.
const SEED = 0x5ecc0;
/**
 * The bytes of mulberry32 from a fixed seed. Not for secrets: for programs that ask for chance and must give the same answer each time.
 * A constant would not do: sprig's randAlphaNum throws bytes away until it likes one.
 * https://gist.github.com/tommyettinger/46a874533244883189143505d203312c
 */
function seededBytes() {
    let state = SEED;
    const next = () => {
        state = (state + 0x6d2b79f5) | 0;
        let mixed = Math.imul(state ^ (state >>> 15), state | 1);
        mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
        return (mixed ^ (mixed >>> 14)) & 0xff;
    };
    return {
        fill: (target) => {
            for (let index = 0; index < target.length; index += 1)
                target[index] = next();
        },
        restart: () => {
            state = SEED;
        },
    };
}
;// CONCATENATED MODULE: ./.tsbuild/src/render/wasi.js
// The system that the module sees: one argument, two variables, a stopped clock, repeatable chance, and nowhere to go. The module was
// initialised in it when it was built (scripts/initialise-renderer.mjs): what it was told then must be what it would be told now.
// https://github.com/WebAssembly/WASI/blob/main/legacy/preview1/docs.md


/** The module ended itself: Go does so after a fatal error. */
class ExitError extends Error {
    name = "ExitError";
    code;
    constructor(code) {
        super(`the renderer ended itself with code ${code}`);
        this.code = code;
    }
}
// Go reads os.Args[0] before main (klog's package init), so there has to be one.
const ARGUMENTS = ["renderer"];
// The collector of Go is single-threaded here and falls behind on large inputs; the limit makes it try harder early.
const ENVIRONMENT = ["GOGC=200", "GOMEMLIMIT=200MiB"];
/** 2024-01-01T00:00:00Z. Any fixed instant does: base and head must not differ by the time of day. */
const WALL_CLOCK_NS = 1704067200000000000n;
/** What the monotonic clock shows when an instance is made. Before that was the module's initialisation. */
const INITIALISED_NS = 1000000000n;
const TICK_NS = 1000n;
const MAX_PRINTED = 65_536;
const MAX_SLEEP_MS = 1000;
/** The monotonic clock of a new instance. */
function runningClock() {
    const made = process.hrtime.bigint();
    return () => INITIALISED_NS + process.hrtime.bigint() - made;
}
/** The monotonic clock of the initialisation: time passes by being looked at, so that every build sees the same. */
function countingClock() {
    let now = 0n;
    return () => {
        now += TICK_NS;
        if (now >= INITIALISED_NS)
            throw new RangeError("the initialisation takes longer than the clock of an instance allows for");
        return now;
    };
}
/** A new system over the memory of one instance. `monotonic` must move: Go's scheduler waits by it. */
function createSystem(memory, monotonic) {
    const chance = seededBytes();
    const output = capture();
    const imports = {
        ...listImports(memory, "args", ARGUMENTS),
        ...listImports(memory, "environ", ENVIRONMENT),
        clock_time_get: (clock, _precision, out) => {
            memory.setUint64(out, clock === 0 ? WALL_CLOCK_NS : monotonic());
            return errno.success;
        },
        random_get: (pointer, length) => {
            chance.fill(memory.bytes().subarray(pointer, pointer + length));
            return errno.success;
        },
        fd_write: (descriptor, vectors, count, out) => {
            if (descriptor !== 1 && descriptor !== 2)
                return errno.badf;
            let total = 0;
            for (const { pointer, length } of memory.ranges(vectors, count)) {
                output.add(memory.bytes().subarray(pointer, pointer + length));
                total += length;
            }
            memory.setUint32(out, total);
            return errno.success;
        },
        poll_oneoff: (subscriptions, events, count, out) => poll(memory, monotonic, subscriptions, events, count, out),
        sched_yield: () => errno.success,
        proc_exit: (code) => {
            throw new ExitError(code);
        },
    };
    return {
        imports,
        reset: () => {
            chance.restart();
            output.clear();
        },
        printed: output.text,
    };
}
/** `NAME_sizes_get` and `NAME_get` for a list of texts. */
function listImports(memory, name, texts) {
    const encoded = texts.map((text) => Buffer.from(`${text}\0`, "utf8"));
    return {
        [`${name}_sizes_get`]: (count, size) => {
            memory.setUint32(count, encoded.length);
            memory.setUint32(size, encoded.reduce((sum, bytes) => sum + bytes.length, 0));
            return errno.success;
        },
        [`${name}_get`]: (pointers, buffer) => {
            let at = buffer;
            for (const [index, bytes] of encoded.entries()) {
                memory.setUint32(pointers + 4 * index, at);
                memory.bytes().set(bytes, at);
                at += bytes.length;
            }
            return errno.success;
        },
    };
}
const SUBSCRIPTION_BYTES = 48;
const EVENT_BYTES = 32;
/** Waits for the first of the clocks; every subscription is then answered, as files here are always ready. */
function poll(memory, monotonic, subscriptions, events, count, out) {
    const view = memory.view();
    let wait = Infinity;
    for (let index = 0; index < count; index += 1) {
        const from = subscriptions + index * SUBSCRIPTION_BYTES;
        const to = events + index * EVENT_BYTES;
        const kind = view.getUint8(from + 8);
        wait = Math.min(wait, kind === 0 ? sleepOf(view, monotonic, from) : 0);
        view.setBigUint64(to, view.getBigUint64(from, true), true);
        view.setUint16(to + 8, errno.success, true);
        view.setUint8(to + 10, kind);
    }
    if (wait > 0 && wait < Infinity)
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, Math.min(wait, MAX_SLEEP_MS));
    memory.setUint32(out, count);
    return errno.success;
}
/** Milliseconds until a clock subscription is due. */
function sleepOf(view, monotonic, subscription) {
    const timeout = view.getBigUint64(subscription + 24, true);
    const absolute = (view.getUint16(subscription + 40, true) & 1) === 1;
    if (!absolute)
        return Number(timeout) / 1e6;
    const now = view.getUint32(subscription + 16, true) === 0 ? WALL_CLOCK_NS : monotonic();
    return Math.max(0, Number(timeout - now) / 1e6);
}
function capture() {
    let pieces = [];
    let size = 0;
    return {
        add: (bytes) => {
            const piece = Buffer.from(bytes.subarray(0, MAX_PRINTED - size)); // a copy: the memory will be used again
            pieces.push(piece);
            size += piece.length;
        },
        clear: () => {
            pieces = [];
            size = 0;
        },
        text: () => Buffer.concat(pieces).toString("utf8"),
    };
}
;// CONCATENATED MODULE: ./.tsbuild/src/render/webassembly.js
// The part of the WebAssembly JavaScript interface that is used here; Node has it, its types do not.
// https://webassembly.github.io/spec/js-api/
const wasm = WebAssembly;
;// CONCATENATED MODULE: ./.tsbuild/src/render/sandbox.js
// One instance of the renderer: a request goes in, an answer or the way it died comes out.






/** The module itself stops at 64 MiB of manifests, which JSON can write in several times as many. */
const MAX_ANSWER_BYTES = 256 * 1024 * 1024;
const MAX_DETAIL = 1500;
/** A new instance. The module was initialised when it was built: renderer/protocol.md. */
function openSandbox(module) {
    // Imports and exports need each other; nothing is called before the instance exists.
    const instance = { exports: null };
    const memory = guestMemory(() => instance.exports?.memory.buffer ?? new ArrayBuffer(0));
    const system = createSystem(memory, runningClock());
    const volume = createVolume();
    const { exports } = new wasm.Instance(module, importsOf(module, { ...system.imports, ...fileSystemImports(memory, volume) }));
    instance.exports = exports;
    return {
        memorySize: () => exports.memory.buffer.byteLength,
        run: (request, disk) => {
            system.reset();
            volume.mount(disk);
            try {
                const input = Buffer.from(JSON.stringify(request), "utf8");
                const pointer = exports.alloc(input.length) >>> 0;
                memory.bytes().set(input, pointer);
                const result = BigInt.asUintN(64, exports.run());
                const size = Number(result & 0xffffffffn);
                if (size > MAX_ANSWER_BYTES)
                    return { kind: "too-much-output", size };
                return { kind: "answered", answer: JSON.parse(memory.text(Number(result >> 32n), size)) };
            }
            catch (thrown) {
                return wayOfDying(thrown, system.printed());
            }
        },
    };
}
/** Every import that the module names. What we do not have answers that it is not there: no sockets, no processes. */
function importsOf(module, known) {
    const all = {};
    for (const { module: from, name, kind } of wasm.Module.imports(module)) {
        if (kind !== "function")
            throw new TypeError(`the renderer wants a ${kind} called ${from}.${name}`);
        const found = from === "wasi_snapshot_preview1" && Object.hasOwn(known, name) ? known[name] : undefined;
        (all[from] ??= {})[name] = found ?? (() => errno.nosys);
    }
    return all;
}
/** Tells apart what hostile input can bring about from what only a bug of ours can. Go says why before it exits. */
function wayOfDying(thrown, printed) {
    if (/out of memory|cannot allocate memory|memory limit/i.test(printed))
        return { kind: "out-of-memory" };
    if (/stack overflow|stack exceeds/i.test(printed))
        return { kind: "out-of-stack" };
    if (thrown instanceof RangeError && /call stack/i.test(thrown.message))
        return { kind: "out-of-stack" };
    const said = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
    return { kind: "crashed", detail: `${said}\n${printed}`.trim().slice(0, MAX_DETAIL) };
}
;// CONCATENATED MODULE: ./.tsbuild/src/render/worker.js
// A worker thread: renders one request after another in a sandbox, and starts nothing else.





/** Go gives no memory back, so an instance that has grown this far is replaced. */
const MAX_KEPT_MEMORY = 300 * 1024 * 1024;
const { blobs, shared: memory } = external_node_worker_threads_namespaceObject.workerData;
const numbers = new Int32Array(memory);
const trees = new Map();
let worker_module = null;
let sandbox = null;
external_node_worker_threads_namespaceObject.parentPort?.on("message", (order) => {
    switch (order.kind) {
        case "module":
            worker_module = order.module;
            sandbox = openSandbox(worker_module); // at once: there is time while git is still being read
            return;
        case "tree":
            trees.set(order.tree, openListing(order.listing));
            return;
        case "forget":
            trees.delete(order.tree);
            return;
        case "render":
            render(order);
    }
});
function render(order) {
    const tree = trees.get(order.tree);
    if (tree === undefined)
        throw new Error(`tree ${order.tree} was not told`);
    if (worker_module === null)
        throw new Error("the module was not sent");
    sandbox ??= openSandbox(worker_module);
    const trace = startTrace();
    Atomics.add(numbers, shared.begun, 1);
    const outcome = sandbox.run(order.request, { tree, trace, content: (id) => order.blobs.get(id) ?? fetchBlob(id) });
    if (outcome.kind !== "answered" || sandbox.memorySize() > MAX_KEPT_MEMORY)
        sandbox = null;
    const news = { outcome, trace: trace.record() };
    external_node_worker_threads_namespaceObject.parentPort?.postMessage(news);
}
/** Asks the main thread for a blob and sleeps until it has answered. */
function fetchBlob(id) {
    let heard = Atomics.load(numbers, shared.answers);
    blobs.postMessage(id);
    for (;;) {
        const answer = (0,external_node_worker_threads_namespaceObject.receiveMessageOnPort)(blobs);
        if (answer !== undefined)
            return answer.message;
        Atomics.wait(numbers, shared.answers, heard);
        heard = Atomics.load(numbers, shared.answers);
    }
}
