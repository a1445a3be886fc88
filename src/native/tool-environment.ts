// What a tool sees of the environment: a list, to which nothing is added by accident. No token, no credential of a cloud, no kubeconfig.

import { devNull } from "node:os";
import { delimiter, isAbsolute, join } from "node:path";
import { liesIn } from "./find-tool.ts";

export type Environment = Readonly<Record<string, string | undefined>>;

/** Kept as they are: what systems need to start a program, whom to trust, and the way to the network. Upper case. */
const KEPT: ReadonlySet<string> = new Set([
  ..."SYSTEMROOT SYSTEMDRIVE WINDIR COMSPEC PATHEXT LD_LIBRARY_PATH".split(" "),
  ..."SSL_CERT_FILE SSL_CERT_DIR HTTP_PROXY HTTPS_PROXY ALL_PROXY NO_PROXY".split(" "),
  "KUSTOMIZE_PLUGIN_HOME", // where the plugins are that the native engine exists for
]);

/** Set by the user for us, and for Helm by another name: how it logs in to private repositories and registries. */
const LENT: Environment = {
  SECCOMP_GATE_HELM_REPOSITORY_CONFIG: "HELM_REPOSITORY_CONFIG",
  SECCOMP_GATE_HELM_REGISTRY_CONFIG: "HELM_REGISTRY_CONFIG",
};

/** The folders of PATH that are absolute and outside the repository. */
function safeSearchPath(searchPath: string, repository: string): string {
  return searchPath.split(delimiter).filter((folder) => isAbsolute(folder) && !liesIn(repository, folder)).join(delimiter);
}

/** The value of PATH, whatever the case of its name. */
export function searchPathOf(source: Environment): string {
  return Object.entries(source).find(([name]) => name.toUpperCase() === "PATH")?.[1] ?? "";
}

/** The environment of every tool; `home` is an empty folder of ours that stands for every home. */
export function toolEnvironment(source: Environment, home: string, repository: string): Environment {
  const kept = Object.entries(source).filter(([name]) => KEPT.has(name.toUpperCase()));
  const lent = Object.entries(LENT).flatMap(([ours, theirs = ""]) => (source[ours] === undefined || source[ours] === "" ? [] : [[theirs, source[ours]] as const]));
  const below = (name: string): string => join(home, name);
  return {
    ...Object.fromEntries(kept),
    PATH: safeSearchPath(searchPathOf(source), repository),
    HOME: home,
    USERPROFILE: home,
    APPDATA: below("appdata"),
    LOCALAPPDATA: below("appdata"),
    XDG_CONFIG_HOME: below("config"),
    XDG_CACHE_HOME: below("cache"),
    XDG_DATA_HOME: below("data"),
    TMPDIR: below("tmp"),
    TEMP: below("tmp"),
    TMP: below("tmp"),
    HELM_CONFIG_HOME: below("helm-config"),
    HELM_CACHE_HOME: below("helm-cache"),
    HELM_DATA_HOME: below("helm-data"),
    HELM_PLUGINS: below("helm-plugins"),
    HELM_NO_PLUGINS: "1",
    ...Object.fromEntries(lent),
    DOCKER_CONFIG: below("docker"),
    KUBECONFIG: devNull,
    GIT_CONFIG_GLOBAL: devNull,
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_TERMINAL_PROMPT: "0",
    GIT_ASKPASS: "",
    LC_ALL: "C",
    NO_COLOR: "1",
  };
}
