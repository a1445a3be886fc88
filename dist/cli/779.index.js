export const id = 779;
export const ids = [779];
export const modules = {

/***/ 3779:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   configurationChanges: () => (/* binding */ configurationChanges)
/* harmony export */ });
/* harmony import */ var _core_manifest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5371);
/* harmony import */ var _configuration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5432);
/* harmony import */ var _nearest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7887);
// What an edit of the configuration file changes, key by key, in words for whoever reviews it.



function describeExemption({ workload, container, image, rules, reason, expires }) {
    const limits = [
        ...(container === undefined ? [] : [`container ${(0,_nearest_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(container)}`]),
        ...(image === undefined ? [] : [`image ${(0,_nearest_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(image)}`]),
        rules === undefined ? "every rule" : `${rules.length === 1 ? "rule" : "rules"} ${(0,_nearest_js__WEBPACK_IMPORTED_MODULE_2__/* .listWords */ .yh)(rules)}`,
        ...(expires === undefined ? [] : [`until ${expires}`]),
    ];
    return `exemption of ${(0,_nearest_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(workload)} (${limits.join(", ")}), because ${(0,_nearest_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(reason)}`;
}
const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
/** Entries of a list that the other one does not have. */
const without = (list, other) => list.filter((entry) => !other.some((candidate) => same(candidate, entry)));
function listChanges(key, before, after, describe) {
    const [gone, added] = [without(before, after), without(after, before)];
    if (gone.length + added.length === 0)
        return same(before, after) ? [] : [`\`${key}\` has its entries in another order`];
    return [...added.map((entry) => `\`${key}\` gains ${describe(entry)}`), ...gone.map((entry) => `\`${key}\` loses ${describe(entry)}`)];
}
function changesOf(key, before, after) {
    if (same(before, after))
        return [];
    if (before === undefined && !(0,_core_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .isMapping */ .pi)(after) && !Array.isArray(after))
        return [`\`${key}\` is set to ${(0,_nearest_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(after)}`];
    if (after === undefined && !(0,_core_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .isMapping */ .pi)(before) && !Array.isArray(before))
        return [`\`${key}\`, which was ${(0,_nearest_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(before)}, is not set any more`];
    const [was, is] = [before ?? (Array.isArray(after) ? [] : {}), after ?? (Array.isArray(before) ? [] : {})];
    if (Array.isArray(was) && Array.isArray(is))
        return listChanges(key, was, is, _nearest_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD);
    if (!(0,_core_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .isMapping */ .pi)(was) || !(0,_core_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .isMapping */ .pi)(is))
        return [`\`${key}\` is ${(0,_nearest_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(after)} instead of ${(0,_nearest_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(before)}`];
    return [...new Set([...Object.keys(was), ...Object.keys(is)])].sort().flatMap((inner) => changesOf(`${key}.${inner}`, was[inner], is[inner]));
}
const nothing = { version: 1 };
/** Every key that differs, one sentence without a full stop each, in the order of the alphabet; null texts stand for no file. Throws a UsageError for what is no configuration. */
function configurationChanges(before, after, path) {
    const [was, is] = [before, after].map((text) => (text === null ? nothing : (0,_configuration_js__WEBPACK_IMPORTED_MODULE_1__/* .parseConfiguration */ .M)(text, path).configuration));
    if (was === undefined || is === undefined)
        return [];
    const { exemptions: old = [], ...otherOld } = was;
    const { exemptions: fresh = [], ...otherFresh } = is;
    const [left, right] = [new Map(Object.entries(otherOld)), new Map(Object.entries(otherFresh))];
    const keys = [...new Set([...left.keys(), ...right.keys()])].sort();
    return [...listChanges("exemptions", old, fresh, (entry) => `an ${describeExemption(entry)}`), ...keys.flatMap((key) => changesOf(key, left.get(key), right.get(key)))];
}

/***/ })

};
