/**
 * Whether a text has more than so many characters, counted as JSON Schema and the schemas of requests do: in code points, not in units of UTF-16,
 * of which a rare character takes two.
 */
export function isLongerThan(text: string, maximum: number): boolean {
  if (text.length <= maximum) return false;
  if (text.length > 2 * maximum) return true;
  let left = maximum;
  for (const _ of text) if (--left < 0) return true;
  return false;
}
