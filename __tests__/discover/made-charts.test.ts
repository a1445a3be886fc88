import { describe, expect, it } from "@jest/globals";
import { withMadeCharts } from "../../src/discover/made-charts.ts";
import { treeOf, type Stand } from "../support/tree.ts";

const template = "name: api\nversion: v0.1.0\nappVersion: '{{ VERSION }}'\n";
const templates = { "deploy/api/templates/deployment.yaml": "kind: Deployment\n" };

async function chartsOf(files: Readonly<Record<string, Stand>>): Promise<readonly string[]> {
  const { entries } = await withMadeCharts(treeOf(files));
  return [...entries.keys()].filter((path) => path.endsWith("Chart.yaml"));
}

describe("a Chart.yaml that is made when the chart is packaged", () => {
  it.each(["Chart.template.yaml", "Chart.tmpl.yaml", "Chart.yaml.tmpl", "Chart.yaml.template", "Chart.yaml.in", "Chart.yaml.j2"])("is what %s says", async (name) => {
    expect(await chartsOf({ ...templates, [`deploy/api/${name}`]: template })).toEqual(["deploy/api/Chart.yaml"]);
  });

  it("is at the root, too", async () => {
    expect(await chartsOf({ "templates/a.yaml": "", "Chart.yaml.in": template })).toEqual(["Chart.yaml"]);
  });

  it("has the bytes of what it is made of, and its place among the others", async () => {
    const tree = await withMadeCharts(treeOf({ ...templates, "deploy/api/Chart.template.yaml": template, "deploy/api/Chart.zzz": "" }));
    const entry = tree.entries.get("deploy/api/Chart.yaml");
    expect(entry).toEqual(tree.entries.get("deploy/api/Chart.template.yaml"));
    expect([...tree.entries.keys()]).toEqual([...tree.entries.keys()].sort());
    const id = entry?.kind === "file" ? entry.id : "";
    expect(new TextDecoder().decode((await tree.read([id])).get(id))).toBe(template.replace("'{{ VERSION }}'", "0.0.0"));
  });

  it.each<[string, Readonly<Record<string, Stand>>]>([
    ["there are no templates", { "deploy/api/Chart.yaml.tmpl": template, "deploy/api/values.yaml": "" }],
    ["templates is a file", { "deploy/api/Chart.yaml.tmpl": template, "deploy/api/templates": "" }],
    ["it could be made of two files", { ...templates, "deploy/api/Chart.yaml.tmpl": template, "deploy/api/Chart.template.yaml": template }],
    ["the file is kept for another reason", { ...templates, "deploy/api/Chart.yaml.bak": template }],
    ["the file is a link", { ...templates, "deploy/api/Chart.yaml.tmpl": { link: "../Chart" }, "deploy/Chart": template }],
    ["Helm cannot read the version", { ...templates, "deploy/api/Chart.yaml.tmpl": "name: api\nversion: one\n" }],
    ["it is not YAML before it is filled in", { ...templates, "deploy/api/Chart.yaml.tmpl": "name: api\nversion: 1.0.0\nhome: %%HOME%%\n" }],
    ["it has no name", { ...templates, "deploy/api/Chart.yaml.tmpl": "version: 1.0.0\n" }],
    ["it is no text", { ...templates, "deploy/api/Chart.yaml.tmpl": new Uint8Array([0xff, 0xfe]) }],
  ])("is not made up where %s", async (_, files) => {
    expect(await chartsOf(files)).toEqual([]);
  });

  it("is left alone where it is there", async () => {
    const tree = treeOf({ ...templates, "deploy/api/Chart.yaml": "name: real\nversion: 1.0.0\n", "deploy/api/Chart.template.yaml": template });
    expect((await withMadeCharts(tree)).entries).toBe(tree.entries);
  });

  it("leaves a tree without charts alone", async () => {
    const tree = treeOf({ "a.yaml": "kind: Pod\n" });
    expect(await withMadeCharts(tree)).toBe(tree);
  });
});

/** What a tree says that Chart.yaml and another file of the same folder hold. */
async function textsOf(chart: string, other: string): Promise<readonly (string | undefined)[]> {
  const tree = await withMadeCharts(treeOf({ "api/Chart.yaml": chart, "api/values.yaml": other }));
  const ids = ["api/Chart.yaml", "api/values.yaml"].map((path) => {
    const entry = tree.entries.get(path);
    return entry?.kind === "file" ? entry.id : "";
  });
  const blobs = await tree.read(ids);
  return ids.map((id) => new TextDecoder().decode(blobs.get(id)));
}

describe("a Chart.yaml whose version is filled in when the chart is packaged", () => {
  it.each(["[[ .Version ]]", "{{ .Version }}", "'{{VERSION}}'", "v{{ version }}", "${VERSION}", "1.2.$(BUILD)", "$VERSION", "@version@", "%VERSION%", "__VERSION__", "<version>"])("reads %s as some version", async (version) => {
    expect(await textsOf(`name: api\nversion: ${version}\nappVersion: ${version}\n`, "")).toEqual(["name: api\nversion: 0.0.0\nappVersion: 0.0.0\n", ""]);
  });

  it("asks of its dependencies no version either, and keeps every line where it was", async () => {
    const chart = "name: api\r\ndependencies:\r\n- version: '[[ .Version ]]'\r\n  name: db\r\n- name: web\r\n  version: ${WEB}\r\nversion: 1.0.0\r\n";
    const [filled] = await textsOf(chart, "");
    expect(filled).toBe("name: api\r\ndependencies:\r\n- version: '>=0.0.0-0'\r\n  name: db\r\n- name: web\r\n  version: '>=0.0.0-0'\r\nversion: 1.0.0\r\n");
  });

  it.each(["1.2.3", "v1.2.3-rc.1+build", "one", ">=1.0.0 <2.0.0", "1.0.0 # [[ not this ]]", "latest", "''"])("keeps %s", async (version) => {
    const chart = `name: api\nversion: ${version}\n`;
    expect(await textsOf(chart, "")).toEqual([chart, ""]);
  });

  it("fills in nothing else: neither other fields nor other files", async () => {
    const chart = "name: ${NAME}\nversion: 1.0.0\ndescription: |\n  $VERSION\n";
    expect(await textsOf(chart, "version: ${VERSION}\n")).toEqual([chart, "version: ${VERSION}\n"]);
  });
});
