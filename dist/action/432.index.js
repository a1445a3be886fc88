export const id = 432;
export const ids = [432];
export const modules = {

/***/ 5432:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  M: () => (/* binding */ parseConfiguration),
  readConfiguration: () => (/* binding */ readConfiguration)
});

// EXTERNAL MODULE: ./.tsbuild/src/core/failure.js
var failure = __webpack_require__(2664);
// EXTERNAL MODULE: ./.tsbuild/src/core/manifest.js + 6 modules
var manifest = __webpack_require__(5371);
// EXTERNAL MODULE: ./.tsbuild/src/core/policy.js
var policy = __webpack_require__(2094);
// EXTERNAL MODULE: ./.tsbuild/src/core/selection.js
var selection = __webpack_require__(5204);
// EXTERNAL MODULE: ./.tsbuild/src/core/tree.js
var tree = __webpack_require__(1836);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(2857);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/api.js
var api = __webpack_require__(3759);
;// CONCATENATED MODULE: ./node_modules/zod/v4/classic/iso.js



function datetime(params) {
    return core._isoDateTime(ZodISODateTime, params);
}
function date(params) {
    return api/* _isoDate */.db(schemas/* ZodISODate */.Brp, params);
}
function time(params) {
    return core._isoTime(ZodISOTime, params);
}
function duration(params) {
    return core._isoDuration(ZodISODuration, params);
}

// EXTERNAL MODULE: ./.tsbuild/src/core/glob.js
var core_glob = __webpack_require__(350);
// EXTERNAL MODULE: ./.tsbuild/src/core/platforms.js
var platforms = __webpack_require__(4262);
// EXTERNAL MODULE: ./.tsbuild/src/core/rules.js + 17 modules
var rules = __webpack_require__(2981);
// EXTERNAL MODULE: ./.tsbuild/src/core/security-context-constraints.js
var security_context_constraints = __webpack_require__(5233);
// EXTERNAL MODULE: ./.tsbuild/src/core/seccomp/runtime-profile.js + 1 modules
var runtime_profile = __webpack_require__(7975);
;// CONCATENATED MODULE: ./.tsbuild/src/options/configuration-schema.js
// The one description of the configuration file: it validates, and a JSON Schema for editors is generated from it.






