/**
 * The facts of a form in the order in which they came up, so that nothing moves while the form is being filled in; what an answer brings
 * up comes
 * right after it.
 *
 * @param before the order so far
 * @param shown the facts to show now, in the order in which they would come up
 * @param answered the fact answered last
 */
export function arrange(before: readonly string[], shown: readonly string[], answered: string | null): readonly string[] {
  const stay = before.filter((fact) => shown.includes(fact));
  const fresh = shown.filter((fact) => !stay.includes(fact));
  const at = answered === null ? -1 : stay.indexOf(answered);
  const next = at < 0 ? [...stay, ...fresh] : [...stay.slice(0, at + 1), ...fresh, ...stay.slice(at + 1)];
  return next.length === before.length && next.every((fact, index) => fact === before[index]) ? before : next;
}
