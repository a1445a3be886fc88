// What the tests' GitHub server answers, by operation. Answers start from GitHub's own published examples.

import { type Answer, type Call, commitExists, notFound, record, type StoredCheckRun, type StoredComment, type StoredPull, type StoredStatus, text, unprocessable } from "./github-state.ts";

type Handler = (call: Call) => Answer;

const BODY_LIMIT = 65_536; // characters

function exampleUser({ match }: Call, login: string): Readonly<Record<string, unknown>> {
  return { ...record(record(match.operation.example)["user"]), login };
}

function comment(call: Call, { id, issue, login, body }: StoredComment) {
  const { owner, repo } = call.match.parameters;
  return { ...call.match.operation.example, id, body, user: exampleUser(call, login), html_url: `https://github.com/${owner}/${repo}/pull/${issue}#issuecomment-${id}` };
}

function refuseBody(body: unknown): Answer | null {
  if (text(body).trim() === "") return unprocessable("Body can't be blank");
  return [...text(body)].length > BODY_LIMIT ? unprocessable(`Body is too long (maximum is ${BODY_LIMIT} characters)`) : null;
}

const findComment = ({ state, match }: Call) => state.comments.find(({ id }) => id === Number(match.parameters["comment_id"]));

function createComment(call: Call): Answer {
  const issue = Number(call.match.parameters["issue_number"]);
  if (!call.state.pulls.some(({ number }) => number === issue)) return notFound;
  const refused = refuseBody(call.body["body"]);
  if (refused !== null) return refused;
  const created = { id: call.nextId(), issue, login: call.login, body: text(call.body["body"]) };
  call.state.comments.push(created);
  return { status: 201, data: comment(call, created) };
}

function updateComment(call: Call): Answer {
  const found = findComment(call);
  const refused = refuseBody(call.body["body"]);
  if (found === undefined) return notFound;
  if (refused !== null) return refused;
  found.body = text(call.body["body"]);
  return { status: 200, data: comment(call, found) };
}

function deleteComment(call: Call): Answer {
  const found = findComment(call);
  if (found === undefined) return notFound;
  call.state.comments.splice(call.state.comments.indexOf(found), 1);
  return { status: 204 };
}

function checkRun({ match }: Call, run: StoredCheckRun) {
  const { title, summary, annotations, login: _, ...fields } = run;
  const output = { ...record(record(match.operation.example)["output"]), title, summary, annotations_count: annotations.length };
  return { ...match.operation.example, ...fields, output };
}

/** Limits that GitHub states in words: @octokit/openapi: checks/create, output.annotations. */
function refuseAnnotations(output: unknown): Answer | null {
  const annotations = record(output)["annotations"];
  for (const annotation of Array.isArray(annotations) ? annotations.map(record) : []) {
    const { path, start_line: start, end_line: end, message, title } = annotation;
    if (text(path) === "") return unprocessable("Path can't be blank");
    if (Number(start) < 1 || Number(end) < Number(start)) return unprocessable("End line must not precede the start line");
    if (text(message) === "" || Buffer.byteLength(text(message)) > 64 * 1024) return unprocessable("Message is blank or larger than 64 KB");
    if ([...text(title)].length > 255) return unprocessable("Title is too long (maximum is 255 characters)");
    if (annotation["start_column"] !== undefined && start !== end) return unprocessable("Columns are only allowed on one line");
  }
  return null;
}

/** Applies a request to a run: annotations are added, a conclusion completes it. */
function applyToRun(run: StoredCheckRun, body: Call["body"]): void {
  const output = record(body["output"]);
  run.conclusion = text(body["conclusion"]) || run.conclusion;
  run.status = body["conclusion"] === undefined ? text(body["status"], run.status) : "completed";
  run.title = text(output["title"], run.title);
  run.summary = text(output["summary"], run.summary);
  if (Array.isArray(output["annotations"])) run.annotations.push(...output["annotations"]);
}

function createCheckRun(call: Call): Answer {
  const { body, login } = call;
  const sha = text(body["head_sha"]);
  const refused = refuseAnnotations(body["output"]);
  if (!commitExists(call.state, sha)) return unprocessable(`No commit found for SHA: ${sha}`);
  if (refused !== null) return refused;
  const fields = { name: text(body["name"]), head_sha: sha, external_id: text(body["external_id"]), details_url: text(body["details_url"]) };
  const created: StoredCheckRun = { id: call.nextId(), login, ...fields, status: "queued", conclusion: null, title: "", summary: "", annotations: [] };
  applyToRun(created, body);
  call.state.checkRuns.push(created);
  return { status: 201, data: checkRun(call, created) };
}

