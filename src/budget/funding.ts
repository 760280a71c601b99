import { listMonths } from '../calendar/month-set.ts';
import type { Item } from '../engine/item.ts';
import type { Plan, Version } from '../engine/plan.ts';
import type { Teacher } from '../facts/teacher.ts';
import { apportion } from '../money/apportion.ts';
import { ExactSum } from '../money/exact-sum.ts';
import type { Factor } from '../money/growth.ts';
import type { Funding, Level, Source } from '../words/funding.ts';
import { type Diagnostic, type FactRow, NOT_KNOWN } from '../words/grammar/word.ts';
import { splitShares } from './split-shares.ts';
import { PersonStandards } from './standards.ts';

/** What one source bears. */
export interface SourceFigures {
  readonly source: Source;
  /** Its share in ten-thousandths of a percent; `null` while it is undetermined, and where it has none or not one for all. */
  readonly share: number | null;
  /** Whether its share is not the same for all people and months. */
  readonly varies: boolean;
  /** `null` where it is not known. */
  readonly fen: bigint | null;
}

/** What the sources of an allowance bear. On a level of which all parts are known they come to the sum exactly. */
export interface FundingFigures {
  /** In the order of the indices of the sources. */
  readonly sources: readonly SourceFigures[];
  /** Whether the shares of some level do not come to 100%, so that it is not split. */
  readonly unfit: boolean;
  /** The facts by which a share or a standard goes, and for how many people each is missing. */
  readonly missing: readonly { readonly fact: string; readonly headcount: number }[];
}

/** The share of each source of a level and of those below it, by index, in ten-thousandths of a percent; `null` while it is not known. */
type Shares = ReadonlyMap<number, number | null>;

/** Money that is counted at one place of the funding: what is left to a source, or what a level splits by the same shares. */
interface Pool {
  /** `null` for money of which it is not known what the sources bear. */
  readonly at: Source | Level | null;
  readonly shares: Shares;
  readonly sum: ExactSum;
}

const NO_SHARES: Shares = new Map();

/**
 * Adds up what the sources of one allowance bear. Standards are of a person, so each person's months are laid under them one by one. What
 * shares split is added up first, for all months and people to whom the same shares apply, and split once.
 */
export class FundingTally {
  readonly #funding: Funding;
  readonly #version: Version;
  readonly #pools = new Map<string, Pool>();
  /** The pools of levels whose shares are the same for everybody, by month. */
  readonly #ofMonths = new Map<Level, Pool[]>();
  readonly #unknown = new Set<Source>();
  readonly #missing = new Map<string, number>();

  /** @param version that of the allowance */
  constructor(funding: Funding, version: Version) {
    this.#funding = funding;
    this.#version = version;
  }

  /** Adds what some people alike are paid. @param count how many they are */
  add(item: Item, teacher: Teacher, count: number): void {
    if (item.paidStretches === null || item.amountFen === 0) return;
    const person = new PersonStandards(this.#version, teacher, this.#version.inForce & item.allowance.window);
    for (const { fen, row, isCounted } of monthsOf(item)) this.#pour(this.#funding.level, fen, row, person, isCounted ? count : 0);
    for (const fact of person.missingFacts) this.#missing.set(fact, (this.#missing.get(fact) ?? 0) + count);
  }

  #pour(level: Level, fen: number, row: FactRow, person: PersonStandards, count: number): void {
    if (fen === 0) return;
    if (level.kind === 'shares') {
      if (count > 0) this.#sharing(level, row, person).sum.add(fen, count);
      return;
    }
    let left = fen;
    for (const [at, source] of level.sources.entries()) {
      const part = source.standard ? person.take(source, source.standard, row, left) : left;
      if (part === NOT_KNOWN) {
        if (count > 0) for (const hidden of level.sources.slice(at)) this.#unknown.add(hidden);
        this.#count(null, NO_SHARES, left, count);
        return;
      }
      left -= part;
      if (source.split) this.#pour(source.split, part, row, person, count);
      else this.#count(source, NO_SHARES, part, count);
    }
  }

