import type { ArrearsEntry, ArrearsResult } from '../../contract/arrears-result.ts';
import type { Listing } from '../../contract/listing.ts';
import { formatFen } from '../../money/fen.ts';
import type { ArrearsPeople, ArrearsPeopleQuery, ArrearsPerson, ArrearsSums, Side, WhichPeople } from '../arrears.ts';
import { searchTerm, searchText } from './search.ts';

/** The people of arrears, to be listed and searched as often as somebody wants to see them. */
export class ArrearsRun {
  readonly number: number;
  readonly #people: ArrearsPerson[] = [];
  readonly #texts: string[] = [];

  constructor(number: number) {
    this.number = number;
  }

  /** Takes in the result of the next teacher. */
  add(entry: ArrearsEntry, record: unknown): void {
    const { name } = Object(record) as Record<string, unknown>;
    this.#people.push({ ...entry, name: typeof name === 'string' ? name : null });
    this.#texts.push(searchText({ id: entry.teacherId ?? '', name }));
  }

  /** The sums of all. */
  close({ head, summary }: Pick<Listing<ArrearsResult>, 'head' | 'summary'>): ArrearsSums {
    const differences = this.#people.map(differenceOf);
    return {
      run: this.number,
      result: { ...head, summary: summary() },
      owed: sideOf(differences.filter((fen) => fen > 0n)),
      overpaid: sideOf(differences.filter((fen) => fen < 0n).map((fen) => -fen)),
    };
  }

  /** The lines of a list. */
  list({ which, search, offset, limit }: ArrearsPeopleQuery): ArrearsPeople {
    const term = searchTerm(search);
    const rows = this.#people.filter((person, index) => isMeant(person, which) && this.#texts[index]?.includes(term));
    return { rows: rows.slice(offset, offset + limit), total: rows.length };
  }
}

function sideOf(differences: readonly bigint[]): Side {
  return { people: differences.length, amount: formatFen(differences.reduce((sum, fen) => sum + fen, 0n)) };
}

function differenceOf(person: ArrearsPerson): bigint {
  return person.status === 'ok' ? BigInt(person.difference.replace('.', '')) : 0n;
}

function isMeant(person: ArrearsPerson, which: WhichPeople): boolean {
  if (which === 'all') return true;
  if (which === 'incomplete') return person.status === 'error' || !person.complete;
  return (
    person.status === 'ok' &&
    person.lines.some(({ byMonth }) => byMonth.some(({ difference }) => difference !== null && /[1-9]/.test(difference)))
  );
}
