import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { WhatIf } from '../../../contract/teacher/what-if.ts';
import { useCatalogue } from '../../policy/catalogue.ts';
import { useLabels } from '../../policy/labels.ts';
import { groupDifference, groupDigits, isZero } from '../../ui/amounts.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';

type Item = WhatIf['items'][number];

/** What a supposition would change, in a sentence and item by item. @param children the actions offered */
export function SupposedResult({ whatIf, children }: { whatIf: WhatIf; children: ReactNode }) {
  const { t } = useTranslation();
  const labels = useLabels();
  const { facts } = useCatalogue();
  const { supposition, personalBefore, personalAfter, personalDifference, institutionDifference, items } = whatIf;
  const { fact, value, from } = supposition;
  const money = facts.get(fact)?.type === 'money';
  const condition = {
    fact: labels.fact(fact),
    value: money ? groupDigits(String(value)) : labels.value(fact, value as string | boolean),
    from,
  };
  const subject = t(from === null ? 'person.if' : 'person.ifFrom', condition);
  const params = {
    subject,
    difference: groupDigits(personalDifference.replace('-', '')),
    before: groupDigits(personalBefore),
    after: groupDigits(personalAfter),
  };
  const way = isZero(personalDifference) ? 'same' : personalDifference.startsWith('-') ? 'less' : 'more';
  const columns: Column<Item>[] = [
    { key: 'item', title: t('budget.item'), rowHeader: true, cell: ({ allowance }) => labels.allowance(allowance) },
    {
      key: 'before',
      title: t('person.before'),
      numeric: true,
      cell: ({ before }) => (before === null ? t('unit.none') : groupDigits(before)),
    },
    { key: 'after', title: t('person.after'), numeric: true, cell: ({ after }) => (after === null ? t('unit.none') : groupDigits(after)) },
    { key: 'difference', title: t('budget.difference'), numeric: true, cell: ({ difference }) => groupDifference(difference) },
  ];
  return (
    <>
      <p className="supposed" data-testid="what-if">
        <strong>{t(`person.${way}`, params)}</strong> {children}
      </p>
      {!isZero(institutionDifference) && <p>{t('person.institutionToo', { difference: groupDifference(institutionDifference) })}</p>}
      {items.length > 0 && (
        <DataTable caption={t('person.whatIfItems')} columns={columns} rows={items} rowKey={({ allowance }) => allowance} />
      )}
      <p className="hint">{missingNote()}</p>
    </>
  );

  function missingNote(): string {
    const [before, after] = [whatIf.missingBefore.length, whatIf.missingAfter.length];
    if (after === 0) return before === 0 ? '' : t('person.thenComplete');
    return t('person.thenMissing', { count: after });
  }
}
