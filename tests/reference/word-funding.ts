/** What each source of funds bears under any policy document, in exact decimals of yuan, written from docs/rule-language.md. */

import type { Decimal } from 'decimal.js';
import { isInForce } from './employment.ts';
import { monthsOf } from './facts.ts';
import { Exact, exact } from './figures.ts';
import type { ReferenceRun } from './policy.ts';
import { waysToChoose } from './word-asking.ts';
import { type Given, type MonthRow, monthRows } from './word-facts.ts';
import { type Document, figureAt } from './words.ts';

export interface SourceNode {
  readonly share?: string;
  readonly by?: readonly string[];
  readonly upTo?: { readonly parameter: string; readonly by?: readonly string[]; readonly spread?: string };
  readonly split?: readonly SourceNode[];
}

/** What one source bears; `null` is not known. */
export interface ReferenceSource {
  readonly parameter?: string;
  readonly share?: string | null;
  readonly varies?: true;
  readonly standard?: string;
  readonly amount: string | null;
  readonly sources?: readonly ReferenceSource[];
}

export interface ReferenceFunding {
  readonly funding: readonly { readonly allowance: string; readonly sources: readonly ReferenceSource[] }[];
  readonly missing: readonly { readonly allowance: string; readonly fact: string; readonly headcount: number }[];
  /** The allowances of which some shares do not come to 100%. */
  readonly unfit: readonly string[];
}

interface Paid {
  readonly count: number;
  readonly facts: Given;
  readonly result: {
    readonly lines: readonly {
      readonly allowance: string;
      readonly byMonth: readonly { readonly month: string; readonly amount: string }[];
    }[];
  };
}

/** A person's money of one month: what of it is known to reach a level. */
interface Portion {
  readonly person: number;
  readonly count: number;
  readonly row: MonthRow;
  readonly yuan: Decimal;
}

const sum = (amounts: readonly Decimal[]): Decimal => amounts.reduce((total, one) => total.plus(one), exact('0'));

/** Months as far as they are alike in every way to choose. */
function alike([first = [], ...others]: readonly (readonly MonthRow[])[]): MonthRow[] {
  return first.map((row, at) => {
    const isOpen = (fact: string) => others.some((rows) => rows[at]?.facts[fact] !== row.facts[fact]);
    const open = Object.keys(row.facts).filter(isOpen);
    return {
      ...row,
      facts: { ...row.facts, ...Object.fromEntries(open.map((fact) => [fact, null])) },
      behind: { ...row.behind, ...Object.fromEntries(open.map((fact) => [fact, [fact]])) },
    };
  });
}

