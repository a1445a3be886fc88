// What this is, in every report.

import type { Report } from "./core/report.ts";
import { embeddedVersions } from "./render/versions.ts";

/** The program's version, equal to package.json's (a test compares them), and those of the libraries inside the renderer. */
export const tool: Report["tool"] = { version: "0.1.0", engines: { helm: embeddedVersions.helm, kustomize: embeddedVersions.kustomize } };
