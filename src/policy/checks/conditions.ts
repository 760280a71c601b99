import { isChoice } from '../../words/choice.ts';
import { all, compileConditions } from '../../words/condition.ts';
import type { Condition, Settings } from '../../words/word.ts';
import type { Step } from '../fault.ts';
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

/** Walks the parts that must or may hold; what stands under `not` is left out, for there failing is what is wanted. */
function walk(
  node: unknown,
  path: readonly Step[],
  chosen: Chosen,
  visit: (node: unknown, path: readonly Step[], kind: 'option' | 'alternative') => void,
): void {
  if (typeof node !== 'object' || node === null) return;
  if (Array.isArray(node)) {
    for (const [index, part] of node.entries()) walk(part, [...path, index], chosen, visit);
  } else if (isChoice(node)) {
    const option = chosen(node.reading);
    if (!Object.hasOwn(node, option)) return;
    visit(node[option], [...path, option], 'option');
    walk(node[option], [...path, option], chosen, visit);
  } else if ('any' in node && Array.isArray(node.any)) {
    for (const [index, part] of node.any.entries()) {
      visit(part, [...path, 'any', index], 'alternative');
      walk(part, [...path, 'any', index], chosen, visit);
    }
  }
}
