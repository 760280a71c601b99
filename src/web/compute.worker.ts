import { Budget, readBudgetRequest } from '../contract/budget.ts';
import { answerEntitlement, readEntitlementRequest } from '../contract/entitlement.ts';
import { type WireIssue, wireIssues } from '../contract/wording.ts';
import { type Dictionary, readDictionary } from '../facts/dictionary.ts';
import type { Issue } from '../facts/issue.ts';
import { type TeacherRecord, teacherSchema } from '../facts/teacher-schema.ts';
import { type Policy, readPolicy } from '../policy/policy.ts';
import { followPredecessors, linkPolicies } from '../policy/succession.ts';
import { decodeText, UndecodableTextError } from '../roster/decode.ts';
import { readCsvRoster } from '../roster/roster.ts';
import { WORDINGS } from '../text/issues.ts';
import { type Answers, type Kind, type Orders, ownKey, type Setup, type ToWorker } from './compute.ts';

interface Roster {
  readonly number: number;
  readonly teachers: readonly TeacherRecord[];
}

let dictionary: Dictionary;
const policies = new Map<string, Policy>();
/** For each policy the people of the roster read last; they are many, so they do not travel to the page and back for every computation. */
const rosters = new Map<string, Roster>();
let rostersRead = 0;

function setUp({ facts, policies: bundled }: Setup): void {
  dictionary = readDictionary(facts);
  for (const [id, policy] of linkPolicies(bundled, dictionary)) policies.set(id, policy);
}

function policyOf(id: string): Policy {
  const policy = policies.get(id);
  if (!policy) throw new Error(`there is no policy ${id}`);
  return policy;
}

function refuse(issues: readonly Issue[], language: 'zh' | 'en'): { ok: false; issues: WireIssue[] } {
  return { ok: false, issues: wireIssues(issues, WORDINGS[language]) };
}

function computeEntitlement({ policy: id, language, body }: Orders['entitlement']): Answers['entitlement'] {
  const policy = policyOf(id);
  const read = readEntitlementRequest(policy, body);
  if (read.value === null) return refuse(read.issues, language);
  const answer = answerEntitlement(policy, read.value.settings, read.value.teacher, WORDINGS[language]);
  return answer.value === null ? refuse(answer.issues, language) : { ok: true, result: answer.value };
}

function readRoster({ policy: id, bytes }: Orders['roster']): Answers['roster'] {
  const policy = policyOf(id);
  try {
    const text = decodeText(new Uint8Array(bytes));
    const { teachers, faults, unmapped } = readCsvRoster(
      text,
      policy.dictionary,
      teacherSchema(policy.dictionary, policy.document.requires),
    );
    rosters.set(id, { number: ++rostersRead, teachers: teachers.map(({ record }) => record) });
    return { roster: rostersRead, people: teachers.length, faults, unmapped };
  } catch (error) {
    if (error instanceof UndecodableTextError) return 'undecodable';
    throw error;
  }
}

function rosterOf(policy: string, number: number): Roster {
  const roster = rosters.get(policy);
  if (roster?.number !== number) throw new Error(`roster ${number} is no longer here`);
  return roster;
}

function takeRoster({ policy, roster }: Orders['takeRoster']): Answers['takeRoster'] {
  return { policy, roster, teachers: rosterOf(policy, roster).teachers };
}

/** The rules may have changed since the people were kept: who no longer fits them is left out. */
function putRoster({ policy: id, roster: number, teachers }: Orders['putRoster']): Answers['putRoster'] {
  const { dictionary: facts, document } = policyOf(id);
  const schema = teacherSchema(facts, document.requires);
  rosters.set(id, { number, teachers: teachers.filter((teacher) => schema.safeParse(teacher).success) });
  rostersRead = Math.max(rostersRead, number);
  return null;
}

/** Computes as the API does for a stream: the request first, then the people, of whom there may be any number. */
function computeBudget({ policy: id, language, body, roster: number }: Orders['budget']): Answers['budget'] {
  const policy = policyOf(id);
  const read = readBudgetRequest(policy, body, { line: true });
  if (read.value === null) return refuse(read.issues, language);
  const budget = new Budget(policy, read.value, WORDINGS[language]);
  for (const teacher of number === null ? [] : rosterOf(id, number).teachers) budget.add(teacher);
  return { ok: true, result: budget.close() };
}

/** What it takes to read YAML is fetched when somebody has a file to be read. */
async function openPolicy({ bytes }: Orders['policy']): Promise<Answers['policy']> {
  const { readOwnPolicy } = await import('./own-policy.ts');
  const read = await readOwnPolicy(bytes, dictionary);
  if ('faults' in read) return read;
  const policy = readPolicy(read.document, read.version, dictionary);
  policies.set(
    read.key,
    followPredecessors(policy, dictionary, (id) => policies.get(ownKey(id)) ?? policies.get(id)),
  );
  rosters.delete(read.key);
  return read;
}

const COMPUTE: { [K in Kind]: (order: Orders[K]) => Answers[K] | Promise<Answers[K]> } = {
  policy: openPolicy,
  entitlement: computeEntitlement,
  roster: readRoster,
  takeRoster,
  putRoster,
  budget: computeBudget,
};

self.onmessage = async ({ data }: MessageEvent<ToWorker>) => {
  if ('setup' in data) {
    setUp(data.setup);
    return;
  }
  try {
    self.postMessage({ id: data.id, answer: await (COMPUTE[data.kind] as (order: unknown) => unknown)(data.order) });
  } catch (error) {
    self.postMessage({ id: data.id, failed: true });
    throw error;
  }
};
