import { bilingual } from '../facts/dictionary.ts';
import { compileTable } from './amounts/table.ts';
import { type CompiledDerivation, throughDerived, withInputs } from './derive.ts';
import { fact, list, mapping, oneOf, optional, type Slot, table, value } from './grammar/slots.ts';
import { type Amount, type Settings, unique } from './grammar/word.ts';

/** A standard up to which a source pays: a figure or the cell of a table. With `spread`, one of a year counts by month. */
export interface StandardNode {
  readonly parameter: string;
  readonly by?: string[] | undefined;
  readonly spread?: 'months' | undefined;
}

/**
 * One source of funds: with a share of what its level has to bear, with a standard up to which it pays, or with neither. What it bears may be
 * split among further sources, which are the level below.
 */
export interface SourceNode {
  readonly zh: string;
  readonly en: string;
  readonly share?: string | undefined;
  /** The facts by which the share is a cell of a table. */
  readonly by?: string[] | undefined;
  readonly upTo?: StandardNode | undefined;
  readonly split?: SourceNode[] | undefined;
}

/** Four levels of government can share a cost: the centre, the province, the city and the county. */
const MOST_LEVELS = 4;

const by = optional(list(fact('enum')));
const standard = mapping({ parameter: table('by', { period: 'standard' }), by, spread: optional(oneOf('months')) });

function sourcesSlot(levels: number, least: number): Slot<SourceNode[]> {
  const names = { zh: value(bilingual.shape.zh), en: value(bilingual.shape.en) };
  const split = levels > 1 ? { split: optional(sourcesSlot(levels - 1, 2)) } : {};
  const forms = { share: { share: table('by', { unit: 'percent' }), by }, upTo: { upTo: standard }, rest: {} };
  return list(mapping({ ...names, ...split }, forms) as Slot, { least, mayRepeat: true }) as Slot<SourceNode[]>;
}

/** The slot of the sources of an allowance. */
export const FUNDING: Slot<SourceNode[]> = sourcesSlot(MOST_LEVELS, 1);

/** How the sources of a level divide what it has to bear; `named` where the text only names them. */
export type LevelKind = 'shares' | 'standards' | 'named';

/** How a level divides: by standards, by shares, or not at all. The checks of a policy exclude that it does both. */
export function levelKind(sources: readonly SourceNode[]): LevelKind {
  if (sources.some(({ upTo }) => upTo)) return 'standards';
  return sources.some(({ share, split }) => share !== undefined || split) ? 'shares' : 'named';
}

/** Every source and those below it, each level after the source that it splits. */
export function allSources(sources: readonly SourceNode[]): SourceNode[] {
  return sources.flatMap((source) => [source, ...allSources(source.split ?? [])]);
}

/** A standard under the settings of a run. */
export interface Standard {
  /** The figure in the month of a row, in fen. */
  readonly limit: Amount;
  /** What it limits: a person's month, or what a person is paid in the year. */
  readonly period: 'month' | 'year';
  /** Whether a year's limit is the sum of a twelfth for each month. */
  readonly isSpread: boolean;
}

/** A source under the settings of a run. */
export interface Source {
  /** Its place among all sources of the allowance, in the order of {@link allSources}. */
  readonly index: number;
  readonly node: SourceNode;
  /** Its share in the month of a row, in ten-thousandths of a percent; `null` where it has none. */
  readonly share: Amount | null;
  readonly standard: Standard | null;
  readonly split: Level | null;
}

/** The sources that divide a sum among them, in order. */
export interface Level {
  readonly kind: LevelKind;
  readonly sources: readonly Source[];
}

/** The funding of an allowance under the settings of a run. */
export interface Funding {
  readonly level: Level;
  /** All sources, in the order of their indices. */
  readonly sources: readonly Source[];
  /** The facts by which people differ in it, each derived one followed by what it rests on. */
  readonly facts: readonly string[];
}

/**
 * Compiles the funding of an allowance.
 *
 * @param periodOf the period of the figure or table of a standard
 * @returns `null` where the text names no sources, or does not say what each of them bears
 */
export function compileFunding(
  nodes: readonly SourceNode[] | undefined,
  settings: Settings,
  derivations: readonly CompiledDerivation[],
  periodOf: (parameter: string) => 'month' | 'year',
): Funding | null {
  if (!nodes || levelKind(nodes) === 'named') return null;
  const sources: Source[] = [];
  const cellOf = (node: Pick<StandardNode, 'parameter' | 'by'>): Amount => {
    const { facts, parameters, valueIn } = compileTable({ parameter: node.parameter, ...(node.by && { by: node.by }) }, settings);
    return throughDerived({ facts, readings: [], parameters, evaluate: valueIn }, derivations);
  };
  const compileLevel = (level: readonly SourceNode[]): Level => ({ kind: levelKind(level), sources: level.map(compileSource) });
  const compileSource = (node: SourceNode): Source => {
    const { share, by: facts, upTo, split } = node;
    const index = sources.length;
    sources.push({} as Source);
    const source: Source = {
      index,
      node,
      share: share === undefined ? null : cellOf({ parameter: share, by: facts }),
      standard: upTo ? { limit: cellOf(upTo), period: periodOf(upTo.parameter), isSpread: upTo.spread !== undefined } : null,
      split: split ? compileLevel(split) : null,
    };
    sources[index] = source;
    return source;
  };
  const level = compileLevel(nodes);
  const facts = unique(sources.flatMap(({ share, standard: one }) => [...(share?.facts ?? []), ...(one?.limit.facts ?? [])]));
  return { level, sources, facts: withInputs(facts, derivations) };
}
