import { plainSum } from '../../../money/printed.ts';
import type { Unit } from '../../../words/grammar/unit.ts';
import { type Clause, type PolicyDocument, textsIn } from '../../document/schema.ts';
import { visitPolicy } from '../../document/stands.ts';
import type { Step } from '../../reading/fault.ts';
import type { FigureKind } from './stands.ts';

/** A figure and the clauses that it may stand in. */
export interface RestingFigure {
  readonly path: readonly Step[];
  readonly text: string;
  readonly kind: FigureKind;
  readonly clauses: readonly Clause[];
}

const KIND_OF_UNIT: Record<Unit, FigureKind> = { yuan: 'money', percent: 'percent', year: 'year', count: 'number' };

/**
 * Every figure of a policy that rests on a clause, each value of a dated one. Not a suggestion, which has a source of its own, nor what has
 * no clause: months by their number, the order of bands from none on.
 */
export function restingFigures(document: PolicyDocument): RestingFigure[] {
  return [...ofParameters(document), ...ofWords(document), ...ofCounts(document)];
}

function ofParameters({ parameters }: PolicyDocument): RestingFigure[] {
  return Object.entries(parameters).flatMap(([key, { unit, clause, value, values, atLeast, atMost }]) => {
    const texts = [
      ...textsIn(value ?? null, ['value']),
      ...textsIn(values ?? null, ['values']),
      ...textsIn(atLeast ?? null, ['atLeast']),
      ...textsIn(atMost ?? null, ['atMost']),
    ];
    return texts.map(({ text, path }) => ({ path: ['parameters', key, ...path], text, kind: KIND_OF_UNIT[unit], clauses: [clause] }));
  });
}

/**
 * The numbers that words hold: shares of instalments, years of a service, edges of bands, counts of targets. Edges may stand with the figures of
 * their bands too: an allowance that another document's standard is paid by says none of them.
 */
function ofWords(document: PolicyDocument): RestingFigure[] {
  const figures: RestingFigure[] = [];
  /** The clauses of the figures in a list of bands, by its place. */
  const ofBands = new Map<string, Set<Clause>>();
  const name = (path: readonly Step[], key: string) => {
    const clause = parameterOf(document, key)?.clause;
    for (const [at, step] of path.entries()) {
      if (!clause || step !== 'bands') continue;
      const list = path.slice(0, at + 1).join();
      ofBands.set(list, (ofBands.get(list) ?? new Set()).add(clause));
    }
  };
  visitPolicy(document, (entry) => ({
    value({ slot: { quotedAs: kind }, node, path, beside }) {
      // no text says that a list of bands begins at 0
      if (kind === null || node === 0 || node === '0') return;
      const clause = (beside as { clause?: Clause }).clause ?? (entry.node as { clause: Clause }).clause;
      figures.push({ path, text: String(node), kind, clauses: [clause] });
    },
    figure: ({ node, path }) => name(path, node),
    table: ({ node, path }) => name(path, node),
  }));
  return figures.map((figure) => {
    const beside = ofBands.get(figure.path.slice(0, figure.path.lastIndexOf('bands') + 1).join());
    return beside ? { ...figure, clauses: [...figure.clauses, ...beside] } : figure;
  });
}

/** The parameter that a figure is of, which may be a cell of a table. */
function parameterOf({ parameters }: PolicyDocument, key: string): PolicyDocument['parameters'][string] | undefined {
  for (let table = key; table !== ''; table = table.slice(0, Math.max(0, table.lastIndexOf('/')))) {
    if (Object.hasOwn(parameters, table)) return parameters[table];
  }
  return undefined;
}

function ofCounts({ checks, targets, headcounts, totals, noted }: PolicyDocument): RestingFigure[] {
  const figures: RestingFigure[] = [];
  const add = (path: readonly Step[], figure: string | number, kind: FigureKind, clause: Clause) =>
    figures.push({ path, text: String(figure), kind, clauses: [clause] });
  for (const [id, check] of Object.entries(checks))
    if (check.kind === 'multiple-of-line') add(['checks', id, 'multiple'], check.multiple, 'multiple', check.clause);
  for (const [id, { by, clause }] of Object.entries(targets)) add(['targets', id, 'by'], by, 'year', clause);
  for (const [id, { count, parts = {}, clause }] of Object.entries(headcounts)) {
    add(['headcounts', id, 'count'], count, 'count', clause);
    for (const [part, node] of Object.entries(parts)) add(['headcounts', id, 'parts', part, 'count'], node.count, 'count', clause);
  }
  for (const [id, { printed, of, clause }] of Object.entries(totals)) {
    add(['totals', id, 'printed'], plainSum(printed) ?? printed, 'money', clause);
    for (const [index, part] of of.entries()) {
      const path = ['totals', id, 'of', index];
      if (part.count !== undefined) add([...path, 'count'], part.count, 'count', clause);
      if ('amount' in part) add([...path, 'amount'], plainSum(part.amount) ?? part.amount, 'money', clause);
    }
  }
  for (const [index, { range = {}, clause }] of noted.entries())
    for (const end of ['atLeast', 'atMost'] as const) {
      const text = (range as { atLeast?: string; atMost?: string })[end];
      if (text !== undefined) add(['noted', index, 'range', end], text, 'number', clause);
    }
  return figures;
}
