/** How a fraction is rounded: 四舍五入, 四舍六入五成双, up (见分进角), or down (舍去). */
export type RoundingMode = 'half-up' | 'half-even' | 'up' | 'down';

/**
 * A fraction rounded to a whole number, exactly at any size.
 *
 * @param numerator not negative
 * @param denominator positive
 * @example divideRounded(5n, 2n) // 3n
 */
export function divideRounded(numerator: bigint, denominator: bigint, mode: RoundingMode = 'half-up'): bigint {
  const whole = numerator / denominator;
  const left = numerator % denominator;
  if (mode === 'up') return left > 0n ? whole + 1n : whole;
  const twice = left * 2n;
  const isTie = twice === denominator;
  const isUp = mode !== 'down' && (twice > denominator || (isTie && (mode === 'half-up' || whole % 2n === 1n)));
  return isUp ? whole + 1n : whole;
}
