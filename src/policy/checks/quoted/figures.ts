import { isChoice } from '../../../words/choice.ts';
import type { Step } from '../../fault.ts';
import { type Clause, type PolicyDocument, textsIn } from '../../schema.ts';
import type { Unit } from '../../unit.ts';
import { visitNodes } from '../check.ts';
import type { FigureKind } from './stands.ts';

/** A figure and the clause that it rests on. */
export interface RestingFigure {
  readonly path: readonly Step[];
  readonly text: string;
  readonly kind: FigureKind;
  readonly clause: Clause;
}

const KIND_OF_UNIT: Record<Unit, FigureKind> = { yuan: 'money', percent: 'percent', year: 'year' };

/**
 * Every figure of a policy that rests on a clause, each value of a dated one. Not a suggestion, which has a source of its own, nor what has no
 * clause: months by their number, the order of bands from none on.
 */
export function restingFigures(document: PolicyDocument): RestingFigure[] {
  return [...ofParameters(document), ...ofAllowances(document), ...ofCounts(document)];
}

function ofParameters({ parameters }: PolicyDocument): RestingFigure[] {
  return Object.entries(parameters).flatMap(([key, { unit, clause, value, values, atLeast, atMost }]) => {
    const texts = [
      ...textsIn(value ?? null, ['value']),
      ...textsIn(values ?? null, ['values']),
      ...textsIn(atLeast ?? null, ['atLeast']),
      ...textsIn(atMost ?? null, ['atMost']),
    ];
    return texts.map(({ text, path }) => ({ path: ['parameters', key, ...path], text, kind: KIND_OF_UNIT[unit], clause }));
  });
}

/** Shares of instalments, the years of a service, and those of seniority. */
function ofAllowances({ allowances }: PolicyDocument): RestingFigure[] {
  return Object.entries(allowances).flatMap(([id, { pays, clause }]) => {
    const at: readonly Step[] = ['allowances', id, 'pays'];
    const figures: RestingFigure[] = [];
    if ('once' in pays) {
      for (const [index, text] of (pays.instalments ?? []).entries())
        figures.push({ path: [...at, 'instalments', index], text, kind: 'percent', clause });
      for (const { value, path } of numbersAt(pays.service?.years, [...at, 'service', 'years']))
        figures.push({ path, text: String(value), kind: 'years', clause: pays.service?.clause ?? clause });
    }
    visitNodes(pays.amount, [...at, 'amount'], (node, path) => {
      if (typeof node.seniority !== 'string') return;
      const bands = Array.isArray(node.bands) ? (node.bands as { from: number }[]) : [];
      for (const [index, { from }] of bands.entries())
        if (index > 0) figures.push({ path: [...path, 'bands', index, 'from'], text: String(from), kind: 'years', clause });
      if (typeof node.atMost === 'number') figures.push({ path: [...path, 'atMost'], text: String(node.atMost), kind: 'years', clause });
    });
    return figures;
  });
}

function ofCounts({ checks, targets, headcounts, noted }: PolicyDocument): RestingFigure[] {
  const figures: RestingFigure[] = [];
  const add = (path: readonly Step[], figure: string | number, kind: FigureKind, clause: Clause) =>
    figures.push({ path, text: String(figure), kind, clause });
  for (const [id, check] of Object.entries(checks))
    if (check.kind === 'multiple-of-line') add(['checks', id, 'multiple'], check.multiple, 'multiple', check.clause);
  for (const [id, { count, by, clause }] of Object.entries(targets)) {
    for (const { value, path } of numbersAt(count, ['targets', id, 'count'])) add(path, value, 'count', clause);
    add(['targets', id, 'by'], by, 'year', clause);
  }
  for (const [id, { count, parts = {}, clause }] of Object.entries(headcounts)) {
    add(['headcounts', id, 'count'], count, 'count', clause);
    for (const [part, node] of Object.entries(parts)) add(['headcounts', id, 'parts', part, 'count'], node.count, 'count', clause);
  }
  for (const [index, { range = {}, clause }] of noted.entries())
    for (const end of ['atLeast', 'atMost'] as const) {
      const text = (range as { atLeast?: string; atMost?: string })[end];
      if (text !== undefined) add(['noted', index, 'range', end], text, 'number', clause);
    }
  return figures;
}

/** The numbers that a choice by readings can come to. */
function numbersAt(node: unknown, path: readonly Step[]): { value: number; path: readonly Step[] }[] {
  if (typeof node === 'number') return [{ value: node, path }];
  if (!isChoice(node)) return [];
  const { reading: _, ...options } = node;
  return Object.entries(options).flatMap(([option, value]) => numbersAt(value, [...path, option]));
}
