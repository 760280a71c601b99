import { ALL_MONTHS } from '../../calendar/month-set.ts';
import { wireUnpaid, wouldBe } from '../../contract/teacher/entitlement.ts';
import { repaymentsOf } from '../../contract/teacher/repayments.ts';
import { headOf } from '../../contract/wire/head.ts';
import { wireMonthsOf, wireUnder } from '../../contract/wire/missing.ts';
import { notInForceOf } from '../../contract/wire/not-in-force.ts';
import type { Language, Wording } from '../../contract/wire/wording.ts';
import { entitle } from '../../engine/entitle.ts';
import { type Assumable, assumablesOf, isAssumed } from '../../engine/explain.ts';
import { type Declined, type Entitlement, isComplete, type MissingInMonths } from '../../engine/item.ts';
import type { CompiledAllowance, Plan } from '../../engine/plan.ts';
import { totalsOf } from '../../engine/totals.ts';
import { unusedOf } from '../../engine/unused.ts';
import { notesOf, rangeWarningsOf, warningsOf } from '../../engine/warnings.ts';
import type { Teacher } from '../../facts/teacher.ts';
import { decodeFact } from '../../facts/value.ts';
import { formatFen } from '../../money/fen.ts';
import { type MissingInput, subjectOf } from '../../words/grammar/word.ts';
import { JsonBytes, piece } from './json-bytes.ts';
import { LineWriter } from './line-writer.ts';

const WRITERS = new WeakMap<Plan, Partial<Record<Language, EntitlementWriter>>>();

/**
 * Computes and explains one teacher's entitlements, as JSON.
 *
 * @returns the UTF-8 bytes of `JSON.stringify(explainTeacher(…))`; the next result under the plan overwrites them
 * @throws AmountTooLargeError if an amount is too large to be exact
 */
export function writeEntitlement(
  plan: Plan,
  id: string,
  teacher: Teacher,
  { language }: Pick<Wording, 'language'>,
): Uint8Array<ArrayBuffer> {
  let writers = WRITERS.get(plan);
  if (!writers) {
    writers = {};
    WRITERS.set(plan, writers);
  }
  writers[language] ??= new EntitlementWriter(plan, language);
  return writers[language].write(id, teacher, entitle(plan, teacher));
}

const PERSONAL = piece(',"personalTotal":"');
const INSTITUTION = piece('","institutionTotal":"');
const COMPLETE = piece('","complete":true,"lines":[');
const INCOMPLETE = piece('","complete":false,"lines":[');
const DECLINED = piece('],"declined":[');
const MISSING = piece('],"missing":[');
const UNPAID = piece('],"unpaid":');
const NO_REPAYMENTS = piece(',"repayments":[]');
const ASSUMED = piece(',"assumed":[');
const UNUSED = piece('],"unused":');
const NO_UNUSED = piece('[]');
const WARNINGS = piece(',"warnings":[');
const WARNINGS_END = piece(']');
const END = piece('}');
const COMMA = piece(',');

/** The prepared pieces of one allowance. */
interface AllowanceWriter {
  readonly line: LineWriter;
  /** Pieces for declining it by a certain fact, or for a missing fact or parameter, cached once written. */
  readonly declined: Map<string, Uint8Array>;
  readonly missing: Record<MissingInput['code'], Map<string, Uint8Array>>;
}

/** Writes results under a plan in one language. Most of a result does not depend on the teacher and is written once. */
class EntitlementWriter {
  readonly #plan: Plan;
  readonly #wording: Pick<Wording, 'language'>;
  readonly #head: Uint8Array;
  /** By index of the allowance in the plan. */
  readonly #allowances: readonly AllowanceWriter[];
  readonly #assumables: readonly (readonly [assumable: Assumable, written: Uint8Array])[];
  readonly #warnings: Uint8Array;
  readonly #json = new JsonBytes();

