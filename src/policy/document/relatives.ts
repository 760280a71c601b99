import { amount } from '../../words/grammar/slots.ts';
import { visitSlot } from '../../words/stands.ts';
import type { PolicyDocument } from './schema.ts';

type Stacked = Pick<PolicyDocument, 'stacking' | 'allowances'>;

/**
 * An allowance with all that it is ranked or limited with, that it rests on, or that rests on it, transitively: what becomes of one of them may
 * rest on each of the others.
 *
 * @param documents one document, or several versions of it
 */
export function relativesOf(documents: readonly Stacked[], id: string): ReadonlySet<string> {
  const ids = new Set([id]);
  // iterating a set also visits what is added on the way
  for (const one of ids) {
    for (const document of documents)
      for (const group of groupsIn(document)) if (group.includes(one)) for (const other of group) ids.add(other);
  }
  return ids;
}

const GROUPS = new WeakMap<Stacked['allowances'], (readonly string[])[]>();

/** What stands together in a rule across several allowances, or in the amount of one. */
function groupsIn({ stacking, allowances }: Stacked): readonly (readonly string[])[] {
  let items = GROUPS.get(allowances);
  if (!items) {
    items = Object.entries(allowances).flatMap(([id, { pays }]) => {
      const group = [id];
      visitSlot(amount(), pays.amount, [], {
        named({ slot, node }) {
          if (slot.section === 'allowances') group.push(node);
        },
      });
      return group.length > 1 ? [group] : [];
    });
    GROUPS.set(allowances, items);
  }
  return [...stacking.map((group) => group.allowances), ...items];
}

/** Some allowances in families that do not rest on one another. */
export function familiesOf(documents: readonly Stacked[], ids: readonly string[]): ReadonlySet<string>[] {
  const families: ReadonlySet<string>[] = [];
  for (const id of ids) if (!families.some((family) => family.has(id))) families.push(relativesOf(documents, id));
  return families;
}