/** What the sources of each allowance bear of what some people are paid. */
export function fundingOf(document: Document, run: ReferenceRun, people: readonly Paid[]): ReferenceFunding {
  const { year, places, readings } = run;
  // Of readings that are not chosen, a derived fact is what it is whatever is chosen.
  const rows = people.map(({ facts }) =>
    alike(waysToChoose(document, readings).map((way) => monthRows(document, year, facts, places, way))),
  );
  const inForce = monthsOf(year).filter((month) => run.asIfInForce || isInForce(month, document.effectiveFrom, document.effectiveTo));
  const missing = new Map<string, Set<number>>();
  const unfit: string[] = [];
  const funding = Object.entries(document.allowances).flatMap(([allowance, { funding: nodes = [], from = '0000', to = '9999' }]) => {
    if (inForce.length === 0 || !nodes.some(({ share, upTo, split }) => share ?? upTo ?? split)) return [];
    const portions = people.flatMap(({ count, result }, person) =>
      (result.lines.find((line) => line.allowance === allowance)?.byMonth ?? []).map(({ month, amount }): Portion => {
        const own = rows[person] as MonthRow[];
        // What is paid after leaving goes by the last facts before.
        const row = own.findLast((one) => one.employed && one.month <= month) ?? (own.find((one) => one.month === month) as MonthRow);
        return { person, count, row: { ...row, month }, yuan: exact(amount) };
      }),
    );
    const lack = (fact: string, { row, person }: Portion) => {
      for (const one of row.behind[fact] ?? [fact]) {
        const name = JSON.stringify([allowance, one]);
        missing.set(name, new Set([...(missing.get(name) ?? []), person]));
      }
    };
    const cellOf = (key: string, by: readonly string[] = [], portion: Portion): string | null => {
      const values = by.map((fact) => portion.row.facts[fact]);
      for (const [at, fact] of by.entries()) if (values[at] === null) lack(fact, portion);
      return values.includes(null)
        ? null
        : figureAt({ document, parameters: run.parameters }, [key, ...values].join('/'), portion.row.month);
    };
    const spreadOf = (upTo: NonNullable<SourceNode['upTo']>, portion: Portion): Decimal | null => {
      const months = (rows[portion.person] as MonthRow[]).filter(
        ({ employed, month }) => employed && inForce.includes(month) && from <= month && month <= to,
      );
      const figures = months.map((row) => cellOf(upTo.parameter, upTo.by, { ...portion, row }));
      if (figures.includes(null)) return null;
      return sum(figures.map((one) => exact(one as string)))
        .dividedBy(12)
        .toDecimalPlaces(2);
    };

    const byStandards = (level: readonly SourceNode[], all: readonly Portion[]): ReferenceSource[] => {
      const reached = level.map((): Portion[] => []);
      const hidden = level.map(() => false);
      const spent = new Map<string, Decimal>();
      for (const portion of all) {
        let left = portion.yuan;
        for (const [at, { upTo }] of level.entries()) {
          let part = left;
          if (upTo && !left.isZero()) {
            const figure = upTo.spread ? spreadOf(upTo, portion) : cellOf(upTo.parameter, upTo.by, portion);
            if (figure === null) {
              for (let from = at; from < level.length; from++) hidden[from] = true;
              break;
            }
            const name = `${portion.person} ${at}`;
            const used = periodOf(document, upTo.parameter) === 'year' ? (spent.get(name) ?? exact('0')) : exact('0');
            part = Exact.min(left, Exact.max(0, exact(String(figure)).minus(used)));
            spent.set(name, used.plus(part));
          }
          left = left.minus(part);
          if (!part.isZero()) reached[at]?.push({ ...portion, yuan: part });
        }
      }
      return level.map((node, at) => {
        const own = reached[at] as Portion[];
        const before = unfit.length;
        const below = node.split && divided(node.split, own);
        if (hidden[at]) unfit.length = before;
        const amount = hidden[at] ? null : sum(own.map(({ yuan, count }) => yuan.times(count))).toFixed(2);
        return {
          ...(node.upTo && { standard: node.upTo.parameter }),
          amount,
          ...(below && { sources: hidden[at] ? hide(below) : below }),
        };
      });
    };

    const byShares = (level: readonly SourceNode[], all: readonly Portion[]): ReferenceSource[] => {
      const groups = new Map<string, { shares: (string | null | undefined)[]; yuan: Decimal }>();
      for (const portion of all) {
        const shares = flattened(level).map(({ share, by }) => (share === undefined ? undefined : cellOf(share, by, portion)));
        const name = JSON.stringify(shares.map((one) => (one === undefined ? 'rest' : one && exact(one))));
        const known = groups.get(name)?.yuan ?? exact('0');
        groups.set(name, { shares, yuan: known.plus(portion.yuan.times(portion.count)) });
      }
      const split = [...groups.values()].map(({ shares, yuan }) => parts(level, shares, yuan));
      const last = inForce.at(-1) as string;
      const totals = flattened(level).map((node, at): ReferenceSource => {
        const amounts = split.map((one) => one[at] ?? null);
        const seen = [...groups.values()].map(({ shares }) => shares[at]);
        const distinct = [...new Map(seen.map((one) => [one == null ? null : exact(one).toString(), one])).keys()];
        const usual = node.by || node.share === undefined ? null : figureAt({ document, parameters: run.parameters }, node.share, last);
        const share = distinct.length > 1 ? null : distinct.length === 1 ? (distinct[0] ?? null) : usual && exact(usual).toString();
        const isVaried = distinct.length > 1 || (distinct.length === 0 && node.by !== undefined);
        return {
          ...(node.share !== undefined && { parameter: node.share, share, ...(isVaried && { varies: true as const }) }),
          amount: amounts.includes(null) ? null : sum(amounts as Decimal[]).toFixed(2),
        };
      });
      return nested(level, totals);
    };

    /** Of a sum, what each source of a level and of those below it bears, each before those below it. */
    const parts = (
      level: readonly SourceNode[],
      shares: readonly (string | null | undefined)[],
      yuan: Decimal | null,
    ): (Decimal | null)[] => {
      const places = level.map((_, at) => flattened(level.slice(0, at)).length);
      const own = places.map((at) => shares[at]);
      const borne = yuan === null ? own.map(() => null) : shareOut(yuan, own);
      return level.flatMap(({ split = [] }, at) => {
        const below = shares.slice((places[at] as number) + 1, (places[at] as number) + 1 + flattened(split).length);
        return [borne[at] ?? null, ...(split.length > 0 ? parts(split, below, borne[at] ?? null) : [])];
      });
    };
    const shareOut = (yuan: Decimal, shares: readonly (string | null | undefined)[]): (Decimal | null)[] => {
      const known = sum(shares.map((share) => exact(share ?? '0')));
      const isWhole = shares.every((share) => typeof share === 'string');
      if (known.greaterThan(100) || (isWhole && !known.equals(100))) {
        if (!unfit.includes(allowance)) unfit.push(allowance);
        return shares.map(() => null);
      }
      // What is awaited may come to nothing, or to all that the others leave: what is the same either way is known.
      const [least, most] = [exact('0'), exact('100').minus(known)].map((awaited) => {
        let left = yuan;
        return shares.map((share, at) => {
          const percent = share === null ? awaited : exact(share ?? '0');
          const part = at === shares.length - 1 ? left : Exact.min(left, yuan.times(percent).dividedBy(100).toDecimalPlaces(2));
          left = left.minus(part);
          return part;
        });
      }) as [Decimal[], Decimal[]];
      return shares.map((share, at) => (share !== null && least[at]?.equals(most[at] as Decimal) ? (least[at] as Decimal) : null));
    };
    const divided = (level: readonly SourceNode[], all: readonly Portion[]) =>
      level.some(({ upTo }) => upTo) ? byStandards(level, all) : byShares(level, all);
    return [{ allowance, sources: divided(nodes, portions) }];
  });
  const counted = [...missing].map(([name, persons]) => {
    const [allowance, fact] = JSON.parse(name) as [string, string];
    return { allowance, fact, headcount: [...persons].reduce((heads, person) => heads + (people[person]?.count ?? 0), 0) };
  });
  return { funding, missing: counted, unfit };
}

const flattened = (level: readonly SourceNode[]): SourceNode[] => level.flatMap((node) => [node, ...flattened(node.split ?? [])]);

/** A flat list as the tree that it is of. */
function nested(level: readonly SourceNode[], flat: readonly ReferenceSource[]): ReferenceSource[] {
  let at = 0;
  return level.map(({ split }) => {
    const own = flat[at++] as ReferenceSource;
    const size = flattened(split ?? []).length;
    const below = flat.slice(at, at + size);
    at += size;
    return split ? { ...own, sources: nested(split, below) } : own;
  });
}

const hide = (sources: readonly ReferenceSource[]): ReferenceSource[] =>
  sources.map((source) => ({ ...source, amount: null, ...(source.sources && { sources: hide(source.sources) }) }));

function periodOf({ parameters }: Document, key: string): string | undefined {
  return parameters[key]?.period;
}