const findRun = ({ state, match }: Call) => state.checkRuns.find(({ id }) => id === Number(match.parameters["check_run_id"]));

function updateCheckRun(call: Call): Answer {
  const found = findRun(call);
  if (found === undefined) return notFound;
  if (found.login !== call.login) return { status: 403, data: { message: "Invalid app_id `15368` - check run can only be modified by the GitHub App that created it.", status: "403" } };
  const refused = refuseAnnotations(call.body["output"]);
  if (refused !== null) return refused;
  applyToRun(found, call.body);
  return { status: 200, data: checkRun(call, found) };
}

function listCheckRuns(call: Call): Answer {
  const name = call.query.get("check_name");
  const named = call.state.checkRuns.filter((run) => run.head_sha === call.match.parameters["ref"] && (name === null || run.name === name));
  const runs = call.query.get("filter") === "all" ? named : named.filter((run) => run === named.findLast((other) => other.name === run.name));
  return { status: 200, data: { total_count: runs.length, check_runs: runs.map((run) => checkRun(call, run)) } };
}

function status(call: Call, { sha: _, ...fields }: StoredStatus) {
  return { ...call.match.operation.example, ...fields };
}

function createStatus(call: Call): Answer {
  const { body, match } = call;
  const sha = match.parameters["sha"] ?? "";
  if (!commitExists(call.state, sha)) return unprocessable(`No commit found for SHA: ${sha}`);
  if ([...text(body["description"])].length > 140) return unprocessable("description is too long (maximum is 140 characters)");
  const optional = (name: string): string | null => (body[name] === undefined ? null : text(body[name]));
  const created = { id: call.nextId(), sha, state: text(body["state"]), context: text(body["context"], "default"), description: optional("description"), target_url: optional("target_url") };
  call.state.statuses.unshift(created);
  return { status: 201, data: status(call, created) };
}

function pull({ match }: Call, stored: StoredPull) {
  const example = record(match.operation.example);
  const head = record(example["head"]);
  const repo = stored.headRepository === null ? null : { ...record(head["repo"]), full_name: stored.headRepository };
  return { ...example, number: stored.number, requested_teams: [], head: { ...head, sha: stored.head, repo } };
}

const findPull = ({ state, match }: Call) => state.pulls.find(({ number }) => number === Number(match.parameters["pull_number"]));

function listFiles(call: Call): Answer {
  const found = findPull(call);
  if (found === undefined) return notFound;
  const { patch: _, ...example } = record(call.match.operation.example);
  return { status: 200, data: found.files.map((file) => ({ ...example, ...file })) };
}

/** By `operationId`. */
export const handlers: Readonly<Record<string, Handler>> = {
  "checks/create": createCheckRun,
  "checks/update": updateCheckRun,
  "checks/list-for-ref": listCheckRuns,
  "checks/get": (call) => {
    const found = findRun(call);
    return found === undefined ? notFound : { status: 200, data: checkRun(call, found) };
  },
  "checks/list-annotations": (call) => ({ status: 200, data: (findRun(call)?.annotations ?? []).map((annotation) => ({ ...call.match.operation.example, ...annotation })) }),
  "issues/create-comment": createComment,
  "issues/update-comment": updateComment,
  "issues/delete-comment": deleteComment,
  "issues/get-comment": (call) => {
    const found = findComment(call);
    return found === undefined ? notFound : { status: 200, data: comment(call, found) };
  },
  "issues/list-comments": (call) => {
    const issue = Number(call.match.parameters["issue_number"]);
    return { status: 200, data: call.state.comments.filter((stored) => stored.issue === issue).map((stored) => comment(call, stored)) };
  },
  "pulls/get": (call) => {
    const found = findPull(call);
    return found === undefined ? notFound : { status: 200, data: pull(call, found) };
  },
  "pulls/list": (call) => ({ status: 200, data: call.state.pulls.map((stored) => pull(call, stored)) }),
  "pulls/list-files": listFiles,
  "repos/create-commit-status": createStatus,
  "repos/list-commit-statuses-for-ref": (call) => ({ status: 200, data: call.state.statuses.filter(({ sha }) => sha === call.match.parameters["ref"]).map((stored) => status(call, stored)) }),
};