const severity = schemas/* enum */.k5n(["error", "warning", "note"]);
const scalar = schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* number */.aig(), schemas/* boolean */.zMY(), schemas/* null */.chJ()]);
/** A text that is read as a glob, and is one. */
const globbed = (text) => text.check(({ value, issues }) => {
    const glob = (0,core_glob/* readGlob */.pV)(value, core_glob/* ours */.Od);
    if (glob.kind === "refused")
        issues.push({ code: "custom", input: value, message: glob.reason });
});
const ACROSS = "has alternatives that reach over a `/`, where each part is matched by itself; write an entry for each, or alternatives of one part such as `Pod/shop/{a,b}`";
/** A pattern of which each part between `/` is a glob by itself: alternatives that reach over a `/` would be taken apart, and match nothing. */
const partwise = (text) => text.check(({ value, issues }) => {
    const parts = value.split("/");
    const reachesOver = parts.some((part) => /[{}]/.test(withoutGroups(part)));
    const reasons = reachesOver ? [ACROSS] : parts.map((part) => (0,core_glob/* readGlob */.pV)(part, core_glob/* ours */.Od)).flatMap((glob) => (glob.kind === "refused" ? [glob.reason] : []));
    for (const message of reasons.slice(0, 1))
        issues.push({ code: "custom", input: value, message });
});
/** What is left of a glob without its escaped characters and its groups in braces, the innermost first. */
function withoutGroups(glob) {
    const less = glob.replace(/\\.|\{[^{}]*\}/g, "");
    return less === glob ? glob : withoutGroups(less);
}
/** A path that stays inside the repository. */
const path = schemas/* string */.YjP().regex(/^(?!\/)(?!.*(?:^|\/)\.\.(?:\/|$))[^\\]+$/).describe("Path, relative to the root of the repository");
/** A path or glob that stays inside the repository. */
const paths = globbed(path).describe("Path or glob, relative to the root of the repository");
const names = globbed(schemas/* string */.YjP().min(1));
const configuration_schema_name = schemas/* string */.YjP().regex(/^[^@\s]+$/).describe("Tells apart several targets of one path");
const helm = schemas/* strictObject */.rej({
    helm: paths,
    name: configuration_schema_name.optional(),
    release: schemas/* string */.YjP().min(1).optional(),
    namespace: schemas/* string */.YjP().min(1).optional(),
    values: schemas/* array */.YOg(path).optional().describe("Values files, in order"),
    set: schemas/* record */.g1P(schemas/* string */.YjP().min(1), schemas/* union */.KCZ([scalar, schemas/* array */.YOg(schemas/* unknown */.L5J())])).optional().describe("As `--set`, by Helm's own paths"),
    setString: schemas/* record */.g1P(schemas/* string */.YjP().min(1), scalar).optional().describe("As `--set-string`"),
    setJson: schemas/* record */.g1P(schemas/* string */.YjP().min(1), schemas/* unknown */.L5J()).optional().describe("As `--set-json`; a text is JSON, anything else is taken as it is"),
    setFile: schemas/* record */.g1P(schemas/* string */.YjP().min(1), path).optional().describe("As `--set-file`"),
    skipTests: schemas/* boolean */.zMY().optional(),
});
const loadRestrictor = schemas/* enum */.k5n(["rootOnly", "none"]).optional();
const kustomize = schemas/* strictObject */.rej({
    kustomize: paths,
    name: configuration_schema_name.optional(),
    loadRestrictor: loadRestrictor.describe("As `kustomize build --load-restrictor`; `none` reaches as far as the repository"),
});
const manifests = schemas/* strictObject */.rej({ manifests: paths, name: configuration_schema_name.optional(), namespace: schemas/* string */.YjP().min(1).optional() });
/** The targets of each engine, by the key that tells them apart. */
const targetSchemas = { helm, kustomize, manifests };
const ruleIds = rules/* rules */.a.map(({ id }) => id);
const severities = schemas/* strictObject */.rej(Object.fromEntries(ruleIds.map((id) => [id, schemas/* enum */.k5n([...severity.options, "off"]).optional()])));
const exemption = schemas/* strictObject */.rej({
    workload: partwise(schemas/* string */.YjP().regex(/^[^/\s]+\/[^/\s]+(?:\/[^/\s]+)?$/)).describe("KIND/NAMESPACE/NAME or KIND/NAME, with globs"),
    container: names.optional().describe("Name or glob; absent: every container"),
    image: globbed(schemas/* string */.YjP().regex(/^\S+$/)).optional().describe("Image or glob, of every tag where it names none; absent: every image"),
    rules: schemas/* array */.YOg(schemas/* enum */.k5n(ruleIds)).min(1).optional().describe("Absent: every rule"),
    reason: schemas/* string */.YjP().regex(/\S/),
    expires: date().optional().describe("Last day on which it holds"),
});
/** What may differ between the namespaces of a cluster. */
const nodeSettings = {
    platform: schemas/* enum */.k5n(platforms/* platforms */.B.map(({ id }) => id)).optional().describe("What the cluster runs on, which decides what becomes of containers that set nothing"),
    seccompDefault: schemas/* boolean */.zMY().optional().describe("Whether kubelets run containers that set nothing under RuntimeDefault"),
    scc: schemas/* enum */.k5n(security_context_constraints/* securityContextConstraints */.s4.map((row) => row.name)).optional().describe("OpenShift: the security context constraints that admit the pods"),
};
const configurationSchema = schemas/* strictObject */.rej({
    version: schemas/* literal */.euz(1),
    cluster: schemas/* strictObject */.rej({
        ...nodeSettings,
        runtime: schemas/* enum */.k5n(runtime_profile/* runtimeNames */.jJ).optional().describe("The nodes' container runtime, which decides what RuntimeDefault lets through"),
        kubeVersion: schemas/* string */.YjP().regex(/^v?\d+\.\d+(?:\.\d+)?(?:[-+].*)?$/).optional(),
        apiVersions: schemas/* array */.YOg(schemas/* string */.YjP().min(1)).optional(),
        namespaces: schemas/* array */.YOg(schemas/* strictObject */.rej({ namespace: names, ...nodeSettings })).optional().describe("Namespaces where it is otherwise; the first that matches counts"),
        runtimeClasses: schemas/* array */.YOg(names).optional().describe("Globs over runtime classes that are sandboxes with a kernel of their own"),
    })
        .optional(),
    targets: schemas/* array */.YOg(schemas/* union */.KCZ([helm, kustomize, manifests])).min(1).optional().describe("Absent: everything that is discovered"),
    exclude: schemas/* array */.YOg(paths).optional().describe("Globs of what is left out; a plain path also leaves out what lies below it"),
    variants: schemas/* enum */.k5n(["auto", "none"]).optional().describe("Whether `ci/*-values.yaml` of charts are rendered as further targets"),
    loadRestrictor: loadRestrictor.describe("For kustomizations that say nothing else: whether all they read must lie in or below their own folder"),
    chartCache: path.optional().describe("Folder of packaged charts NAME-VERSION.tgz that stand in for remote dependencies"),
    repository: schemas/* union */.KCZ([schemas/* string */.YjP().min(1), schemas/* array */.YOg(schemas/* string */.YjP().min(1))]).optional().describe("Further addresses under which Flux and Argo CD objects name this repository"),
    localhostProfiles: schemas/* array */.YOg(paths).min(1).optional().describe("Globs of the JSON files that are seccomp profiles of the nodes"),
    allowedLocalhostProfiles: schemas/* array */.YOg(names).optional().describe("Globs over the names that `localhostProfile` may have; absent: any"),
    rules: severities.optional().describe("Severity of each rule"),
    severities: schemas/* array */.YOg(schemas/* strictObject */.rej({ target: paths.describe("Id, path or glob of targets"), rules: severities })).optional().describe("Severities for some of the targets; of several the last one counts"),
    exemptions: schemas/* array */.YOg(exemption).optional(),
    failOn: schemas/* enum */.k5n([...severity.options, "never"]).optional().describe("Lowest severity that fails"),
    noVerdict: schemas/* enum */.k5n(["fail", "warn"]).optional().describe("Whether what could not be looked at fails"),
});
// EXTERNAL MODULE: ./.tsbuild/src/options/nearest.js
var nearest = __webpack_require__(7887);
;// CONCATENATED MODULE: ./.tsbuild/src/options/configuration-errors.js
// What is wrong with a configuration, in words its author can act on, at the place where it stands.




