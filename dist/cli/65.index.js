export const id = 65;
export const ids = [65];
export const modules = {

/***/ 65:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readConfiguration: () => (/* binding */ readConfiguration)
});

// EXTERNAL MODULE: ./.tsbuild/src/core/failure.js
var failure = __webpack_require__(664);
// EXTERNAL MODULE: ./.tsbuild/src/core/manifest.js + 1 modules
var manifest = __webpack_require__(87);
// EXTERNAL MODULE: ./.tsbuild/src/core/policy.js
var policy = __webpack_require__(94);
// EXTERNAL MODULE: ./.tsbuild/src/core/selection.js
var selection = __webpack_require__(204);
// EXTERNAL MODULE: ./.tsbuild/src/core/tree.js
var tree = __webpack_require__(836);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(857);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/api.js
var api = __webpack_require__(759);
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

// EXTERNAL MODULE: ./.tsbuild/src/core/rules.js + 8 modules
var rules = __webpack_require__(625);
;// CONCATENATED MODULE: ./.tsbuild/src/options/configuration-schema.js
// The one description of the configuration file: it validates, and a JSON Schema for editors is generated from it.


const severity = schemas/* enum */.k5n(["error", "warning", "note"]);
const scalar = schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* number */.aig(), schemas/* boolean */.zMY(), schemas/* null */.chJ()]);
/** A path or glob that stays inside the repository. */
const path = schemas/* string */.YjP().regex(/^(?!\/)(?!.*(?:^|\/)\.\.(?:\/|$))[^\\]+$/).describe("Path or glob, relative to the root of the repository");
const configuration_schema_name = schemas/* string */.YjP().regex(/^[^@\s]+$/).describe("Tells apart several targets of one path");
const helm = schemas/* strictObject */.rej({
    helm: path,
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
const kustomize = schemas/* strictObject */.rej({ kustomize: path, name: configuration_schema_name.optional() });
const manifests = schemas/* strictObject */.rej({ manifests: path, name: configuration_schema_name.optional(), namespace: schemas/* string */.YjP().min(1).optional() });
/** The targets of each engine, by the key that tells them apart. */
const targetSchemas = { helm, kustomize, manifests };
const ruleIds = rules/* rules */.a.map(({ id }) => id);
const exemption = schemas/* strictObject */.rej({
    workload: schemas/* string */.YjP().regex(/^[^/\s]+\/[^/\s]+(?:\/[^/\s]+)?$/).describe("KIND/NAMESPACE/NAME or KIND/NAME, with globs"),
    container: schemas/* string */.YjP().min(1).optional().describe("Name or glob; absent: every container"),
    rules: schemas/* array */.YOg(schemas/* enum */.k5n(ruleIds)).min(1).optional().describe("Absent: every rule"),
    reason: schemas/* string */.YjP().regex(/\S/),
    expires: date().optional().describe("Last day on which it holds"),
});
const configurationSchema = schemas/* strictObject */.rej({
    version: schemas/* literal */.euz(1),
    cluster: schemas/* strictObject */.rej({
        seccompDefault: schemas/* boolean */.zMY().optional().describe("Whether kubelets run containers that set nothing under RuntimeDefault"),
        kubeVersion: schemas/* string */.YjP().regex(/^v?\d+\.\d+(?:\.\d+)?(?:[-+].*)?$/).optional(),
        apiVersions: schemas/* array */.YOg(schemas/* string */.YjP().min(1)).optional(),
    })
        .optional(),
    targets: schemas/* array */.YOg(schemas/* union */.KCZ([helm, kustomize, manifests])).min(1).optional().describe("Absent: everything that is discovered"),
    exclude: schemas/* array */.YOg(path).optional().describe("Globs of what is left out; a plain path also leaves out what lies below it"),
    variants: schemas/* enum */.k5n(["auto", "none"]).optional().describe("Whether `ci/*-values.yaml` of charts are rendered as further targets"),
    chartCache: path.optional().describe("Folder of packaged charts NAME-VERSION.tgz that stand in for remote dependencies"),
    repository: schemas/* union */.KCZ([schemas/* string */.YjP().min(1), schemas/* array */.YOg(schemas/* string */.YjP().min(1))]).optional().describe("Further addresses under which Flux and Argo CD objects name this repository"),
    rules: schemas/* strictObject */.rej(Object.fromEntries(ruleIds.map((id) => [id, schemas/* enum */.k5n([...severity.options, "off"]).optional()]))).optional(),
    exemptions: schemas/* array */.YOg(exemption).optional(),
    failOn: schemas/* enum */.k5n([...severity.options, "never"]).optional().describe("Lowest severity that fails"),
    noVerdict: schemas/* enum */.k5n(["fail", "warn"]).optional().describe("Whether what could not be looked at fails"),
});
// EXTERNAL MODULE: ./.tsbuild/src/options/nearest.js
var nearest = __webpack_require__(887);
// EXTERNAL MODULE: ./.tsbuild/src/options/not-yet.js
var not_yet = __webpack_require__(743);
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
    const name = fieldName([...field, key]);
    if (not_yet/* keysOfLaterVersions */.rY.has(name))
        return (0,not_yet/* notAvailable */.Fc)(name);
    if (field[0] === "rules" && not_yet/* rulesOfLaterVersions */.Q3.has(key))
        return (0,not_yet/* notAvailable */.Fc)(name);
    const known = knownKeys(field);
    if (field[0] === "rules")
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
    if (typeof value === "string" && field.includes("exemptions") && not_yet/* rulesOfLaterVersions */.Q3.has(value))
        return (0,not_yet/* notAvailable */.Fc)(value);
    return `\`${name}\` is ${(0,nearest/* quote */.hD)(value)}, but ${expectation(field, value, issue)}`;
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
    values: stays,
    setFile: stays,
    name: "must have no `@` and no blanks",
    workload: "must be `KIND/NAME` or `KIND/NAMESPACE/NAME`",
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
    const document = theDocument(text, path);
    const hostile = refuseShape(document);
    const parsed = hostile.length > 0 ? null : configurationSchema.safeParse(withOff(document.object));
    const issues = parsed?.error?.issues ?? [];
    const mistakes = parsed === null ? hostile : [...twiceAtTop(text, path), ...wrongJson(document), ...issues.flatMap((issue) => explainIssue(document, issue))];
    if (mistakes.length > 0 || parsed?.data === undefined) {
        throw new failure/* UsageError */.e(mistakes.join("\n"), "Correct the configuration file; nothing was compared.");
    }
    return interpret(parsed.data);
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
    const rules = object["rules"];
    if (typeof rules !== "object" || rules === null || Array.isArray(rules))
        return object;
    return { ...object, rules: Object.fromEntries(Object.entries(rules).map(([id, severity]) => [id, severity === false ? "off" : severity])) };
}
/** Keys that stand at the top twice: YAML would silently keep the last one, and with it half of a policy. */
function twiceAtTop(text, path) {
    const seen = new Map();
    if (/^(?:\s|#.*$)*\{/m.test(text))
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
function interpret(configuration) {
    const { cluster, targets, exclude, variants, chartCache, repository, rules, exemptions, failOn, noVerdict } = configuration;
    const defaults = { ...selection/* helmDefaults */.p, kubeVersion: cluster?.kubeVersion ?? "", apiVersions: cluster?.apiVersions ?? [] };
    return {
        selection: {
            targets: targets?.map((target) => targetSetting(target, defaults)) ?? null,
            exclude: exclude ?? [],
            only: [],
            variants: variants ?? selection/* discoverEverything */.T.variants,
            chartCache: chartCache === undefined ? null : cleanPath(chartCache),
            repositories: repository === undefined ? [] : [repository].flat(),
            helmDefaults: defaults,
        },
        policy: {
            seccompDefault: cluster?.seccompDefault ?? policy/* defaultPolicy */.G.seccompDefault,
            rules: Object.fromEntries(Object.entries(rules ?? {}).flatMap(([id, severity]) => (severity === undefined ? [] : [[id, severity]]))),
            exemptions: (exemptions ?? []).map(({ workload, container, rules: ids, reason, expires }) => ({
                workload,
                container: container ?? null,
                rules: ids ?? null,
                reason,
                expires: expires ?? null,
            })),
            failOn: failOn ?? policy/* defaultPolicy */.G.failOn,
            noVerdict: noVerdict ?? policy/* defaultPolicy */.G.noVerdict,
        },
    };
}
/** A folder without `./` before and `/` behind it. */
function cleanPath(path) {
    return (0,tree/* joinPath */.uJ)(".", path) ?? path;
}
function targetSetting(target, defaults) {
    const name = target.name ?? null;
    if ("helm" in target)
        return { helm: target.helm, name, settings: helmSettings(target, defaults) };
    if ("kustomize" in target)
        return { kustomize: target.kustomize, name };
    return { manifests: target.manifests, name, namespace: target.namespace ?? "default" };
}

/***/ })

};
