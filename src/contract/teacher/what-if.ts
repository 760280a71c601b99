import { formatMonth, january } from '../../calendar/month.ts';
import { lastMonth, type MonthSet, NO_MONTHS } from '../../calendar/month-set.ts';
import { entitle } from '../../engine/entitle.ts';
import { planRun, type RunSettings } from '../../engine/plan.ts';
import { type Dictionary, type Fact, factOf } from '../../facts/dictionary.ts';
import { encodeTeacher } from '../../facts/teacher.ts';
import type { TeacherRecord } from '../../facts/teacher-schema.ts';
import { fenOf, formatFen } from '../../money/fen.ts';
import type { Policy } from '../../policy/policy.ts';
import type { Read } from '../wire/settings.ts';
import { whereExact } from '../wire/too-large.ts';
import type { Wording } from '../wire/wording.ts';
import { answerEntitlement, type EntitlementResult, readEntitlementRequest } from './entitlement.ts';

/** A hypothetical value of one fact, from a month of the year on or, without a month, from the start. */
export interface Supposition {
  readonly fact: string;
  readonly value: unknown;
  readonly from: string | null;
}

/** The amount of one allowance before and after; `null` without a line item. Amounts are yuan as on the wire. */
export interface ItemDifference {
  readonly allowance: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly difference: string;
}

/** What a supposition would change. */
export interface WhatIf {
  readonly supposition: Supposition;
  readonly personalBefore: string;
  readonly personalAfter: string;
  readonly personalDifference: string;
  readonly institutionDifference: string;
  /** The allowances that would change, in the order of the policy. */
  readonly items: readonly ItemDifference[];
  readonly missingBefore: EntitlementResult['missing'];
  readonly missingAfter: EntitlementResult['missing'];
}

/** A teacher with one fact replaced. Facts that follow from it lapse, as in a change during the year. */
export function suppose(teacher: TeacherRecord, { fact, value, from }: Supposition, { facts }: Dictionary): TeacherRecord {
  if (from === null) {
    const lapsed = facts.filter(({ follows }) => follows.includes(fact)).map(({ id }) => [id, null] as const);
    return { ...teacher, ...Object.fromEntries(lapsed), [fact]: value };
  }
  const changes = teacher.changes ?? [];
  const same = changes.find((change) => change.from === from);
  const changed = { ...same, from, [fact]: value };
  return { ...teacher, changes: same ? changes.map((one) => (one === same ? changed : one)) : [...changes, changed] };
}

/**
 * What would change for one teacher if one fact were different.
 *
 * @param body a request for one teacher
 * @returns the differences, or the faults of the request with or without the supposition
 */
export function answerWhatIf(policy: Policy, body: unknown, supposition: Supposition, wording: Pick<Wording, 'language'>): Read<WhatIf> {
  const read = readEntitlementRequest(policy, body);
  if (read.value === null) return read;
  const teacher = suppose(read.value.teacher, supposition, policy.dictionary);
  const supposed = readEntitlementRequest(policy, { ...(body as object), teacher });
  if (supposed.value === null) return supposed;
  const before = answerEntitlement(policy, read.value.settings, read.value.teacher, wording);
  if (before.value === null) return before;
  const after = answerEntitlement(policy, supposed.value.settings, supposed.value.teacher, wording);
  if (after.value === null) return after;
  const order = Object.keys(policy.document.allowances);
  return { value: differenceOf(supposition, before.value, after.value, order), issues: [] };
}

function differenceOf(supposition: Supposition, before: EntitlementResult, after: EntitlementResult, order: readonly string[]): WhatIf {
  const ids = new Set([...order, ...after.lines.map(({ allowance }) => allowance), ...before.lines.map(({ allowance }) => allowance)]);
  const items = [...ids].map((allowance): ItemDifference => {
    const [one, other] = [amountOf(before, allowance), amountOf(after, allowance)];
    return { allowance, before: one, after: other, difference: less(other ?? '0.00', one ?? '0.00') };
  });
  return {
    supposition,
    personalBefore: before.personalTotal,
    personalAfter: after.personalTotal,
    personalDifference: less(after.personalTotal, before.personalTotal),
    institutionDifference: less(after.institutionTotal, before.institutionTotal),
    items: items.filter((item) => item.before !== item.after),
    missingBefore: before.missing,
    missingAfter: after.missing,
  };
}

/** An allowance may have a line for each of two versions of a policy. */
function amountOf({ lines }: EntitlementResult, allowance: string): string | null {
  const amounts = lines.filter((line) => line.allowance === allowance).map(({ amount }) => fenOf(amount));
  return amounts.length === 0 ? null : formatFen(amounts.reduce((sum, fen) => sum + fen));
}

function less(amount: string, other: string): string {
  return formatFen(fenOf(amount) - fenOf(other));
}

/** What would change under each possible value of each missing fact; empty if the request has faults. */
export function answerMissing(policy: Policy, body: unknown, wording: Pick<Wording, 'language'>): WhatIf[] {
  const read = readEntitlementRequest(policy, body);
  if (read.value === null) return [];
  const { settings, teacher } = read.value;
  const suppositions = whereExact(() => suppositionsFor(policy, settings, teacher)) ?? [];
  return suppositions.flatMap((supposition) => answerWhatIf(policy, body, supposition, wording).value ?? []);
}

/**
 * All possible values of the missing facts of a result, each from the first month in which it is missing. Only facts with a list of
 * values count.
 *
 * @param teacher valid, as a request for one teacher has it
 */
function suppositionsFor(policy: Policy, settings: RunSettings, teacher: TeacherRecord): Supposition[] {
  const { items, stretches } = entitle(planRun(policy, settings), encodeTeacher(policy.dictionary, teacher));
  const since = new Map<string, number>();
  for (const { missing } of items) {
    for (const { input, months } of missing) {
      // A fact that is missing only for earlier years has no month in this one.
      if (input.code === 'fact')
        since.set(input.fact, Math.min(since.get(input.fact) ?? 11, months === NO_MONTHS ? 0 : firstMonth(months)));
    }
  }
  return [...since].flatMap(([id, month]) => {
    const fact = factOf(policy.dictionary, id);
    const from = month > (stretches[0]?.start ?? 0) && fact.monthly ? formatMonth(january(settings.year) + month) : null;
    return decidedValues(fact).map((value) => ({ fact: id, value, from }));
  });
}

function decidedValues(fact: Fact): (string | boolean)[] {
  if (fact.type === 'boolean') return [true, false];
  return fact.type === 'enum' ? Object.keys(fact.values).filter((value) => !fact.values[value]?.undecided) : [];
}

function firstMonth(months: MonthSet): number {
  return lastMonth(months & -months);
}
