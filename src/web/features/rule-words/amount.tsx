import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AMOUNT_RULES } from './amount-words.tsx';
import { ByReading } from './by-reading.tsx';
import type { Inner } from './inner.ts';
import { isChoice, isMapping } from './nodes.ts';

/** A word of any key, with the component that knows its nodes. */
interface Sentence {
  readonly Rule: (props: Inner & { readonly node: unknown }) => ReactNode;
  isInline?(node: unknown, isInline: Inner['isInline']): boolean;
}

/** The amount of a rule, in words, with its tables. */
export function Amount({ node }: { node: unknown }) {
  const { t } = useTranslation();
  if (node === 'nothing') return t('policy.amount.nothing');
  if (isChoice(node)) return <ByReading node={node}>{(value) => <Amount node={value} />}</ByReading>;
  const sentence = sentenceOf(node);
  if (!sentence) return <code>{JSON.stringify(node)}</code>;
  return <sentence.Rule node={node} Amount={Amount} isInline={isInline} />;
}

function isInline(node: unknown): boolean {
  if (node === 'nothing') return true;
  return !isChoice(node) && (sentenceOf(node)?.isInline?.(node, isInline) ?? false);
}

function sentenceOf(node: unknown): Sentence | undefined {
  const key = isMapping(node) ? Object.keys(AMOUNT_RULES).find((one) => Object.hasOwn(node, one)) : undefined;
  return key === undefined ? undefined : (AMOUNT_RULES[key as keyof typeof AMOUNT_RULES] as unknown as Sentence);
}
