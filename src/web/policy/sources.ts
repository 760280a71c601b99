import type { TFunction } from 'i18next';
import type { AllowanceNode } from '../../policy/document/schema.ts';
import type { Labels } from './labels.ts';

/** Who pays an allowance and from which source, in one line; empty if the text names neither. */
export function sourcesText(node: AllowanceNode | undefined, t: TFunction, { say }: Labels): string {
  const { payer, funding } = node ?? {};
  return [
    ...(payer ? [t('app.colon', { label: t('policy.payer'), value: say(payer) })] : []),
    ...(funding ? [t('app.colon', { label: t('policy.funding'), value: funding.map(say).join(t('app.listComma')) })] : []),
  ].join(t('app.semicolon'));
}
