import { describe, expect, it } from "@jest/globals";
import { isGitRepository, isRemoteFile } from "../../src/discover/remote-reference.ts";

// Verdicts of NewRepoSpecFromURL for the forms that Kustomize documents. kubernetes-sigs/kustomize: api/internal/git/repospec.go
describe("what Kustomize would clone", () => {
  it.each([
    "https://github.com/org/repo",
    "https://github.com/org/repo//path?ref=v1",
    "HTTPS://example.com/org/repo",
    "github.com/org/repo",
    "GitHub.com/org/repo/path",
    "github.com:org/repo",
    "git@github.com:org/repo.git",
    "git::https://example.com/org/repo",
    "git::git@gitlab.com:org/repo",
    "user@host.xz:path/to/repo",
    "ssh://git@example.com/org/repo",
    "ssh://git@host.example:2222/apps.git//settings",
    "file:///srv/repo",
    "https://dev.azure.com/org/project/_git/repo/path",
    "https://example.com/repo.git",
    "https://example.com/one//two",
  ])("%s", (reference) => {
    expect(isGitRepository(reference)).toBe(true);
  });

  it.each([
    "../base",
    "./github.com/org/repo",
    "base",
    "/github.com/org/repo",
    "github.com/org",
    "github.com",
    "gitlab.com/org/repo",
    "https://example.com/file.yaml",
    "https://example.com",
    "host.xz:path/to/repo",
    "a@b",
    "@host:org/repo",
    "git::../base",
    "https://github.com/org/repo//../../outside",
    "https://github.com/org/repo//a/../../outside/back",
    "",
  ])("not %s", (reference) => {
    expect(isGitRepository(reference)).toBe(false);
  });
});

describe("what Kustomize would fetch", () => {
  it.each([
    ["https://example.com/a.yaml", true],
    ["HTTP://example.com/a.yaml", true],
    ["http:a", true],
    ["ssh://example.com/a.yaml", false],
    ["httpd/a.yaml", false],
    ["https://example.com/\n- op: remove", false],
  ])("%j: %s", (reference, remote) => {
    expect(isRemoteFile(reference)).toBe(remote);
  });
});
