import type { FigureNode, FigureTree, ParameterNode, PolicyDocument } from '../../../policy/document/schema.ts';

/** What a parameter key refers to: a figure, or the remaining part of its table. */
export interface Figures {
  readonly node: ParameterNode;
  readonly tree: FigureTree;
  /** The facts of the remaining dimensions of the table. */
  readonly by: readonly string[];
}

/** Resolves a parameter key, which may lead into a table (`master/district`); `null` if there is none. */
export function figuresAt({ parameters }: PolicyDocument, key: string): Figures | null {
  const table = Object.keys(parameters)
    .filter((id) => key === id || key.startsWith(`${id}/`))
    .toSorted((a, b) => b.length - a.length)[0];
  const node = table === undefined ? undefined : parameters[table];
  if (table === undefined || !node) return null;
  const steps = key.slice(table.length).split('/').filter(Boolean);
  let tree: FigureTree = node.values ?? node.value ?? null;
  for (const step of steps) {
    if (isFigure(tree)) return null;
    tree = tree[step] ?? null;
  }
  return { node, tree, by: (node.by ?? []).slice(steps.length) };
}

/** Whether there is no further table below. */
export function isFigure(tree: FigureTree): tree is FigureNode {
  return tree === null || typeof tree === 'string' || Array.isArray(tree);
}

/** Whether a figure anywhere in a table is undetermined. */
export function isUndetermined(tree: FigureTree): boolean {
  if (tree === null) return true;
  return isFigure(tree) ? false : Object.values(tree).some(isUndetermined);
}
