import { expect, it } from "@jest/globals";
import { embeddedVersions } from "../../src/render/versions.ts";
import { renderer } from "./targets.ts";

it("the embedded versions are those that the module tells", async () => {
  await using it = renderer({ workers: 1 });
  expect(await it.versions()).toEqual(embeddedVersions);
});
