import { compileConditions } from '../../words/condition.ts';
import { all } from '../../words/grammar/all.ts';
import { condition } from '../../words/grammar/slots.ts';
import type { Condition, Settings } from '../../words/grammar/word.ts';
import { partsOf, type Stand, standIn } from '../../words/stands.ts';
import type { Step } from '../reading/fault.ts';
import { nameOf } from './probe.ts';

type Chosen = (reading: string) => string;
/** A part of a condition, by the keys that lead to it. */
interface Part {
  readonly path: readonly Step[];
  readonly name: string;
}

/** The options of choices that a condition goes through under some readings. */
export function optionsOf(node: unknown, path: readonly Step[], chosen: Chosen): Part[] {
  const found: Part[] = [];
  walk(node, path, chosen, (_, at, kind) => {
    if (kind === 'option') found.push({ path: at, name: nameOf(at) });
  });
  return found;
}

/** The alternatives of every `any` in a condition under some readings, each by itself. */
export function alternativesOf(node: unknown, path: readonly Step[], settings: Settings): (Part & { readonly condition: Condition })[] {
  const found: (Part & { readonly condition: Condition })[] = [];
  walk(
    node,
    path,
    (reading) => settings.chosen(reading),
    (part, at, kind) => {
      if (kind === 'alternative') found.push({ path: at, name: nameOf(at), condition: all(compileConditions(part, settings)) });
    },
  );
  return found;
}

/** Walks the parts that must or may hold; what has to fail is left out, for there failing is what is wanted. */
function walk(
  node: unknown,
  path: readonly Step[],
  chosen: Chosen,
  visit: (node: unknown, path: readonly Step[], kind: 'option' | 'alternative') => void,
): void {
  const look = (stand: Stand): void => {
    const slot = stand.kind === 'choice' ? stand.of : stand.kind === 'condition' ? stand.slot : null;
    const wanted = slot?.kind === 'condition' ? slot.wanted : 'all';
    if (wanted === 'none') return;
    if (wanted === 'one') visit(stand.node, stand.path, 'alternative');
    if (stand.kind !== 'choice') {
      for (const part of partsOf(stand)) look(part);
      return;
    }
    const option = chosen(stand.node.reading);
    if (!Object.hasOwn(stand.node, option)) return;
    const at = [...stand.path, option];
    visit(stand.node[option], at, 'option');
    const value = standIn(condition(), stand.node[option], at);
    if (value) look(value);
  };
  const stand = standIn(condition(), node, path);
  if (stand) look(stand);
}
