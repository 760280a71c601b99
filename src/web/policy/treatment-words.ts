import type { TFunction } from 'i18next';
import type { PolicyDocument } from '../../policy/document/schema.ts';
import { TREATMENTS, treatmentsOf } from '../../policy/document/treatments.ts';
import type { Labels } from './labels.ts';

/** What the text says of tax and bases of an item, in one line; empty where it says nothing. @param said yes or no, by treatment */
export function treatmentText(said: Parameters<typeof treatmentsOf<boolean>>[0], t: TFunction): string {
  const parts = treatmentsOf(said).map(([name, is]) => t(`policy.treatments.${name}.${is ? 'yes' : 'no'}`));
  return parts.join(t('app.semicolon'));
}

/** For each thing that the text says of tax or bases of some item: of which items it does, and of which it says nothing. */
export function treatmentLines({ allowances }: PolicyDocument, t: TFunction, { say }: Pick<Labels, 'say'>) {
  return TREATMENTS.flatMap((name) => {
    const nodes = Object.values(allowances);
    if (nodes.every((node) => node[name] === undefined)) return [];
    return (['yes', 'no', 'unsaid'] as const).flatMap((answer) => {
      const those = nodes.filter((node) => node[name]?.is === (answer === 'unsaid' ? undefined : answer === 'yes'));
      const value = those.map(({ title }) => say(title)).join(t('app.listComma'));
      return those.length === 0 ? [] : [{ label: t(`policy.treatments.${name}.${answer}`), value }];
    });
  });
}
