import type { Batch } from '../contract/batch.ts';
import { grantedBy } from '../contract/entitlement.ts';
import { Columns } from '../engine/columns/columns.ts';
import { PersonAmounts } from '../engine/columns/person-amounts.ts';
import { factOf } from '../facts/dictionary.ts';
import { TeacherReader } from '../facts/teacher-reader.ts';
import { JsonBytes, piece } from './json-bytes.ts';

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

/** Sums of a person up to here are exact, and added exactly. */
const MOST_SUM = 2 ** 52;

/** The entries of a batch as bytes, for teachers about whom nothing has to be explained: straight from what was read to JSON, by the tables of a plan. */
export class EntryWriter {
  readonly #batch: Batch;
  readonly #amounts: PersonAmounts;
  readonly #reader: TeacherReader;
  readonly #id: number;
  readonly #columns: Columns;
  readonly #toTeacher: readonly boolean[];
  /** By allowance: what stands before the amount of a line, the first or another. */
  readonly #firstLine: readonly Uint8Array[];
  readonly #nextLine: readonly Uint8Array[];
  readonly #lacks: readonly Uint8Array[];
  readonly #json = new JsonBytes();
  #isRead = false;

  /** @returns `null` where the plan of a batch has more to it than tables hold */
  static of(batch: Batch): EntryWriter | null {
    const amounts = PersonAmounts.of(batch.plan);
    return amounts && new EntryWriter(batch, amounts);
  }

  private constructor(batch: Batch, amounts: PersonAmounts) {
    const { plan } = batch;
    const { policy, settings, allowances } = plan;
    this.#batch = batch;
    this.#amounts = amounts;
    this.#id = factOf(policy.dictionary, 'id').index;
    this.#columns = new Columns(amounts.layout, settings.year, plan.versions[0].places, 16);
    this.#reader = new TeacherReader(policy.dictionary, policy.document.requires, this.#columns.packing);
    this.#toTeacher = allowances.map(({ node }) => node.payee === 'teacher');
    const lines = allowances.map((allowance) => {
      const line = { allowance: allowance.id, ...grantedBy(plan, allowance), payee: allowance.node.payee, amount: '' };
      return JSON.stringify(line).slice(0, -'"}'.length);
    });
    this.#firstLine = lines.map((line) => piece(line));
    this.#nextLine = lines.map((line) => piece(`"},${line}`));
    this.#lacks = amounts.lacks.map(({ allowance, lack }) => piece(JSON.stringify({ allowance, ...lack })));
  }

  /** Takes a teacher in hand. @returns the id; `null` where the schema has to look at the record */
  read(record: unknown): string | null {
    this.#isRead = this.#reader.read(record);
    return this.#isRead ? (this.#reader.texts[this.#id] as string) : null;
  }

  /** Counts the teacher in hand and writes the entry. @returns its JSON, good until the next; `null` where there is none, or the engine has to look at it */
  write(): Uint8Array | null {
    if (!this.#isRead) return null;
    const id = this.#reader.texts[this.#id] as string;
    this.#columns.clear();
    this.#columns.add(this.#reader);
    if (!this.#amounts.read(this.#columns)) return null;
    const { amountFen, missing } = this.#amounts;
    let personalFen = 0;
    let institutionFen = 0;
    let lacks = 0;
    for (let at = 0; at < amountFen.length; at++) {
      if (this.#toTeacher[at]) personalFen += amountFen[at] as number;
      else institutionFen += amountFen[at] as number;
      lacks |= missing[at] as number;
    }
    if (personalFen > MOST_SUM || institutionFen > MOST_SUM) return null;
    const json = this.#json;
    json.clear();
    json.add(HEAD);
    json.integer(this.#batch.count(personalFen, institutionFen, amountFen, lacks === 0));
    json.add(ID);
    json.text(id);
    json.add(PERSONAL);
    json.fen(personalFen);
    json.add(INSTITUTION);
    json.fen(institutionFen);
    json.add(lacks === 0 ? COMPLETE : INCOMPLETE);
    this.#writeLines();
    if (lacks !== 0) this.#writeMissing();
    json.add(END);
    return json.view;
  }

  #writeLines(): void {
    const { amountFen, isLine } = this.#amounts;
    const json = this.#json;
    let lines = this.#firstLine;
    for (let at = 0; at < isLine.length; at++) {
      if (isLine[at] === 0) continue;
      json.add(lines[at] as Uint8Array);
      json.fen(amountFen[at] as number);
      lines = this.#nextLine;
    }
    json.add(lines === this.#nextLine ? LINES_END : NO_LINES);
  }

  #writeMissing(): void {
    const { missing } = this.#amounts;
    const json = this.#json;
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
