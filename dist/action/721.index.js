export const id = 721;
export const ids = [721];
export const modules = {

/***/ 8721:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readConfiguration: () => (/* binding */ readConfiguration)
});

// EXTERNAL MODULE: ./.tsbuild/src/core/failure.js
var failure = __webpack_require__(2664);
// EXTERNAL MODULE: ./.tsbuild/src/core/manifest.js + 2 modules
var manifest = __webpack_require__(8586);
// EXTERNAL MODULE: ./.tsbuild/src/core/policy.js
var policy = __webpack_require__(2094);
// EXTERNAL MODULE: ./.tsbuild/src/core/selection.js
var selection = __webpack_require__(5204);
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

// EXTERNAL MODULE: ./.tsbuild/src/core/rules.js + 8 modules
var rules = __webpack_require__(9625);
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
    variants: schemas/* literal */.euz("none").optional(),
    rules: schemas/* strictObject */.rej(Object.fromEntries(ruleIds.map((id) => [id, schemas/* enum */.k5n([...severity.options, "off"]).optional()]))).optional(),
    exemptions: schemas/* array */.YOg(exemption).optional(),
    failOn: schemas/* enum */.k5n([...severity.options, "never"]).optional().describe("Lowest severity that fails"),
    noVerdict: schemas/* enum */.k5n(["fail", "warn"]).optional().describe("Whether what could not be looked at fails"),
});
//# sourceMappingURL=data:application/json;base64,eyJ2ZXJzaW9uIjozLCJmaWxlIjoiY29uZmlndXJhdGlvbi1zY2hlbWEuanMiLCJzb3VyY2VSb290IjoiIiwic291cmNlcyI6WyIuLi8uLi8uLi9zcmMvb3B0aW9ucy9jb25maWd1cmF0aW9uLXNjaGVtYS50cyJdLCJuYW1lcyI6W10sIm1hcHBpbmdzIjoiQUFBQSxtSEFBbUg7QUFFbkgsT0FBTyxFQUFFLENBQUMsRUFBRSxNQUFNLEtBQUssQ0FBQztBQUN4QixPQUFPLEVBQUUsS0FBSyxFQUFFLE1BQU0sa0JBQWtCLENBQUM7QUFFekMsTUFBTSxRQUFRLEdBQUcsQ0FBQyxDQUFDLElBQUksQ0FBQyxDQUFDLE9BQU8sRUFBRSxTQUFTLEVBQUUsTUFBTSxDQUFDLENBQUMsQ0FBQztBQUN0RCxNQUFNLE1BQU0sR0FBRyxDQUFDLENBQUMsS0FBSyxDQUFDLENBQUMsQ0FBQyxDQUFDLE1BQU0sRUFBRSxFQUFFLENBQUMsQ0FBQyxNQUFNLEVBQUUsRUFBRSxDQUFDLENBQUMsT0FBTyxFQUFFLEVBQUUsQ0FBQyxDQUFDLElBQUksRUFBRSxDQUFDLENBQUMsQ0FBQztBQUV4RSx1REFBdUQ7QUFDdkQsTUFBTSxJQUFJLEdBQUcsQ0FBQyxDQUFDLE1BQU0sRUFBRSxDQUFDLEtBQUssQ0FBQywwQ0FBMEMsQ0FBQyxDQUFDLFFBQVEsQ0FBQyxzREFBc0QsQ0FBQyxDQUFDO0FBQzNJLE1BQU0sSUFBSSxHQUFHLENBQUMsQ0FBQyxNQUFNLEVBQUUsQ0FBQyxLQUFLLENBQUMsV0FBVyxDQUFDLENBQUMsUUFBUSxDQUFDLHlDQUF5QyxDQUFDLENBQUM7QUFFL0YsTUFBTSxJQUFJLEdBQUcsQ0FBQyxDQUFDLFlBQVksQ0FBQztJQUMxQixJQUFJLEVBQUUsSUFBSTtJQUNWLElBQUksRUFBRSxJQUFJLENBQUMsUUFBUSxFQUFFO0lBQ3JCLE9BQU8sRUFBRSxDQUFDLENBQUMsTUFBTSxFQUFFLENBQUMsR0FBRyxDQUFDLENBQUMsQ0FBQyxDQUFDLFFBQVEsRUFBRTtJQUNyQyxTQUFTLEVBQUUsQ0FBQyxDQUFDLE1BQU0sRUFBRSxDQUFDLEdBQUcsQ0FBQyxDQUFDLENBQUMsQ0FBQyxRQUFRLEVBQUU7SUFDdkMsTUFBTSxFQUFFLENBQUMsQ0FBQyxLQUFLLENBQUMsSUFBSSxDQUFDLENBQUMsUUFBUSxFQUFFLENBQUMsUUFBUSxDQUFDLHdCQUF3QixDQUFDO0lBQ25FLEdBQUcsRUFBRSxDQUFDLENBQUMsTUFBTSxDQUFDLENBQUMsQ0FBQyxNQUFNLEVBQUUsQ0FBQyxHQUFHLENBQUMsQ0FBQyxDQUFDLEVBQUUsQ0FBQyxDQUFDLEtBQUssQ0FBQyxDQUFDLE1BQU0sRUFBRSxDQUFDLENBQUMsS0FBSyxDQUFDLENBQUMsQ0FBQyxPQUFPLEVBQUUsQ0FBQyxDQUFDLENBQUMsQ0FBQyxDQUFDLFFBQVEsRUFBRSxDQUFDLFFBQVEsQ0FBQyxpQ0FBaUMsQ0FBQztJQUNoSSxTQUFTLEVBQUUsQ0FBQyxDQUFDLE1BQU0sQ0FBQyxDQUFDLENBQUMsTUFBTSxFQUFFLENBQUMsR0FBRyxDQUFDLENBQUMsQ0FBQyxFQUFFLE1BQU0sQ0FBQyxDQUFDLFFBQVEsRUFBRSxDQUFDLFFBQVEsQ0FBQyxtQkFBbUIsQ0FBQztJQUN2RixPQUFPLEVBQUUsQ0FBQyxDQUFDLE1BQU0sQ0FBQyxDQUFDLENBQUMsTUFBTSxFQUFFLENBQUMsR0FBRyxDQUFDLENBQUMsQ0FBQyxFQUFFLENBQUMsQ0FBQyxPQUFPLEVBQUUsQ0FBQyxDQUFDLFFBQVEsRUFBRSxDQUFDLFFBQVEsQ0FBQyxrRUFBa0UsQ0FBQztJQUN6SSxPQUFPLEVBQUUsQ0FBQyxDQUFDLE1BQU0sQ0FBQyxDQUFDLENBQUMsTUFBTSxFQUFFLENBQUMsR0FBRyxDQUFDLENBQUMsQ0FBQyxFQUFFLElBQUksQ0FBQyxDQUFDLFFBQVEsRUFBRSxDQUFDLFFBQVEsQ0FBQyxpQkFBaUIsQ0FBQztJQUNqRixTQUFTLEVBQUUsQ0FBQyxDQUFDLE9BQU8sRUFBRSxDQUFDLFFBQVEsRUFBRTtDQUNsQyxDQUFDLENBQUM7QUFFSCxNQUFNLFNBQVMsR0FBRyxDQUFDLENBQUMsWUFBWSxDQUFDLEVBQUUsU0FBUyxFQUFFLElBQUksRUFBRSxJQUFJLEVBQUUsSUFBSSxDQUFDLFFBQVEsRUFBRSxFQUFFLENBQUMsQ0FBQztBQUU3RSxNQUFNLFNBQVMsR0FBRyxDQUFDLENBQUMsWUFBWSxDQUFDLEVBQUUsU0FBUyxFQUFFLElBQUksRUFBRSxJQUFJLEVBQUUsSUFBSSxDQUFDLFFBQVEsRUFBRSxFQUFFLFNBQVMsRUFBRSxDQUFDLENBQUMsTUFBTSxFQUFFLENBQUMsR0FBRyxDQUFDLENBQUMsQ0FBQyxDQUFDLFFBQVEsRUFBRSxFQUFFLENBQUMsQ0FBQztBQUV0SCxvRUFBb0U7QUFDcEUsTUFBTSxDQUFDLE1BQU0sYUFBYSxHQUFHLEVBQUUsSUFBSSxFQUFFLFNBQVMsRUFBRSxTQUFTLEVBQVcsQ0FBQztBQUVyRSxNQUFNLE9BQU8sR0FBRyxLQUFLLENBQUMsR0FBRyxDQUFDLENBQUMsRUFBRSxFQUFFLEVBQUUsRUFBRSxFQUFFLENBQUMsRUFBRSxDQUFDLENBQUM7QUFFMUMsTUFBTSxTQUFTLEdBQUcsQ0FBQyxDQUFDLFlBQVksQ0FBQztJQUMvQixRQUFRLEVBQUUsQ0FBQyxDQUFDLE1BQU0sRUFBRSxDQUFDLEtBQUssQ0FBQyxrQ0FBa0MsQ0FBQyxDQUFDLFFBQVEsQ0FBQyw4Q0FBOEMsQ0FBQztJQUN2SCxTQUFTLEVBQUUsQ0FBQyxDQUFDLE1BQU0sRUFBRSxDQUFDLEdBQUcsQ0FBQyxDQUFDLENBQUMsQ0FBQyxRQUFRLEVBQUUsQ0FBQyxRQUFRLENBQUMsdUNBQXVDLENBQUM7SUFDekYsS0FBSyxFQUFFLENBQUMsQ0FBQyxLQUFLLENBQUMsQ0FBQyxDQUFDLElBQUksQ0FBQyxPQUFPLENBQUMsQ0FBQyxDQUFDLEdBQUcsQ0FBQyxDQUFDLENBQUMsQ0FBQyxRQUFRLEVBQUUsQ0FBQyxRQUFRLENBQUMsb0JBQW9CLENBQUM7SUFDaEYsTUFBTSxFQUFFLENBQUMsQ0FBQyxNQUFNLEVBQUUsQ0FBQyxLQUFLLENBQUMsSUFBSSxDQUFDO0lBQzlCLE9BQU8sRUFBRSxDQUFDLENBQUMsR0FBRyxDQUFDLElBQUksRUFBRSxDQUFDLFFBQVEsRUFBRSxDQUFDLFFBQVEsQ0FBQyw0QkFBNEIsQ0FBQztDQUN4RSxDQUFDLENBQUM7QUFFSCxNQUFNLENBQUMsTUFBTSxtQkFBbUIsR0FBRyxDQUFDLENBQUMsWUFBWSxDQUFDO0lBQ2hELE9BQU8sRUFBRSxDQUFDLENBQUMsT0FBTyxDQUFDLENBQUMsQ0FBQztJQUNyQixPQUFPLEVBQUUsQ0FBQztTQUNQLFlBQVksQ0FBQztRQUNaLGNBQWMsRUFBRSxDQUFDLENBQUMsT0FBTyxFQUFFLENBQUMsUUFBUSxFQUFFLENBQUMsUUFBUSxDQUFDLHVFQUF1RSxDQUFDO1FBQ3hILFdBQVcsRUFBRSxDQUFDLENBQUMsTUFBTSxFQUFFLENBQUMsS0FBSyxDQUFDLG1DQUFtQyxDQUFDLENBQUMsUUFBUSxFQUFFO1FBQzdFLFdBQVcsRUFBRSxDQUFDLENBQUMsS0FBSyxDQUFDLENBQUMsQ0FBQyxNQUFNLEVBQUUsQ0FBQyxHQUFHLENBQUMsQ0FBQyxDQUFDLENBQUMsQ0FBQyxRQUFRLEVBQUU7S0FDbkQsQ0FBQztTQUNELFFBQVEsRUFBRTtJQUNiLE9BQU8sRUFBRSxDQUFDLENBQUMsS0FBSyxDQUFDLENBQUMsQ0FBQyxLQUFLLENBQUMsQ0FBQyxJQUFJLEVBQUUsU0FBUyxFQUFFLFNBQVMsQ0FBQyxDQUFDLENBQUMsQ0FBQyxHQUFHLENBQUMsQ0FBQyxDQUFDLENBQUMsUUFBUSxFQUFFLENBQUMsUUFBUSxDQUFDLHVDQUF1QyxDQUFDO0lBQzNILE9BQU8sRUFBRSxDQUFDLENBQUMsS0FBSyxDQUFDLElBQUksQ0FBQyxDQUFDLFFBQVEsRUFBRSxDQUFDLFFBQVEsQ0FBQyw0RUFBNEUsQ0FBQztJQUN4SCxRQUFRLEVBQUUsQ0FBQyxDQUFDLE9BQU8sQ0FBQyxNQUFNLENBQUMsQ0FBQyxRQUFRLEVBQUU7SUFDdEMsS0FBSyxFQUFFLENBQUMsQ0FBQyxZQUFZLENBQUMsTUFBTSxDQUFDLFdBQVcsQ0FBQyxPQUFPLENBQUMsR0FBRyxDQUFDLENBQUMsRUFBRSxFQUFFLEVBQUUsQ0FBQyxDQUFDLEVBQUUsRUFBRSxDQUFDLENBQUMsSUFBSSxDQUFDLENBQUMsR0FBRyxRQUFRLENBQUMsT0FBTyxFQUFFLEtBQUssQ0FBQyxDQUFDLENBQUMsUUFBUSxFQUFFLENBQUMsQ0FBQyxDQUFDLENBQUMsQ0FBQyxRQUFRLEVBQUU7SUFDaEksVUFBVSxFQUFFLENBQUMsQ0FBQyxLQUFLLENBQUMsU0FBUyxDQUFDLENBQUMsUUFBUSxFQUFFO0lBQ3pDLE1BQU0sRUFBRSxDQUFDLENBQUMsSUFBSSxDQUFDLENBQUMsR0FBRyxRQUFRLENBQUMsT0FBTyxFQUFFLE9BQU8sQ0FBQyxDQUFDLENBQUMsUUFBUSxFQUFFLENBQUMsUUFBUSxDQUFDLDRCQUE0QixDQUFDO0lBQ2hHLFNBQVMsRUFBRSxDQUFDLENBQUMsSUFBSSxDQUFDLENBQUMsTUFBTSxFQUFFLE1BQU0sQ0FBQyxDQUFDLENBQUMsUUFBUSxFQUFFLENBQUMsUUFBUSxDQUFDLDJDQUEyQyxDQUFDO0NBQ3JHLENBQUMsQ0FBQyIsInNvdXJjZXNDb250ZW50IjpbIi8vIFRoZSBvbmUgZGVzY3JpcHRpb24gb2YgdGhlIGNvbmZpZ3VyYXRpb24gZmlsZTogaXQgdmFsaWRhdGVzLCBhbmQgYSBKU09OIFNjaGVtYSBmb3IgZWRpdG9ycyBpcyBnZW5lcmF0ZWQgZnJvbSBpdC5cblxuaW1wb3J0IHsgeiB9IGZyb20gXCJ6b2RcIjtcbmltcG9ydCB7IHJ1bGVzIH0gZnJvbSBcIi4uL2NvcmUvcnVsZXMudHNcIjtcblxuY29uc3Qgc2V2ZXJpdHkgPSB6LmVudW0oW1wiZXJyb3JcIiwgXCJ3YXJuaW5nXCIsIFwibm90ZVwiXSk7XG5jb25zdCBzY2FsYXIgPSB6LnVuaW9uKFt6LnN0cmluZygpLCB6Lm51bWJlcigpLCB6LmJvb2xlYW4oKSwgei5udWxsKCldKTtcblxuLyoqIEEgcGF0aCBvciBnbG9iIHRoYXQgc3RheXMgaW5zaWRlIHRoZSByZXBvc2l0b3J5LiAqL1xuY29uc3QgcGF0aCA9IHouc3RyaW5nKCkucmVnZXgoL14oPyFcXC8pKD8hLiooPzpefFxcLylcXC5cXC4oPzpcXC98JCkpW15cXFxcXSskLykuZGVzY3JpYmUoXCJQYXRoIG9yIGdsb2IsIHJlbGF0aXZlIHRvIHRoZSByb290IG9mIHRoZSByZXBvc2l0b3J5XCIpO1xuY29uc3QgbmFtZSA9IHouc3RyaW5nKCkucmVnZXgoL15bXkBcXHNdKyQvKS5kZXNjcmliZShcIlRlbGxzIGFwYXJ0IHNldmVyYWwgdGFyZ2V0cyBvZiBvbmUgcGF0aFwiKTtcblxuY29uc3QgaGVsbSA9IHouc3RyaWN0T2JqZWN0KHtcbiAgaGVsbTogcGF0aCxcbiAgbmFtZTogbmFtZS5vcHRpb25hbCgpLFxuICByZWxlYXNlOiB6LnN0cmluZygpLm1pbigxKS5vcHRpb25hbCgpLFxuICBuYW1lc3BhY2U6IHouc3RyaW5nKCkubWluKDEpLm9wdGlvbmFsKCksXG4gIHZhbHVlczogei5hcnJheShwYXRoKS5vcHRpb25hbCgpLmRlc2NyaWJlKFwiVmFsdWVzIGZpbGVzLCBpbiBvcmRlclwiKSxcbiAgc2V0OiB6LnJlY29yZCh6LnN0cmluZygpLm1pbigxKSwgei51bmlvbihbc2NhbGFyLCB6LmFycmF5KHoudW5rbm93bigpKV0pKS5vcHRpb25hbCgpLmRlc2NyaWJlKFwiQXMgYC0tc2V0YCwgYnkgSGVsbSdzIG93biBwYXRoc1wiKSxcbiAgc2V0U3RyaW5nOiB6LnJlY29yZCh6LnN0cmluZygpLm1pbigxKSwgc2NhbGFyKS5vcHRpb25hbCgpLmRlc2NyaWJlKFwiQXMgYC0tc2V0LXN0cmluZ2BcIiksXG4gIHNldEpzb246IHoucmVjb3JkKHouc3RyaW5nKCkubWluKDEpLCB6LnVua25vd24oKSkub3B0aW9uYWwoKS5kZXNjcmliZShcIkFzIGAtLXNldC1qc29uYDsgYSB0ZXh0IGlzIEpTT04sIGFueXRoaW5nIGVsc2UgaXMgdGFrZW4gYXMgaXQgaXNcIiksXG4gIHNldEZpbGU6IHoucmVjb3JkKHouc3RyaW5nKCkubWluKDEpLCBwYXRoKS5vcHRpb25hbCgpLmRlc2NyaWJlKFwiQXMgYC0tc2V0LWZpbGVgXCIpLFxuICBza2lwVGVzdHM6IHouYm9vbGVhbigpLm9wdGlvbmFsKCksXG59KTtcblxuY29uc3Qga3VzdG9taXplID0gei5zdHJpY3RPYmplY3QoeyBrdXN0b21pemU6IHBhdGgsIG5hbWU6IG5hbWUub3B0aW9uYWwoKSB9KTtcblxuY29uc3QgbWFuaWZlc3RzID0gei5zdHJpY3RPYmplY3QoeyBtYW5pZmVzdHM6IHBhdGgsIG5hbWU6IG5hbWUub3B0aW9uYWwoKSwgbmFtZXNwYWNlOiB6LnN0cmluZygpLm1pbigxKS5vcHRpb25hbCgpIH0pO1xuXG4vKiogVGhlIHRhcmdldHMgb2YgZWFjaCBlbmdpbmUsIGJ5IHRoZSBrZXkgdGhhdCB0ZWxscyB0aGVtIGFwYXJ0LiAqL1xuZXhwb3J0IGNvbnN0IHRhcmdldFNjaGVtYXMgPSB7IGhlbG0sIGt1c3RvbWl6ZSwgbWFuaWZlc3RzIH0gYXMgY29uc3Q7XG5cbmNvbnN0IHJ1bGVJZHMgPSBydWxlcy5tYXAoKHsgaWQgfSkgPT4gaWQpO1xuXG5jb25zdCBleGVtcHRpb24gPSB6LnN0cmljdE9iamVjdCh7XG4gIHdvcmtsb2FkOiB6LnN0cmluZygpLnJlZ2V4KC9eW14vXFxzXStcXC9bXi9cXHNdKyg/OlxcL1teL1xcc10rKT8kLykuZGVzY3JpYmUoXCJLSU5EL05BTUVTUEFDRS9OQU1FIG9yIEtJTkQvTkFNRSwgd2l0aCBnbG9ic1wiKSxcbiAgY29udGFpbmVyOiB6LnN0cmluZygpLm1pbigxKS5vcHRpb25hbCgpLmRlc2NyaWJlKFwiTmFtZSBvciBnbG9iOyBhYnNlbnQ6IGV2ZXJ5IGNvbnRhaW5lclwiKSxcbiAgcnVsZXM6IHouYXJyYXkoei5lbnVtKHJ1bGVJZHMpKS5taW4oMSkub3B0aW9uYWwoKS5kZXNjcmliZShcIkFic2VudDogZXZlcnkgcnVsZVwiKSxcbiAgcmVhc29uOiB6LnN0cmluZygpLnJlZ2V4KC9cXFMvKSxcbiAgZXhwaXJlczogei5pc28uZGF0ZSgpLm9wdGlvbmFsKCkuZGVzY3JpYmUoXCJMYXN0IGRheSBvbiB3aGljaCBpdCBob2xkc1wiKSxcbn0pO1xuXG5leHBvcnQgY29uc3QgY29uZmlndXJhdGlvblNjaGVtYSA9IHouc3RyaWN0T2JqZWN0KHtcbiAgdmVyc2lvbjogei5saXRlcmFsKDEpLFxuICBjbHVzdGVyOiB6XG4gICAgLnN0cmljdE9iamVjdCh7XG4gICAgICBzZWNjb21wRGVmYXVsdDogei5ib29sZWFuKCkub3B0aW9uYWwoKS5kZXNjcmliZShcIldoZXRoZXIga3ViZWxldHMgcnVuIGNvbnRhaW5lcnMgdGhhdCBzZXQgbm90aGluZyB1bmRlciBSdW50aW1lRGVmYXVsdFwiKSxcbiAgICAgIGt1YmVWZXJzaW9uOiB6LnN0cmluZygpLnJlZ2V4KC9edj9cXGQrXFwuXFxkKyg/OlxcLlxcZCspPyg/OlstK10uKik/JC8pLm9wdGlvbmFsKCksXG4gICAgICBhcGlWZXJzaW9uczogei5hcnJheSh6LnN0cmluZygpLm1pbigxKSkub3B0aW9uYWwoKSxcbiAgICB9KVxuICAgIC5vcHRpb25hbCgpLFxuICB0YXJnZXRzOiB6LmFycmF5KHoudW5pb24oW2hlbG0sIGt1c3RvbWl6ZSwgbWFuaWZlc3RzXSkpLm1pbigxKS5vcHRpb25hbCgpLmRlc2NyaWJlKFwiQWJzZW50OiBldmVyeXRoaW5nIHRoYXQgaXMgZGlzY292ZXJlZFwiKSxcbiAgZXhjbHVkZTogei5hcnJheShwYXRoKS5vcHRpb25hbCgpLmRlc2NyaWJlKFwiR2xvYnMgb2Ygd2hhdCBpcyBsZWZ0IG91dDsgYSBwbGFpbiBwYXRoIGFsc28gbGVhdmVzIG91dCB3aGF0IGxpZXMgYmVsb3cgaXRcIiksXG4gIHZhcmlhbnRzOiB6LmxpdGVyYWwoXCJub25lXCIpLm9wdGlvbmFsKCksXG4gIHJ1bGVzOiB6LnN0cmljdE9iamVjdChPYmplY3QuZnJvbUVudHJpZXMocnVsZUlkcy5tYXAoKGlkKSA9PiBbaWQsIHouZW51bShbLi4uc2V2ZXJpdHkub3B0aW9ucywgXCJvZmZcIl0pLm9wdGlvbmFsKCldKSkpLm9wdGlvbmFsKCksXG4gIGV4ZW1wdGlvbnM6IHouYXJyYXkoZXhlbXB0aW9uKS5vcHRpb25hbCgpLFxuICBmYWlsT246IHouZW51bShbLi4uc2V2ZXJpdHkub3B0aW9ucywgXCJuZXZlclwiXSkub3B0aW9uYWwoKS5kZXNjcmliZShcIkxvd2VzdCBzZXZlcml0eSB0aGF0IGZhaWxzXCIpLFxuICBub1ZlcmRpY3Q6IHouZW51bShbXCJmYWlsXCIsIFwid2FyblwiXSkub3B0aW9uYWwoKS5kZXNjcmliZShcIldoZXRoZXIgd2hhdCBjb3VsZCBub3QgYmUgbG9va2VkIGF0IGZhaWxzXCIpLFxufSk7XG5cbmV4cG9ydCB0eXBlIENvbmZpZ3VyYXRpb24gPSB6LmluZmVyPHR5cGVvZiBjb25maWd1cmF0aW9uU2NoZW1hPjtcbmV4cG9ydCB0eXBlIENvbmZpZ3VyZWRIZWxtID0gei5pbmZlcjx0eXBlb2YgaGVsbT47XG4iXX0=
;// CONCATENATED MODULE: ./.tsbuild/src/options/nearest.js
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
//# sourceMappingURL=data:application/json;base64,eyJ2ZXJzaW9uIjozLCJmaWxlIjoibmVhcmVzdC5qcyIsInNvdXJjZVJvb3QiOiIiLCJzb3VyY2VzIjpbIi4uLy4uLy4uL3NyYy9vcHRpb25zL25lYXJlc3QudHMiXSwibmFtZXMiOltdLCJtYXBwaW5ncyI6IkFBQUEsMERBQTBEO0FBRTFELDJGQUEyRjtBQUMzRixNQUFNLFVBQVUsT0FBTyxDQUFDLElBQVksRUFBRSxLQUF3QjtJQUM1RCxNQUFNLEtBQUssR0FBRyxJQUFJLENBQUMsR0FBRyxDQUFDLENBQUMsRUFBRSxJQUFJLENBQUMsS0FBSyxDQUFDLElBQUksQ0FBQyxNQUFNLEdBQUcsQ0FBQyxDQUFDLENBQUMsQ0FBQztJQUN2RCxNQUFNLE1BQU0sR0FBRyxLQUFLLENBQUMsR0FBRyxDQUFDLENBQUMsU0FBUyxFQUFFLEVBQUUsQ0FBQyxDQUFDLEVBQUUsU0FBUyxFQUFFLFFBQVEsRUFBRSxZQUFZLENBQUMsSUFBSSxDQUFDLFdBQVcsRUFBRSxFQUFFLFNBQVMsQ0FBQyxXQUFXLEVBQUUsRUFBRSxLQUFLLENBQUMsRUFBRSxDQUFDLENBQUMsQ0FBQztJQUNySSxNQUFNLElBQUksR0FBRyxNQUFNLENBQUMsTUFBTSxDQUFDLENBQUMsRUFBRSxRQUFRLEVBQUUsRUFBRSxFQUFFLENBQUMsUUFBUSxJQUFJLEtBQUssQ0FBQyxDQUFDLElBQUksQ0FBQyxDQUFDLENBQUMsRUFBRSxDQUFDLEVBQUUsRUFBRSxDQUFDLENBQUMsQ0FBQyxRQUFRLEdBQUcsQ0FBQyxDQUFDLFFBQVEsQ0FBQyxDQUFDLENBQUMsQ0FBQyxDQUFDO0lBQzNHLE9BQU8sSUFBSSxFQUFFLFNBQVMsSUFBSSxJQUFJLENBQUM7QUFDakMsQ0FBQztBQUVELCtHQUErRztBQUMvRyxTQUFTLFlBQVksQ0FBQyxDQUFTLEVBQUUsQ0FBUyxFQUFFLEtBQWE7SUFDdkQsSUFBSSxJQUFJLENBQUMsR0FBRyxDQUFDLENBQUMsQ0FBQyxNQUFNLEdBQUcsQ0FBQyxDQUFDLE1BQU0sQ0FBQyxHQUFHLEtBQUs7UUFBRSxPQUFPLEtBQUssR0FBRyxDQUFDLENBQUM7SUFDNUQsSUFBSSxLQUFLLEdBQUcsS0FBSyxDQUFDLElBQUksQ0FBQyxFQUFFLE1BQU0sRUFBRSxDQUFDLENBQUMsTUFBTSxHQUFHLENBQUMsRUFBRSxFQUFFLENBQUMsQ0FBQyxFQUFFLENBQUMsRUFBRSxFQUFFLENBQUMsQ0FBQyxDQUFDLENBQUM7SUFDOUQsS0FBSyxJQUFJLENBQUMsR0FBRyxDQUFDLEVBQUUsQ0FBQyxJQUFJLENBQUMsQ0FBQyxNQUFNLEVBQUUsQ0FBQyxFQUFFLEVBQUUsQ0FBQztRQUNuQyxNQUFNLEdBQUcsR0FBRyxDQUFDLENBQUMsQ0FBQyxDQUFDO1FBQ2hCLEtBQUssSUFBSSxDQUFDLEdBQUcsQ0FBQyxFQUFFLENBQUMsSUFBSSxDQUFDLENBQUMsTUFBTSxFQUFFLENBQUMsRUFBRSxFQUFFLENBQUM7WUFDbkMsTUFBTSxRQUFRLEdBQUcsQ0FBQyxLQUFLLENBQUMsQ0FBQyxHQUFHLENBQUMsQ0FBQyxJQUFJLENBQUMsQ0FBQyxHQUFHLENBQUMsQ0FBQyxDQUFDLENBQUMsR0FBRyxDQUFDLENBQUMsS0FBSyxDQUFDLENBQUMsQ0FBQyxHQUFHLENBQUMsQ0FBQyxDQUFDLENBQUMsQ0FBQyxDQUFDLENBQUMsQ0FBQyxDQUFDLENBQUMsQ0FBQyxDQUFDO1lBQ3ZFLEdBQUcsQ0FBQyxJQUFJLENBQUMsSUFBSSxDQUFDLEdBQUcsQ0FBQyxRQUFRLEVBQUUsQ0FBQyxLQUFLLENBQUMsQ0FBQyxDQUFDLElBQUksQ0FBQyxDQUFDLEdBQUcsQ0FBQyxFQUFFLENBQUMsR0FBRyxDQUFDLENBQUMsR0FBRyxDQUFDLENBQUMsSUFBSSxDQUFDLENBQUMsR0FBRyxDQUFDLENBQUMsQ0FBQyxDQUFDO1FBQzNFLENBQUM7UUFDRCxLQUFLLEdBQUcsR0FBRyxDQUFDO0lBQ2QsQ0FBQztJQUNELE9BQU8sS0FBSyxDQUFDLENBQUMsQ0FBQyxNQUFNLENBQUMsSUFBSSxLQUFLLEdBQUcsQ0FBQyxDQUFDO0FBQ3RDLENBQUM7QUFFRCwyREFBMkQ7QUFDM0QsTUFBTSxVQUFVLFVBQVUsQ0FBQyxJQUFZLEVBQUUsS0FBd0I7SUFDL0QsTUFBTSxLQUFLLEdBQUcsT0FBTyxDQUFDLElBQUksRUFBRSxLQUFLLENBQUMsQ0FBQztJQUNuQyxPQUFPLEtBQUssS0FBSyxJQUFJLENBQUMsQ0FBQyxDQUFDLEVBQUUsQ0FBQyxDQUFDLENBQUMsbUJBQW1CLEtBQUssS0FBSyxDQUFDO0FBQzdELENBQUM7QUFFRCxvQ0FBb0M7QUFDcEMsTUFBTSxVQUFVLFNBQVMsQ0FBQyxLQUF3QjtJQUNoRCxPQUFPLEtBQUssQ0FBQyxHQUFHLENBQUMsQ0FBQyxJQUFJLEVBQUUsRUFBRSxDQUFDLEtBQUssSUFBSSxJQUFJLENBQUMsQ0FBQyxJQUFJLENBQUMsSUFBSSxDQUFDLENBQUM7QUFDdkQsQ0FBQztBQUVELDhFQUE4RTtBQUM5RSxNQUFNLFVBQVUsS0FBSyxDQUFDLEtBQWM7SUFDbEMsTUFBTSxJQUFJLEdBQUcsT0FBTyxLQUFLLEtBQUssUUFBUSxDQUFDLENBQUMsQ0FBQyxLQUFLLENBQUMsQ0FBQyxDQUFDLENBQUMsSUFBSSxDQUFDLFNBQVMsQ0FBQyxLQUFLLENBQUMsSUFBSSxNQUFNLENBQUMsS0FBSyxDQUFDLENBQUMsQ0FBQztJQUMxRixNQUFNLElBQUksR0FBRyxJQUFJLENBQUMsT0FBTyxDQUFDLDJDQUEyQyxFQUFFLEdBQUcsQ0FBQyxDQUFDO0lBQzVFLE9BQU8sS0FBSyxJQUFJLENBQUMsTUFBTSxHQUFHLEVBQUUsQ0FBQyxDQUFDLENBQUMsR0FBRyxJQUFJLENBQUMsS0FBSyxDQUFDLENBQUMsRUFBRSxFQUFFLENBQUMsS0FBSyxDQUFDLENBQUMsQ0FBQyxJQUFJLElBQUksQ0FBQztBQUN0RSxDQUFDIiwic291cmNlc0NvbnRlbnQiOlsiLy8gVGhlIGtub3duIHdvcmQgdGhhdCBzb21lb25lIHdobyBzbGlwcGVkIHByb2JhYmx5IG1lYW50LlxuXG4vKiogVGhlIGNsb3Nlc3Qgb2YgdGhlIGtub3duIHdvcmRzLCB3aGVuIGl0IGlzIGNsb3NlIGVub3VnaCB0byBiZSBtZWFudDsgbnVsbCBvdGhlcndpc2UuICovXG5leHBvcnQgZnVuY3Rpb24gbmVhcmVzdCh3b3JkOiBzdHJpbmcsIGtub3duOiByZWFkb25seSBzdHJpbmdbXSk6IHN0cmluZyB8IG51bGwge1xuICBjb25zdCBsaW1pdCA9IE1hdGgubWF4KDEsIE1hdGguZmxvb3Iod29yZC5sZW5ndGggLyAzKSk7XG4gIGNvbnN0IHJhbmtlZCA9IGtub3duLm1hcCgoY2FuZGlkYXRlKSA9PiAoeyBjYW5kaWRhdGUsIGRpc3RhbmNlOiBlZGl0RGlzdGFuY2Uod29yZC50b0xvd2VyQ2FzZSgpLCBjYW5kaWRhdGUudG9Mb3dlckNhc2UoKSwgbGltaXQpIH0pKTtcbiAgY29uc3QgYmVzdCA9IHJhbmtlZC5maWx0ZXIoKHsgZGlzdGFuY2UgfSkgPT4gZGlzdGFuY2UgPD0gbGltaXQpLnNvcnQoKGEsIGIpID0+IGEuZGlzdGFuY2UgLSBiLmRpc3RhbmNlKVswXTtcbiAgcmV0dXJuIGJlc3Q/LmNhbmRpZGF0ZSA/PyBudWxsO1xufVxuXG4vKiogTGV2ZW5zaHRlaW4ncyBkaXN0YW5jZTsgbW9yZSB0aGFuIGBsaW1pdGAgYXMgc29vbiBhcyBpdCBjYW5ub3QgYmUgbGVzcywgc28gdGhhdCBsb25nIHdvcmRzIGNvc3Qgbm90aGluZy4gKi9cbmZ1bmN0aW9uIGVkaXREaXN0YW5jZShhOiBzdHJpbmcsIGI6IHN0cmluZywgbGltaXQ6IG51bWJlcik6IG51bWJlciB7XG4gIGlmIChNYXRoLmFicyhhLmxlbmd0aCAtIGIubGVuZ3RoKSA+IGxpbWl0KSByZXR1cm4gbGltaXQgKyAxO1xuICBsZXQgYWJvdmUgPSBBcnJheS5mcm9tKHsgbGVuZ3RoOiBiLmxlbmd0aCArIDEgfSwgKF8sIGkpID0+IGkpO1xuICBmb3IgKGxldCBpID0gMTsgaSA8PSBhLmxlbmd0aDsgaSsrKSB7XG4gICAgY29uc3Qgcm93ID0gW2ldO1xuICAgIGZvciAobGV0IGogPSAxOyBqIDw9IGIubGVuZ3RoOyBqKyspIHtcbiAgICAgIGNvbnN0IHJlcGxhY2VkID0gKGFib3ZlW2ogLSAxXSA/PyAwKSArIChhW2kgLSAxXSA9PT0gYltqIC0gMV0gPyAwIDogMSk7XG4gICAgICByb3cucHVzaChNYXRoLm1pbihyZXBsYWNlZCwgKGFib3ZlW2pdID8/IDApICsgMSwgKHJvd1tqIC0gMV0gPz8gMCkgKyAxKSk7XG4gICAgfVxuICAgIGFib3ZlID0gcm93O1xuICB9XG4gIHJldHVybiBhYm92ZVtiLmxlbmd0aF0gPz8gbGltaXQgKyAxO1xufVxuXG4vKiogYCBEaWQgeW91IG1lYW4g4oCmP2Agd2l0aCBhIGxlYWRpbmcgc3BhY2UsIG9yIG5vdGhpbmcuICovXG5leHBvcnQgZnVuY3Rpb24gc3VnZ2VzdGlvbih3b3JkOiBzdHJpbmcsIGtub3duOiByZWFkb25seSBzdHJpbmdbXSk6IHN0cmluZyB7XG4gIGNvbnN0IG1lYW50ID0gbmVhcmVzdCh3b3JkLCBrbm93bik7XG4gIHJldHVybiBtZWFudCA9PT0gbnVsbCA/IFwiXCIgOiBgIERpZCB5b3UgbWVhbiBcXGAke21lYW50fVxcYD9gO1xufVxuXG4vKiogV29yZHMgaW4gcXVvdGVzLCB3aXRoIGNvbW1hcy4gKi9cbmV4cG9ydCBmdW5jdGlvbiBsaXN0V29yZHMod29yZHM6IHJlYWRvbmx5IHN0cmluZ1tdKTogc3RyaW5nIHtcbiAgcmV0dXJuIHdvcmRzLm1hcCgod29yZCkgPT4gYFxcYCR7d29yZH1cXGBgKS5qb2luKFwiLCBcIik7XG59XG5cbi8qKiBBIHZhbHVlIGFzIGl0IGlzIHF1b3RlZCBpbiBhIG1lc3NhZ2U6IG9uIG9uZSBsaW5lLCBhbmQgbm90IHdpdGhvdXQgZW5kLiAqL1xuZXhwb3J0IGZ1bmN0aW9uIHF1b3RlKHZhbHVlOiB1bmtub3duKTogc3RyaW5nIHtcbiAgY29uc3QgdGV4dCA9IHR5cGVvZiB2YWx1ZSA9PT0gXCJzdHJpbmdcIiA/IHZhbHVlIDogKEpTT04uc3RyaW5naWZ5KHZhbHVlKSA/PyBTdHJpbmcodmFsdWUpKTtcbiAgY29uc3QgbGluZSA9IHRleHQucmVwbGFjZSgvW1xcdTAwMDAtXFx1MDAxZlxcdTAwN2ZcXHUwMDg1XFx1MjAyOFxcdTIwMjldKy9nLCBcIiBcIik7XG4gIHJldHVybiBgXFxgJHtsaW5lLmxlbmd0aCA+IDgwID8gYCR7bGluZS5zbGljZSgwLCA3Nyl9Li4uYCA6IGxpbmV9XFxgYDtcbn1cbiJdfQ==
;// CONCATENATED MODULE: ./.tsbuild/src/options/not-yet.js
// What the documentation names and this version cannot do: refused in so many words, never ignored.
/** Keys of the configuration, as a path with dots. */
const keysOfLaterVersions = new Set([
    "cluster.platform",
    "chartCache",
    "repository",
    "localhostProfiles",
    "allowedLocalhostProfiles",
]);
/** Values that a key takes in later versions only, as `key=value`. */
const valuesOfLaterVersions = new Set(["variants=auto"]);
const rulesOfLaterVersions = new Set([
    "profile-weakened",
    "localhost-missing",
    "localhost-permissive",
    "dead-annotation",
    "admission-rejects",
    "cluster-default-weakened",
    "guardrail-weakened",
]);
const commandsOfLaterVersions = new Set(["explain", "fix", "merge", "report"]);
const optionsOfLaterVersions = new Set(["chart-cache", "shard"]);
const formatsOfLaterVersions = new Set(["sarif", "junit", "gitlab"]);
/** The sentence for all of them. */
function notAvailable(what) {
    return `\`${what}\` is not available in this version`;
}
//# sourceMappingURL=data:application/json;base64,eyJ2ZXJzaW9uIjozLCJmaWxlIjoibm90LXlldC5qcyIsInNvdXJjZVJvb3QiOiIiLCJzb3VyY2VzIjpbIi4uLy4uLy4uL3NyYy9vcHRpb25zL25vdC15ZXQudHMiXSwibmFtZXMiOltdLCJtYXBwaW5ncyI6IkFBQUEsb0dBQW9HO0FBRXBHLHNEQUFzRDtBQUN0RCxNQUFNLENBQUMsTUFBTSxtQkFBbUIsR0FBd0IsSUFBSSxHQUFHLENBQUM7SUFDOUQsa0JBQWtCO0lBQ2xCLFlBQVk7SUFDWixZQUFZO0lBQ1osbUJBQW1CO0lBQ25CLDBCQUEwQjtDQUMzQixDQUFDLENBQUM7QUFFSCxzRUFBc0U7QUFDdEUsTUFBTSxDQUFDLE1BQU0scUJBQXFCLEdBQXdCLElBQUksR0FBRyxDQUFDLENBQUMsZUFBZSxDQUFDLENBQUMsQ0FBQztBQUVyRixNQUFNLENBQUMsTUFBTSxvQkFBb0IsR0FBd0IsSUFBSSxHQUFHLENBQUM7SUFDL0Qsa0JBQWtCO0lBQ2xCLG1CQUFtQjtJQUNuQixzQkFBc0I7SUFDdEIsaUJBQWlCO0lBQ2pCLG1CQUFtQjtJQUNuQiwwQkFBMEI7SUFDMUIsb0JBQW9CO0NBQ3JCLENBQUMsQ0FBQztBQUVILE1BQU0sQ0FBQyxNQUFNLHVCQUF1QixHQUF3QixJQUFJLEdBQUcsQ0FBQyxDQUFDLFNBQVMsRUFBRSxLQUFLLEVBQUUsT0FBTyxFQUFFLFFBQVEsQ0FBQyxDQUFDLENBQUM7QUFDM0csTUFBTSxDQUFDLE1BQU0sc0JBQXNCLEdBQXdCLElBQUksR0FBRyxDQUFDLENBQUMsYUFBYSxFQUFFLE9BQU8sQ0FBQyxDQUFDLENBQUM7QUFDN0YsTUFBTSxDQUFDLE1BQU0sc0JBQXNCLEdBQXdCLElBQUksR0FBRyxDQUFDLENBQUMsT0FBTyxFQUFFLE9BQU8sRUFBRSxRQUFRLENBQUMsQ0FBQyxDQUFDO0FBRWpHLG9DQUFvQztBQUNwQyxNQUFNLFVBQVUsWUFBWSxDQUFDLElBQVk7SUFDdkMsT0FBTyxLQUFLLElBQUkscUNBQXFDLENBQUM7QUFDeEQsQ0FBQyIsInNvdXJjZXNDb250ZW50IjpbIi8vIFdoYXQgdGhlIGRvY3VtZW50YXRpb24gbmFtZXMgYW5kIHRoaXMgdmVyc2lvbiBjYW5ub3QgZG86IHJlZnVzZWQgaW4gc28gbWFueSB3b3JkcywgbmV2ZXIgaWdub3JlZC5cblxuLyoqIEtleXMgb2YgdGhlIGNvbmZpZ3VyYXRpb24sIGFzIGEgcGF0aCB3aXRoIGRvdHMuICovXG5leHBvcnQgY29uc3Qga2V5c09mTGF0ZXJWZXJzaW9uczogUmVhZG9ubHlTZXQ8c3RyaW5nPiA9IG5ldyBTZXQoW1xuICBcImNsdXN0ZXIucGxhdGZvcm1cIixcbiAgXCJjaGFydENhY2hlXCIsXG4gIFwicmVwb3NpdG9yeVwiLFxuICBcImxvY2FsaG9zdFByb2ZpbGVzXCIsXG4gIFwiYWxsb3dlZExvY2FsaG9zdFByb2ZpbGVzXCIsXG5dKTtcblxuLyoqIFZhbHVlcyB0aGF0IGEga2V5IHRha2VzIGluIGxhdGVyIHZlcnNpb25zIG9ubHksIGFzIGBrZXk9dmFsdWVgLiAqL1xuZXhwb3J0IGNvbnN0IHZhbHVlc09mTGF0ZXJWZXJzaW9uczogUmVhZG9ubHlTZXQ8c3RyaW5nPiA9IG5ldyBTZXQoW1widmFyaWFudHM9YXV0b1wiXSk7XG5cbmV4cG9ydCBjb25zdCBydWxlc09mTGF0ZXJWZXJzaW9uczogUmVhZG9ubHlTZXQ8c3RyaW5nPiA9IG5ldyBTZXQoW1xuICBcInByb2ZpbGUtd2Vha2VuZWRcIixcbiAgXCJsb2NhbGhvc3QtbWlzc2luZ1wiLFxuICBcImxvY2FsaG9zdC1wZXJtaXNzaXZlXCIsXG4gIFwiZGVhZC1hbm5vdGF0aW9uXCIsXG4gIFwiYWRtaXNzaW9uLXJlamVjdHNcIixcbiAgXCJjbHVzdGVyLWRlZmF1bHQtd2Vha2VuZWRcIixcbiAgXCJndWFyZHJhaWwtd2Vha2VuZWRcIixcbl0pO1xuXG5leHBvcnQgY29uc3QgY29tbWFuZHNPZkxhdGVyVmVyc2lvbnM6IFJlYWRvbmx5U2V0PHN0cmluZz4gPSBuZXcgU2V0KFtcImV4cGxhaW5cIiwgXCJmaXhcIiwgXCJtZXJnZVwiLCBcInJlcG9ydFwiXSk7XG5leHBvcnQgY29uc3Qgb3B0aW9uc09mTGF0ZXJWZXJzaW9uczogUmVhZG9ubHlTZXQ8c3RyaW5nPiA9IG5ldyBTZXQoW1wiY2hhcnQtY2FjaGVcIiwgXCJzaGFyZFwiXSk7XG5leHBvcnQgY29uc3QgZm9ybWF0c09mTGF0ZXJWZXJzaW9uczogUmVhZG9ubHlTZXQ8c3RyaW5nPiA9IG5ldyBTZXQoW1wic2FyaWZcIiwgXCJqdW5pdFwiLCBcImdpdGxhYlwiXSk7XG5cbi8qKiBUaGUgc2VudGVuY2UgZm9yIGFsbCBvZiB0aGVtLiAqL1xuZXhwb3J0IGZ1bmN0aW9uIG5vdEF2YWlsYWJsZSh3aGF0OiBzdHJpbmcpOiBzdHJpbmcge1xuICByZXR1cm4gYFxcYCR7d2hhdH1cXGAgaXMgbm90IGF2YWlsYWJsZSBpbiB0aGlzIHZlcnNpb25gO1xufVxuIl19
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
    if (keysOfLaterVersions.has(name))
        return notAvailable(name);
    if (field[0] === "rules" && rulesOfLaterVersions.has(key))
        return notAvailable(name);
    const known = knownKeys(field);
    if (field[0] === "rules")
        return unknown("rule", key, "", known);
    return unknown("key", key, field.length === 0 ? "" : ` in \`${fieldName(field)}\``, known);
}
function unknown(what, word, where, known) {
    return `unknown ${what} ${quote(word)}${where}.${suggestion(word, known)} Known ${what}s: ${listWords(known)}`;
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
        const message = `\`${fieldName(field)}\` is ${quote(target)}, but a target has one of the keys ${listWords(Object.keys(targetSchemas))}`;
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
    if (typeof value === "string" && valuesOfLaterVersions.has(`${name}=${value}`))
        return `${notAvailable(`${name}: ${value}`)}; \`${name}: none\` or nothing can be written`;
    if (typeof value === "string" && field.includes("exemptions") && rulesOfLaterVersions.has(value))
        return notAvailable(value);
    return `\`${name}\` is ${quote(value)}, but ${expectation(field, value, issue)}`;
}
/** What a value must be, in words. */
function expectation(field, value, issue) {
    if (issue.code === "invalid_value") {
        const values = issue.values.map(String);
        if (typeof value === "string" && values.includes(value))
            return `must be the number \`${value}\`, without quotes`;
        return `must be ${values.length === 1 ? "" : "one of "}${listWords(values)}.${typeof value === "string" ? suggestion(value, values) : ""}`.replace(/\.$/, "");
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
//# sourceMappingURL=data:application/json;base64,eyJ2ZXJzaW9uIjozLCJmaWxlIjoiY29uZmlndXJhdGlvbi1lcnJvcnMuanMiLCJzb3VyY2VSb290IjoiIiwic291cmNlcyI6WyIuLi8uLi8uLi9zcmMvb3B0aW9ucy9jb25maWd1cmF0aW9uLWVycm9ycy50cyJdLCJuYW1lcyI6W10sIm1hcHBpbmdzIjoiQUFBQSxvR0FBb0c7QUFFcEcsT0FBTyxFQUFFLENBQUMsRUFBRSxNQUFNLEtBQUssQ0FBQztBQUN4QixPQUFPLEVBQUUsVUFBVSxFQUEyQyxNQUFNLHFCQUFxQixDQUFDO0FBQzFGLE9BQU8sRUFBRSxtQkFBbUIsRUFBRSxhQUFhLEVBQUUsTUFBTSwyQkFBMkIsQ0FBQztBQUMvRSxPQUFPLEVBQUUsU0FBUyxFQUFFLEtBQUssRUFBRSxVQUFVLEVBQUUsTUFBTSxjQUFjLENBQUM7QUFDNUQsT0FBTyxFQUFFLG1CQUFtQixFQUFFLFlBQVksRUFBRSxvQkFBb0IsRUFBRSxxQkFBcUIsRUFBRSxNQUFNLGNBQWMsQ0FBQztBQUk5RyxrREFBa0Q7QUFDbEQsTUFBTSxVQUFVLE1BQU0sQ0FBQyxRQUEwQixFQUFFLEtBQTZCLEVBQUUsT0FBZTtJQUMvRixNQUFNLEVBQUUsR0FBRyxVQUFVLENBQUMsUUFBUSxFQUFFLEtBQUssQ0FBQyxDQUFDO0lBQ3ZDLE9BQU8sR0FBRyxRQUFRLENBQUMsSUFBSSxJQUFJLEVBQUUsSUFBSSxFQUFFLEVBQUUsSUFBSSxJQUFJLFFBQVEsQ0FBQyxJQUFJLElBQUksRUFBRSxFQUFFLE1BQU0sSUFBSSxDQUFDLEtBQUssT0FBTyxFQUFFLENBQUM7QUFDOUYsQ0FBQztBQUVELDZEQUE2RDtBQUM3RCxNQUFNLFVBQVUsWUFBWSxDQUFDLFFBQTBCLEVBQUUsS0FBWTtJQUNuRSxNQUFNLEtBQUssR0FBRyxLQUFLLENBQUMsSUFBSSxDQUFDLEdBQUcsQ0FBQyxDQUFDLE9BQU8sRUFBRSxFQUFFLENBQUMsQ0FBQyxPQUFPLE9BQU8sS0FBSyxRQUFRLENBQUMsQ0FBQyxDQUFDLE9BQU8sQ0FBQyxDQUFDLENBQUMsTUFBTSxDQUFDLE9BQU8sQ0FBQyxDQUFDLENBQUMsQ0FBQztJQUNyRyxNQUFNLEtBQUssR0FBRyxPQUFPLENBQUMsUUFBUSxDQUFDLE1BQU0sRUFBRSxLQUFLLENBQUMsQ0FBQztJQUM5QyxJQUFJLEtBQUssQ0FBQyxDQUFDLENBQUMsS0FBSyxTQUFTLElBQUksS0FBSyxDQUFDLE1BQU0sS0FBSyxDQUFDO1FBQUUsT0FBTyxhQUFhLENBQUMsUUFBUSxFQUFFLEtBQUssRUFBRSxLQUFLLENBQUMsQ0FBQztJQUMvRixJQUFJLEtBQUssQ0FBQyxJQUFJLEtBQUssbUJBQW1CO1FBQUUsT0FBTyxLQUFLLENBQUMsSUFBSSxDQUFDLEdBQUcsQ0FBQyxDQUFDLEdBQUcsRUFBRSxFQUFFLENBQUMsTUFBTSxDQUFDLFFBQVEsRUFBRSxDQUFDLEdBQUcsS0FBSyxFQUFFLEdBQUcsQ0FBQyxFQUFFLFVBQVUsQ0FBQyxLQUFLLEVBQUUsR0FBRyxDQUFDLENBQUMsQ0FBQyxDQUFDO0lBQ2xJLE9BQU8sQ0FBQyxNQUFNLENBQUMsUUFBUSxFQUFFLEtBQUssRUFBRSxZQUFZLENBQUMsS0FBSyxFQUFFLEtBQUssRUFBRSxLQUFLLENBQUMsQ0FBQyxDQUFDLENBQUM7QUFDdEUsQ0FBQztBQUVELHFDQUFxQztBQUNyQyxTQUFTLFNBQVMsQ0FBQyxLQUE2QjtJQUM5QyxPQUFPLEtBQUssQ0FBQyxNQUFNLENBQVMsQ0FBQyxJQUFJLEVBQUUsT0FBTyxFQUFFLEVBQUUsQ0FBQyxDQUFDLE9BQU8sT0FBTyxLQUFLLFFBQVEsQ0FBQyxDQUFDLENBQUMsR0FBRyxJQUFJLElBQUksT0FBTyxHQUFHLENBQUMsQ0FBQyxDQUFDLElBQUksS0FBSyxFQUFFLENBQUMsQ0FBQyxDQUFDLE9BQU8sQ0FBQyxDQUFDLENBQUMsR0FBRyxJQUFJLElBQUksT0FBTyxFQUFFLENBQUMsRUFBRSxFQUFFLENBQUMsQ0FBQztBQUMzSixDQUFDO0FBRUQsU0FBUyxVQUFVLENBQUMsS0FBNkIsRUFBRSxHQUFXO0lBQzVELE1BQU0sSUFBSSxHQUFHLFNBQVMsQ0FBQyxDQUFDLEdBQUcsS0FBSyxFQUFFLEdBQUcsQ0FBQyxDQUFDLENBQUM7SUFDeEMsSUFBSSxtQkFBbUIsQ0FBQyxHQUFHLENBQUMsSUFBSSxDQUFDO1FBQUUsT0FBTyxZQUFZLENBQUMsSUFBSSxDQUFDLENBQUM7SUFDN0QsSUFBSSxLQUFLLENBQUMsQ0FBQyxDQUFDLEtBQUssT0FBTyxJQUFJLG9CQUFvQixDQUFDLEdBQUcsQ0FBQyxHQUFHLENBQUM7UUFBRSxPQUFPLFlBQVksQ0FBQyxJQUFJLENBQUMsQ0FBQztJQUNyRixNQUFNLEtBQUssR0FBRyxTQUFTLENBQUMsS0FBSyxDQUFDLENBQUM7SUFDL0IsSUFBSSxLQUFLLENBQUMsQ0FBQyxDQUFDLEtBQUssT0FBTztRQUFFLE9BQU8sT0FBTyxDQUFDLE1BQU0sRUFBRSxHQUFHLEVBQUUsRUFBRSxFQUFFLEtBQUssQ0FBQyxDQUFDO0lBQ2pFLE9BQU8sT0FBTyxDQUFDLEtBQUssRUFBRSxHQUFHLEVBQUUsS0FBSyxDQUFDLE1BQU0sS0FBSyxDQUFDLENBQUMsQ0FBQyxDQUFDLEVBQUUsQ0FBQyxDQUFDLENBQUMsU0FBUyxTQUFTLENBQUMsS0FBSyxDQUFDLElBQUksRUFBRSxLQUFLLENBQUMsQ0FBQztBQUM3RixDQUFDO0FBRUQsU0FBUyxPQUFPLENBQUMsSUFBb0IsRUFBRSxJQUFZLEVBQUUsS0FBYSxFQUFFLEtBQXdCO0lBQzFGLE9BQU8sV0FBVyxJQUFJLElBQUksS0FBSyxDQUFDLElBQUksQ0FBQyxHQUFHLEtBQUssSUFBSSxVQUFVLENBQUMsSUFBSSxFQUFFLEtBQUssQ0FBQyxVQUFVLElBQUksTUFBTSxTQUFTLENBQUMsS0FBSyxDQUFDLEVBQUUsQ0FBQztBQUNqSCxDQUFDO0FBRUQsaURBQWlEO0FBQ2pELFNBQVMsU0FBUyxDQUFDLEtBQTZCO0lBQzlDLElBQUksTUFBTSxHQUFZLG1CQUFtQixDQUFDO0lBQzFDLEtBQUssTUFBTSxPQUFPLElBQUksS0FBSyxFQUFFLENBQUM7UUFDNUIsTUFBTSxHQUFHLFNBQVMsQ0FBQyxNQUFNLENBQUMsQ0FBQztRQUMzQixJQUFJLE1BQU0sWUFBWSxDQUFDLENBQUMsUUFBUTtZQUFFLE1BQU0sR0FBRyxNQUFNLENBQUMsT0FBTyxDQUFDO2FBQ3JELElBQUksTUFBTSxZQUFZLENBQUMsQ0FBQyxTQUFTO1lBQUUsTUFBTSxHQUFHLE1BQU0sQ0FBQyxLQUFLLENBQUMsT0FBTyxDQUFDLENBQUM7SUFDekUsQ0FBQztJQUNELE1BQU0sRUFBRSxHQUFHLFNBQVMsQ0FBQyxNQUFNLENBQUMsQ0FBQztJQUM3QixPQUFPLEVBQUUsWUFBWSxDQUFDLENBQUMsU0FBUyxDQUFDLENBQUMsQ0FBQyxNQUFNLENBQUMsSUFBSSxDQUFDLEVBQUUsQ0FBQyxLQUFLLENBQUMsQ0FBQyxDQUFDLENBQUMsRUFBRSxDQUFDO0FBQ2hFLENBQUM7QUFFRCxTQUFTLFNBQVMsQ0FBQyxNQUFlO0lBQ2hDLE9BQU8sTUFBTSxZQUFZLENBQUMsQ0FBQyxXQUFXLENBQUMsQ0FBQyxDQUFDLE1BQU0sQ0FBQyxNQUFNLEVBQUUsQ0FBQyxDQUFDLENBQUMsTUFBTSxDQUFDO0FBQ3BFLENBQUM7QUFFRCxvR0FBb0c7QUFDcEcsU0FBUyxhQUFhLENBQUMsUUFBMEIsRUFBRSxLQUE2QixFQUFFLE1BQWU7SUFDL0YsTUFBTSxPQUFPLEdBQUcsTUFBTSxDQUFDLE9BQU8sQ0FBQyxhQUFhLENBQUMsQ0FBQztJQUM5QyxNQUFNLFNBQVMsR0FBRyxPQUFPLE1BQU0sS0FBSyxRQUFRLElBQUksTUFBTSxLQUFLLElBQUksSUFBSSxDQUFDLEtBQUssQ0FBQyxPQUFPLENBQUMsTUFBTSxDQUFDLENBQUM7SUFDMUYsTUFBTSxLQUFLLEdBQUcsU0FBUyxDQUFDLENBQUMsQ0FBQyxPQUFPLENBQUMsTUFBTSxDQUFDLENBQUMsQ0FBQyxNQUFNLENBQUMsRUFBRSxFQUFFLENBQUMsTUFBTSxDQUFDLE1BQU0sQ0FBQyxNQUFNLEVBQUUsTUFBTSxDQUFDLENBQUMsQ0FBQyxDQUFDLENBQUMsRUFBRSxDQUFDO0lBQzNGLE1BQU0sQ0FBQyxNQUFNLEVBQUUsTUFBTSxDQUFDLEdBQUcsS0FBSyxDQUFDLENBQUMsQ0FBQyxJQUFJLEVBQUUsQ0FBQztJQUN4QyxJQUFJLE1BQU0sS0FBSyxTQUFTLElBQUksTUFBTSxLQUFLLFNBQVMsRUFBRSxDQUFDO1FBQ2pELE1BQU0sT0FBTyxHQUFHLEtBQUssU0FBUyxDQUFDLEtBQUssQ0FBQyxTQUFTLEtBQUssQ0FBQyxNQUFNLENBQUMsc0NBQXNDLFNBQVMsQ0FBQyxNQUFNLENBQUMsSUFBSSxDQUFDLGFBQWEsQ0FBQyxDQUFDLEVBQUUsQ0FBQztRQUN6SSxPQUFPLENBQUMsTUFBTSxDQUFDLFFBQVEsRUFBRSxLQUFLLEVBQUUsT0FBTyxDQUFDLENBQUMsQ0FBQztJQUM1QyxDQUFDO0lBQ0QsTUFBTSxLQUFLLEdBQUcsS0FBSyxDQUFDLENBQUMsQ0FBQyxFQUFFLENBQUMsQ0FBQyxDQUFDLENBQUM7SUFDNUIsSUFBSSxLQUFLLEtBQUssU0FBUztRQUFFLE9BQU8sQ0FBQyxNQUFNLENBQUMsUUFBUSxFQUFFLENBQUMsR0FBRyxLQUFLLEVBQUUsS0FBSyxDQUFDLEVBQUUsS0FBSyxTQUFTLENBQUMsS0FBSyxDQUFDLGlCQUFpQixNQUFNLFlBQVksS0FBSyx1QkFBdUIsQ0FBQyxDQUFDLENBQUM7SUFDNUosTUFBTSxNQUFNLEdBQUcsTUFBTSxDQUFDLFNBQVMsQ0FBQyxNQUFNLENBQUMsQ0FBQyxLQUFLLEVBQUUsTUFBTSxJQUFJLEVBQUUsQ0FBQztJQUM1RCxPQUFPLE1BQU0sQ0FBQyxPQUFPLENBQUMsQ0FBQyxLQUFLLEVBQUUsRUFBRSxDQUM5QixLQUFLLENBQUMsSUFBSSxLQUFLLG1CQUFtQjtRQUNoQyxDQUFDLENBQUMsS0FBSyxDQUFDLElBQUksQ0FBQyxHQUFHLENBQUMsQ0FBQyxHQUFHLEVBQUUsRUFBRSxDQUFDLE1BQU0sQ0FBQyxRQUFRLEVBQUUsQ0FBQyxHQUFHLEtBQUssRUFBRSxHQUFHLENBQUMsRUFBRSxPQUFPLENBQUMsS0FBSyxFQUFFLEdBQUcsRUFBRSxXQUFXLE1BQU0sV0FBVyxFQUFFLE1BQU0sQ0FBQyxJQUFJLENBQUMsTUFBTSxDQUFDLEtBQUssQ0FBQyxDQUFDLENBQUMsQ0FBQztRQUMxSSxDQUFDLENBQUMsWUFBWSxDQUFDLFFBQVEsRUFBRSxFQUFFLEdBQUcsS0FBSyxFQUFFLElBQUksRUFBRSxDQUFDLEdBQUcsS0FBSyxFQUFFLEdBQUcsS0FBSyxDQUFDLElBQUksQ0FBQyxFQUFFLENBQUMsQ0FDMUUsQ0FBQztBQUNKLENBQUM7QUFFRCxTQUFTLFlBQVksQ0FBQyxLQUE2QixFQUFFLEtBQWMsRUFBRSxLQUFZO0lBQy9FLE1BQU0sSUFBSSxHQUFHLFNBQVMsQ0FBQyxLQUFLLENBQUMsQ0FBQztJQUM5QixJQUFJLEtBQUssS0FBSyxTQUFTO1FBQUUsT0FBTyxLQUFLLElBQUksZ0JBQWdCLElBQUksS0FBSyxTQUFTLENBQUMsQ0FBQyxDQUFDLDJCQUEyQixDQUFDLENBQUMsQ0FBQyxFQUFFLEVBQUUsQ0FBQztJQUNqSCxJQUFJLE9BQU8sS0FBSyxLQUFLLFFBQVEsSUFBSSxxQkFBcUIsQ0FBQyxHQUFHLENBQUMsR0FBRyxJQUFJLElBQUksS0FBSyxFQUFFLENBQUM7UUFBRSxPQUFPLEdBQUcsWUFBWSxDQUFDLEdBQUcsSUFBSSxLQUFLLEtBQUssRUFBRSxDQUFDLE9BQU8sSUFBSSxvQ0FBb0MsQ0FBQztJQUMzSyxJQUFJLE9BQU8sS0FBSyxLQUFLLFFBQVEsSUFBSSxLQUFLLENBQUMsUUFBUSxDQUFDLFlBQVksQ0FBQyxJQUFJLG9CQUFvQixDQUFDLEdBQUcsQ0FBQyxLQUFLLENBQUM7UUFBRSxPQUFPLFlBQVksQ0FBQyxLQUFLLENBQUMsQ0FBQztJQUM3SCxPQUFPLEtBQUssSUFBSSxTQUFTLEtBQUssQ0FBQyxLQUFLLENBQUMsU0FBUyxXQUFXLENBQUMsS0FBSyxFQUFFLEtBQUssRUFBRSxLQUFLLENBQUMsRUFBRSxDQUFDO0FBQ25GLENBQUM7QUFFRCxzQ0FBc0M7QUFDdEMsU0FBUyxXQUFXLENBQUMsS0FBNkIsRUFBRSxLQUFjLEVBQUUsS0FBWTtJQUM5RSxJQUFJLEtBQUssQ0FBQyxJQUFJLEtBQUssZUFBZSxFQUFFLENBQUM7UUFDbkMsTUFBTSxNQUFNLEdBQUcsS0FBSyxDQUFDLE1BQU0sQ0FBQyxHQUFHLENBQUMsTUFBTSxDQUFDLENBQUM7UUFDeEMsSUFBSSxPQUFPLEtBQUssS0FBSyxRQUFRLElBQUksTUFBTSxDQUFDLFFBQVEsQ0FBQyxLQUFLLENBQUM7WUFBRSxPQUFPLHdCQUF3QixLQUFLLG9CQUFvQixDQUFDO1FBQ2xILE9BQU8sV0FBVyxNQUFNLENBQUMsTUFBTSxLQUFLLENBQUMsQ0FBQyxDQUFDLENBQUMsRUFBRSxDQUFDLENBQUMsQ0FBQyxTQUFTLEdBQUcsU0FBUyxDQUFDLE1BQU0sQ0FBQyxJQUFJLE9BQU8sS0FBSyxLQUFLLFFBQVEsQ0FBQyxDQUFDLENBQUMsVUFBVSxDQUFDLEtBQUssRUFBRSxNQUFNLENBQUMsQ0FBQyxDQUFDLENBQUMsRUFBRSxFQUFFLENBQUMsT0FBTyxDQUFDLEtBQUssRUFBRSxFQUFFLENBQUMsQ0FBQztJQUNoSyxDQUFDO0lBQ0QsSUFBSSxLQUFLLENBQUMsSUFBSSxLQUFLLGNBQWMsSUFBSSxLQUFLLENBQUMsUUFBUSxLQUFLLFFBQVEsSUFBSSxPQUFPLEtBQUssS0FBSyxRQUFRO1FBQUUsT0FBTyxvQ0FBb0MsQ0FBQztJQUMzSSxJQUFJLEtBQUssQ0FBQyxJQUFJLEtBQUssY0FBYztRQUFFLE9BQU8sV0FBVyxTQUFTLENBQUMsS0FBSyxDQUFDLFFBQVEsQ0FBQyxJQUFJLEtBQUssQ0FBQyxRQUFRLEVBQUUsQ0FBQztJQUNuRyxJQUFJLEtBQUssQ0FBQyxJQUFJLEtBQUssV0FBVztRQUFFLE9BQU8sbUJBQW1CLENBQUM7SUFDM0QsTUFBTSxLQUFLLEdBQUcsS0FBSyxDQUFDLFFBQVEsQ0FBQyxDQUFDLE9BQU8sRUFBRSxFQUFFLENBQUMsTUFBTSxDQUFDLE1BQU0sQ0FBQyxPQUFPLEVBQUUsT0FBTyxDQUFDLENBQUMsQ0FBQztJQUMzRSxPQUFPLE9BQU8sQ0FBQyxLQUFLLElBQUksRUFBRSxDQUFDLElBQUksOEJBQThCLENBQUM7QUFDaEUsQ0FBQztBQUVELE1BQU0sU0FBUyxHQUFxQztJQUNsRCxNQUFNLEVBQUUsV0FBVztJQUNuQixNQUFNLEVBQUUsV0FBVztJQUNuQixLQUFLLEVBQUUsUUFBUTtJQUNmLE1BQU0sRUFBRSxRQUFRO0lBQ2hCLE9BQU8sRUFBRSxtQkFBbUI7SUFDNUIsTUFBTSxFQUFFLFVBQVU7Q0FDbkIsQ0FBQztBQUVGLE1BQU0sS0FBSyxHQUFHLHNFQUFzRSxDQUFDO0FBRXJGLG1FQUFtRTtBQUNuRSxNQUFNLE9BQU8sR0FBcUM7SUFDaEQsSUFBSSxFQUFFLEtBQUs7SUFDWCxTQUFTLEVBQUUsS0FBSztJQUNoQixTQUFTLEVBQUUsS0FBSztJQUNoQixPQUFPLEVBQUUsS0FBSztJQUNkLE1BQU0sRUFBRSxLQUFLO0lBQ2IsT0FBTyxFQUFFLEtBQUs7SUFDZCxJQUFJLEVBQUUsZ0NBQWdDO0lBQ3RDLFFBQVEsRUFBRSw4Q0FBOEM7SUFDeEQsTUFBTSxFQUFFLG9CQUFvQjtJQUM1QixPQUFPLEVBQUUsd0NBQXdDO0lBQ2pELFdBQVcsRUFBRSxrQ0FBa0M7Q0FDaEQsQ0FBQztBQUVGLFNBQVMsT0FBTyxDQUFDLE1BQWUsRUFBRSxLQUE2QjtJQUM3RCxJQUFJLEVBQUUsR0FBWSxNQUFNLENBQUM7SUFDekIsS0FBSyxNQUFNLE9BQU8sSUFBSSxLQUFLLEVBQUUsQ0FBQztRQUM1QixJQUFJLE9BQU8sRUFBRSxLQUFLLFFBQVEsSUFBSSxFQUFFLEtBQUssSUFBSSxJQUFJLENBQUMsTUFBTSxDQUFDLE1BQU0sQ0FBQyxFQUFFLEVBQUUsT0FBTyxDQUFDO1lBQUUsT0FBTyxTQUFTLENBQUM7UUFDM0YsRUFBRSxHQUFHLE1BQU0sQ0FBQyxPQUFPLENBQUMsRUFBRSxDQUFDLENBQUMsSUFBSSxDQUFDLENBQUMsQ0FBQyxHQUFHLENBQUMsRUFBRSxFQUFFLENBQUMsR0FBRyxLQUFLLE1BQU0sQ0FBQyxPQUFPLENBQUMsQ0FBQyxFQUFFLENBQUMsQ0FBQyxDQUFDLENBQUM7SUFDeEUsQ0FBQztJQUNELE9BQU8sRUFBRSxDQUFDO0FBQ1osQ0FBQyIsInNvdXJjZXNDb250ZW50IjpbIi8vIFdoYXQgaXMgd3Jvbmcgd2l0aCBhIGNvbmZpZ3VyYXRpb24sIGluIHdvcmRzIGl0cyBhdXRob3IgY2FuIGFjdCBvbiwgYXQgdGhlIHBsYWNlIHdoZXJlIGl0IHN0YW5kcy5cblxuaW1wb3J0IHsgeiB9IGZyb20gXCJ6b2RcIjtcbmltcG9ydCB7IHBvc2l0aW9uT2YsIHR5cGUgTWFuaWZlc3REb2N1bWVudCwgdHlwZSBQYXRoU2VnbWVudCB9IGZyb20gXCIuLi9jb3JlL21hbmlmZXN0LnRzXCI7XG5pbXBvcnQgeyBjb25maWd1cmF0aW9uU2NoZW1hLCB0YXJnZXRTY2hlbWFzIH0gZnJvbSBcIi4vY29uZmlndXJhdGlvbi1zY2hlbWEudHNcIjtcbmltcG9ydCB7IGxpc3RXb3JkcywgcXVvdGUsIHN1Z2dlc3Rpb24gfSBmcm9tIFwiLi9uZWFyZXN0LnRzXCI7XG5pbXBvcnQgeyBrZXlzT2ZMYXRlclZlcnNpb25zLCBub3RBdmFpbGFibGUsIHJ1bGVzT2ZMYXRlclZlcnNpb25zLCB2YWx1ZXNPZkxhdGVyVmVyc2lvbnMgfSBmcm9tIFwiLi9ub3QteWV0LnRzXCI7XG5cbnR5cGUgSXNzdWUgPSB6LmNvcmUuJFpvZElzc3VlO1xuXG4vKiogQSBtZXNzYWdlIHdpdGggYHBhdGg6bGluZTpjb2x1bW5gIGluIGZyb250LiAqL1xuZXhwb3J0IGZ1bmN0aW9uIHBsYWNlZChkb2N1bWVudDogTWFuaWZlc3REb2N1bWVudCwgZmllbGQ6IHJlYWRvbmx5IFBhdGhTZWdtZW50W10sIG1lc3NhZ2U6IHN0cmluZyk6IHN0cmluZyB7XG4gIGNvbnN0IGF0ID0gcG9zaXRpb25PZihkb2N1bWVudCwgZmllbGQpO1xuICByZXR1cm4gYCR7ZG9jdW1lbnQucGF0aCA/PyBcIlwifToke2F0Py5saW5lID8/IGRvY3VtZW50LmxpbmV9OiR7YXQ/LmNvbHVtbiA/PyAxfTogJHttZXNzYWdlfWA7XG59XG5cbi8qKiBUaGUgbWVzc2FnZXMgZm9yIG9uZSB0aGluZyB0aGF0IHRoZSBzY2hlbWEgb2JqZWN0cyB0by4gKi9cbmV4cG9ydCBmdW5jdGlvbiBleHBsYWluSXNzdWUoZG9jdW1lbnQ6IE1hbmlmZXN0RG9jdW1lbnQsIGlzc3VlOiBJc3N1ZSk6IHJlYWRvbmx5IHN0cmluZ1tdIHtcbiAgY29uc3QgZmllbGQgPSBpc3N1ZS5wYXRoLm1hcCgoc2VnbWVudCkgPT4gKHR5cGVvZiBzZWdtZW50ID09PSBcIm51bWJlclwiID8gc2VnbWVudCA6IFN0cmluZyhzZWdtZW50KSkpO1xuICBjb25zdCB2YWx1ZSA9IHZhbHVlQXQoZG9jdW1lbnQub2JqZWN0LCBmaWVsZCk7XG4gIGlmIChmaWVsZFswXSA9PT0gXCJ0YXJnZXRzXCIgJiYgZmllbGQubGVuZ3RoID09PSAyKSByZXR1cm4gZXhwbGFpblRhcmdldChkb2N1bWVudCwgZmllbGQsIHZhbHVlKTtcbiAgaWYgKGlzc3VlLmNvZGUgPT09IFwidW5yZWNvZ25pemVkX2tleXNcIikgcmV0dXJuIGlzc3VlLmtleXMubWFwKChrZXkpID0+IHBsYWNlZChkb2N1bWVudCwgWy4uLmZpZWxkLCBrZXldLCBleHBsYWluS2V5KGZpZWxkLCBrZXkpKSk7XG4gIHJldHVybiBbcGxhY2VkKGRvY3VtZW50LCBmaWVsZCwgZXhwbGFpblZhbHVlKGZpZWxkLCB2YWx1ZSwgaXNzdWUpKV07XG59XG5cbi8qKiBgdGFyZ2V0c1swXS5oZWxtYCwgZm9yIHBlb3BsZS4gKi9cbmZ1bmN0aW9uIGZpZWxkTmFtZShmaWVsZDogcmVhZG9ubHkgUGF0aFNlZ21lbnRbXSk6IHN0cmluZyB7XG4gIHJldHVybiBmaWVsZC5yZWR1Y2U8c3RyaW5nPigobmFtZSwgc2VnbWVudCkgPT4gKHR5cGVvZiBzZWdtZW50ID09PSBcIm51bWJlclwiID8gYCR7bmFtZX1bJHtzZWdtZW50fV1gIDogbmFtZSA9PT0gXCJcIiA/IHNlZ21lbnQgOiBgJHtuYW1lfS4ke3NlZ21lbnR9YCksIFwiXCIpO1xufVxuXG5mdW5jdGlvbiBleHBsYWluS2V5KGZpZWxkOiByZWFkb25seSBQYXRoU2VnbWVudFtdLCBrZXk6IHN0cmluZyk6IHN0cmluZyB7XG4gIGNvbnN0IG5hbWUgPSBmaWVsZE5hbWUoWy4uLmZpZWxkLCBrZXldKTtcbiAgaWYgKGtleXNPZkxhdGVyVmVyc2lvbnMuaGFzKG5hbWUpKSByZXR1cm4gbm90QXZhaWxhYmxlKG5hbWUpO1xuICBpZiAoZmllbGRbMF0gPT09IFwicnVsZXNcIiAmJiBydWxlc09mTGF0ZXJWZXJzaW9ucy5oYXMoa2V5KSkgcmV0dXJuIG5vdEF2YWlsYWJsZShuYW1lKTtcbiAgY29uc3Qga25vd24gPSBrbm93bktleXMoZmllbGQpO1xuICBpZiAoZmllbGRbMF0gPT09IFwicnVsZXNcIikgcmV0dXJuIHVua25vd24oXCJydWxlXCIsIGtleSwgXCJcIiwga25vd24pO1xuICByZXR1cm4gdW5rbm93bihcImtleVwiLCBrZXksIGZpZWxkLmxlbmd0aCA9PT0gMCA/IFwiXCIgOiBgIGluIFxcYCR7ZmllbGROYW1lKGZpZWxkKX1cXGBgLCBrbm93bik7XG59XG5cbmZ1bmN0aW9uIHVua25vd24od2hhdDogXCJrZXlcIiB8IFwicnVsZVwiLCB3b3JkOiBzdHJpbmcsIHdoZXJlOiBzdHJpbmcsIGtub3duOiByZWFkb25seSBzdHJpbmdbXSk6IHN0cmluZyB7XG4gIHJldHVybiBgdW5rbm93biAke3doYXR9ICR7cXVvdGUod29yZCl9JHt3aGVyZX0uJHtzdWdnZXN0aW9uKHdvcmQsIGtub3duKX0gS25vd24gJHt3aGF0fXM6ICR7bGlzdFdvcmRzKGtub3duKX1gO1xufVxuXG4vKiogVGhlIGtleXMgdGhhdCB0aGUgc2NoZW1hIGtub3dzIGF0IGEgcGxhY2UuICovXG5mdW5jdGlvbiBrbm93bktleXMoZmllbGQ6IHJlYWRvbmx5IFBhdGhTZWdtZW50W10pOiByZWFkb25seSBzdHJpbmdbXSB7XG4gIGxldCBzY2hlbWE6IHVua25vd24gPSBjb25maWd1cmF0aW9uU2NoZW1hO1xuICBmb3IgKGNvbnN0IHNlZ21lbnQgb2YgZmllbGQpIHtcbiAgICBzY2hlbWEgPSB1bndyYXBwZWQoc2NoZW1hKTtcbiAgICBpZiAoc2NoZW1hIGluc3RhbmNlb2Ygei5ab2RBcnJheSkgc2NoZW1hID0gc2NoZW1hLmVsZW1lbnQ7XG4gICAgZWxzZSBpZiAoc2NoZW1hIGluc3RhbmNlb2Ygei5ab2RPYmplY3QpIHNjaGVtYSA9IHNjaGVtYS5zaGFwZVtzZWdtZW50XTtcbiAgfVxuICBjb25zdCBhdCA9IHVud3JhcHBlZChzY2hlbWEpO1xuICByZXR1cm4gYXQgaW5zdGFuY2VvZiB6LlpvZE9iamVjdCA/IE9iamVjdC5rZXlzKGF0LnNoYXBlKSA6IFtdO1xufVxuXG5mdW5jdGlvbiB1bndyYXBwZWQoc2NoZW1hOiB1bmtub3duKTogdW5rbm93biB7XG4gIHJldHVybiBzY2hlbWEgaW5zdGFuY2VvZiB6LlpvZE9wdGlvbmFsID8gc2NoZW1hLnVud3JhcCgpIDogc2NoZW1hO1xufVxuXG4vKiogQSB0YXJnZXQgaXMgb2YgdGhlIGVuZ2luZSB3aG9zZSBrZXkgaXQgaGFzOyB0aGUgb3RoZXIgZW5naW5lcycgb2JqZWN0aW9ucyB3b3VsZCBvbmx5IGNvbmZ1c2UuICovXG5mdW5jdGlvbiBleHBsYWluVGFyZ2V0KGRvY3VtZW50OiBNYW5pZmVzdERvY3VtZW50LCBmaWVsZDogcmVhZG9ubHkgUGF0aFNlZ21lbnRbXSwgdGFyZ2V0OiB1bmtub3duKTogcmVhZG9ubHkgc3RyaW5nW10ge1xuICBjb25zdCBlbmdpbmVzID0gT2JqZWN0LmVudHJpZXModGFyZ2V0U2NoZW1hcyk7XG4gIGNvbnN0IGlzTWFwcGluZyA9IHR5cGVvZiB0YXJnZXQgPT09IFwib2JqZWN0XCIgJiYgdGFyZ2V0ICE9PSBudWxsICYmICFBcnJheS5pc0FycmF5KHRhcmdldCk7XG4gIGNvbnN0IG5hbWVkID0gaXNNYXBwaW5nID8gZW5naW5lcy5maWx0ZXIoKFtlbmdpbmVdKSA9PiBPYmplY3QuaGFzT3duKHRhcmdldCwgZW5naW5lKSkgOiBbXTtcbiAgY29uc3QgW2VuZ2luZSwgc2NoZW1hXSA9IG5hbWVkWzBdID8/IFtdO1xuICBpZiAoZW5naW5lID09PSB1bmRlZmluZWQgfHwgc2NoZW1hID09PSB1bmRlZmluZWQpIHtcbiAgICBjb25zdCBtZXNzYWdlID0gYFxcYCR7ZmllbGROYW1lKGZpZWxkKX1cXGAgaXMgJHtxdW90ZSh0YXJnZXQpfSwgYnV0IGEgdGFyZ2V0IGhhcyBvbmUgb2YgdGhlIGtleXMgJHtsaXN0V29yZHMoT2JqZWN0LmtleXModGFyZ2V0U2NoZW1hcykpfWA7XG4gICAgcmV0dXJuIFtwbGFjZWQoZG9jdW1lbnQsIGZpZWxkLCBtZXNzYWdlKV07XG4gIH1cbiAgY29uc3Qgb3RoZXIgPSBuYW1lZFsxXT8uWzBdO1xuICBpZiAob3RoZXIgIT09IHVuZGVmaW5lZCkgcmV0dXJuIFtwbGFjZWQoZG9jdW1lbnQsIFsuLi5maWVsZCwgb3RoZXJdLCBgXFxgJHtmaWVsZE5hbWUoZmllbGQpfVxcYCBoYXMgYm90aCBcXGAke2VuZ2luZX1cXGAgYW5kIFxcYCR7b3RoZXJ9XFxgOyB3cml0ZSB0d28gdGFyZ2V0c2ApXTtcbiAgY29uc3QgaXNzdWVzID0gc2NoZW1hLnNhZmVQYXJzZSh0YXJnZXQpLmVycm9yPy5pc3N1ZXMgPz8gW107XG4gIHJldHVybiBpc3N1ZXMuZmxhdE1hcCgoaXNzdWUpID0+XG4gICAgaXNzdWUuY29kZSA9PT0gXCJ1bnJlY29nbml6ZWRfa2V5c1wiXG4gICAgICA/IGlzc3VlLmtleXMubWFwKChrZXkpID0+IHBsYWNlZChkb2N1bWVudCwgWy4uLmZpZWxkLCBrZXldLCB1bmtub3duKFwia2V5XCIsIGtleSwgYCBpbiBhIFxcYCR7ZW5naW5lfVxcYCB0YXJnZXRgLCBPYmplY3Qua2V5cyhzY2hlbWEuc2hhcGUpKSkpXG4gICAgICA6IGV4cGxhaW5Jc3N1ZShkb2N1bWVudCwgeyAuLi5pc3N1ZSwgcGF0aDogWy4uLmZpZWxkLCAuLi5pc3N1ZS5wYXRoXSB9KSxcbiAgKTtcbn1cblxuZnVuY3Rpb24gZXhwbGFpblZhbHVlKGZpZWxkOiByZWFkb25seSBQYXRoU2VnbWVudFtdLCB2YWx1ZTogdW5rbm93biwgaXNzdWU6IElzc3VlKTogc3RyaW5nIHtcbiAgY29uc3QgbmFtZSA9IGZpZWxkTmFtZShmaWVsZCk7XG4gIGlmICh2YWx1ZSA9PT0gdW5kZWZpbmVkKSByZXR1cm4gYFxcYCR7bmFtZX1cXGAgaXMgbWlzc2luZyR7bmFtZSA9PT0gXCJ2ZXJzaW9uXCIgPyBcIjsgdGhlIG9ubHkgdmVyc2lvbiBpcyBgMWBcIiA6IFwiXCJ9YDtcbiAgaWYgKHR5cGVvZiB2YWx1ZSA9PT0gXCJzdHJpbmdcIiAmJiB2YWx1ZXNPZkxhdGVyVmVyc2lvbnMuaGFzKGAke25hbWV9PSR7dmFsdWV9YCkpIHJldHVybiBgJHtub3RBdmFpbGFibGUoYCR7bmFtZX06ICR7dmFsdWV9YCl9OyBcXGAke25hbWV9OiBub25lXFxgIG9yIG5vdGhpbmcgY2FuIGJlIHdyaXR0ZW5gO1xuICBpZiAodHlwZW9mIHZhbHVlID09PSBcInN0cmluZ1wiICYmIGZpZWxkLmluY2x1ZGVzKFwiZXhlbXB0aW9uc1wiKSAmJiBydWxlc09mTGF0ZXJWZXJzaW9ucy5oYXModmFsdWUpKSByZXR1cm4gbm90QXZhaWxhYmxlKHZhbHVlKTtcbiAgcmV0dXJuIGBcXGAke25hbWV9XFxgIGlzICR7cXVvdGUodmFsdWUpfSwgYnV0ICR7ZXhwZWN0YXRpb24oZmllbGQsIHZhbHVlLCBpc3N1ZSl9YDtcbn1cblxuLyoqIFdoYXQgYSB2YWx1ZSBtdXN0IGJlLCBpbiB3b3Jkcy4gKi9cbmZ1bmN0aW9uIGV4cGVjdGF0aW9uKGZpZWxkOiByZWFkb25seSBQYXRoU2VnbWVudFtdLCB2YWx1ZTogdW5rbm93biwgaXNzdWU6IElzc3VlKTogc3RyaW5nIHtcbiAgaWYgKGlzc3VlLmNvZGUgPT09IFwiaW52YWxpZF92YWx1ZVwiKSB7XG4gICAgY29uc3QgdmFsdWVzID0gaXNzdWUudmFsdWVzLm1hcChTdHJpbmcpO1xuICAgIGlmICh0eXBlb2YgdmFsdWUgPT09IFwic3RyaW5nXCIgJiYgdmFsdWVzLmluY2x1ZGVzKHZhbHVlKSkgcmV0dXJuIGBtdXN0IGJlIHRoZSBudW1iZXIgXFxgJHt2YWx1ZX1cXGAsIHdpdGhvdXQgcXVvdGVzYDtcbiAgICByZXR1cm4gYG11c3QgYmUgJHt2YWx1ZXMubGVuZ3RoID09PSAxID8gXCJcIiA6IFwib25lIG9mIFwifSR7bGlzdFdvcmRzKHZhbHVlcyl9LiR7dHlwZW9mIHZhbHVlID09PSBcInN0cmluZ1wiID8gc3VnZ2VzdGlvbih2YWx1ZSwgdmFsdWVzKSA6IFwiXCJ9YC5yZXBsYWNlKC9cXC4kLywgXCJcIik7XG4gIH1cbiAgaWYgKGlzc3VlLmNvZGUgPT09IFwiaW52YWxpZF90eXBlXCIgJiYgaXNzdWUuZXhwZWN0ZWQgPT09IFwic3RyaW5nXCIgJiYgdHlwZW9mIHZhbHVlID09PSBcIm51bWJlclwiKSByZXR1cm4gXCJtdXN0IGJlIGEgdGV4dDogd3JpdGUgaXQgaW4gcXVvdGVzXCI7XG4gIGlmIChpc3N1ZS5jb2RlID09PSBcImludmFsaWRfdHlwZVwiKSByZXR1cm4gYG11c3QgYmUgJHt0eXBlTmFtZXNbaXNzdWUuZXhwZWN0ZWRdID8/IGlzc3VlLmV4cGVjdGVkfWA7XG4gIGlmIChpc3N1ZS5jb2RlID09PSBcInRvb19zbWFsbFwiKSByZXR1cm4gXCJtdXN0IG5vdCBiZSBlbXB0eVwiO1xuICBjb25zdCBrbm93biA9IGZpZWxkLmZpbmRMYXN0KChzZWdtZW50KSA9PiBPYmplY3QuaGFzT3duKGZvcm1hdHMsIHNlZ21lbnQpKTtcbiAgcmV0dXJuIGZvcm1hdHNba25vd24gPz8gXCJcIl0gPz8gXCJpcyBub3Qgd2hhdCBpcyBleHBlY3RlZCBoZXJlXCI7XG59XG5cbmNvbnN0IHR5cGVOYW1lczogUmVhZG9ubHk8UmVjb3JkPHN0cmluZywgc3RyaW5nPj4gPSB7XG4gIG9iamVjdDogXCJhIG1hcHBpbmdcIixcbiAgcmVjb3JkOiBcImEgbWFwcGluZ1wiLFxuICBhcnJheTogXCJhIGxpc3RcIixcbiAgc3RyaW5nOiBcImEgdGV4dFwiLFxuICBib29sZWFuOiBcImB0cnVlYCBvciBgZmFsc2VgXCIsXG4gIG51bWJlcjogXCJhIG51bWJlclwiLFxufTtcblxuY29uc3Qgc3RheXMgPSBcIm11c3QgYmUgYSBwYXRoIGluc2lkZSB0aGUgcmVwb3NpdG9yeSwgcmVsYXRpdmUgdG8gaXRzIHJvb3QsIHdpdGggYC9gXCI7XG5cbi8qKiBXaGF0IHRoZSB2YWx1ZSBvZiBhIGtleSBsb29rcyBsaWtlLCB3aGVyZSBhIHBhdHRlcm4gZGVjaWRlcy4gKi9cbmNvbnN0IGZvcm1hdHM6IFJlYWRvbmx5PFJlY29yZDxzdHJpbmcsIHN0cmluZz4+ID0ge1xuICBoZWxtOiBzdGF5cyxcbiAga3VzdG9taXplOiBzdGF5cyxcbiAgbWFuaWZlc3RzOiBzdGF5cyxcbiAgZXhjbHVkZTogc3RheXMsXG4gIHZhbHVlczogc3RheXMsXG4gIHNldEZpbGU6IHN0YXlzLFxuICBuYW1lOiBcIm11c3QgaGF2ZSBubyBgQGAgYW5kIG5vIGJsYW5rc1wiLFxuICB3b3JrbG9hZDogXCJtdXN0IGJlIGBLSU5EL05BTUVgIG9yIGBLSU5EL05BTUVTUEFDRS9OQU1FYFwiLFxuICByZWFzb246IFwibXVzdCBzYXkgc29tZXRoaW5nXCIsXG4gIGV4cGlyZXM6IFwibXVzdCBiZSBhIGRheSwgd3JpdHRlbiBhcyBgMjAyNy0wMy0wMWBcIixcbiAga3ViZVZlcnNpb246IFwibXVzdCBiZSBhIHZlcnNpb24gc3VjaCBhcyBgMS4zNGBcIixcbn07XG5cbmZ1bmN0aW9uIHZhbHVlQXQob2JqZWN0OiB1bmtub3duLCBmaWVsZDogcmVhZG9ubHkgUGF0aFNlZ21lbnRbXSk6IHVua25vd24ge1xuICBsZXQgYXQ6IHVua25vd24gPSBvYmplY3Q7XG4gIGZvciAoY29uc3Qgc2VnbWVudCBvZiBmaWVsZCkge1xuICAgIGlmICh0eXBlb2YgYXQgIT09IFwib2JqZWN0XCIgfHwgYXQgPT09IG51bGwgfHwgIU9iamVjdC5oYXNPd24oYXQsIHNlZ21lbnQpKSByZXR1cm4gdW5kZWZpbmVkO1xuICAgIGF0ID0gT2JqZWN0LmVudHJpZXMoYXQpLmZpbmQoKFtrZXldKSA9PiBrZXkgPT09IFN0cmluZyhzZWdtZW50KSk/LlsxXTtcbiAgfVxuICByZXR1cm4gYXQ7XG59XG4iXX0=
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
//# sourceMappingURL=data:application/json;base64,eyJ2ZXJzaW9uIjozLCJmaWxlIjoiaGVsbS1zZXR0aW5ncy5qcyIsInNvdXJjZVJvb3QiOiIiLCJzb3VyY2VzIjpbIi4uLy4uLy4uL3NyYy9vcHRpb25zL2hlbG0tc2V0dGluZ3MudHMiXSwibmFtZXMiOltdLCJtYXBwaW5ncyI6IkFBQUEscUdBQXFHO0FBS3JHLHNIQUFzSDtBQUN0SCxNQUFNLFVBQVUsV0FBVyxDQUFDLEtBQWE7SUFDdkMsT0FBTyxLQUFLLENBQUMsT0FBTyxDQUFDLFFBQVEsRUFBRSxNQUFNLENBQUMsQ0FBQyxPQUFPLENBQUMsS0FBSyxFQUFFLEtBQUssQ0FBQyxDQUFDO0FBQy9ELENBQUM7QUFJRCx1SEFBdUg7QUFDdkgsU0FBUyxVQUFVLENBQUMsS0FBZTtJQUNqQyxJQUFJLE9BQU8sS0FBSyxLQUFLLFFBQVE7UUFBRSxPQUFPLFdBQVcsQ0FBQyxLQUFLLENBQUMsQ0FBQztJQUN6RCxJQUFJLEtBQUssS0FBSyxJQUFJLElBQUksT0FBTyxLQUFLLEtBQUssU0FBUztRQUFFLE9BQU8sTUFBTSxDQUFDLEtBQUssQ0FBQyxDQUFDO0lBQ3ZFLE9BQU8sT0FBTyxLQUFLLEtBQUssUUFBUSxJQUFJLE1BQU0sQ0FBQyxhQUFhLENBQUMsS0FBSyxDQUFDLENBQUMsQ0FBQyxDQUFDLE1BQU0sQ0FBQyxLQUFLLENBQUMsQ0FBQyxDQUFDLENBQUMsSUFBSSxDQUFDO0FBQ3pGLENBQUM7QUFFRCxrRUFBa0U7QUFDbEUsTUFBTSxVQUFVLFlBQVksQ0FBQyxNQUFzQixFQUFFLFFBQXNCO0lBQ3pFLE1BQU0sR0FBRyxHQUFHLE1BQU0sQ0FBQyxPQUFPLENBQUMsTUFBTSxDQUFDLEdBQUcsSUFBSSxFQUFFLENBQUMsQ0FBQztJQUM3QyxPQUFPO1FBQ0wsR0FBRyxRQUFRO1FBQ1gsT0FBTyxFQUFFLE1BQU0sQ0FBQyxPQUFPLElBQUksUUFBUSxDQUFDLE9BQU87UUFDM0MsU0FBUyxFQUFFLE1BQU0sQ0FBQyxTQUFTLElBQUksUUFBUSxDQUFDLFNBQVM7UUFDakQsV0FBVyxFQUFFLE1BQU0sQ0FBQyxNQUFNLElBQUksUUFBUSxDQUFDLFdBQVc7UUFDbEQsR0FBRyxFQUFFLEdBQUcsQ0FBQyxPQUFPLENBQUMsQ0FBQyxDQUFDLElBQUksRUFBRSxLQUFLLENBQUMsRUFBRSxFQUFFO1lBQ2pDLE1BQU0sS0FBSyxHQUFHLFVBQVUsQ0FBQyxLQUFLLENBQUMsQ0FBQztZQUNoQyxPQUFPLEtBQUssS0FBSyxJQUFJLENBQUMsQ0FBQyxDQUFDLEVBQUUsQ0FBQyxDQUFDLENBQUMsQ0FBQyxHQUFHLElBQUksSUFBSSxLQUFLLEVBQUUsQ0FBQyxDQUFDO1FBQ3BELENBQUMsQ0FBQztRQUNGLFNBQVMsRUFBRSxNQUFNLENBQUMsT0FBTyxDQUFDLE1BQU0sQ0FBQyxTQUFTLElBQUksRUFBRSxDQUFDLENBQUMsR0FBRyxDQUFDLENBQUMsQ0FBQyxJQUFJLEVBQUUsS0FBSyxDQUFDLEVBQUUsRUFBRSxDQUFDLEdBQUcsSUFBSSxJQUFJLFdBQVcsQ0FBQyxNQUFNLENBQUMsS0FBSyxDQUFDLENBQUMsRUFBRSxDQUFDO1FBQ2pILE9BQU8sRUFBRTtZQUNQLEdBQUcsR0FBRyxDQUFDLE9BQU8sQ0FBQyxDQUFDLENBQUMsSUFBSSxFQUFFLEtBQUssQ0FBQyxFQUFFLEVBQUUsQ0FBQyxDQUFDLFVBQVUsQ0FBQyxLQUFLLENBQUMsS0FBSyxJQUFJLENBQUMsQ0FBQyxDQUFDLENBQUMsR0FBRyxJQUFJLElBQUksSUFBSSxDQUFDLFNBQVMsQ0FBQyxLQUFLLENBQUMsRUFBRSxDQUFDLENBQUMsQ0FBQyxDQUFDLEVBQUUsQ0FBQyxDQUFDO1lBQzNHLEdBQUcsTUFBTSxDQUFDLE9BQU8sQ0FBQyxNQUFNLENBQUMsT0FBTyxJQUFJLEVBQUUsQ0FBQyxDQUFDLEdBQUcsQ0FBQyxDQUFDLENBQUMsSUFBSSxFQUFFLEtBQUssQ0FBQyxFQUFFLEVBQUUsQ0FBQyxHQUFHLElBQUksSUFBSSxPQUFPLEtBQUssS0FBSyxRQUFRLENBQUMsQ0FBQyxDQUFDLEtBQUssQ0FBQyxDQUFDLENBQUMsSUFBSSxDQUFDLFNBQVMsQ0FBQyxLQUFLLENBQUMsRUFBRSxDQUFDO1NBQ3ZJO1FBQ0QsT0FBTyxFQUFFLE1BQU0sQ0FBQyxPQUFPLENBQUMsTUFBTSxDQUFDLE9BQU8sSUFBSSxFQUFFLENBQUMsQ0FBQyxHQUFHLENBQUMsQ0FBQyxDQUFDLElBQUksRUFBRSxJQUFJLENBQUMsRUFBRSxFQUFFLENBQUMsR0FBRyxJQUFJLElBQUksV0FBVyxDQUFDLElBQUksQ0FBQyxFQUFFLENBQUM7UUFDbkcsU0FBUyxFQUFFLE1BQU0sQ0FBQyxTQUFTLElBQUksUUFBUSxDQUFDLFNBQVM7S0FDbEQsQ0FBQztBQUNKLENBQUMiLCJzb3VyY2VzQ29udGVudCI6WyIvLyBWYWx1ZXMgb2YgdGhlIGNvbmZpZ3VyYXRpb24gaW4gdGhlIHdvcmRzIG9mIEhlbG0ncyBjb21tYW5kIGxpbmUuIGhlbG0vaGVsbTogcGtnL3N0cnZhbHMvcGFyc2VyLmdvLlxuXG5pbXBvcnQgdHlwZSB7IEhlbG1TZXR0aW5ncyB9IGZyb20gXCIuLi9jb3JlL3RhcmdldC50c1wiO1xuaW1wb3J0IHR5cGUgeyBDb25maWd1cmVkSGVsbSB9IGZyb20gXCIuL2NvbmZpZ3VyYXRpb24tc2NoZW1hLnRzXCI7XG5cbi8qKiBBIHZhbHVlIGFmdGVyIGBwYXRoPWA6IEhlbG0gZW5kcyBpdCBhdCBhIGNvbW1hLCB0YWtlcyBhIGJhY2tzbGFzaCBmb3IgYW4gZXNjYXBlIGFuZCBhIGxlYWRpbmcgYnJhY2UgZm9yIGEgbGlzdC4gKi9cbmV4cG9ydCBmdW5jdGlvbiBlc2NhcGVWYWx1ZSh2YWx1ZTogc3RyaW5nKTogc3RyaW5nIHtcbiAgcmV0dXJuIHZhbHVlLnJlcGxhY2UoL1tcXFxcLF0vZywgXCJcXFxcJCZcIikucmVwbGFjZSgvXlxcey8sIFwiXFxcXHtcIik7XG59XG5cbnR5cGUgU2V0VmFsdWUgPSBOb25OdWxsYWJsZTxDb25maWd1cmVkSGVsbVtcInNldFwiXT5bc3RyaW5nXTtcblxuLyoqIFdoYXQgYC0tc2V0YCBjYW4gc2F5OyBudWxsIGZvciB3aGF0IG9ubHkgSlNPTiBjYW46IGAtLXNldGAga25vd3Mgbm8gZnJhY3Rpb25zLCBhbmQgb2YgbGlzdHMgb25seSB0aG9zZSBvZiB0ZXh0cy4gKi9cbmZ1bmN0aW9uIHBsYWluVmFsdWUodmFsdWU6IFNldFZhbHVlKTogc3RyaW5nIHwgbnVsbCB7XG4gIGlmICh0eXBlb2YgdmFsdWUgPT09IFwic3RyaW5nXCIpIHJldHVybiBlc2NhcGVWYWx1ZSh2YWx1ZSk7XG4gIGlmICh2YWx1ZSA9PT0gbnVsbCB8fCB0eXBlb2YgdmFsdWUgPT09IFwiYm9vbGVhblwiKSByZXR1cm4gU3RyaW5nKHZhbHVlKTtcbiAgcmV0dXJuIHR5cGVvZiB2YWx1ZSA9PT0gXCJudW1iZXJcIiAmJiBOdW1iZXIuaXNTYWZlSW50ZWdlcih2YWx1ZSkgPyBTdHJpbmcodmFsdWUpIDogbnVsbDtcbn1cblxuLyoqIFdoYXQgYGhlbG0gdGVtcGxhdGVgIHdvdWxkIGJlIHRvbGQgZm9yIGEgY29uZmlndXJlZCB0YXJnZXQuICovXG5leHBvcnQgZnVuY3Rpb24gaGVsbVNldHRpbmdzKHRhcmdldDogQ29uZmlndXJlZEhlbG0sIGRlZmF1bHRzOiBIZWxtU2V0dGluZ3MpOiBIZWxtU2V0dGluZ3Mge1xuICBjb25zdCBzZXQgPSBPYmplY3QuZW50cmllcyh0YXJnZXQuc2V0ID8/IHt9KTtcbiAgcmV0dXJuIHtcbiAgICAuLi5kZWZhdWx0cyxcbiAgICByZWxlYXNlOiB0YXJnZXQucmVsZWFzZSA/PyBkZWZhdWx0cy5yZWxlYXNlLFxuICAgIG5hbWVzcGFjZTogdGFyZ2V0Lm5hbWVzcGFjZSA/PyBkZWZhdWx0cy5uYW1lc3BhY2UsXG4gICAgdmFsdWVzRmlsZXM6IHRhcmdldC52YWx1ZXMgPz8gZGVmYXVsdHMudmFsdWVzRmlsZXMsXG4gICAgc2V0OiBzZXQuZmxhdE1hcCgoW3BhdGgsIHZhbHVlXSkgPT4ge1xuICAgICAgY29uc3QgcGxhaW4gPSBwbGFpblZhbHVlKHZhbHVlKTtcbiAgICAgIHJldHVybiBwbGFpbiA9PT0gbnVsbCA/IFtdIDogW2Ake3BhdGh9PSR7cGxhaW59YF07XG4gICAgfSksXG4gICAgc2V0U3RyaW5nOiBPYmplY3QuZW50cmllcyh0YXJnZXQuc2V0U3RyaW5nID8/IHt9KS5tYXAoKFtwYXRoLCB2YWx1ZV0pID0+IGAke3BhdGh9PSR7ZXNjYXBlVmFsdWUoU3RyaW5nKHZhbHVlKSl9YCksXG4gICAgc2V0SnNvbjogW1xuICAgICAgLi4uc2V0LmZsYXRNYXAoKFtwYXRoLCB2YWx1ZV0pID0+IChwbGFpblZhbHVlKHZhbHVlKSA9PT0gbnVsbCA/IFtgJHtwYXRofT0ke0pTT04uc3RyaW5naWZ5KHZhbHVlKX1gXSA6IFtdKSksXG4gICAgICAuLi5PYmplY3QuZW50cmllcyh0YXJnZXQuc2V0SnNvbiA/PyB7fSkubWFwKChbcGF0aCwgdmFsdWVdKSA9PiBgJHtwYXRofT0ke3R5cGVvZiB2YWx1ZSA9PT0gXCJzdHJpbmdcIiA/IHZhbHVlIDogSlNPTi5zdHJpbmdpZnkodmFsdWUpfWApLFxuICAgIF0sXG4gICAgc2V0RmlsZTogT2JqZWN0LmVudHJpZXModGFyZ2V0LnNldEZpbGUgPz8ge30pLm1hcCgoW3BhdGgsIGZpbGVdKSA9PiBgJHtwYXRofT0ke2VzY2FwZVZhbHVlKGZpbGUpfWApLFxuICAgIHNraXBUZXN0czogdGFyZ2V0LnNraXBUZXN0cyA/PyBkZWZhdWx0cy5za2lwVGVzdHMsXG4gIH07XG59XG4iXX0=
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
            return placed(document, ["targets", i, "setJson", key], `\`setJson.${key}\` is not JSON: ${quote(value)}; a text is written as \`'"text"'\``);
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
    const { cluster, targets, exclude, rules, exemptions, failOn, noVerdict } = configuration;
    const defaults = { ...selection/* helmDefaults */.p, kubeVersion: cluster?.kubeVersion ?? "", apiVersions: cluster?.apiVersions ?? [] };
    return {
        selection: { targets: targets?.map((target) => targetSetting(target, defaults)) ?? null, exclude: exclude ?? [], only: [], helmDefaults: defaults },
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
function targetSetting(target, defaults) {
    const name = target.name ?? null;
    if ("helm" in target)
        return { helm: target.helm, name, settings: helmSettings(target, defaults) };
    if ("kustomize" in target)
        return { kustomize: target.kustomize, name };
    return { manifests: target.manifests, name, namespace: target.namespace ?? "default" };
}
//# sourceMappingURL=data:application/json;base64,eyJ2ZXJzaW9uIjozLCJmaWxlIjoiY29uZmlndXJhdGlvbi5qcyIsInNvdXJjZVJvb3QiOiIiLCJzb3VyY2VzIjpbIi4uLy4uLy4uL3NyYy9vcHRpb25zL2NvbmZpZ3VyYXRpb24udHMiXSwibmFtZXMiOltdLCJtYXBwaW5ncyI6IkFBQUEsOEZBQThGO0FBRTlGLE9BQU8sRUFBRSxVQUFVLEVBQUUsTUFBTSxvQkFBb0IsQ0FBQztBQUNoRCxPQUFPLEVBQUUsYUFBYSxFQUEyQyxNQUFNLHFCQUFxQixDQUFDO0FBQzdGLE9BQU8sRUFBRSxhQUFhLEVBQWUsTUFBTSxtQkFBbUIsQ0FBQztBQUMvRCxPQUFPLEVBQUUsWUFBWSxFQUFzQyxNQUFNLHNCQUFzQixDQUFDO0FBRXhGLE9BQU8sRUFBRSxtQkFBbUIsRUFBc0IsTUFBTSwyQkFBMkIsQ0FBQztBQUNwRixPQUFPLEVBQUUsWUFBWSxFQUFFLE1BQU0sRUFBRSxNQUFNLDJCQUEyQixDQUFDO0FBQ2pFLE9BQU8sRUFBRSxZQUFZLEVBQUUsTUFBTSxvQkFBb0IsQ0FBQztBQUNsRCxPQUFPLEVBQUUsS0FBSyxFQUFFLE1BQU0sY0FBYyxDQUFDO0FBT3JDLHdHQUF3RztBQUN4RyxNQUFNLFVBQVUsaUJBQWlCLENBQUMsSUFBWSxFQUFFLElBQVk7SUFDMUQsTUFBTSxRQUFRLEdBQUcsV0FBVyxDQUFDLElBQUksRUFBRSxJQUFJLENBQUMsQ0FBQztJQUN6QyxNQUFNLE9BQU8sR0FBRyxXQUFXLENBQUMsUUFBUSxDQUFDLENBQUM7SUFDdEMsTUFBTSxNQUFNLEdBQUcsT0FBTyxDQUFDLE1BQU0sR0FBRyxDQUFDLENBQUMsQ0FBQyxDQUFDLElBQUksQ0FBQyxDQUFDLENBQUMsbUJBQW1CLENBQUMsU0FBUyxDQUFDLE9BQU8sQ0FBQyxRQUFRLENBQUMsTUFBTSxDQUFDLENBQUMsQ0FBQztJQUNuRyxNQUFNLE1BQU0sR0FBRyxNQUFNLEVBQUUsS0FBSyxFQUFFLE1BQU0sSUFBSSxFQUFFLENBQUM7SUFDM0MsTUFBTSxRQUFRLEdBQUcsTUFBTSxLQUFLLElBQUksQ0FBQyxDQUFDLENBQUMsT0FBTyxDQUFDLENBQUMsQ0FBQyxDQUFDLEdBQUcsVUFBVSxDQUFDLElBQUksRUFBRSxJQUFJLENBQUMsRUFBRSxHQUFHLFNBQVMsQ0FBQyxRQUFRLENBQUMsRUFBRSxHQUFHLE1BQU0sQ0FBQyxPQUFPLENBQUMsQ0FBQyxLQUFLLEVBQUUsRUFBRSxDQUFDLFlBQVksQ0FBQyxRQUFRLEVBQUUsS0FBSyxDQUFDLENBQUMsQ0FBQyxDQUFDO0lBQzlKLElBQUksUUFBUSxDQUFDLE1BQU0sR0FBRyxDQUFDLElBQUksTUFBTSxFQUFFLElBQUksS0FBSyxTQUFTLEVBQUUsQ0FBQztRQUN0RCxNQUFNLElBQUksVUFBVSxDQUFDLFFBQVEsQ0FBQyxJQUFJLENBQUMsSUFBSSxDQUFDLEVBQUUsdURBQXVELENBQUMsQ0FBQztJQUNyRyxDQUFDO0lBQ0QsT0FBTyxTQUFTLENBQUMsTUFBTSxDQUFDLElBQUksQ0FBQyxDQUFDO0FBQ2hDLENBQUM7QUFFRCxTQUFTLFdBQVcsQ0FBQyxJQUFZLEVBQUUsSUFBWTtJQUM3QyxNQUFNLEVBQUUsU0FBUyxFQUFFLFFBQVEsRUFBRSxHQUFHLGFBQWEsQ0FBQyxFQUFFLElBQUksRUFBRSxJQUFJLEVBQUUsTUFBTSxFQUFFLE1BQU0sRUFBRSxDQUFDLENBQUM7SUFDOUUsSUFBSSxRQUFRLENBQUMsTUFBTSxHQUFHLENBQUMsRUFBRSxDQUFDO1FBQ3hCLE1BQU0sSUFBSSxVQUFVLENBQUMsUUFBUSxDQUFDLEdBQUcsQ0FBQyxDQUFDLEVBQUUsSUFBSSxFQUFFLE9BQU8sRUFBRSxFQUFFLEVBQUUsQ0FBQyxHQUFHLElBQUksSUFBSSxJQUFJLElBQUksQ0FBQyxPQUFPLE9BQU8sRUFBRSxDQUFDLENBQUMsSUFBSSxDQUFDLElBQUksQ0FBQyxFQUFFLDZDQUE2QyxDQUFDLENBQUM7SUFDNUosQ0FBQztJQUNELE1BQU0sQ0FBQyxRQUFRLEVBQUUsTUFBTSxDQUFDLEdBQUcsU0FBUyxDQUFDO0lBQ3JDLElBQUksUUFBUSxLQUFLLFNBQVM7UUFBRSxNQUFNLElBQUksVUFBVSxDQUFDLEdBQUcsSUFBSSwrQ0FBK0MsRUFBRSw4QkFBOEIsQ0FBQyxDQUFDO0lBQ3pJLElBQUksTUFBTSxLQUFLLFNBQVMsRUFBRSxDQUFDO1FBQ3pCLE1BQU0sSUFBSSxVQUFVLENBQUMsR0FBRyxJQUFJLElBQUksTUFBTSxDQUFDLElBQUkseURBQXlELEVBQUUsbURBQW1ELENBQUMsQ0FBQztJQUM3SixDQUFDO0lBQ0QsT0FBTyxRQUFRLENBQUM7QUFDbEIsQ0FBQztBQUVELE1BQU0sVUFBVSxHQUFHLE9BQU8sQ0FBQyxDQUFDLDBFQUEwRTtBQVN0RyxTQUFTLE9BQU8sQ0FBQyxJQUFVO0lBQ3pCLE1BQU0sS0FBSyxHQUFrQixFQUFFLENBQUM7SUFDaEMsS0FBSyxJQUFJLEVBQUUsR0FBRyxJQUFJLEVBQUUsRUFBRSxDQUFDLE1BQU0sS0FBSyxJQUFJLEVBQUUsRUFBRSxHQUFHLEVBQUUsQ0FBQyxNQUFNO1FBQUUsS0FBSyxDQUFDLE9BQU8sQ0FBQyxFQUFFLENBQUMsR0FBRyxDQUFDLENBQUM7SUFDOUUsT0FBTyxLQUFLLENBQUM7QUFDZixDQUFDO0FBRUQsc0hBQXNIO0FBQ3RILFNBQVMsV0FBVyxDQUFDLFFBQTBCO0lBQzdDLE1BQU0sSUFBSSxHQUFXLENBQUMsRUFBRSxLQUFLLEVBQUUsUUFBUSxDQUFDLE1BQU0sRUFBRSxHQUFHLEVBQUUsRUFBRSxFQUFFLE1BQU0sRUFBRSxJQUFJLEVBQUUsQ0FBQyxDQUFDO0lBQ3pFLEtBQUssSUFBSSxPQUFPLEdBQUcsQ0FBQyxFQUFFLElBQUksQ0FBQyxNQUFNLEdBQUcsQ0FBQyxFQUFFLE9BQU8sRUFBRSxFQUFFLENBQUM7UUFDakQsSUFBSSxPQUFPLEdBQUcsVUFBVTtZQUFFLE9BQU8sQ0FBQyxNQUFNLENBQUMsUUFBUSxFQUFFLEVBQUUsRUFBRSwwQ0FBMEMsVUFBVSw0Q0FBNEMsQ0FBQyxDQUFDLENBQUM7UUFDMUosTUFBTSxNQUFNLEdBQUcsSUFBSSxDQUFDLEdBQUcsRUFBRSxDQUFDO1FBQzFCLElBQUksT0FBTyxNQUFNLEVBQUUsS0FBSyxLQUFLLFFBQVEsSUFBSSxNQUFNLENBQUMsS0FBSyxLQUFLLElBQUk7WUFBRSxTQUFTO1FBQ3pFLEtBQUssTUFBTSxDQUFDLEdBQUcsRUFBRSxLQUFLLENBQUMsSUFBSSxNQUFNLENBQUMsT0FBTyxDQUFDLE1BQU0sQ0FBQyxLQUFLLENBQUMsRUFBRSxDQUFDO1lBQ3hELE1BQU0sSUFBSSxHQUFTLEVBQUUsS0FBSyxFQUFFLEdBQUcsRUFBRSxLQUFLLENBQUMsT0FBTyxDQUFDLE1BQU0sQ0FBQyxLQUFLLENBQUMsQ0FBQyxDQUFDLENBQUMsTUFBTSxDQUFDLEdBQUcsQ0FBQyxDQUFDLENBQUMsQ0FBQyxHQUFHLEVBQUUsTUFBTSxFQUFFLENBQUM7WUFDM0YsSUFBSSxHQUFHLEtBQUssV0FBVztnQkFBRSxPQUFPLENBQUMsTUFBTSxDQUFDLFFBQVEsRUFBRSxPQUFPLENBQUMsSUFBSSxDQUFDLEVBQUUseUJBQXlCLENBQUMsQ0FBQyxDQUFDO1lBQzdGLElBQUksQ0FBQyxJQUFJLENBQUMsSUFBSSxDQUFDLENBQUM7UUFDbEIsQ0FBQztJQUNILENBQUM7SUFDRCxPQUFPLEVBQUUsQ0FBQztBQUNaLENBQUM7QUFFRCxvRUFBb0U7QUFDcEUsU0FBUyxPQUFPLENBQUMsTUFBeUM7SUFDeEQsTUFBTSxLQUFLLEdBQUcsTUFBTSxDQUFDLE9BQU8sQ0FBQyxDQUFDO0lBQzlCLElBQUksT0FBTyxLQUFLLEtBQUssUUFBUSxJQUFJLEtBQUssS0FBSyxJQUFJLElBQUksS0FBSyxDQUFDLE9BQU8sQ0FBQyxLQUFLLENBQUM7UUFBRSxPQUFPLE1BQU0sQ0FBQztJQUN2RixPQUFPLEVBQUUsR0FBRyxNQUFNLEVBQUUsS0FBSyxFQUFFLE1BQU0sQ0FBQyxXQUFXLENBQUMsTUFBTSxDQUFDLE9BQU8sQ0FBQyxLQUFLLENBQUMsQ0FBQyxHQUFHLENBQUMsQ0FBQyxDQUFDLEVBQUUsRUFBRSxRQUFRLENBQW9CLEVBQUUsRUFBRSxDQUFDLENBQUMsRUFBRSxFQUFFLFFBQVEsS0FBSyxLQUFLLENBQUMsQ0FBQyxDQUFDLEtBQUssQ0FBQyxDQUFDLENBQUMsUUFBUSxDQUFDLENBQUMsQ0FBQyxFQUFFLENBQUM7QUFDakssQ0FBQztBQUVELDZHQUE2RztBQUM3RyxTQUFTLFVBQVUsQ0FBQyxJQUFZLEVBQUUsSUFBWTtJQUM1QyxNQUFNLElBQUksR0FBRyxJQUFJLEdBQUcsRUFBa0IsQ0FBQztJQUN2QyxJQUFJLGtCQUFrQixDQUFDLElBQUksQ0FBQyxJQUFJLENBQUM7UUFBRSxPQUFPLEVBQUUsQ0FBQyxDQUFDLDBEQUEwRDtJQUN4RyxPQUFPLElBQUksQ0FBQyxLQUFLLENBQUMsSUFBSSxDQUFDLENBQUMsT0FBTyxDQUFDLENBQUMsSUFBSSxFQUFFLENBQUMsRUFBRSxFQUFFO1FBQzFDLE1BQU0sR0FBRyxHQUFHLGlDQUFpQyxDQUFDLElBQUksQ0FBQyxJQUFJLENBQUMsRUFBRSxDQUFDLENBQUMsQ0FBQyxDQUFDO1FBQzlELElBQUksR0FBRyxLQUFLLFNBQVM7WUFBRSxPQUFPLEVBQUUsQ0FBQztRQUNqQyxNQUFNLEtBQUssR0FBRyxJQUFJLENBQUMsR0FBRyxDQUFDLEdBQUcsQ0FBQyxDQUFDO1FBQzVCLElBQUksS0FBSyxLQUFLLFNBQVM7WUFBRSxJQUFJLENBQUMsR0FBRyxDQUFDLEdBQUcsRUFBRSxDQUFDLEdBQUcsQ0FBQyxDQUFDLENBQUM7UUFDOUMsT0FBTyxLQUFLLEtBQUssU0FBUyxDQUFDLENBQUMsQ0FBQyxFQUFFLENBQUMsQ0FBQyxDQUFDLENBQUMsR0FBRyxJQUFJLElBQUksQ0FBQyxHQUFHLENBQUMsaUJBQWlCLEdBQUcsbURBQW1ELEtBQUssRUFBRSxDQUFDLENBQUM7SUFDckksQ0FBQyxDQUFDLENBQUM7QUFDTCxDQUFDO0FBRUQsMkNBQTJDO0FBQzNDLFNBQVMsU0FBUyxDQUFDLFFBQTBCO0lBQzNDLE1BQU0sT0FBTyxHQUFHLFFBQVEsQ0FBQyxNQUFNLENBQUMsU0FBUyxDQUFDLENBQUM7SUFDM0MsT0FBTyxDQUFDLEtBQUssQ0FBQyxPQUFPLENBQUMsT0FBTyxDQUFDLENBQUMsQ0FBQyxDQUFDLE9BQU8sQ0FBQyxDQUFDLENBQUMsRUFBRSxDQUFDLENBQUMsT0FBTyxDQUFDLENBQUMsTUFBZSxFQUFFLENBQUMsRUFBRSxFQUFFO1FBQzVFLE1BQU0sT0FBTyxHQUFZLE9BQU8sTUFBTSxLQUFLLFFBQVEsSUFBSSxNQUFNLEtBQUssSUFBSSxJQUFJLFNBQVMsSUFBSSxNQUFNLENBQUMsQ0FBQyxDQUFDLE1BQU0sQ0FBQyxPQUFPLENBQUMsQ0FBQyxDQUFDLElBQUksQ0FBQztRQUN0SCxPQUFPLE1BQU0sQ0FBQyxPQUFPLENBQUMsT0FBTyxPQUFPLEtBQUssUUFBUSxJQUFJLE9BQU8sS0FBSyxJQUFJLENBQUMsQ0FBQyxDQUFDLE9BQU8sQ0FBQyxDQUFDLENBQUMsRUFBRSxDQUFDLENBQUMsT0FBTyxDQUFDLENBQUMsQ0FBQyxHQUFHLEVBQUUsS0FBSyxDQUFvQixFQUFFLEVBQUU7WUFDaEksSUFBSSxPQUFPLEtBQUssS0FBSyxRQUFRLElBQUksTUFBTSxDQUFDLEtBQUssQ0FBQztnQkFBRSxPQUFPLEVBQUUsQ0FBQztZQUMxRCxPQUFPLE1BQU0sQ0FBQyxRQUFRLEVBQUUsQ0FBQyxTQUFTLEVBQUUsQ0FBQyxFQUFFLFNBQVMsRUFBRSxHQUFHLENBQUMsRUFBRSxhQUFhLEdBQUcsbUJBQW1CLEtBQUssQ0FBQyxLQUFLLENBQUMscUNBQXFDLENBQUMsQ0FBQztRQUNoSixDQUFDLENBQUMsQ0FBQztJQUNMLENBQUMsQ0FBQyxDQUFDO0FBQ0wsQ0FBQztBQUVELFNBQVMsTUFBTSxDQUFDLElBQVk7SUFDMUIsSUFBSSxDQUFDO1FBQ0gsSUFBSSxDQUFDLEtBQUssQ0FBQyxJQUFJLENBQUMsQ0FBQztRQUNqQixPQUFPLElBQUksQ0FBQztJQUNkLENBQUM7SUFBQyxNQUFNLENBQUM7UUFDUCxPQUFPLEtBQUssQ0FBQyxDQUFDLDhCQUE4QjtJQUM5QyxDQUFDO0FBQ0gsQ0FBQztBQUVELFNBQVMsU0FBUyxDQUFDLGFBQTRCO0lBQzdDLE1BQU0sRUFBRSxPQUFPLEVBQUUsT0FBTyxFQUFFLE9BQU8sRUFBRSxLQUFLLEVBQUUsVUFBVSxFQUFFLE1BQU0sRUFBRSxTQUFTLEVBQUUsR0FBRyxhQUFhLENBQUM7SUFDMUYsTUFBTSxRQUFRLEdBQWlCLEVBQUUsR0FBRyxZQUFZLEVBQUUsV0FBVyxFQUFFLE9BQU8sRUFBRSxXQUFXLElBQUksRUFBRSxFQUFFLFdBQVcsRUFBRSxPQUFPLEVBQUUsV0FBVyxJQUFJLEVBQUUsRUFBRSxDQUFDO0lBQ3JJLE9BQU87UUFDTCxTQUFTLEVBQUUsRUFBRSxPQUFPLEVBQUUsT0FBTyxFQUFFLEdBQUcsQ0FBQyxDQUFDLE1BQU0sRUFBRSxFQUFFLENBQUMsYUFBYSxDQUFDLE1BQU0sRUFBRSxRQUFRLENBQUMsQ0FBQyxJQUFJLElBQUksRUFBRSxPQUFPLEVBQUUsT0FBTyxJQUFJLEVBQUUsRUFBRSxJQUFJLEVBQUUsRUFBRSxFQUFFLFlBQVksRUFBRSxRQUFRLEVBQUU7UUFDbkosTUFBTSxFQUFFO1lBQ04sY0FBYyxFQUFFLE9BQU8sRUFBRSxjQUFjLElBQUksYUFBYSxDQUFDLGNBQWM7WUFDdkUsS0FBSyxFQUFFLE1BQU0sQ0FBQyxXQUFXLENBQUMsTUFBTSxDQUFDLE9BQU8sQ0FBQyxLQUFLLElBQUksRUFBRSxDQUFDLENBQUMsT0FBTyxDQUFDLENBQUMsQ0FBQyxFQUFFLEVBQUUsUUFBUSxDQUFDLEVBQUUsRUFBRSxDQUFDLENBQUMsUUFBUSxLQUFLLFNBQVMsQ0FBQyxDQUFDLENBQUMsRUFBRSxDQUFDLENBQUMsQ0FBQyxDQUFDLENBQUMsRUFBRSxFQUFFLFFBQVEsQ0FBQyxDQUFDLENBQUMsQ0FBQyxDQUFDO1lBQ3BJLFVBQVUsRUFBRSxDQUFDLFVBQVUsSUFBSSxFQUFFLENBQUMsQ0FBQyxHQUFHLENBQUMsQ0FBQyxFQUFFLFFBQVEsRUFBRSxTQUFTLEVBQUUsS0FBSyxFQUFFLEdBQUcsRUFBRSxNQUFNLEVBQUUsT0FBTyxFQUFFLEVBQUUsRUFBRSxDQUFDLENBQUM7Z0JBQzVGLFFBQVE7Z0JBQ1IsU0FBUyxFQUFFLFNBQVMsSUFBSSxJQUFJO2dCQUM1QixLQUFLLEVBQUUsR0FBRyxJQUFJLElBQUk7Z0JBQ2xCLE1BQU07Z0JBQ04sT0FBTyxFQUFFLE9BQU8sSUFBSSxJQUFJO2FBQ3pCLENBQUMsQ0FBQztZQUNILE1BQU0sRUFBRSxNQUFNLElBQUksYUFBYSxDQUFDLE1BQU07WUFDdEMsU0FBUyxFQUFFLFNBQVMsSUFBSSxhQUFhLENBQUMsU0FBUztTQUNoRDtLQUNGLENBQUM7QUFDSixDQUFDO0FBRUQsU0FBUyxhQUFhLENBQUMsTUFBcUQsRUFBRSxRQUFzQjtJQUNsRyxNQUFNLElBQUksR0FBRyxNQUFNLENBQUMsSUFBSSxJQUFJLElBQUksQ0FBQztJQUNqQyxJQUFJLE1BQU0sSUFBSSxNQUFNO1FBQUUsT0FBTyxFQUFFLElBQUksRUFBRSxNQUFNLENBQUMsSUFBSSxFQUFFLElBQUksRUFBRSxRQUFRLEVBQUUsWUFBWSxDQUFDLE1BQU0sRUFBRSxRQUFRLENBQUMsRUFBRSxDQUFDO0lBQ25HLElBQUksV0FBVyxJQUFJLE1BQU07UUFBRSxPQUFPLEVBQUUsU0FBUyxFQUFFLE1BQU0sQ0FBQyxTQUFTLEVBQUUsSUFBSSxFQUFFLENBQUM7SUFDeEUsT0FBTyxFQUFFLFNBQVMsRUFBRSxNQUFNLENBQUMsU0FBUyxFQUFFLElBQUksRUFBRSxTQUFTLEVBQUUsTUFBTSxDQUFDLFNBQVMsSUFBSSxTQUFTLEVBQUUsQ0FBQztBQUN6RixDQUFDIiwic291cmNlc0NvbnRlbnQiOlsiLy8gVGhlIGNvbmZpZ3VyYXRpb24gZmlsZTogdGV4dCB0byBzZWxlY3Rpb24gYW5kIHBvbGljeSwgb3IgYWxsIHRoYXQgaXMgd3Jvbmcgd2l0aCBpdCBhdCBvbmNlLlxuXG5pbXBvcnQgeyBVc2FnZUVycm9yIH0gZnJvbSBcIi4uL2NvcmUvZmFpbHVyZS50c1wiO1xuaW1wb3J0IHsgcmVhZERvY3VtZW50cywgdHlwZSBNYW5pZmVzdERvY3VtZW50LCB0eXBlIFBhdGhTZWdtZW50IH0gZnJvbSBcIi4uL2NvcmUvbWFuaWZlc3QudHNcIjtcbmltcG9ydCB7IGRlZmF1bHRQb2xpY3ksIHR5cGUgUG9saWN5IH0gZnJvbSBcIi4uL2NvcmUvcG9saWN5LnRzXCI7XG5pbXBvcnQgeyBoZWxtRGVmYXVsdHMsIHR5cGUgU2VsZWN0aW9uLCB0eXBlIFRhcmdldFNldHRpbmcgfSBmcm9tIFwiLi4vY29yZS9zZWxlY3Rpb24udHNcIjtcbmltcG9ydCB0eXBlIHsgSGVsbVNldHRpbmdzIH0gZnJvbSBcIi4uL2NvcmUvdGFyZ2V0LnRzXCI7XG5pbXBvcnQgeyBjb25maWd1cmF0aW9uU2NoZW1hLCB0eXBlIENvbmZpZ3VyYXRpb24gfSBmcm9tIFwiLi9jb25maWd1cmF0aW9uLXNjaGVtYS50c1wiO1xuaW1wb3J0IHsgZXhwbGFpbklzc3VlLCBwbGFjZWQgfSBmcm9tIFwiLi9jb25maWd1cmF0aW9uLWVycm9ycy50c1wiO1xuaW1wb3J0IHsgaGVsbVNldHRpbmdzIH0gZnJvbSBcIi4vaGVsbS1zZXR0aW5ncy50c1wiO1xuaW1wb3J0IHsgcXVvdGUgfSBmcm9tIFwiLi9uZWFyZXN0LnRzXCI7XG5cbmV4cG9ydCBpbnRlcmZhY2UgUmVhZENvbmZpZ3VyYXRpb24ge1xuICByZWFkb25seSBzZWxlY3Rpb246IFNlbGVjdGlvbjtcbiAgcmVhZG9ubHkgcG9saWN5OiBQb2xpY3k7XG59XG5cbi8qKiBSZWFkcyBhIGNvbmZpZ3VyYXRpb24gZmlsZS4gVGhyb3dzIGEgVXNhZ2VFcnJvciB3aXRoIGV2ZXJ5IG1pc3Rha2UsIGVhY2ggd2l0aCBgcGF0aDpsaW5lOmNvbHVtbmAuICovXG5leHBvcnQgZnVuY3Rpb24gcmVhZENvbmZpZ3VyYXRpb24odGV4dDogc3RyaW5nLCBwYXRoOiBzdHJpbmcpOiBSZWFkQ29uZmlndXJhdGlvbiB7XG4gIGNvbnN0IGRvY3VtZW50ID0gdGhlRG9jdW1lbnQodGV4dCwgcGF0aCk7XG4gIGNvbnN0IGhvc3RpbGUgPSByZWZ1c2VTaGFwZShkb2N1bWVudCk7XG4gIGNvbnN0IHBhcnNlZCA9IGhvc3RpbGUubGVuZ3RoID4gMCA/IG51bGwgOiBjb25maWd1cmF0aW9uU2NoZW1hLnNhZmVQYXJzZSh3aXRoT2ZmKGRvY3VtZW50Lm9iamVjdCkpO1xuICBjb25zdCBpc3N1ZXMgPSBwYXJzZWQ/LmVycm9yPy5pc3N1ZXMgPz8gW107XG4gIGNvbnN0IG1pc3Rha2VzID0gcGFyc2VkID09PSBudWxsID8gaG9zdGlsZSA6IFsuLi50d2ljZUF0VG9wKHRleHQsIHBhdGgpLCAuLi53cm9uZ0pzb24oZG9jdW1lbnQpLCAuLi5pc3N1ZXMuZmxhdE1hcCgoaXNzdWUpID0+IGV4cGxhaW5Jc3N1ZShkb2N1bWVudCwgaXNzdWUpKV07XG4gIGlmIChtaXN0YWtlcy5sZW5ndGggPiAwIHx8IHBhcnNlZD8uZGF0YSA9PT0gdW5kZWZpbmVkKSB7XG4gICAgdGhyb3cgbmV3IFVzYWdlRXJyb3IobWlzdGFrZXMuam9pbihcIlxcblwiKSwgXCJDb3JyZWN0IHRoZSBjb25maWd1cmF0aW9uIGZpbGU7IG5vdGhpbmcgd2FzIGNvbXBhcmVkLlwiKTtcbiAgfVxuICByZXR1cm4gaW50ZXJwcmV0KHBhcnNlZC5kYXRhKTtcbn1cblxuZnVuY3Rpb24gdGhlRG9jdW1lbnQodGV4dDogc3RyaW5nLCBwYXRoOiBzdHJpbmcpOiBNYW5pZmVzdERvY3VtZW50IHtcbiAgY29uc3QgeyBkb2N1bWVudHMsIHByb2JsZW1zIH0gPSByZWFkRG9jdW1lbnRzKHsgcGF0aCwgdGV4dCwgb3JpZ2luOiBcImZpbGVcIiB9KTtcbiAgaWYgKHByb2JsZW1zLmxlbmd0aCA+IDApIHtcbiAgICB0aHJvdyBuZXcgVXNhZ2VFcnJvcihwcm9ibGVtcy5tYXAoKHsgbGluZSwgbWVzc2FnZSB9KSA9PiBgJHtwYXRofToke2xpbmUgPz8gMX06MTogJHttZXNzYWdlfWApLmpvaW4oXCJcXG5cIiksIFwiQ29ycmVjdCB0aGUgWUFNTCBvZiB0aGUgY29uZmlndXJhdGlvbiBmaWxlLlwiKTtcbiAgfVxuICBjb25zdCBbZG9jdW1lbnQsIHNlY29uZF0gPSBkb2N1bWVudHM7XG4gIGlmIChkb2N1bWVudCA9PT0gdW5kZWZpbmVkKSB0aHJvdyBuZXcgVXNhZ2VFcnJvcihgJHtwYXRofToxOjE6IHRoZSBjb25maWd1cmF0aW9uIGZpbGUgaG9sZHMgbm8gbWFwcGluZ2AsIFwiSXQgYmVnaW5zIHdpdGggYHZlcnNpb246IDFgLlwiKTtcbiAgaWYgKHNlY29uZCAhPT0gdW5kZWZpbmVkKSB7XG4gICAgdGhyb3cgbmV3IFVzYWdlRXJyb3IoYCR7cGF0aH06JHtzZWNvbmQubGluZX06MTogdGhlIGNvbmZpZ3VyYXRpb24gZmlsZSBob2xkcyBtb3JlIHRoYW4gb25lIGRvY3VtZW50YCwgXCJLZWVwIG9uZTsgbm90aGluZyBhZnRlciBgLS0tYCB3b3VsZCBiZSBpbiBlZmZlY3QuXCIpO1xuICB9XG4gIHJldHVybiBkb2N1bWVudDtcbn1cblxuY29uc3QgTU9TVF9OT0RFUyA9IDEwMF8wMDA7IC8vIGFsaWFzZXMgbXVsdGlwbHk6IGEgdGhvdXNhbmQgYnl0ZXMgY2FuIHN0YW5kIGZvciBtb3JlIHRoYW4gbWVtb3J5IGhvbGRzXG5cbi8qKiBBIHZhbHVlIGluc2lkZSB0aGUgZG9jdW1lbnQsIHdpdGggdGhlIHdheSBiYWNrIHRvIHRoZSByb290LiAqL1xuaW50ZXJmYWNlIE5vZGUge1xuICByZWFkb25seSB2YWx1ZTogdW5rbm93bjtcbiAgcmVhZG9ubHkga2V5OiBQYXRoU2VnbWVudDtcbiAgcmVhZG9ubHkgcGFyZW50OiBOb2RlIHwgbnVsbDtcbn1cblxuZnVuY3Rpb24gZmllbGRPZihub2RlOiBOb2RlKTogcmVhZG9ubHkgUGF0aFNlZ21lbnRbXSB7XG4gIGNvbnN0IGZpZWxkOiBQYXRoU2VnbWVudFtdID0gW107XG4gIGZvciAobGV0IGF0ID0gbm9kZTsgYXQucGFyZW50ICE9PSBudWxsOyBhdCA9IGF0LnBhcmVudCkgZmllbGQudW5zaGlmdChhdC5rZXkpO1xuICByZXR1cm4gZmllbGQ7XG59XG5cbi8qKiBXaGF0IG5vIHNjaGVtYSBjYW4gYmUgYXNrZWQgdG8gbG9vayBhdDogbW9yZSB0aGFuIGNhbiBiZSBsb29rZWQgYXQsIGFuZCBhIGtleSB0aGF0IG9iamVjdCBsaXRlcmFscyBkbyBub3Qga2VlcC4gKi9cbmZ1bmN0aW9uIHJlZnVzZVNoYXBlKGRvY3VtZW50OiBNYW5pZmVzdERvY3VtZW50KTogcmVhZG9ubHkgc3RyaW5nW10ge1xuICBjb25zdCB0b2RvOiBOb2RlW10gPSBbeyB2YWx1ZTogZG9jdW1lbnQub2JqZWN0LCBrZXk6IFwiXCIsIHBhcmVudDogbnVsbCB9XTtcbiAgZm9yIChsZXQgdmlzaXRlZCA9IDA7IHRvZG8ubGVuZ3RoID4gMDsgdmlzaXRlZCsrKSB7XG4gICAgaWYgKHZpc2l0ZWQgPiBNT1NUX05PREVTKSByZXR1cm4gW3BsYWNlZChkb2N1bWVudCwgW10sIGB0aGUgY29uZmlndXJhdGlvbiBzdGFuZHMgZm9yIG1vcmUgdGhhbiAke01PU1RfTk9ERVN9IHZhbHVlczsgYWxpYXNlcyBtdWx0aXBseSB3aGF0IHRoZXkgcmVwZWF0YCldO1xuICAgIGNvbnN0IHBhcmVudCA9IHRvZG8ucG9wKCk7XG4gICAgaWYgKHR5cGVvZiBwYXJlbnQ/LnZhbHVlICE9PSBcIm9iamVjdFwiIHx8IHBhcmVudC52YWx1ZSA9PT0gbnVsbCkgY29udGludWU7XG4gICAgZm9yIChjb25zdCBba2V5LCB2YWx1ZV0gb2YgT2JqZWN0LmVudHJpZXMocGFyZW50LnZhbHVlKSkge1xuICAgICAgY29uc3Qgbm9kZTogTm9kZSA9IHsgdmFsdWUsIGtleTogQXJyYXkuaXNBcnJheShwYXJlbnQudmFsdWUpID8gTnVtYmVyKGtleSkgOiBrZXksIHBhcmVudCB9O1xuICAgICAgaWYgKGtleSA9PT0gXCJfX3Byb3RvX19cIikgcmV0dXJuIFtwbGFjZWQoZG9jdW1lbnQsIGZpZWxkT2Yobm9kZSksIFwidW5rbm93biBrZXkgYF9fcHJvdG9fX2BcIildO1xuICAgICAgdG9kby5wdXNoKG5vZGUpO1xuICAgIH1cbiAgfVxuICByZXR1cm4gW107XG59XG5cbi8qKiBgb2ZmYCBpcyBhIGJvb2xlYW4gdG8gS3ViZXJuZXRlcycgWUFNTCwgYW5kIGEgc2V2ZXJpdHkgdG8gdXMuICovXG5mdW5jdGlvbiB3aXRoT2ZmKG9iamVjdDogUmVhZG9ubHk8UmVjb3JkPHN0cmluZywgdW5rbm93bj4+KTogdW5rbm93biB7XG4gIGNvbnN0IHJ1bGVzID0gb2JqZWN0W1wicnVsZXNcIl07XG4gIGlmICh0eXBlb2YgcnVsZXMgIT09IFwib2JqZWN0XCIgfHwgcnVsZXMgPT09IG51bGwgfHwgQXJyYXkuaXNBcnJheShydWxlcykpIHJldHVybiBvYmplY3Q7XG4gIHJldHVybiB7IC4uLm9iamVjdCwgcnVsZXM6IE9iamVjdC5mcm9tRW50cmllcyhPYmplY3QuZW50cmllcyhydWxlcykubWFwKChbaWQsIHNldmVyaXR5XTogW3N0cmluZywgdW5rbm93bl0pID0+IFtpZCwgc2V2ZXJpdHkgPT09IGZhbHNlID8gXCJvZmZcIiA6IHNldmVyaXR5XSkpIH07XG59XG5cbi8qKiBLZXlzIHRoYXQgc3RhbmQgYXQgdGhlIHRvcCB0d2ljZTogWUFNTCB3b3VsZCBzaWxlbnRseSBrZWVwIHRoZSBsYXN0IG9uZSwgYW5kIHdpdGggaXQgaGFsZiBvZiBhIHBvbGljeS4gKi9cbmZ1bmN0aW9uIHR3aWNlQXRUb3AodGV4dDogc3RyaW5nLCBwYXRoOiBzdHJpbmcpOiByZWFkb25seSBzdHJpbmdbXSB7XG4gIGNvbnN0IHNlZW4gPSBuZXcgTWFwPHN0cmluZywgbnVtYmVyPigpO1xuICBpZiAoL14oPzpcXHN8Iy4qJCkqXFx7L20udGVzdCh0ZXh0KSkgcmV0dXJuIFtdOyAvLyBmbG93IHN0eWxlOiBhIGxpbmUncyBiZWdpbm5pbmcgc2F5cyBub3RoaW5nIGFib3V0IGRlcHRoXG4gIHJldHVybiB0ZXh0LnNwbGl0KFwiXFxuXCIpLmZsYXRNYXAoKGxpbmUsIGkpID0+IHtcbiAgICBjb25zdCBrZXkgPSAvXltcIiddPyhbQS1aYS16XVxcdyopW1wiJ10/WyBcXHRdKjovLmV4ZWMobGluZSk/LlsxXTtcbiAgICBpZiAoa2V5ID09PSB1bmRlZmluZWQpIHJldHVybiBbXTtcbiAgICBjb25zdCBmaXJzdCA9IHNlZW4uZ2V0KGtleSk7XG4gICAgaWYgKGZpcnN0ID09PSB1bmRlZmluZWQpIHNlZW4uc2V0KGtleSwgaSArIDEpO1xuICAgIHJldHVybiBmaXJzdCA9PT0gdW5kZWZpbmVkID8gW10gOiBbYCR7cGF0aH06JHtpICsgMX06MTogdGhlIGtleSBcXGAke2tleX1cXGAgaXMgZ2l2ZW4gYSBzZWNvbmQgdGltZTsgdGhlIGZpcnN0IGlzIG9uIGxpbmUgJHtmaXJzdH1gXTtcbiAgfSk7XG59XG5cbi8qKiBUZXh0cyBvZiBgc2V0SnNvbmAgdGhhdCBhcmUgbm8gSlNPTi4gKi9cbmZ1bmN0aW9uIHdyb25nSnNvbihkb2N1bWVudDogTWFuaWZlc3REb2N1bWVudCk6IHJlYWRvbmx5IHN0cmluZ1tdIHtcbiAgY29uc3QgdGFyZ2V0cyA9IGRvY3VtZW50Lm9iamVjdFtcInRhcmdldHNcIl07XG4gIHJldHVybiAoQXJyYXkuaXNBcnJheSh0YXJnZXRzKSA/IHRhcmdldHMgOiBbXSkuZmxhdE1hcCgodGFyZ2V0OiB1bmtub3duLCBpKSA9PiB7XG4gICAgY29uc3Qgc2V0SnNvbjogdW5rbm93biA9IHR5cGVvZiB0YXJnZXQgPT09IFwib2JqZWN0XCIgJiYgdGFyZ2V0ICE9PSBudWxsICYmIFwic2V0SnNvblwiIGluIHRhcmdldCA/IHRhcmdldC5zZXRKc29uIDogbnVsbDtcbiAgICByZXR1cm4gT2JqZWN0LmVudHJpZXModHlwZW9mIHNldEpzb24gPT09IFwib2JqZWN0XCIgJiYgc2V0SnNvbiAhPT0gbnVsbCA/IHNldEpzb24gOiB7fSkuZmxhdE1hcCgoW2tleSwgdmFsdWVdOiBbc3RyaW5nLCB1bmtub3duXSkgPT4ge1xuICAgICAgaWYgKHR5cGVvZiB2YWx1ZSAhPT0gXCJzdHJpbmdcIiB8fCBpc0pzb24odmFsdWUpKSByZXR1cm4gW107XG4gICAgICByZXR1cm4gcGxhY2VkKGRvY3VtZW50LCBbXCJ0YXJnZXRzXCIsIGksIFwic2V0SnNvblwiLCBrZXldLCBgXFxgc2V0SnNvbi4ke2tleX1cXGAgaXMgbm90IEpTT046ICR7cXVvdGUodmFsdWUpfTsgYSB0ZXh0IGlzIHdyaXR0ZW4gYXMgXFxgJ1widGV4dFwiJ1xcYGApO1xuICAgIH0pO1xuICB9KTtcbn1cblxuZnVuY3Rpb24gaXNKc29uKHRleHQ6IHN0cmluZyk6IGJvb2xlYW4ge1xuICB0cnkge1xuICAgIEpTT04ucGFyc2UodGV4dCk7XG4gICAgcmV0dXJuIHRydWU7XG4gIH0gY2F0Y2gge1xuICAgIHJldHVybiBmYWxzZTsgLy8gYSBTeW50YXhFcnJvciBpcyB0aGUgYW5zd2VyXG4gIH1cbn1cblxuZnVuY3Rpb24gaW50ZXJwcmV0KGNvbmZpZ3VyYXRpb246IENvbmZpZ3VyYXRpb24pOiBSZWFkQ29uZmlndXJhdGlvbiB7XG4gIGNvbnN0IHsgY2x1c3RlciwgdGFyZ2V0cywgZXhjbHVkZSwgcnVsZXMsIGV4ZW1wdGlvbnMsIGZhaWxPbiwgbm9WZXJkaWN0IH0gPSBjb25maWd1cmF0aW9uO1xuICBjb25zdCBkZWZhdWx0czogSGVsbVNldHRpbmdzID0geyAuLi5oZWxtRGVmYXVsdHMsIGt1YmVWZXJzaW9uOiBjbHVzdGVyPy5rdWJlVmVyc2lvbiA/PyBcIlwiLCBhcGlWZXJzaW9uczogY2x1c3Rlcj8uYXBpVmVyc2lvbnMgPz8gW10gfTtcbiAgcmV0dXJuIHtcbiAgICBzZWxlY3Rpb246IHsgdGFyZ2V0czogdGFyZ2V0cz8ubWFwKCh0YXJnZXQpID0+IHRhcmdldFNldHRpbmcodGFyZ2V0LCBkZWZhdWx0cykpID8/IG51bGwsIGV4Y2x1ZGU6IGV4Y2x1ZGUgPz8gW10sIG9ubHk6IFtdLCBoZWxtRGVmYXVsdHM6IGRlZmF1bHRzIH0sXG4gICAgcG9saWN5OiB7XG4gICAgICBzZWNjb21wRGVmYXVsdDogY2x1c3Rlcj8uc2VjY29tcERlZmF1bHQgPz8gZGVmYXVsdFBvbGljeS5zZWNjb21wRGVmYXVsdCxcbiAgICAgIHJ1bGVzOiBPYmplY3QuZnJvbUVudHJpZXMoT2JqZWN0LmVudHJpZXMocnVsZXMgPz8ge30pLmZsYXRNYXAoKFtpZCwgc2V2ZXJpdHldKSA9PiAoc2V2ZXJpdHkgPT09IHVuZGVmaW5lZCA/IFtdIDogW1tpZCwgc2V2ZXJpdHldXSkpKSxcbiAgICAgIGV4ZW1wdGlvbnM6IChleGVtcHRpb25zID8/IFtdKS5tYXAoKHsgd29ya2xvYWQsIGNvbnRhaW5lciwgcnVsZXM6IGlkcywgcmVhc29uLCBleHBpcmVzIH0pID0+ICh7XG4gICAgICAgIHdvcmtsb2FkLFxuICAgICAgICBjb250YWluZXI6IGNvbnRhaW5lciA/PyBudWxsLFxuICAgICAgICBydWxlczogaWRzID8/IG51bGwsXG4gICAgICAgIHJlYXNvbixcbiAgICAgICAgZXhwaXJlczogZXhwaXJlcyA/PyBudWxsLFxuICAgICAgfSkpLFxuICAgICAgZmFpbE9uOiBmYWlsT24gPz8gZGVmYXVsdFBvbGljeS5mYWlsT24sXG4gICAgICBub1ZlcmRpY3Q6IG5vVmVyZGljdCA/PyBkZWZhdWx0UG9saWN5Lm5vVmVyZGljdCxcbiAgICB9LFxuICB9O1xufVxuXG5mdW5jdGlvbiB0YXJnZXRTZXR0aW5nKHRhcmdldDogTm9uTnVsbGFibGU8Q29uZmlndXJhdGlvbltcInRhcmdldHNcIl0+W251bWJlcl0sIGRlZmF1bHRzOiBIZWxtU2V0dGluZ3MpOiBUYXJnZXRTZXR0aW5nIHtcbiAgY29uc3QgbmFtZSA9IHRhcmdldC5uYW1lID8/IG51bGw7XG4gIGlmIChcImhlbG1cIiBpbiB0YXJnZXQpIHJldHVybiB7IGhlbG06IHRhcmdldC5oZWxtLCBuYW1lLCBzZXR0aW5nczogaGVsbVNldHRpbmdzKHRhcmdldCwgZGVmYXVsdHMpIH07XG4gIGlmIChcImt1c3RvbWl6ZVwiIGluIHRhcmdldCkgcmV0dXJuIHsga3VzdG9taXplOiB0YXJnZXQua3VzdG9taXplLCBuYW1lIH07XG4gIHJldHVybiB7IG1hbmlmZXN0czogdGFyZ2V0Lm1hbmlmZXN0cywgbmFtZSwgbmFtZXNwYWNlOiB0YXJnZXQubmFtZXNwYWNlID8/IFwiZGVmYXVsdFwiIH07XG59XG4iXX0=

/***/ })

};
