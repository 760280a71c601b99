/** What a text may say of an item beside its amount: whether it is taxed, and of which bases it is a part. */
export const TREATMENTS = ['taxable', 'contributions', 'pension'] as const;
export type Treatment = (typeof TREATMENTS)[number];

/** What the text says of an item, by treatment; what it does not say is not there, which is neither yes nor no. */
export function treatmentsOf<T>(node: Readonly<Partial<Record<Treatment, T | undefined>>>): [Treatment, T][] {
  return TREATMENTS.flatMap((name): [Treatment, T][] => {
    const said = node[name];
    return said === undefined ? [] : [[name, said]];
  });
}
