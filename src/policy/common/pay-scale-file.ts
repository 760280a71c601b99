import * as z from 'zod';
import { parseMonth } from '../../calendar/month.ts';
import { bilingual } from '../../facts/dictionary.ts';
import { formatFen, parseYuan } from '../../money/fen.ts';
import type { FaultCode, FaultParams, Finding, Step } from '../reading/fault.ts';
import { type RuleFile, readRules } from '../reading/read-rules.ts';

/** The pay steps that a scale can have. */
export const FIRST_STEP = 1;
export const LAST_STEP = 65;

const month = z.string().refine((text) => parseMonth(text) !== null, 'invalid-month');
const step = z.int().min(FIRST_STEP).max(LAST_STEP);

/** A scale of the past, as it is written in `rules/pay-scales/<id>.yaml`. */
const payScaleSchema = z.strictObject({
  id: z.string(),
  from: month,
  to: month,
  /** The last step, also where the file has no figure for it. */
  lastStep: step,
  /** The steps that the material at hand has no certain figure for. */
  missing: z.array(step).default([]),
  source: bilingual,
  steps: z.record(z.string(), z.string()),
});
export type PayScaleDocument = z.output<typeof payScaleSchema>;
/** As it is written: without a gap, nothing is `missing`. */
export type HistoricPayScale = z.input<typeof payScaleSchema>;

/** A scale with its file, to be compared with. */
export interface OtherScale extends Pick<PayScaleDocument, 'from' | 'to'> {
  readonly file: string;
}

type Report = (path: readonly Step[], code: FaultCode, params?: FaultParams) => void;

/**
 * Reads and checks a pay scale of the past.
 *
 * @param name the name of its file without the ending
 * @param others the scales with which it may not share a month
 */
export function readPayScaleFile(text: string, name: string, others: readonly OtherScale[]): RuleFile<PayScaleDocument> {
  return readRules(text, payScaleSchema, (scale) => {
    const found: Finding[] = [];
    const report: Report = (path, code, params = {}) => found.push({ path, code, params });
    if (scale.id !== name) report(['id'], 'file-name', { name });
    checkMonths(scale, others, report);
    checkSteps(scale, report);
    checkMissing(scale, report);
    return found;
  });
}

/** Months as text stand in their order. */
function checkMonths({ from, to }: PayScaleDocument, others: readonly OtherScale[], report: Report): void {
  if (to < from) {
    report(['to'], 'ends-before-start', { from, to });
    return;
  }
  for (const other of others) {
    if (from <= other.to && other.from <= to) report(['from'], 'scale-overlap', { file: other.file, from: other.from, to: other.to });
  }
}

/** Every step is one of the scale, is money, and pays more than the one below it. */
function checkSteps({ steps, lastStep }: PayScaleDocument, report: Report): void {
  const figures = new Map<number, number>();
  for (const [key, value] of Object.entries(steps)) {
    const number = /^[1-9]\d?$/.test(key) ? Number(key) : LAST_STEP + 1;
    const fen = parseYuan(value);
    if (number > lastStep) report(['steps', key], 'invalid-step', { step: key, last: lastStep });
    else if (fen === null) report(['steps', key], 'invalid-figure', { value, unit: 'yuan' });
    else figures.set(number, fen);
  }
  let below: number | null = null;
  for (const [number, fen] of [...figures].toSorted(([a], [b]) => a - b)) {
    const before = below === null ? undefined : figures.get(below);
    if (below !== null && before !== undefined && fen <= before) {
      report(['steps', String(number)], 'step-not-higher', { step: number, yuan: formatFen(fen), below, less: formatFen(before) });
    }
    below = number;
  }
}

/** A step without a figure is declared, and only such a step. */
function checkMissing({ steps, lastStep, missing }: PayScaleDocument, report: Report): void {
  for (const [index, number] of missing.entries()) {
    const path = ['missing', index];
    if (missing.indexOf(number) < index) report(path, 'repeated', { value: String(number) });
    else if (number > lastStep) report(path, 'out-of-range', { maximum: lastStep });
    else if (Object.hasOwn(steps, String(number))) report(path, 'step-not-missing', { step: number });
  }
  const all = Array.from({ length: lastStep }, (_, index) => index + FIRST_STEP);
  const undeclared = all.filter((number) => !Object.hasOwn(steps, String(number)) && !missing.includes(number));
  if (undeclared.length > 0) report(['steps'], 'steps-undeclared', { steps: undeclared.map(String) });
}
