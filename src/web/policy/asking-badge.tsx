import { useTranslation } from 'react-i18next';
import type { ReadingNode } from '../../policy/document/schema.ts';
import { ASK } from '../../words/grammar/choice.ts';

/** Marks a reading that the text does not decide and that has no default. @param isOpen whether none of its options is chosen, where that can be */
export function AskingBadge({ isOpen = false }: { isOpen?: boolean }) {
  const { t } = useTranslation();
  return <span className="badge warn">{t(isOpen ? 'readings.open' : 'readings.asking')}</span>;
}

/** How the reason of a reading is introduced: for its default, or for having none. */
export function reasonKey({ default: usual }: Pick<ReadingNode, 'default'>): 'readings.reason' | 'readings.askingReason' {
  return usual === ASK ? 'readings.askingReason' : 'readings.reason';
}
