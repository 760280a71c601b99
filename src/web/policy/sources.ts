import type { TFunction } from 'i18next';
import type { AllowanceNode } from '../../policy/document/schema.ts';
import type { SourceNode } from '../../words/funding.ts';
import type { Labels } from './labels.ts';

/** Who pays an allowance and from which source, in one line; empty if the text names neither. */
export function sourcesText(node: AllowanceNode | undefined, t: TFunction, { say }: Labels): string {
  const { payer, funding } = node ?? {};
  const name = (source: SourceNode): string => {
    const below = source.split?.map(name).join(t('app.listComma'));
    return below === undefined ? say(source) : t('policy.sources.of', { source: say(source), below });
  };
  return [
    ...(payer ? [t('app.colon', { label: t('policy.payer'), value: say(payer) })] : []),
    ...(funding ? [t('app.colon', { label: t('policy.funding'), value: funding.map(name).join(t('app.listComma')) })] : []),
  ].join(t('app.semicolon'));
}
