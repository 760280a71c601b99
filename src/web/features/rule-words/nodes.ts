/** A value chosen by a reading: a value for each option's name, or nothing if the name itself is the value. */
export interface ChoiceNode {
  readonly reading: string;
  readonly [option: string]: unknown;
}

/** Whether a node of a rule is chosen by a reading. */
export function isChoice(node: unknown): node is ChoiceNode {
  return isMapping(node) && typeof node.reading === 'string';
}

/** Whether a node of a rule is a mapping. */
export function isMapping(node: unknown): node is Readonly<Record<string, unknown>> {
  return typeof node === 'object' && node !== null && !Array.isArray(node);
}

/** The value of a choice under one option. */
export function valueUnder({ reading: _, ...options }: ChoiceNode, option: string): unknown {
  return Object.keys(options).length === 0 ? option : options[option];
}

/** The readings that a rule depends on, in the order in which it names them. */
export function readingsIn(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  const own = isChoice(node) ? [node.reading] : [];
  return [...new Set([...own, ...Object.values(node).flatMap(readingsIn)])];
}
