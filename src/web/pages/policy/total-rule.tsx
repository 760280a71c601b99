import { useTranslation } from 'react-i18next';
import { Figure } from '../../features/rule-words/figure.tsx';
import { Line } from '../../features/rule-words/line.tsx';
import { useCatalogue } from '../../policy/catalogue.ts';
import { groupCount, groupDigits } from '../../ui/amounts.ts';
import type { EntryOf } from './clauses.ts';

type TotalNode = EntryOf<'total'>['node'];

/** A total that the text prints beside what its parts come to, and whether the two agree. */
export function TotalRule({ id, node }: { id: string; node: TotalNode }) {
  const { t } = useTranslation();
  const { policy } = useCatalogue();
  const figures = policy.usage.totals[id];
  if (!figures) return null;
  const { printed, computed, difference, agrees } = figures;
  const yuan = (amount: string) => t('unit.amount', { amount: groupDigits(amount) });
  return (
    <dl className="rule">
      <Line title={t('policy.totals.printed')}>
        {t(node.more ? 'policy.totals.printedMore' : 'policy.totals.printedAs', { printed: node.printed, amount: yuan(printed) })}
      </Line>
      <Line title={t('policy.totals.computed')}>
        {computed === null ? <span className="awaited">{t('unit.awaited')}</span> : <span className="amount">{yuan(computed)}</span>}
        <ul className="cases">
          {node.of.map((part) => (
            <li key={JSON.stringify(part)}>
              <Part part={part} />
            </li>
          ))}
        </ul>
      </Line>
      <Line title={t('policy.totals.verdict')}>
        <span className={agrees === 'no' ? 'warning-text' : undefined}>
          {t(`policy.totals.agrees.${agrees ?? 'open'}`, { difference: yuan(difference ?? '0') })}
        </span>
      </Line>
    </dl>
  );
}

function Part({ part }: { part: TotalNode['of'][number] }) {
  const { t } = useTranslation();
  return (
    <>
      {part.count !== undefined && t('policy.totals.times', { people: groupCount(part.count) })}
      {'figure' in part ? <Figure parameter={part.figure} /> : part.amount}
      {part.months !== undefined && t('policy.totals.months', { months: part.months })}
    </>
  );
}
