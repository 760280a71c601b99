/** Whether a node is a mapping that has the key. */
export function has<K extends string>(node: unknown, key: K): node is Record<K, unknown> {
  return typeof node === 'object' && node !== null && !Array.isArray(node) && Object.hasOwn(node, key);
}
