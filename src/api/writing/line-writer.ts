import { formatMonth, january } from '../../calendar/month.ts';
import { lineEndOf, lineStartOf, wirePaidOut } from '../../contract/teacher/entitlement.ts';
import { wireItems } from '../../contract/teacher/items.ts';
import type { Wording } from '../../contract/wire/wording.ts';
import { monthsOf, type Segment, segmentsOf } from '../../engine/explain.ts';
import type { Item } from '../../engine/item.ts';
import type { CompiledAllowance, Plan } from '../../engine/plan.ts';
import { decodeFact } from '../../facts/value.ts';
import { formatFen } from '../../money/fen.ts';
import { piece } from './json-bytes.ts';
import { LineMemory } from './line-memory.ts';

/** Writes the line items of one allowance in results for single teachers. */
export class LineWriter {
  readonly #plan: Plan;
  readonly #memory: LineMemory;
  /** The parts before the amount and after the segments, which are the same for every teacher. */
  readonly #start: string;
  readonly #end: string;
  /** The twelve months of the year. */
  readonly #months: readonly string[];

  constructor(plan: Plan, allowance: CompiledAllowance, wording: Pick<Wording, 'language'>) {
    this.#plan = plan;
    this.#memory = new LineMemory(plan, allowance);
    this.#start = `${JSON.stringify(lineStartOf(plan, allowance, wording)).slice(0, -1)},"amount":"`;
    this.#end = `],${JSON.stringify(lineEndOf(allowance, wording)).slice(1)}`;
    this.#months = Array.from({ length: 12 }, (_, month) => formatMonth(january(plan.settings.year) + month));
  }

  /** @param item the item of the allowance, which has a line */
  write(item: Item): Uint8Array {
    const key = this.#memory.keyOf(item);
    if (key === null) return this.#write(item);
    let line = this.#memory.recall(key);
    if (line === undefined) {
      line = this.#write(item);
      this.#memory.keep(key, line);
    }
    return line;
  }

  #write(item: Item): Uint8Array {
    const months: string[] = [];
    for (const [month, fen] of monthsOf(item).entries()) {
      if (fen !== 0) months.push(`{"month":"${this.#months[month]}","amount":"${formatFen(fen)}"}`);
    }
    const segments = segmentsOf(this.#plan, item).map((segment) => this.#segment(segment));
    const { paidOut } = wirePaidOut(this.#plan, item);
    const cash = paidOut ? `,"paidOut":${JSON.stringify(paidOut)}` : '';
    return piece(
      `${this.#start}${formatFen(item.amountFen)}","byMonth":[${months.join()}]${cash},"segments":[${segments.join()}${this.#end}`,
    );
  }

  /** Ids of facts need no escape. */
  #segment({ from, to, months, rateFen, uncappedFen, items, facts }: Segment): string {
    const texts = facts.map(([fact, value]) => `"${fact.id}":${JSON.stringify(decodeFact(fact, value))}`);
    const uncapped = uncappedFen === undefined ? '' : `,"uncapped":"${formatFen(uncappedFen)}"`;
    const others = items.length === 0 ? '' : `,"items":${JSON.stringify(wireItems(items))}`;
    return (
      `{"from":"${this.#months[from]}","to":"${this.#months[to]}","months":${months},"rate":"${formatFen(rateFen)}"${uncapped}${others},` +
      `"facts":{${texts.join()}}}`
    );
  }
}
