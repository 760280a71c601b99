import { january, type MonthIndex, parseMonth } from '../../calendar/month.ts';
import type { Bilingual } from '../../facts/dictionary.ts';
import { READERS, type Unit } from '../../words/grammar/unit.ts';
import type { Figure } from '../../words/grammar/word.ts';
import type { Stand } from '../../words/stands.ts';
import type { Clause, FigureNode, FigureTree, PolicyDocument } from './schema.ts';
import { visitPolicy } from './stands.ts';

/** One parameter of a policy: a figure that a run may set. */
export interface Parameter {
  readonly key: string;
  /** The parameter of the policy itself, or the one whose table it is a cell of. */
  readonly table: string;
  readonly title: Bilingual | null;
  readonly unit: Unit;
  readonly period: 'month' | 'year' | 'once' | null;
  /** Whether it is a percentage of which at most 100 can be meant, as of a source that bears a part. */
  readonly isPart: boolean;
  readonly clause: Clause;
  readonly figure: FigureNode;
  /** A commonly used figure where the text has none; never applied unasked. */
  readonly suggestion: Suggestion | null;
  /** The floor and the ceiling that the text sets for it. */
  readonly bounds: Bounds;
}

/** A floor and a ceiling, each a decimal string; `null` where there is none. */
export interface Bounds {
  readonly atLeast: string | null;
  readonly atMost: string | null;
}

export type Suggestion = NonNullable<PolicyDocument['parameters'][string]['suggestion']>;

/** A figure of a run: a decimal string, or a list by the month from which each value holds. */
export type ParameterValue = string | readonly { readonly from: string; readonly value: string }[];

/** All parameters of a policy by key, the cells of tables each under a key of its own (`backbone/district/urban`). */
export function listParameters(document: PolicyDocument): Map<string, Parameter> {
  const parameters = new Map<string, Parameter>();
  const parts = new Set<string>();
  const note = ({ slot, node }: Stand<'figure' | 'table'>) => {
    if (slot.unit === 'percent' && !slot.mayExceedWhole) parts.add(node);
  };
  visitPolicy(document, { figure: note, table: note });
  for (const [key, node] of Object.entries(document.parameters)) {
    const { title = null, unit, period = null, clause, value, values, suggestion = null, atLeast = null, atMost = null } = node;
    const common = { table: key, title, unit, period, clause, suggestion, bounds: { atLeast, atMost } };
    for (const [path, figure] of leaves(key, values ?? value ?? null)) {
      parameters.set(path, { key: path, figure, isPart: parts.has(key) || parts.has(path), ...common });
    }
  }
  return parameters;
}

function leaves(key: string, tree: FigureTree): [key: string, figure: FigureNode][] {
  if (tree === null || typeof tree === 'string' || Array.isArray(tree)) return [[key, tree]];
  return Object.entries(tree).flatMap(([step, branch]) => leaves(`${key}/${step}`, branch));
}

/**
 * The value of a parameter in each month of a year.
 *
 * @param parameter the policy's own figure
 * @param override what the run sets; a list holds from its first month on, before that the policy's own figure
 * @returns twelve values: fen, ten-thousandths of a percent or years, `null` while undetermined
 */
export function figureOf(parameter: Parameter, override: ParameterValue | undefined, year: number): Figure {
  const own = laidOut(parameter, parameter.figure, year, new Array(12).fill(null));
  return override === undefined ? own : laidOut(parameter, override, year, own);
}

function laidOut(parameter: Parameter, figure: FigureNode | ParameterValue, year: number, before: Figure): Figure {
  const read = READERS[parameter.unit];
  if (figure === null) return before;
  if (typeof figure === 'string') return new Array(12).fill(read(figure));
  const dated = figure.map(({ from, value }) => ({ from: (parseMonth(from) as MonthIndex) - january(year), value: read(value) }));
  dated.sort((a, b) => a.from - b.from);
  return before.map((value, month) => dated.findLast(({ from }) => from <= month)?.value ?? value);
}
