import { Budget, readBudgetRequest } from '../../../contract/budget/budget.ts';
import { answerEntitlement, readEntitlementRequest } from '../../../contract/teacher/entitlement.ts';
import { askQuestions } from '../../../contract/teacher/questions.ts';
import { answerMissing, answerWhatIf } from '../../../contract/teacher/what-if.ts';
import { type Language, type WireIssue, wireIssues } from '../../../contract/wire/wording.ts';
import { type Dictionary, readDictionary } from '../../../facts/dictionary.ts';
import type { Issue } from '../../../facts/issue.ts';
import { type Policy, readPolicy } from '../../../policy/policy.ts';
import { followPredecessors, linkPolicies } from '../../../policy/succession.ts';
import { isRefusal, type Refusal } from '../../../roster/refusal.ts';
import { WORDINGS } from '../../../text/issues.ts';
import {
  type Answers,
  type FromWorker,
  type Kind,
  type Orders,
  ownKey,
  type RosterSummary,
  type Setup,
  type ToWorker,
} from '../protocol/orders.ts';
import { ArrearsDesk } from './arrears-desk.ts';
import { explainPerson } from './explain-person.ts';
import { fitSettings } from './fit-settings.ts';
import { readKeptPeople } from './kept-people.ts';
import { KeptRun } from './kept-run.ts';
import { LoadedRoster } from './loaded-roster.ts';
import { CancelledError, Pace } from './pace.ts';
import { payrollOf } from './payroll.ts';
import { RosterFile } from './roster-file.ts';
import { summaryOf } from './roster-summary.ts';
import { templateOf } from './template.ts';

let dictionary: Dictionary;
const policies = new Map<string, Policy>();
/** By policy, the roster read last and the people of the run kept last. */
const rosters = new Map<string, LoadedRoster>();
const runs = new Map<string, KeptRun>();
const desks = new Map<string, ArrearsDesk>();
let rostersRead = 0;
let runsKept = 0;

function setUp({ facts, policies: bundled }: Setup): void {
  dictionary = readDictionary(facts);
  for (const [id, policy] of linkPolicies(bundled, dictionary)) policies.set(id, policy);
}

function policyOf(id: string): Policy {
  const policy = policies.get(id);
  if (!policy) throw new Error(`there is no policy ${id}`);
  return policy;
}

function refuse(issues: readonly Issue[], language: Language): { ok: false; issues: WireIssue[] } {
  return { ok: false, issues: wireIssues(issues, WORDINGS[language]) };
}

function computeEntitlement({ policy: id, language, body }: Orders['entitlement']): Answers['entitlement'] {
  const policy = policyOf(id);
  const read = readEntitlementRequest(policy, body);
  if (read.value === null) return refuse(read.issues, language);
  const answer = answerEntitlement(policy, read.value.settings, read.value.teacher, WORDINGS[language]);
  return answer.value === null ? refuse(answer.issues, language) : { ok: true, result: answer.value };
}

function answerSupposition({ policy: id, language, body, supposition }: Orders['whatIf']): Answers['whatIf'] {
  const answer = answerWhatIf(policyOf(id), body, supposition, WORDINGS[language]);
  return answer.value === null ? refuse(answer.issues, language) : { ok: true, result: answer.value };
}

function supposeMissing({ policy: id, language, body }: Orders['whatIfMissing']): Answers['whatIfMissing'] {
  return answerMissing(policyOf(id), body, WORDINGS[language]);
}

async function readRoster({ policy: id, bytes, remembered }: Orders['roster'], pace: Pace): Promise<Answers['roster']> {
  return takeFile(id, await RosterFile.open(bytes, policyOf(id), remembered, pace));
}

async function rereadRoster({ policy: id, roster, choice, remembered }: Orders['reread'], pace: Pace): Promise<Answers['reread']> {
  const file = fileOf(id, roster);
  return file ? takeFile(id, await file.choose(choice, policyOf(id), remembered, pace)) : 'gone';
}

