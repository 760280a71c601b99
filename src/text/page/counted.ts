/**
 * Writes a number before the words that go with it: `{{people, person|people}}` in a sentence is "1 person" or "5,617 people".
 *
 * @param value the number, or the number as it is to be read
 * @param format what follows one and what follows any other number, with `|` between them
 * @example writeCounted('1', 'person lacks|people lack') // "1 person lacks"
 */
export function writeCounted(value: unknown, format: string | undefined): string {
  const [one, others] = (format ?? '').split('|');
  return others === undefined ? String(value) : `${value} ${String(value) === '1' ? one : others}`;
}
