import { formatMonth, january } from '../calendar/month.ts';
import { listMonths, type MonthSet } from '../calendar/month-set.ts';
import { entitle } from '../engine/entitle.ts';
import {
  type Assumable,
  assumablesOf,
  isAssumed,
  monthsOf,
  notesOf,
  rangeWarningsOf,
  type Segment,
  segmentsOf,
  warningsOf,
} from '../engine/explain.ts';
import type { Declined, Entitlement, Item } from '../engine/item.ts';
import type { Plan } from '../engine/plan.ts';
import { totalsOf } from '../engine/totals.ts';
import { decodeFact, type Teacher } from '../facts/teacher.ts';
import { formatFen } from '../money/fen.ts';
import type { Lack } from '../words/word.ts';
import { lineEndOf, lineStartOf } from './entitlement.ts';
import { headOf } from './head.ts';
import { repaymentsOf } from './repayments.ts';
import type { Language, Wording } from './wording.ts';

const WRITERS = new WeakMap<Plan, Partial<Record<Language, EntitlementWriter>>>();

/**
 * Computes and explains one teacher's entitlements, as JSON.
 *
 * @returns what `JSON.stringify` makes of what `explainTeacher` gives
 * @throws AmountTooLargeError where an amount is too large to be exact
 */
export function writeEntitlement(plan: Plan, id: string, teacher: Teacher, { language }: Pick<Wording, 'language'>): string {
  let writers = WRITERS.get(plan);
  if (!writers) {
    writers = {};
    WRITERS.set(plan, writers);
  }
  writers[language] ??= new EntitlementWriter(plan, language);
  return writers[language].write(id, entitle(plan, teacher));
}

/** What frames a line whoever it is about. */
interface LineFrame {
  /** Up to the amount. */
  readonly start: string;
  /** From behind the segments. */
  readonly end: string;
}

/** Writes results under a plan in one language. What does not depend on the teacher, most of a result, is written once. */
class EntitlementWriter {
  readonly #plan: Plan;
  readonly #wording: Pick<Wording, 'language'>;
  readonly #head: string;
  /** By the place of an allowance in the plan. */
  readonly #lines: readonly LineFrame[];
  readonly #assumables: readonly (readonly [assumable: Assumable, text: string])[];
  readonly #warnings: string;
  /** The twelve months of the year. */
  readonly #months: readonly string[];
  /** By a set of months, what stands before, between and after the amounts of these months. */
  readonly #byMonth = new Map<MonthSet, readonly string[]>();