async function mendRoster({ policy: id, roster, bytes, remembered }: Orders['mend'], pace: Pace): Promise<Answers['mend']> {
  const file = fileOf(id, roster);
  return file ? takeFile(id, await file.mend(bytes, policyOf(id), remembered, pace)) : 'gone';
}

/** The people of a file that was read are those of the policy from now on; those of a file that was refused are not. */
function takeFile(id: string, file: RosterFile | Refusal): RosterSummary | Refusal {
  if (isRefusal(file)) return file;
  const roster = new LoadedRoster(++rostersRead, file.reading.teachers, file);
  rosters.set(id, roster);
  return summaryOf(roster.number, file, policyOf(id));
}

function fileOf(id: string, number: number): RosterFile | null {
  const roster = rosterOf(id, number);
  return roster instanceof LoadedRoster ? roster.file : null;
}

function rosterOf(id: string, number: number | null): LoadedRoster | null | 'gone' {
  if (number === null) return null;
  const roster = rosters.get(id);
  return roster?.number === number ? roster : 'gone';
}

function takeRoster({ policy, roster }: Orders['takeRoster']): Answers['takeRoster'] {
  const there = rosterOf(policy, roster);
  if (!(there instanceof LoadedRoster)) throw new Error(`roster ${roster} is no longer here`);
  return { policy, roster, teachers: there.teachers };
}

/** The rules may have changed since the people were kept: who no longer fits them is left out, and that is told. */
function putRoster({ policy: id, roster: number, teachers }: Orders['putRoster']): Answers['putRoster'] {
  const { teachers: fitting, lost } = readKeptPeople(policyOf(id), teachers);
  rosters.set(id, new LoadedRoster(number, fitting));
  rostersRead = Math.max(rostersRead, number);
  return { roster: number, people: fitting.length, lost };
}

/** Computes as the API does for a stream: the request first, then the people, of whom there may be any number. */
async function computeBudget(
  { policy: id, language, body, roster: number, keep }: Orders['budget'],
  pace: Pace,
): Promise<Answers['budget']> {
  const policy = policyOf(id);
  const read = readBudgetRequest(policy, body, { line: true });
  if (read.value === null) return refuse(read.issues, language);
  const roster = rosterOf(id, number);
  if (roster === 'gone') throw new Error(`roster ${number} is no longer here`);
  const scenarios = (read.value.request.scenarios ?? []).map((scenario) => scenario.id);
  const kept = keep ? new KeptRun(++runsKept, policy.dictionary, read.value.settings.year, roster, scenarios) : null;
  const budget = new Budget(policy, read.value, WORDINGS[language], undefined, (one) => kept?.add(one));
  const teachers = roster?.teachers ?? [];
  for (const [index, { record }] of teachers.entries()) {
    const rest = pace.step('compute', index, teachers.length);
    if (rest) await rest;
    budget.add(record);
  }
  const result = budget.close();
  if (!kept) return { ok: true, result, run: null };
  runs.set(id, kept);
  return { ok: true, result: { ...result, groups: kept.bySchool(result.groups, ({ key }) => key.school ?? null) }, run: kept.number };
}

function runOf({ policy, run: number }: { readonly policy: string; readonly run: number }): KeptRun | null {
  const run = runs.get(policy);
  return run?.number === number ? run : null;
}

function payrollFor(order: Orders['payroll']): Answers['payroll'] {
  const run = runOf(order);
  return run ? payrollOf(run, order) : 'gone';
}

/** What it takes to write a workbook is fetched when somebody wants one. */
async function exportFor(order: Orders['export'], pace: Pace): Promise<Answers['export']> {
  const run = runOf(order);
  if (!run) return 'gone';
  const { exportRun } = await import('./export.ts');
  return exportRun(run, policyOf(order.policy).dictionary, order, pace);
}

function answerPerson({ policy: id, language, body, roster: number, person }: Orders['person']): Answers['person'] {
  const roster = rosterOf(id, number);
  if (roster === 'gone') return roster;
  const answer = explainPerson(policyOf(id), body, roster, person, WORDINGS[language]);
  if (answer === 'gone') return answer;
  return answer.value === null ? refuse(answer.issues, language) : { ok: true, result: answer.value };
}