/** A message with `path:line:column` in front. */
function placed(document, field, message) {
    const at = (0,manifest/* positionOf */.df)(document, field);
    return `${document.path ?? ""}:${at?.line ?? document.line}:${at?.column ?? 1}: ${message}`;
}
/** The messages for one thing that the schema objects to. */
function explainIssue(document, issue) {
    const field = issue.path.map((segment) => (typeof segment === "number" ? segment : String(segment)));
    const value = valueAt(document.object, field);
    if (field[0] === "targets" && field.length === 2)
        return explainTarget(document, field, value);
    if (issue.code === "unrecognized_keys")
        return issue.keys.map((key) => placed(document, [...field, key], explainKey(field, key)));
    return [placed(document, field, explainValue(field, value, issue))];
}
/** `targets[0].helm`, for people. */
function fieldName(field) {
    return field.reduce((name, segment) => (typeof segment === "number" ? `${name}[${segment}]` : name === "" ? segment : `${name}.${segment}`), "");
}
function explainKey(field, key) {
    const known = knownKeys(field);
    if (field.at(-1) === "rules")
        return unknown("rule", key, "", known);
    return unknown("key", key, field.length === 0 ? "" : ` in \`${fieldName(field)}\``, known);
}
function unknown(what, word, where, known) {
    return `unknown ${what} ${(0,nearest/* quote */.hD)(word)}${where}.${(0,nearest/* suggestion */.h)(word, known)} Known ${what}s: ${(0,nearest/* listWords */.yh)(known)}`;
}
/** The keys that the schema knows at a place. */
function knownKeys(field) {
    let schema = configurationSchema;
    for (const segment of field) {
        schema = unwrapped(schema);
        if (schema instanceof schemas/* ZodArray */.naA)
            schema = schema.element;
        else if (schema instanceof schemas/* ZodObject */.bvH)
            schema = schema.shape[segment];
    }
    const at = unwrapped(schema);
    return at instanceof schemas/* ZodObject */.bvH ? Object.keys(at.shape) : [];
}
function unwrapped(schema) {
    return schema instanceof schemas/* ZodOptional */.IiU ? schema.unwrap() : schema;
}
/** A target is of the engine whose key it has; the other engines' objections would only confuse. */
function explainTarget(document, field, target) {
    const engines = Object.entries(targetSchemas);
    const isMapping = typeof target === "object" && target !== null && !Array.isArray(target);
    const named = isMapping ? engines.filter(([engine]) => Object.hasOwn(target, engine)) : [];
    const [engine, schema] = named[0] ?? [];
    if (engine === undefined || schema === undefined) {
        const message = `\`${fieldName(field)}\` is ${(0,nearest/* quote */.hD)(target)}, but a target has one of the keys ${(0,nearest/* listWords */.yh)(Object.keys(targetSchemas))}`;
        return [placed(document, field, message)];
    }
    const other = named[1]?.[0];
    if (other !== undefined)
        return [placed(document, [...field, other], `\`${fieldName(field)}\` has both \`${engine}\` and \`${other}\`; write two targets`)];
    const issues = schema.safeParse(target).error?.issues ?? [];
    return issues.flatMap((issue) => issue.code === "unrecognized_keys"
        ? issue.keys.map((key) => placed(document, [...field, key], unknown("key", key, ` in a \`${engine}\` target`, Object.keys(schema.shape))))
        : explainIssue(document, { ...issue, path: [...field, ...issue.path] }));
}
function explainValue(field, value, issue) {
    const name = fieldName(field);
    if (value === undefined)
        return `\`${name}\` is missing${name === "version" ? "; the only version is `1`" : ""}`;
    return issue.code === "custom" ? `\`${name}\` is ${(0,nearest/* quote */.hD)(value)}, a glob that ${issue.message}` : `\`${name}\` is ${(0,nearest/* quote */.hD)(value)}, but ${expectation(field, value, issue)}`;
}
/** What a value must be, in words. */
function expectation(field, value, issue) {
    if (issue.code === "invalid_value") {
        const values = issue.values.map(String);
        if (typeof value === "string" && values.includes(value))
            return `must be the number \`${value}\`, without quotes`;
        return `must be ${values.length === 1 ? "" : "one of "}${(0,nearest/* listWords */.yh)(values)}.${typeof value === "string" ? (0,nearest/* suggestion */.h)(value, values) : ""}`.replace(/\.$/, "");
    }
    if (issue.code === "invalid_type" && issue.expected === "string" && typeof value === "number")
        return "must be a text: write it in quotes";
    if (issue.code === "invalid_type")
        return `must be ${typeNames[issue.expected] ?? issue.expected}`;
    if (issue.code === "too_small")
        return "must not be empty";
    const known = field.findLast((segment) => Object.hasOwn(formats, segment));
    return formats[known ?? ""] ?? "is not what is expected here";
}
const typeNames = {
    object: "a mapping",
    record: "a mapping",
    array: "a list",
    string: "a text",
    boolean: "`true` or `false`",
    number: "a number",
};
const stays = "must be a path inside the repository, relative to its root, with `/`";
/** What the value of a key looks like, where a pattern decides. */
const formats = {
    helm: stays,
    kustomize: stays,
    manifests: stays,
    exclude: stays,
    localhostProfiles: stays,
    values: stays,
    setFile: stays,
    name: "must have no `@` and no blanks",
    workload: "must be `KIND/NAME` or `KIND/NAMESPACE/NAME`",
    image: "must be an image or a glob, without blanks",
    target: "must be the id, the path or a glob of targets",
    reason: "must say something",
    expires: "must be a day, written as `2027-03-01`",
    kubeVersion: "must be a version such as `1.34`",
};
function valueAt(object, field) {
    let at = object;
    for (const segment of field) {
        if (typeof at !== "object" || at === null || !Object.hasOwn(at, segment))
            return undefined;
        at = Object.entries(at).find(([key]) => key === String(segment))?.[1];
    }
    return at;
}
// EXTERNAL MODULE: ./.tsbuild/src/core/cluster.js
var cluster = __webpack_require__(512);
// EXTERNAL MODULE: ./.tsbuild/src/core/kube-version.js
var kube_version = __webpack_require__(4088);
;// CONCATENATED MODULE: ./.tsbuild/src/options/configured-cluster.js
// The part `cluster` of the configuration file.




