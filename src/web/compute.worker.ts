import { Budget, readBudgetRequest } from '../contract/budget.ts';
import { answerEntitlement, readEntitlementRequest } from '../contract/entitlement.ts';
import { type WireIssue, wireIssues } from '../contract/wording.ts';
import { readDictionary } from '../facts/dictionary.ts';
import type { Issue } from '../facts/issue.ts';
import { type TeacherRecord, teacherSchema } from '../facts/teacher-schema.ts';
import { type Policy, readPolicy } from '../policy/policy.ts';
import { decodeText, UndecodableTextError } from '../roster/decode.ts';
import { readCsvRoster } from '../roster/roster.ts';
import { WORDINGS } from '../text/issues.ts';
import type { Answers, Kind, Orders, Setup, ToWorker } from './compute.ts';

const policies = new Map<string, Policy>();
/** The people of the roster read last; they are many, so they do not travel to the page and back for every computation. */
let roster: { readonly number: number; readonly teachers: readonly TeacherRecord[] } = { number: 0, teachers: [] };

function setUp({ facts, policies: bundled }: Setup): void {
  const dictionary = readDictionary(facts);
  for (const { document, version } of bundled) policies.set(document.id, readPolicy(document, version, dictionary));
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
  const { dictionary, document } = policyOf(id);
  try {
    const text = decodeText(new Uint8Array(bytes));
    const { teachers, faults, unmapped } = readCsvRoster(text, dictionary, teacherSchema(dictionary, document.requires));
    roster = { number: roster.number + 1, teachers: teachers.map(({ record }) => record) };
    return { roster: roster.number, people: teachers.length, faults, unmapped };
  } catch (error) {
    if (error instanceof UndecodableTextError) return 'undecodable';
    throw error;
  }
}

/** Computes as the API does for a stream: the request first, then the people, of whom there may be any number. */
function computeBudget({ policy: id, language, body, roster: number }: Orders['budget']): Answers['budget'] {
  const policy = policyOf(id);
  const read = readBudgetRequest(policy, body, { line: true });
  if (read.value === null) return refuse(read.issues, language);
  if (number !== null && number !== roster.number) throw new Error(`roster ${number} is no longer here`);
  const budget = new Budget(policy, read.value, WORDINGS[language]);
  for (const teacher of number === null ? [] : roster.teachers) budget.add(teacher);
  return { ok: true, result: budget.close() };
}

const COMPUTE: { [K in Kind]: (order: Orders[K]) => Answers[K] } = {
  entitlement: computeEntitlement,
  roster: readRoster,
  budget: computeBudget,
};

self.onmessage = ({ data }: MessageEvent<ToWorker>) => {
  if ('setup' in data) {
    setUp(data.setup);
    return;
  }
  try {
    self.postMessage({ id: data.id, answer: (COMPUTE[data.kind] as (order: unknown) => unknown)(data.order) });
  } catch (error) {
    self.postMessage({ id: data.id, failed: true });
    throw error;
  }
};
