// What git is told on every call, so that nothing a repository holds or configures can run: no hook, filter, monitor, helper,
// pager, prompt or transport. Settings on the command line outrank every configuration file (git-config: SCOPES), and
// environment variables of other git processes (GIT_DIR, GIT_INDEX_FILE … when run in a hook) are not passed on.

import { devNull } from "node:os";
import { join } from "node:path";

export type Environment = Readonly<Record<string, string | undefined>>;

/** Variables that git, ssh and curl need from their user: programs, home, temporary files, trust and proxies. Upper case. */
const KEPT: ReadonlySet<string> = new Set([
  ..."PATH PATHEXT HOME HOMEDRIVE HOMEPATH USERPROFILE USER USERNAME LOGNAME XDG_CONFIG_HOME APPDATA LOCALAPPDATA".split(" "),
  ..."PROGRAMDATA PROGRAMFILES SYSTEMROOT SYSTEMDRIVE WINDIR COMSPEC TEMP TMP TMPDIR LD_LIBRARY_PATH".split(" "),
  ..."GIT_EXEC_PATH GIT_CONFIG_GLOBAL GIT_CONFIG_SYSTEM GIT_CONFIG_NOSYSTEM GIT_SSH GIT_SSH_COMMAND GIT_SSH_VARIANT".split(" "),
  ..."GIT_SSL_CAINFO GIT_SSL_CAPATH GIT_SSL_CERT GIT_SSL_KEY GIT_SSL_NO_VERIFY SSH_AUTH_SOCK SSH_AGENT_PID KRB5CCNAME".split(" "),
  ..."SSL_CERT_FILE SSL_CERT_DIR CURL_CA_BUNDLE HTTP_PROXY HTTPS_PROXY ALL_PROXY NO_PROXY".split(" "),
]);

const FIXED: Environment = {
  LC_ALL: "C", // messages are matched, and quoted in ours
  LANGUAGE: "",
  GIT_TERMINAL_PROMPT: "0",
  GIT_ASKPASS: "", // empty outranks core.askPass and SSH_ASKPASS: git/git: prompt.c (git_prompt)
  SSH_ASKPASS_REQUIRE: "never",
  GCM_INTERACTIVE: "never",
  GIT_OPTIONAL_LOCKS: "0",
  GIT_ATTR_NOSYSTEM: "1",
  // Objects are what their ids say: neither refs/replace nor .git/info/grafts changes them. (A missing grafts file is no grafts.)
  GIT_NO_REPLACE_OBJECTS: "1",
  GIT_GRAFT_FILE: join(devNull, "none"),
};

/** What git's own transports cannot be talked out of: no `ext::`, no remote helper of another name. */
const PROTOCOLS = "https:http:ssh:file";

function kept(source: Environment): Environment {
  return Object.fromEntries(Object.entries(source).filter(([name]) => KEPT.has(name.toUpperCase())));
}

/** The environment for commands that only read what is here. A partial clone does not fetch what it lacks. */
export function localEnvironment(source: Environment): Environment {
  // GIT_ALLOW_PROTOCOL as well, for versions that do not know GIT_NO_LAZY_FETCH.
  return { ...kept(source), ...FIXED, GIT_NO_LAZY_FETCH: "1", GIT_ALLOW_PROTOCOL: "none" };
}

/** The environment for commands that speak with the remote. */
export function networkEnvironment(source: Environment): Environment {
  return { ...kept(source), ...FIXED, GIT_ALLOW_PROTOCOL: PROTOCOLS };
}

/**
 * Makes git send `token` to `serverUrl` and to nobody else, by the environment: arguments and files can be read by others.
 * The empty value drops the header that actions/checkout may have left; two of them are refused by GitHub.
 */
export function tokenEnvironment(token: string, serverUrl: string): Environment {
  const key = `http.${serverUrl.replace(/\/+$/, "")}/.extraheader`;
  const basic = Buffer.from(`x-access-token:${token}`).toString("base64");
  return {
    GIT_CONFIG_COUNT: "2",
    GIT_CONFIG_KEY_0: key,
    GIT_CONFIG_VALUE_0: "",
    GIT_CONFIG_KEY_1: key,
    GIT_CONFIG_VALUE_1: `AUTHORIZATION: basic ${basic}`,
  };
}

/** Arguments that stand before every git command. */
export const hardening: readonly string[] = [
  "--no-pager",
  "--no-optional-locks",
  ...[
    // Containers mount the work tree of another user. Git's check protects from configuration that runs something: none of it does here.
    "safe.directory=*",
    `core.hooksPath=${devNull}`,
    "core.fsmonitor=false",
    "core.alternateRefsCommand=true", // a command: the one that does nothing
    "credential.helper=", // empty drops the helpers named before
    "protocol.ext.allow=never",
    "submodule.recurse=false",
    "gc.auto=0",
    "maintenance.auto=false",
  ].flatMap((setting) => ["-c", setting]),
];
