import type { PolicyDocument } from './schema.ts';

type Stacked = Pick<PolicyDocument, 'stacking'>;

/**
 * An allowance with all that it is ranked or limited with, transitively: what becomes of one of them may rest on each of the others.
 *
 * @param documents one document, or several versions of it
 */
export function relativesOf(documents: readonly Stacked[], id: string): ReadonlySet<string> {
  const ids = new Set([id]);
  // iterating a set also visits what is added on the way
  for (const one of ids) {
    for (const { stacking } of documents)
      for (const { allowances } of stacking) if (allowances.includes(one)) for (const other of allowances) ids.add(other);
  }
  return ids;
}

/** Some allowances in families that do not rest on one another. */
export function familiesOf(documents: readonly Stacked[], ids: readonly string[]): ReadonlySet<string>[] {
  const families: ReadonlySet<string>[] = [];
  for (const id of ids) if (!families.some((family) => family.has(id))) families.push(relativesOf(documents, id));
  return families;
}