function settings({ platform, seccompDefault, scc }) {
    return { platform: platform ?? null, seccompDefault: seccompDefault ?? null, scc: scc ?? null };
}
/** The cluster that a configuration declares. */
function clusterOf(configured) {
    if (configured === undefined)
        return cluster/* plainCluster */.h9;
    const { kubeVersion, namespaces, runtimeClasses } = configured;
    return {
        kubeVersion: kubeVersion === undefined ? null : (0,kube_version/* readKubeVersion */.wb)(kubeVersion),
        everywhere: settings(configured),
        namespaces: (namespaces ?? []).map(({ namespace, ...own }) => ({ namespace, settings: settings(own) })),
        runtimeClasses: runtimeClasses ?? cluster/* plainCluster */.h9.runtimeClasses,
    };
}
/** Security context constraints where there is no OpenShift: they would be silently ignored. */
function strayConstraints(document, { everywhere, namespaces }) {
    const places = [
        { field: ["cluster"], platform: everywhere.platform, scc: everywhere.scc },
        ...namespaces.map((own, i) => ({ field: ["cluster", "namespaces", i], platform: own.settings.platform ?? everywhere.platform, scc: own.settings.scc })),
    ];
    return places.flatMap(({ field, platform, scc }) => {
        if (scc === null || (0,platforms/* platformOf */.t)(platform)?.confinesSince === "scc")
            return [];
        return [placed(document, [...field, "scc"], "`scc` is only for `platform: openshift`")];
    });
}
;// CONCATENATED MODULE: ./.tsbuild/src/options/helm-settings.js
// Values of the configuration in the words of Helm's command line. helm/helm: pkg/strvals/parser.go.
/** A value after `path=`: Helm ends it at a comma, takes a backslash for an escape and a leading brace for a list. */
function escapeValue(value) {
    return value.replace(/[\\,]/g, "\\$&").replace(/^\{/, "\\{");
}
/** What `--set` can say; null for what only JSON can: `--set` knows no fractions, and of lists only those of texts. */
function plainValue(value) {
    if (typeof value === "string")
        return escapeValue(value);
    if (value === null || typeof value === "boolean")
        return String(value);
    return typeof value === "number" && Number.isSafeInteger(value) ? String(value) : null;
}
/** What `helm template` would be told for a configured target. */
function helmSettings(target, defaults) {
    const set = Object.entries(target.set ?? {});
    return {
        ...defaults,
        release: target.release ?? defaults.release,
        namespace: target.namespace ?? defaults.namespace,
        valuesFiles: target.values ?? defaults.valuesFiles,
        set: set.flatMap(([path, value]) => {
            const plain = plainValue(value);
            return plain === null ? [] : [`${path}=${plain}`];
        }),
        setString: Object.entries(target.setString ?? {}).map(([path, value]) => `${path}=${escapeValue(String(value))}`),
        setJson: [
            ...set.flatMap(([path, value]) => (plainValue(value) === null ? [`${path}=${JSON.stringify(value)}`] : [])),
            ...Object.entries(target.setJson ?? {}).map(([path, value]) => `${path}=${typeof value === "string" ? value : JSON.stringify(value)}`),
        ],
        setFile: Object.entries(target.setFile ?? {}).map(([path, file]) => `${path}=${escapeValue(file)}`),
        skipTests: target.skipTests ?? defaults.skipTests,
    };
}
;// CONCATENATED MODULE: ./.tsbuild/src/options/configuration.js
// The configuration file: text to selection and policy, or all that is wrong with it at once.










/** Reads a configuration file. Throws a UsageError with every mistake, each with `path:line:column`. */
function readConfiguration(text, path) {
    const { configuration, document } = parseConfiguration(text, path);
    return interpret(configuration, document);
}
/** What a configuration file says, as it is written. Throws as above. */
function parseConfiguration(text, path) {
    const document = theDocument(text, path);
    const hostile = refuseShape(document);
    const parsed = hostile.length > 0 ? null : configurationSchema.safeParse(withOff(document.object));
    const issues = parsed?.error?.issues ?? [];
    const mistakes = parsed === null ? hostile : [...twiceAtTop(text, path), ...wrongJson(document), ...issues.flatMap((issue) => explainIssue(document, issue))];
    if (mistakes.length > 0 || parsed?.data === undefined) {
        throw new failure/* UsageError */.e(mistakes.join("\n"), "Correct the configuration file; nothing was compared.");
    }
    const stray = strayConstraints(document, clusterOf(parsed.data.cluster));
    if (stray.length > 0)
        throw new failure/* UsageError */.e(stray.join("\n"), "Correct the configuration file; nothing was compared.");
    return { configuration: parsed.data, document };
}
function theDocument(text, path) {
    const { documents, problems } = (0,manifest/* readDocuments */.r9)({ path, text, origin: "file" });
    if (problems.length > 0) {
        throw new failure/* UsageError */.e(problems.map(({ line, message }) => `${path}:${line ?? 1}:1: ${message}`).join("\n"), "Correct the YAML of the configuration file.");
    }
    const [document, second] = documents;
    if (document === undefined)
        throw new failure/* UsageError */.e(`${path}:1:1: the configuration file holds no mapping`, "It begins with `version: 1`.");
    if (second !== undefined) {
        throw new failure/* UsageError */.e(`${path}:${second.line}:1: the configuration file holds more than one document`, "Keep one; nothing after `---` would be in effect.");
    }
    return document;
}
const MOST_NODES = 100_000; // aliases multiply: a thousand bytes can stand for more than memory holds
function fieldOf(node) {
    const field = [];
    for (let at = node; at.parent !== null; at = at.parent)
        field.unshift(at.key);
    return field;
}
/** What no schema can be asked to look at: more than can be looked at, and a key that object literals do not keep. */
function refuseShape(document) {
    const todo = [{ value: document.object, key: "", parent: null }];
    for (let visited = 0; todo.length > 0; visited++) {
        if (visited > MOST_NODES)
            return [placed(document, [], `the configuration stands for more than ${MOST_NODES} values; aliases multiply what they repeat`)];
        const parent = todo.pop();
        if (typeof parent?.value !== "object" || parent.value === null)
            continue;
        for (const [key, value] of Object.entries(parent.value)) {
            const node = { value, key: Array.isArray(parent.value) ? Number(key) : key, parent };
            if (key === "__proto__")
                return [placed(document, fieldOf(node), "unknown key `__proto__`")];
            todo.push(node);
        }
    }
    return [];
}
/** `off` is a boolean to Kubernetes' YAML, and a severity to us. */
function withOff(object) {
    const own = withRulesOff(object);
    const severities = object["severities"];
    if (!Array.isArray(severities) || !(0,manifest/* isMapping */.pi)(own))
        return own;
    return { ...own, severities: severities.map((entry) => ((0,manifest/* isMapping */.pi)(entry) ? withRulesOff(entry) : entry)) };
}
function withRulesOff(object) {
    const rules = object["rules"];
    if (!(0,manifest/* isMapping */.pi)(rules))
        return object;
    return { ...object, rules: Object.fromEntries(Object.entries(rules).map(([id, severity]) => [id, severity === false ? "off" : severity])) };
}
/** Keys that stand at the top twice: YAML would silently keep the last one, and with it half of a policy. */
function twiceAtTop(text, path) {
    const seen = new Map();
    if (/^[ \t]*\{/m.test(text))
        return []; // flow style: a line's beginning says nothing about depth
    return text.split("\n").flatMap((line, i) => {
        const key = /^["']?([A-Za-z]\w*)["']?[ \t]*:/.exec(line)?.[1];
        if (key === undefined)
            return [];
        const first = seen.get(key);
        if (first === undefined)
            seen.set(key, i + 1);
        return first === undefined ? [] : [`${path}:${i + 1}:1: the key \`${key}\` is given a second time; the first is on line ${first}`];
    });
}
/** Texts of `setJson` that are no JSON. */
function wrongJson(document) {
    const targets = document.object["targets"];
    return (Array.isArray(targets) ? targets : []).flatMap((target, i) => {
        const setJson = typeof target === "object" && target !== null && "setJson" in target ? target.setJson : null;
        return Object.entries(typeof setJson === "object" && setJson !== null ? setJson : {}).flatMap(([key, value]) => {
            if (typeof value !== "string" || isJson(value))
                return [];
            return placed(document, ["targets", i, "setJson", key], `\`setJson.${key}\` is not JSON: ${(0,nearest/* quote */.hD)(value)}; a text is written as \`'"text"'\``);
        });
    });
}
function isJson(text) {
    try {
        JSON.parse(text);
        return true;
    }
    catch {
        return false; // a SyntaxError is the answer
    }
}
function interpret(configuration, document) {
    const { cluster, targets, exclude, variants, loadRestrictor: given, chartCache, repository, localhostProfiles, allowedLocalhostProfiles, rules, severities, exemptions, failOn, noVerdict } = configuration;
    const defaults = { ...selection/* helmDefaults */.p, kubeVersion: cluster?.kubeVersion ?? "", apiVersions: cluster?.apiVersions ?? [] };
    const loadRestrictor = given ?? selection/* discoverEverything */.T.loadRestrictor;
    return {
        selection: {
            targets: targets?.map((target) => targetSetting(target, defaults, loadRestrictor)) ?? null,
            exclude: exclude ?? [],
            only: [],
            variants: variants ?? selection/* discoverEverything */.T.variants,
            loadRestrictor,
            chartCache: chartCache === undefined ? null : cleanPath(chartCache),
            repositories: repository === undefined ? [] : [repository].flat(),
            helmDefaults: defaults,
        },
        policy: {
            cluster: clusterOf(cluster),
            runtime: cluster?.runtime ?? policy/* defaultPolicy */.G.runtime,
            localhostProfiles: localhostProfiles ?? [],
            allowedLocalhostProfiles: allowedLocalhostProfiles ?? null,
            rules: severitiesIn(rules ?? {}),
            severities: (severities ?? []).map(({ target, rules: own }) => ({ target, rules: severitiesIn(own) })),
            exemptions: (exemptions ?? []).map(({ workload, container, image, rules: ids, reason, expires }, i) => ({
                workload,
                container: container ?? null,
                image: image ?? null,
                rules: ids ?? null,
                reason,
                expires: expires ?? null,
                line: (0,manifest/* positionOf */.df)(document, ["exemptions", i])?.line ?? null,
            })),
            failOn: failOn ?? policy/* defaultPolicy */.G.failOn,
            noVerdict: noVerdict ?? policy/* defaultPolicy */.G.noVerdict,
        },
    };
}
/** Those that are given. */
function severitiesIn(rules) {
    return Object.fromEntries(Object.entries(rules).flatMap(([id, severity]) => (severity === undefined ? [] : [[id, severity]])));
}
/** A folder without `./` before and `/` behind it. */
function cleanPath(path) {
    return (0,tree/* joinPath */.uJ)(".", path) ?? path;
}
function targetSetting(target, defaults, loadRestrictor) {
    const name = target.name ?? null;
    if ("helm" in target)
        return { helm: target.helm, name, settings: helmSettings(target, defaults) };
    if ("kustomize" in target)
        return { kustomize: target.kustomize, name, loadRestrictor: target.loadRestrictor ?? loadRestrictor };
    return { manifests: target.manifests, name, namespace: target.namespace ?? "default" };
}

/***/ }),

/***/ 7887:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ suggestion),
/* harmony export */   hD: () => (/* binding */ quote),
/* harmony export */   yh: () => (/* binding */ listWords)
/* harmony export */ });
/* unused harmony export nearest */
// The known word that someone who slipped probably meant.
/** The closest of the known words, when it is close enough to be meant; null otherwise. */
function nearest(word, known) {
    const limit = Math.max(1, Math.floor(word.length / 3));
    const ranked = known.map((candidate) => ({ candidate, distance: editDistance(word.toLowerCase(), candidate.toLowerCase(), limit) }));
    const best = ranked.filter(({ distance }) => distance <= limit).sort((a, b) => a.distance - b.distance)[0];
    return best?.candidate ?? null;
}
/** Levenshtein's distance; more than `limit` as soon as it cannot be less, so that long words cost nothing. */
function editDistance(a, b, limit) {
    if (Math.abs(a.length - b.length) > limit)
        return limit + 1;
    let above = Array.from({ length: b.length + 1 }, (_, i) => i);
    for (let i = 1; i <= a.length; i++) {
        const row = [i];
        for (let j = 1; j <= b.length; j++) {
            const replaced = (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
            row.push(Math.min(replaced, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
        }
        above = row;
    }
    return above[b.length] ?? limit + 1;
}
/** ` Did you mean …?` with a leading space, or nothing. */
function suggestion(word, known) {
    const meant = nearest(word, known);
    return meant === null ? "" : ` Did you mean \`${meant}\`?`;
}
/** Words in quotes, with commas. */
function listWords(words) {
    return words.map((word) => `\`${word}\``).join(", ");
}
/** A value as it is quoted in a message: on one line, and not without end. */
function quote(value) {
    const text = typeof value === "string" ? value : (JSON.stringify(value) ?? String(value));
    const line = text.replace(/[\u0000-\u001f\u007f\u0085\u2028\u2029]+/g, " ");
    return `\`${line.length > 80 ? `${line.slice(0, 77)}...` : line}\``;
}

/***/ })

};
