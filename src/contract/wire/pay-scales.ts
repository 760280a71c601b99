import * as z from 'zod';
import { parseMonth } from '../../calendar/month.ts';
import { absentOr, alsoCheck, eachOnce, type IssueCode, listOf } from '../../facts/issue.ts';
import { month, text, yuan } from '../../facts/teacher-schema.ts';
import { parseYuan } from '../../money/fen.ts';
import { FIRST_STEP, LAST_STEP } from '../../policy/common/pay-scale-file.ts';
import type { PayScaleRecord } from '../../policy/pay-scales.ts';

/** The most pay scales in one request. */
const MOST_SCALES = 50;

const STEP = /^([1-9]|[1-5]\d|6[0-5])$/;

type Report = (path: (string | number)[], code: IssueCode) => void;

const steps = z
  .record(z.string(), yuan, { error: absentOr() })
  .check(
    alsoCheck((value, report) => {
      const given = Object.keys(Object(value));
      if (given.length === 0) report([], 'required');
      for (const key of given) if (!STEP.test(key)) report([key], 'unknown-field');
      reportDescent(Object(value), report);
    }),
  )
  .meta({
    description: `Yuan a month by pay step, ${FIRST_STEP} to ${LAST_STEP}, never less than a lower step; the highest is the last of the scale.`,
    propertyNames: { pattern: STEP.source },
    minProperties: 1,
  });

/** Reports a step that pays less than a lower one. */
function reportDescent(scale: Readonly<Record<string, unknown>>, report: Report): void {
  let before = 0;
  for (let step = FIRST_STEP; step <= LAST_STEP; step++) {
    const value = Object.hasOwn(scale, String(step)) ? scale[String(step)] : undefined;
    const fen = typeof value === 'string' ? parseYuan(value) : null;
    if (fen === null) continue;
    if (fen < before) report([String(step)], 'out-of-range');
    before = Math.max(before, fen);
  }
}

const payScale = z
  .strictObject(
    {
      id: text(64),
      from: month.meta({ description: 'The first month in which it is in force.' }),
      to: month.nullish().meta({ description: 'The last month; without end where there is none.' }),
      steps,
    },
    { error: absentOr() },
  )
  .check(
    alsoCheck((value, report) => {
      const { from, to } = periodOf(value);
      if (from !== null && to !== null && to < from) report(['to'], 'invalid-period');
    }),
  );

/** Pay scales of a run. No two are in force in the same month. */
export const payScales: z.ZodType<PayScaleRecord[]> = listOf(
  MOST_SCALES,
  z.array(payScale, { error: absentOr() }).check(
    eachOnce(({ id }: { id: unknown }) => id, 'duplicate-id', 'id'),
    alsoCheck((value, report) => {
      const periods = (Array.isArray(value) ? value : []).map(periodOf);
      for (const [index, one] of periods.entries()) {
        if (periods.slice(0, index).some((other) => overlap(one, other))) report([index, 'from'], 'invalid-period');
      }
    }),
  ),
).meta({ description: 'Dated pay scales, from which the difference of one pay step follows. They must not overlap in time.' });

interface InForce {
  readonly from: number | null;
  readonly to: number | null;
}

function periodOf(value: unknown): InForce {
  const { from, to } = Object(value) as Record<string, unknown>;
  return { from: typeof from === 'string' ? parseMonth(from) : null, to: typeof to === 'string' ? parseMonth(to) : null };
}

function overlap(a: InForce, b: InForce): boolean {
  if (a.from === null || b.from === null) return false;
  return a.from <= (b.to ?? Number.POSITIVE_INFINITY) && b.from <= (a.to ?? Number.POSITIVE_INFINITY);
}

/** Pay scales as a result repeats them. */
export const wirePayScales = z.array(
  z.object({ id: z.string(), from: z.string(), to: z.string().optional(), steps: z.record(z.string(), z.string()) }),
);

/** The pay scales of a run, for the wire. */
export function echoOf(scales: readonly PayScaleRecord[]): z.infer<typeof wirePayScales> {
  return scales.map(({ id, from, to, steps }) => ({ id, from, ...(to ? { to } : {}), steps: { ...steps } }));
}
