import { isDate, monthOfDate, parseMonth } from '../../src/calendar/month.ts';
import { MOST_CHANGES, NOT_GIVEN } from '../../src/facts/coded-teacher.ts';
import type { Dictionary, Fact } from '../../src/facts/dictionary.ts';
import { isLongerThan, textFault } from '../../src/facts/text.ts';
import { boundsOf } from '../../src/facts/value.ts';
import { parseDecimal } from '../../src/money/decimal.ts';
import { parseYuan } from '../../src/money/fen.ts';

/** Checks the facts of one record and writes their codes. @returns whether all are valid */
type Check = (record: unknown, to: Written) => boolean;

/** What is written of a record. */
interface Written {
  readonly codes: Float64Array;
  readonly texts: (string | null)[];
  from: number | null;
  changes: unknown;
}

/**
 * Checks teachers as `TeacherReader` does, by code that is written out for the facts of one dictionary: every name and every value of a list stands
 * in it as a constant. It packs and computes nothing. What it takes is what checking takes where nothing about it is general.
 */
export class WrittenOut {
  readonly #size: number;
  readonly #required: readonly number[];
  readonly #between: readonly [from: number, to: number];
  readonly #check: Check;
  readonly #checkChange: Check;
  readonly #base: Written;
  readonly #changes: Written[] = [];

  /** @param required ids of the facts that must be given, besides `id` */
  constructor({ facts, byId }: Dictionary, required: readonly string[]) {
    const indexOf = (id: string) => (byId.get(id) as Fact).index;
    this.#size = facts.length;
    this.#required = ['id', ...required].map(indexOf);
    this.#between = [indexOf('employedFrom'), indexOf('employedTo')];
    this.#check = written(facts, 'changes', 'to.changes = v;', false);
    const from = "if (typeof v !== 'string') return false; to.from = parseMonth(v); if (to.from === null) return false;";
    const monthly = facts.filter((fact) => fact.monthly);
    this.#checkChange = written(monthly, 'from', from, true);
    this.#base = this.#room();
  }

  /** By fact: the code of the teacher that was read last. */
  get codes(): Float64Array {
    return this.#base.codes;
  }

  /** @returns whether the record is a valid teacher */
  read(record: unknown): boolean {
    const { codes } = this.#base;
    codes.fill(NOT_GIVEN);
    this.#base.changes = null;
    if (!this.#check(record, this.#base)) return false;
    for (let at = 0; at < this.#required.length; at++) if (codes[this.#required[at] as number] === NOT_GIVEN) return false;
    const [from, to] = this.#between;
    if (codes[to] !== NOT_GIVEN && (codes[to] as number) < (codes[from] as number)) return false;
    const { changes } = this.#base;
    return changes === null || changes === undefined || this.#readChanges(changes);
  }

  #readChanges(changes: unknown): boolean {
    if (!Array.isArray(changes) || changes.length > MOST_CHANGES) return false;
    let areApart = true;
    for (let at = 0; at < changes.length; at++) {
      let change = this.#changes[at];
      if (change === undefined) {
        change = this.#room();
        this.#changes.push(change);
      }
      change.from = null;
      if (!this.#checkChange(changes[at], change) || change.from === null) return false;
      for (let before = 0; before < at; before++) if (this.#changes[before]?.from === change.from) areApart = false;
    }
    return areApart;
  }

  #room(): Written {
    const texts: (string | null)[] = Array.from({ length: this.#size }, () => null);
    return { codes: new Float64Array(this.#size), texts, from: null, changes: null };
  }
}

/** Code for some facts and one other key. @param keepsNull whether a null is written, as in a change */
function written(facts: readonly Fact[], otherKey: string, other: string, keepsNull: boolean): Check {
  const byLength = new Map<number, string[]>([[otherKey.length, [`if (key === '${otherKey}') { ${other} break; }`]]]);
  for (const fact of facts) {
    const unknown = keepsNull ? `if (v === null) to.codes[${fact.index}] = ${NOT_GIVEN};` : '';
    const one = `if (key === '${fact.id}') { if (v === null || v === undefined) { ${unknown} break; } ${checkOf(fact)} break; }`;
    byLength.set(fact.id.length, [one, ...(byLength.get(fact.id.length) ?? [])]);
  }
  const cases = [...byLength].map(([length, ones]) => `case ${length}: ${ones.join('\n')} return false;`);
  const body = `
    if (typeof record !== 'object' || record === null) return false;
    for (const key in record) {
      const v = record[key];
      switch (key.length) {
        ${cases.join('\n')}
        default: return false;
      }
    }
    return true;`;
  const used = { isDate, isLongerThan, monthOfDate, parseDecimal, parseMonth, parseYuan, textFault };
  return new Function(...Object.keys(used), `return (record, to) => {${body}};`)(...Object.values(used));
}

function checkOf(fact: Fact): string {
  const set = (code: string | number) => `to.codes[${fact.index}] = ${code};`;
  const text = `if (typeof v !== 'string') return false;`;
  const parsed = (parse: string) => `${text} { const code = ${parse}(v); if (code === null) return false; ${set('code')} }`;
  switch (fact.type) {
    case 'enum': {
      const cases = Object.keys(fact.values).map((value, code) => `case '${value}': ${set(code)} break;`);
      return `switch (v) { ${cases.join(' ')} default: return false; }`;
    }
    case 'boolean':
      return `if (v === true) ${set(1)} else if (v === false) ${set(0)} else return false;`;
    case 'text':
      return `${text} if (isLongerThan(v, ${fact.maxLength}) || textFault(v) !== null) return false; ${set(0)} to.texts[${fact.index}] = v;`;
    case 'money':
      return parsed('parseYuan');
    case 'month':
      return parsed('parseMonth');
    case 'decimal': {
      const [least, most] = boundsOf(fact);
      return `${text} { const code = parseDecimal(v); if (code === null || code < ${least} || code > ${most}) return false; ${set('code')} }`;
    }
    case 'integer':
      return `if (!Number.isInteger(v) || v < ${fact.minimum} || v > ${fact.maximum}) return false; ${set('v')}`;
    default:
      return `${text} if (!isDate(v)) return false; ${set('monthOfDate(v)')} to.texts[${fact.index}] = v;`;
  }
}