  constructor(plan: Plan, language: Language) {
    this.#plan = plan;
    this.#wording = { language };
    this.#head = opened(headOf(plan));
    this.#lines = plan.allowances.map((allowance) => ({
      start: `${opened(lineStartOf(plan, allowance, this.#wording))},"amount":"`,
      end: `],${JSON.stringify(lineEndOf(allowance, this.#wording)).slice(1)}`,
    }));
    this.#assumables = assumablesOf(plan).map((one) => {
      return [one, JSON.stringify({ fact: one.fact.id, value: decodeFact(one.fact, one.value) })];
    });
    this.#warnings = [...warningsOf(plan), ...rangeWarningsOf(plan)].map((warning) => JSON.stringify(warning)).join();
    this.#months = Array.from({ length: 12 }, (_, month) => formatMonth(january(plan.settings.year) + month));
  }

  /** @param entitlement of a teacher under the plan */
  write(teacherId: string, entitlement: Entitlement): string {
    const { items, repayments } = entitlement;
    const { personal, institution } = totalsOf(entitlement);
    let lines = '';
    let declined = '';
    let missing = '';
    for (const item of items) {
      if (item.stretches !== null) lines += comma(lines) + this.#line(item);
      if (item.declined !== null) declined += comma(declined) + declinedText(item.allowance.id, item.declined);
      for (const lack of item.missing) missing += comma(missing) + missingText(item.allowance.id, lack);
    }
    let assumed = '';
    for (const [assumable, text] of this.#assumables) if (isAssumed(assumable, entitlement)) assumed += comma(assumed) + text;
    let warnings = this.#warnings;
    for (const note of notesOf(entitlement)) warnings += comma(warnings) + JSON.stringify(note);
    const owed = repayments.length === 0 ? '[]' : JSON.stringify(repaymentsOf(this.#plan, repayments, this.#wording));
    return (
      `${this.#head},"teacherId":${JSON.stringify(teacherId)},"personalTotal":"${formatFen(personal)}",` +
      `"institutionTotal":"${formatFen(institution)}","complete":${missing === ''},"lines":[${lines}],"declined":[${declined}],` +
      `"missing":[${missing}],"repayments":${owed},"assumed":[${assumed}],"warnings":[${warnings}]}`
    );
  }

  #line(item: Item): string {
    const { start, end } = this.#lines[item.allowance.index] as LineFrame;
    let segments = '';
    for (const segment of segmentsOf(this.#plan, item)) segments += comma(segments) + this.#segment(segment);
    return `${start}${formatFen(item.amountFen)}","byMonth":${this.#monthsOf(item)},"segments":[${segments}${end}`;
  }

  #monthsOf(item: Item): string {
    const [only, another] = item.stretches ?? [];
    if (only && !another) return only.rateFen === 0 ? '[]' : this.#around(only.paid).join(formatFen(only.rateFen));
    let months = '';
    for (const [month, fen] of monthsOf(item).entries()) {
      if (fen !== 0) months += `${comma(months)}{"month":"${this.#months[month]}","amount":"${formatFen(fen)}"}`;
    }
    return `[${months}]`;
  }

  /** What stands around an amount that is the same in some months. */
  #around(paid: MonthSet): readonly string[] {
    let around = this.#byMonth.get(paid);
    if (!around) {
      const text = listMonths(paid).map((month) => `{"month":"${this.#months[month]}","amount":"\n"}`);
      around = `[${text.join()}]`.split('\n');
      this.#byMonth.set(paid, around);
    }
    return around;
  }

  #segment({ from, to, months, rateFen, uncappedFen, facts }: Segment): string {
    const uncapped = uncappedFen === undefined ? '' : `,"uncapped":"${formatFen(uncappedFen)}"`;
    let texts = '';
    for (const [fact, value] of facts) texts += `${comma(texts)}"${fact.id}":${jsonOf(decodeFact(fact, value))}`;
    return (
      `{"from":"${this.#months[from]}","to":"${this.#months[to]}","months":${months},"rate":"${formatFen(rateFen)}"${uncapped},` +
      `"facts":{${texts}}}`
    );
  }
}

/** An object as JSON without its closing brace: more follows. */
function opened(object: object): string {
  return JSON.stringify(object).slice(0, -1);
}

/** What stands before the next entry of a list. */
function comma(list: string): string {
  return list === '' ? '' : ',';
}

/** Ids of allowances and facts need no escape. */
function declinedText(allowance: string, declined: Declined): string {
  const start = `{"allowance":"${allowance}","code":"${declined.code}"`;
  if (declined.code === 'outranked') return `${start},"by":"${declined.by}"}`;
  return declined.code === 'not-employed' || declined.fact === null ? `${start}}` : `${start},"fact":"${declined.fact}"}`;
}

/** A key of a parameter may need one: the columns of a table are named as they come. */
function missingText(allowance: string, lack: Lack): string {
  const what = lack.code === 'fact' ? `"fact":"${lack.fact}"` : `"parameter":${JSON.stringify(lack.parameter)}`;
  return `{"allowance":"${allowance}","code":"${lack.code}",${what}}`;
}

function jsonOf(value: string | number | boolean | null): string {
  return typeof value === 'string' ? JSON.stringify(value) : String(value);
}
