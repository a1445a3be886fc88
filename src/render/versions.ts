// Which libraries are embedded. Known without starting them; a test asks the module itself whether it is so.

import type { EngineVersions } from "./protocol.ts";

/** As `1.2.3`; `kubernetes` is what charts are told when a target names no version. */
export const embeddedVersions: EngineVersions = { helm: "4.3.1", kustomize: "5.8.2", kubernetes: "1.37.0" };
