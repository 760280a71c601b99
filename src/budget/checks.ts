import { Decimal } from 'decimal.js';
import { divideRounded, type RoundingMode } from '../money/rounding.ts';
import type { Figure } from '../words/grammar/word.ts';

/** Whether a promise about averages or totals is kept, and what keeping it would cost a year. */
export interface CheckFigures {
  readonly met: boolean;
  /** The average yearly shortfall of one person, in fen; 0 where the promise is kept. */
  readonly gapFen: bigint;
  /** The yearly shortfall of all, in fen. */
  readonly costFen: bigint;
}

/**
 * Pay parity (「教师平均工资收入水平不低于当地公务员平均工资收入水平」).
 *
 * @param teacherFen average of the teachers, fen a year
 * @param referenceFen average of the comparison group, fen a year
 * @param headcount how many teachers
 */
export function comparePay(teacherFen: number, referenceFen: number, headcount: number): CheckFigures {
  const gapFen = BigInt(Math.max(0, referenceFen - teacherFen));
  return { met: gapFen === 0n, gapFen, costFen: gapFen * BigInt(headcount) };
}

export interface MultipleFigures {
  readonly met: boolean;
  /** The target for all, a multiple of the line, in fen a year. */
  readonly targetFen: bigint;
  /** The shortfall today, in fen; 0 where the target is met. */
  readonly costFen: bigint;
}

/** A multiple has at most four decimals. */
const PARTS = 10_000;

/**
 * A total compared with a multiple of a line (「调整到事业单位绩效工资调控线的2.5倍」): target = multiple × line × headcount, rounded to the fen once.
 *
 * @param line the figure of the line a year; its value in December counts
 * @param multiple a decimal string
 * @param currentFen today's total, fen a year
 * @returns `null` while the line is undetermined
 */
export function compareMultiple(
  line: Figure,
  multiple: string,
  currentFen: number,
  headcount: number,
  mode: RoundingMode = 'half-up',
): MultipleFigures | null {
  const lineFen = line[11];
  if (lineFen === null || lineFen === undefined) return null;
  const parts = BigInt(new Decimal(multiple).times(PARTS).toNumber());
  const targetFen = divideRounded(parts * BigInt(lineFen) * BigInt(headcount), BigInt(PARTS), mode);
  const lacking = targetFen - BigInt(currentFen);
  return { met: lacking <= 0n, targetFen, costFen: lacking > 0n ? lacking : 0n };
}
