import { useTranslation } from 'react-i18next';
import { Range, Suggestion } from '../../features/rule-words/figure.tsx';
import { figuresAt } from '../../features/rule-words/figures.ts';
import { unitLabel } from '../../features/rule-words/value.tsx';
import { type PageParameter, useCatalogue } from '../../policy/catalogue.ts';
import { ClauseLink } from '../../policy/clause-link.tsx';
import { useLabels } from '../../policy/labels.ts';
import { ownerOf } from '../../policy/owner.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { useItemName } from '../../ui/quote.tsx';

/** The undetermined figures: the document promises them but does not give them. */
export function UndeterminedList() {
  const { t } = useTranslation();
  const labels = useLabels();
  const nameOf = useItemName();
  const { policy, parameters } = useCatalogue();
  const awaited = parameters.filter(({ figure }) => figure === null);
  const nodeOf = (key: string) => figuresAt(policy.document, key)?.node;
  const columns: Column<PageParameter>[] = [
    { key: 'name', title: t('policy.parameter'), rowHeader: true, cell: ({ key }) => labels.parameter(key) },
    { key: 'unit', title: t('policy.unit'), cell: (parameter) => unitLabel(parameter, t) },
    {
      key: 'used',
      title: t('policy.usedBy'),
      cell: ({ key }) => {
        const owner = ownerOf(policy.document, key) ?? ownerOf(policy.document, tableOf(policy.document.parameters, key));
        return owner ? (
          <ClauseLink kind={owner.kind} id={owner.id}>
            {labels.say(owner.title)}
          </ClauseLink>
        ) : (
          t('unit.none')
        );
      },
    },
    { key: 'clause', title: t('policy.clause'), cell: ({ key }) => nameOf(nodeOf(key)?.clause ?? { item: '' }) },
    {
      key: 'reference',
      title: t('policy.reference'),
      cell: ({ key, suggestion }) => {
        const node = nodeOf(key);
        const hasRange = node?.atLeast !== undefined || node?.atMost !== undefined;
        if (!node || !(suggestion || hasRange)) return t('unit.none');
        return (
          <>
            <Range node={node} />
            <Suggestion node={node} />
          </>
        );
      },
    },
  ];
  return (
    <section className="panel" id="policy-awaited" tabIndex={-1} aria-labelledby="policy-awaited-title">
      <h2 id="policy-awaited-title">{t('policy.awaited')}</h2>
      {awaited.length === 0 ? (
        <p className="hint">{t('policy.noAwaited')}</p>
      ) : (
        <DataTable caption={t('policy.awaitedHint')} columns={columns} rows={awaited} rowKey={({ key }) => key} />
      )}
    </section>
  );
}

function tableOf(parameters: Readonly<Record<string, unknown>>, key: string): string {
  return Object.keys(parameters).find((id) => key.startsWith(`${id}/`)) ?? key;
}
