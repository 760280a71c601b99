import { keep, useRemembered } from '../../../platform/storage/keep.ts';
import { useCatalogue } from '../../../policy/catalogue.ts';
import { formKey } from '../../../policy/use-kept.ts';

/** The unit that submits papers and workbooks: the same on all of them. */
export function useUnit(): readonly [unit: string, onUnit: (unit: string) => void] {
  const { policy } = useCatalogue();
  const key = formKey(policy.key, 'print-unit');
  return [useRemembered<string>(key) ?? '', (unit) => keep(key, unit)];
}