  constructor(plan: Plan, language: Language) {
    this.#plan = plan;
    this.#wording = { language };
    this.#head = piece(`${JSON.stringify(headOf(plan)).slice(0, -1)},"teacherId":`);
    this.#allowances = plan.allowances.map((allowance) => ({
      line: new LineWriter(plan, allowance, this.#wording),
      declined: new Map(),
      missing: {
        fact: new Map(),
        'no-figure': new Map(),
        'outside-employment': new Map(),
        'open-period': new Map(),
        reading: new Map(),
      },
    }));
    this.#assumables = assumablesOf(plan).map((one) => {
      return [one, piece(JSON.stringify({ fact: one.fact.id, value: decodeFact(one.fact, one.value) }))];
    });
    this.#warnings = piece([...warningsOf(plan), ...rangeWarningsOf(plan)].map((warning) => JSON.stringify(warning)).join());
  }

  /** @param entitlement of the teacher under the plan */
  write(teacherId: string, teacher: Teacher, entitlement: Entitlement): Uint8Array<ArrayBuffer> {
    const json = this.#json;
    const { personal, institution } = totalsOf(entitlement);
    // Nothing of a result that failed halfway may go into the next one.
    json.clear();
    json.add(this.#head);
    json.text(teacherId);
    json.add(PERSONAL);
    this.#writeSum(personal);
    json.add(INSTITUTION);
    this.#writeSum(institution);
    this.#writeItems(entitlement);
    json.add(UNPAID);
    json.add(piece(JSON.stringify(wireUnpaid(this.#plan, teacher, ALL_MONTHS))));
    if (entitlement.claims.length === 0) json.add(NO_REPAYMENTS);
    else json.add(piece(`,${JSON.stringify(repaymentsOf(this.#plan, entitlement.claims, this.#wording)).slice(1, -1)}`));
    json.add(ASSUMED);
    let count = 0;
    for (const [assumable, written] of this.#assumables) if (isAssumed(assumable, entitlement, this.#plan)) this.#add(written, count++);
    json.add(UNUSED);
    const unused = unusedOf(this.#plan, teacher);
    json.add(unused.length === 0 ? NO_UNUSED : piece(JSON.stringify(unused.map(({ id }) => id))));
    json.add(WARNINGS);
    json.add(this.#warnings);
    count = this.#warnings.length;
    for (const note of notesOf(this.#plan, entitlement)) this.#add(piece(JSON.stringify(note)), count++);
    json.add(WARNINGS_END);
    this.#writeNotInForce(teacher);
    json.add(END);
    return json.take();
  }

  #writeNotInForce(teacher: Teacher): void {
    const { notInForce } = notInForceOf(this.#plan, wouldBe(this.#plan, teacher));
    if (notInForce) this.#json.add(piece(`,"notInForce":${JSON.stringify(notInForce)}`));
  }

  #writeItems(entitlement: Entitlement): void {
    const json = this.#json;
    const { items } = entitlement;
    json.add(isComplete(entitlement) ? COMPLETE : INCOMPLETE);
    let count = 0;
    for (const item of items) if (item.paidStretches !== null) this.#add(this.#writerOf(item.allowance).line.write(item), count++);
    json.add(DECLINED);
    count = 0;
    for (const { allowance, declined } of items) if (declined !== null) this.#add(this.#declined(allowance, declined), count++);
    json.add(MISSING);
    count = 0;
    for (const { allowance, missing } of items) for (const one of missing) this.#add(this.#missing(allowance, one), count++);
  }

  #writeSum(fen: bigint): void {
    if (fen <= Number.MAX_SAFE_INTEGER) this.#json.fen(Number(fen));
    else this.#json.add(piece(formatFen(fen)));
  }

  /** Adds an entry to a list. @param before the number of entries so far */
  #add(entry: Uint8Array, before: number): void {
    if (before > 0) this.#json.add(COMMA);
    this.#json.add(entry);
  }

  #declined(allowance: CompiledAllowance, declined: Declined): Uint8Array {
    if (declined.code !== 'not-eligible') return piece(JSON.stringify({ allowance: allowance.id, ...declined }));
    const { code, fact } = declined;
    return recall(this.#writerOf(allowance).declined, fact ?? '', () => ({
      allowance: allowance.id,
      code,
      ...(fact !== null && { fact }),
    }));
  }

  #missing(allowance: CompiledAllowance, one: MissingInMonths): Uint8Array {
    const { input, months, earlier, under } = one;
    const entry = () => ({ allowance: allowance.id, ...input, months: wireMonthsOf(this.#plan.settings.year, one), ...wireUnder(one) });
    if (earlier || under) return piece(JSON.stringify(entry()));
    return recall(this.#writerOf(allowance).missing[input.code], `${subjectOf(input)} ${months}`, entry);
  }

  /** The pieces of an allowance of the plan. */
  #writerOf(allowance: CompiledAllowance): AllowanceWriter {
    return this.#allowances[allowance.index] as AllowanceWriter;
  }
}

/** The JSON stored under a name, written when it is first needed. */
function recall(known: Map<string, Uint8Array>, name: string, entry: () => object): Uint8Array {
  let written = known.get(name);
  if (written === undefined) {
    written = piece(JSON.stringify(entry()));
    known.set(name, written);
  }
  return written;
}