  /** What a level splits by the shares of a month of a person. Where these go by month alone, they are looked up once. */
  #sharing(level: Level, row: FactRow, person: PersonStandards): Pool {
    if (isOfPersons(level)) return this.#poolOf(level, sharesOf(level, row, person.found));
    let pools = this.#ofMonths.get(level);
    if (!pools) {
      pools = [];
      this.#ofMonths.set(level, pools);
    }
    pools[row.start] ??= this.#poolOf(level, sharesOf(level, row, []));
    return pools[row.start] as Pool;
  }

  #count(at: Source | Level | null, shares: Shares, fen: number, count: number): void {
    if (fen === 0 || count === 0) return;
    this.#poolOf(at, shares).sum.add(fen, count);
  }

  #poolOf(at: Source | Level | null, shares: Shares): Pool {
    const place = at === null ? '' : 'index' in at ? at.index : `level ${at.sources[0]?.index}`;
    const name = JSON.stringify([place, ...shares]);
    let pool = this.#pools.get(name);
    if (!pool) {
      pool = { at, shares, sum: new ExactSum() };
      this.#pools.set(name, pool);
    }
    return pool;
  }

  /** The sum of what was added, in fen. */
  get sumFen(): bigint {
    return [...this.#pools.values()].reduce((sum, { sum: { value } }) => sum + value, 0n);
  }

  /** Adds what another tally of the same funding has, grown by a factor. @param totalFen what that comes to, to which the parts add up */
  addGrown(other: FundingTally, { numerator, denominator }: Factor, totalFen: bigint): void {
    const pools = [...other.#pools.values()];
    const grown = apportion(
      pools.map(({ sum }) => sum.value * numerator),
      denominator,
      totalFen,
    );
    for (const [index, { at, shares }] of pools.entries()) this.#poolOf(at, shares).sum.addExact(grown[index] as bigint);
    for (const source of other.#unknown) this.#unknown.add(source);
    for (const [fact, headcount] of other.#missing) this.#missing.set(fact, (this.#missing.get(fact) ?? 0) + headcount);
  }

  /** What each source bears so far. */
  close(): FundingFigures {
    const parts = new Map<Source, bigint | null>();
    const unfit = this.#settle(this.#funding.level, parts);
    return {
      sources: this.#funding.sources.map((source) => ({ source, ...this.#shareOf(source), fen: parts.get(source) ?? null })),
      unfit,
      missing: [...this.#missing].map(([fact, headcount]) => ({ fact, headcount })).sort((a, b) => (a.fact < b.fact ? -1 : 1)),
    };
  }

  /** Fills in what the sources of a level, and those below it, bear. @returns whether the shares of some level do not fit */
  #settle(level: Level, parts: Map<Source, bigint | null>): boolean {
    let unfit = false;
    if (level.kind === 'shares') {
      fill(level, parts, 0n);
      for (const { shares, sum } of this.#poolsAt(level)) if (divide(level, sum.value, shares, parts)) unfit = true;
      return unfit;
    }
    for (const source of level.sources) {
      if (this.#unknown.has(source)) {
        parts.set(source, null);
        if (source.split) fill(source.split, parts, null);
        continue;
      }
      if (source.split && this.#settle(source.split, parts)) unfit = true;
      parts.set(source, this.#sumIn(source));
    }
    return unfit;
  }

  #poolsAt(at: Source | Level): Pool[] {
    return [...this.#pools.values()].filter((pool) => pool.at === at);
  }

  /** What came to a source, be it to split among others; `at` of a pool stands for all of its level. */
  #sumIn(source: Source): bigint {
    const sumAt = (at: Source | Level) => this.#poolsAt(at).reduce((sum, pool) => sum + pool.sum.value, 0n);
    const { split } = source;
    if (!split) return sumAt(source);
    return split.kind === 'shares' ? sumAt(split) : split.sources.reduce((sum, one) => sum + this.#sumIn(one), 0n);
  }

  /** The share of a source: that of the people and months that were added, else the last one of the year where it does not go by person. */
  #shareOf({ index, share }: Source): Pick<SourceFigures, 'share' | 'varies'> {
    if (!share) return { share: null, varies: false };
    const found = new Set([...this.#pools.values()].flatMap(({ shares }) => (shares.has(index) ? [shares.get(index) ?? null] : [])));
    if (found.size > 1) return { share: null, varies: true };
    const [one = this.#lastShare(share.facts.length > 0 ? null : (share.parameters[0] ?? null))] = found;
    return { share: one, varies: found.size === 0 && share.facts.length > 0 };
  }

  #lastShare(parameter: string | null): number | null {
    if (parameter === null) return null;
    const months = listMonths(this.#version.inForce);
    return this.#version.figure(parameter)[months.at(-1) ?? 11] ?? null;
  }
}

/** The shares of a level, and of those below it, in a month of a person. @param found takes what is missing */
function sharesOf(level: Level, row: FactRow, found: Diagnostic[]): Shares {
  const shares = new Map<number, number | null>();
  const collect = ({ sources }: Level): void => {
    for (const { index, share, split } of sources) {
      if (share) {
        const units = share.evaluate(row, found);
        shares.set(index, units === NOT_KNOWN ? null : units);
      }
      if (split) collect(split);
    }
  };
  collect(level);
  return shares;
}

/** Whether people differ in the shares of a level or of those below it. */
function isOfPersons({ sources }: Level): boolean {
  return sources.some(({ share, split }) => (share !== null && share.facts.length > 0) || (split !== null && isOfPersons(split)));
}

/** Splits a sum among the sources of a level and those below it, and adds the parts to what they have. @returns whether some shares do not fit */
function divide(level: Level, fen: bigint, shares: Shares, parts: Map<Source, bigint | null>): boolean {
  const split = splitShares(
    fen,
    level.sources.map(({ index, share }) => (share ? (shares.get(index) ?? null) : undefined)),
  );
  let { unfit } = split;
  for (const [at, source] of level.sources.entries()) {
    const [part, before] = [split.parts[at] ?? null, parts.get(source) ?? null];
    parts.set(source, part === null || before === null ? null : before + part);
    if (!source.split) continue;
    if (part === null) fill(source.split, parts, null);
    else if (divide(source.split, part, shares, parts)) unfit = true;
  }
  return unfit;
}

function fill({ sources }: Level, parts: Map<Source, bigint | null>, fen: bigint | null): void {
  for (const source of sources) {
    parts.set(source, fen);
    if (source.split) fill(source.split, parts, fen);
  }
}

/** The paid months of an item in order, those of another version too: they use up a standard of the year, and that version counts them. */
function monthsOf({ paidStretches, elsewhere }: Item): { fen: number; row: FactRow; isCounted: boolean }[] {
  const laidOut = [
    ...(paidStretches ?? []).map((one) => ({ ...one, isCounted: true })),
    ...elsewhere.map((one) => ({ ...one, isCounted: false })),
  ];
  return laidOut
    .flatMap(({ stretch, paid, rateFen, isCounted }) =>
      listMonths(paid).map((start) => ({ fen: rateFen, row: { facts: stretch.facts, start }, isCounted })),
    )
    .sort((a, b) => a.row.start - b.row.start);
}

/** For each allowance of a plan the tally of its funding; `null` where the text does not say what the sources bear. */
export function fundingTallies({ versions }: Plan): (FundingTally | null)[] {
  return versions.flatMap((version) => version.allowances.map(({ funding }) => funding && new FundingTally(funding, version)));
}
