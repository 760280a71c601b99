import { NO_MONTHS } from '../../calendar/month-set.ts';
import type { Batch } from '../../contract/batch/batch.ts';
import { grantedBy } from '../../contract/teacher/entitlement.ts';
import { employmentReader } from '../../engine/columns/apart.ts';
import { Columns } from '../../engine/columns/columns.ts';
import { PersonAmounts } from '../../engine/columns/person-amounts.ts';
import type { Plan } from '../../engine/plan.ts';
import type { CodedTeacher } from '../../facts/coded-teacher.ts';
import { factOf } from '../../facts/dictionary.ts';
import { NOT_PLAIN } from '../../facts/plain-json.ts';
import { TeacherReader } from '../../facts/teacher-reader.ts';
import { TeacherScanner } from '../../facts/teacher-scanner.ts';
import { type JsonBytes, piece } from './json-bytes.ts';

const HEAD = piece('{"index":');
const ID = piece(',"teacherId":');
const PERSONAL = piece(',"status":"ok","personalTotal":"');
const INSTITUTION = piece('","institutionTotal":"');
const COMPLETE = piece('","complete":true,"lines":[');
const INCOMPLETE = piece('","complete":false,"lines":[');
const COMMA = piece(',');
const LINES_END = piece('"}],"missing":[');
const NO_LINES = piece('],"missing":[');
const END = piece(']}');

/** Up to this limit, the sums of a person are exact and can be added exactly. */
const MOST_SUM = 2 ** 52;

const WRITERS = new WeakMap<Plan, EntryWriter | null>();

/**
 * Writes the entries of batches under a plan as bytes, for teachers who need no explanation: straight from the input to JSON, by tables. It
 * keeps only the current teacher, so it can serve any number of batches, entry by entry.
 */
export class EntryWriter {
  readonly #amounts: PersonAmounts;
  readonly #reader: TeacherReader;
  readonly #scanner: TeacherScanner;
  /** The index of the id among the facts. */
  readonly #idAt: number;
  readonly #columns: Columns;
  /** Whether dates of employment contradict one another, which has to be reported. */
  readonly #isOverruled: (teacher: CodedTeacher) => boolean;
  readonly #toTeacher: readonly boolean[];
  /** By allowance: what precedes the amount, on the first line or a later one. */
  readonly #firstLine: readonly Uint8Array[];
  readonly #nextLine: readonly Uint8Array[];
  readonly #lacks: readonly Uint8Array[];
  #inHand: CodedTeacher | null = null;

  /** The writer of a plan. @returns `null` if tables cannot hold the plan */
  static of(plan: Plan): EntryWriter | null {
    let writer = WRITERS.get(plan);
    if (writer === undefined) {
      const amounts = PersonAmounts.of(plan);
      writer = amounts && new EntryWriter(plan, amounts);
      WRITERS.set(plan, writer);
    }
    return writer;
  }

  /** Whether tables were already made for a plan, or found unable to hold it. */
  static isReady(plan: Plan): boolean {
    return WRITERS.has(plan);
  }

  private constructor(plan: Plan, amounts: PersonAmounts) {
    const { policy, settings, allowances } = plan;
    this.#amounts = amounts;
    this.#idAt = factOf(policy.dictionary, 'id').index;
    this.#columns = new Columns(amounts.layout, plan, 16);
    this.#reader = new TeacherReader(policy.dictionary, policy.document.requires, this.#columns.packing);
    this.#scanner = new TeacherScanner(policy.dictionary, policy.document.requires, this.#columns.packing);
    const employmentOf = employmentReader(policy.dictionary, settings.year);
    this.#isOverruled = ({ codes, texts }) => employmentOf(codes, texts).overruled !== NO_MONTHS;
    this.#toTeacher = allowances.map(({ node }) => node.payee === 'teacher');
    const lines = allowances.map((allowance) => {
      const line = { allowance: allowance.id, ...grantedBy(plan, allowance), payee: allowance.node.payee, amount: '' };
      return JSON.stringify(line).slice(0, -'"}'.length);
    });
    this.#firstLine = lines.map((line) => piece(line));
    this.#nextLine = lines.map((line) => piece(`"},${line}`));
    this.#lacks = amounts.missingInputs.map(({ allowance, input }) => piece(JSON.stringify({ allowance, ...input })));
  }

  /** Makes a teacher the current one; none, if the schema has to look at the record. */
  read(record: unknown): void {
    this.#inHand = this.#reader.read(record) ? this.#reader : null;
  }

  /**
   * Makes the teacher whose JSON begins at a position the current one.
   *
   * @returns the position after it, or `NOT_PLAIN` if it has to be parsed
   */
  scan(bytes: Uint8Array, from: number): number {
    const end = this.#scanner.scan(bytes, from);
    this.#inHand = end === NOT_PLAIN ? null : this.#scanner;
    return end;
  }

  /** The id of the current teacher; `null` if there is none. */
  get id(): string | null {
    return this.#inHand && (this.#inHand.texts[this.#idAt] as string);
  }

  /** Counts the current teacher and writes the entry. @returns `false` if there is none, or the engine has to look at the teacher */
  write(batch: Batch, json: JsonBytes): boolean {
    const teacher = this.#inHand;
    if (teacher === null) return false;
    if (!this.#columns.holds(teacher) || this.#isOverruled(teacher)) return false;
    const id = teacher.texts[this.#idAt] as string;
    batch.see(teacher);
    this.#columns.clear();
    this.#columns.add(teacher);
    if (!this.#amounts.read(this.#columns)) return false;
    const { amountFen, missing } = this.#amounts;
    let personalFen = 0;
    let institutionFen = 0;
    let lacks = 0;
    for (let at = 0; at < amountFen.length; at++) {
      if (this.#toTeacher[at]) personalFen += amountFen[at] as number;
      else institutionFen += amountFen[at] as number;
      lacks |= missing[at] as number;
    }
    if (personalFen > MOST_SUM || institutionFen > MOST_SUM) return false;
    json.add(HEAD);
    json.integer(batch.count(personalFen, institutionFen, amountFen, lacks === 0));
    json.add(ID);
    json.text(id);
    json.add(PERSONAL);
    json.fen(personalFen);
    json.add(INSTITUTION);
    json.fen(institutionFen);
    json.add(lacks === 0 ? COMPLETE : INCOMPLETE);
    this.#writeLines(json);
    if (lacks !== 0) this.#writeMissing(json);
    json.add(END);
    return true;
  }

  #writeLines(json: JsonBytes): void {
    const { amountFen, isLine } = this.#amounts;
    let lines = this.#firstLine;
    for (let at = 0; at < isLine.length; at++) {
      if (isLine[at] === 0) continue;
      json.add(lines[at] as Uint8Array);
      json.fen(amountFen[at] as number);
      lines = this.#nextLine;
    }
    json.add(lines === this.#nextLine ? LINES_END : NO_LINES);
  }

  #writeMissing(json: JsonBytes): void {
    const { missing } = this.#amounts;
    let isFirst = true;
    for (let at = 0; at < missing.length; at++) {
      const lack = missing[at] as number;
      if (lack === 0) continue;
      if (!isFirst) json.add(COMMA);
      isFirst = false;
      json.add(this.#lacks[31 - Math.clz32(lack)] as Uint8Array);
    }
  }
}