function findPeople({ policy, roster: number, search, limit }: Orders['find']): Answers['find'] {
  const roster = rosterOf(policy, number);
  return roster instanceof LoadedRoster ? roster.find(search, limit) : 'gone';
}

function deskOf(id: string): ArrearsDesk {
  const desk = desks.get(id) ?? new ArrearsDesk();
  desks.set(id, desk);
  return desk;
}

function readPayments(order: Orders['payments'], pace: Pace): Promise<Answers['payments']> {
  const bytes = 'text' in order ? new TextEncoder().encode(order.text) : new Uint8Array(order.bytes);
  return deskOf(order.policy).readPayments(bytes, policyOf(order.policy), pace);
}

async function computeArrears(
  { policy: id, language, body, roster: number, payments }: Orders['arrears'],
  pace: Pace,
): Promise<Answers['arrears']> {
  const roster = rosterOf(id, number);
  return roster === 'gone' ? roster : deskOf(id).compute(body, language, { policy: policyOf(id), policies, roster, payments }, pace);
}

/** What it takes to read YAML is fetched when somebody has a file to be read. */
async function openPolicy({ bytes, source }: Orders['policy']): Promise<Answers['policy']> {
  const { readOwnPolicy } = await import('./own-policy.ts');
  const read = readOwnPolicy(bytes, source, dictionary);
  if ('faults' in read) return read;
  const policy = readPolicy(read.document, read.version, dictionary);
  policies.set(
    read.key,
    followPredecessors(policy, dictionary, (id) => policies.get(ownKey(id)) ?? policies.get(id)),
  );
  rosters.delete(read.key);
  runs.delete(read.key);
  desks.delete(read.key);
  return read;
}

const COMPUTE: { [K in Kind]: (order: Orders[K], pace: Pace) => Answers[K] | Promise<Answers[K]> } = {
  policy: openPolicy,
  entitlement: computeEntitlement,
  questions: ({ policy, body }) => askQuestions(policyOf(policy), body),
  whatIf: answerSupposition,
  whatIfMissing: supposeMissing,
  roster: readRoster,
  reread: rereadRoster,
  mend: mendRoster,
  faultyRows: ({ policy, roster, language }) => fileOf(policy, roster)?.faultyRows(policyOf(policy), language) ?? 'gone',
  template: ({ policy, language }) => templateOf(policyOf(policy), language),
  takeRoster,
  putRoster,
  budget: computeBudget,
  fit: ({ policy, settings }) => fitSettings(policyOf(policy), settings),
  people: (order) => runOf(order)?.list(order) ?? 'gone',
  groups: (order) => runOf(order)?.groups(order.dimension, order.filter) ?? 'gone',
  payroll: payrollFor,
  export: exportFor,
  person: answerPerson,
  find: findPeople,
  payments: readPayments,
  arrears: computeArrears,
  arrearsPeople: (order) => deskOf(order.policy).list(order),
};

const underWay = new Map<number, Pace>();

function post(message: FromWorker, transfer: Transferable[] = []): void {
  self.postMessage(message, { transfer });
}

self.onmessage = ({ data }: MessageEvent<ToWorker>) => {
  if ('setup' in data) setUp(data.setup);
  if ('setup' in data || 'areYouThere' in data) post({ here: true });
  else if ('cancel' in data) underWay.get(data.cancel)?.cancel();
  else void carryOut(data);
};

async function carryOut({ id, kind, order }: Extract<ToWorker, { id: number }>): Promise<void> {
  const pace = new Pace((progress) => post({ id, progress }));
  underWay.set(id, pace);
  try {
    const answer = await (COMPUTE[kind] as (order: unknown, pace: Pace) => Answers[Kind])(order, pace);
    // A file is handed over, not copied.
    post({ id, answer }, answer instanceof ArrayBuffer ? [answer] : []);
  } catch (error) {
    if (error instanceof CancelledError) {
      post({ id, cancelled: true });
    } else {
      post({ id, failed: true });
      throw error;
    }
  } finally {
    underWay.delete(id);
  }
}
