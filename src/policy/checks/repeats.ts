import { foldName } from '../../facts/place.ts';
import { has } from '../../words/grammar/has.ts';
import { visitPolicy } from '../document/stands.ts';
import type { Step } from '../reading/fault.ts';
import type { Check, CheckContext } from './check.ts';

/** Nothing is listed twice: a fact, a month, a value of a condition, a member of a stack, a town or village. */
export const checkRepeats: Check = (context) => {
  const { document } = context;
  once(context, document.requires, ['requires']);
  for (const [name, set] of Object.entries(document.months)) {
    if (set !== 'all' && 'except' in set) once(context, set.except, ['months', name, 'except']);
    if (set !== 'all' && 'only' in set) once(context, set.only, ['months', name, 'only']);
  }
  visitPolicy(document, {
    list: ({ slot, node, path }) => slot.mayRepeat || once(context, node, path),
    test({ node, path }) {
      if (Array.isArray(node)) once(context, node, path);
      else if (has(node, 'not') && Array.isArray(node.not)) once(context, node.not, [...path, 'not']);
    },
  });
  for (const [key, { by }] of Object.entries(document.parameters)) once(context, by ?? [], ['parameters', key, 'by']);
  for (const [fact, { towns }] of Object.entries(document.places)) checkTowns(context, towns, ['places', fact, 'towns']);
};

function once({ report }: CheckContext, list: readonly unknown[], path: readonly Step[]): void {
  const seen = new Set<unknown>();
  for (const [index, value] of list.entries()) {
    if (typeof value === 'object') continue;
    if (seen.has(value)) report([...path, index], 'repeated', { value: String(value) });
    seen.add(value);
  }
}

/** A town that is listed twice, wholly and by villages, would mean two things for a teacher who lives there. */
function checkTowns(
  { report }: CheckContext,
  towns: readonly { town: string; villages?: readonly string[] | undefined }[],
  path: readonly Step[],
): void {
  const seen = new Set<string>();
  for (const [index, { town, villages = [] }] of towns.entries()) {
    if (seen.has(foldName(town))) report([...path, index, 'town'], 'place-twice', { place: town });
    seen.add(foldName(town));
    const names = new Set<string>();
    for (const [at, village] of villages.entries()) {
      if (names.has(foldName(village))) report([...path, index, 'villages', at], 'place-twice', { place: `${town} ${village}` });
      names.add(foldName(village));
    }
  }
}
