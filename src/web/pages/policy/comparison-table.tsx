import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Catalogue, CatalogueProvider } from '../../policy/catalogue.ts';
import { type Anchored, ClauseLink } from '../../policy/clause-link.tsx';
import { useLabels } from '../../policy/labels.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { type Named, type Pair, pairUp } from './comparison.ts';

/** The two policies that are compared. */
export interface Sides {
  readonly left: Catalogue;
  readonly right: Catalogue;
}

interface ComparisonTableProps<T> extends Sides {
  readonly caption: string;
  /** The entry of one policy. */
  readonly of: (catalogue: Catalogue) => readonly Named<T>[];
  /** Its anchor on the page of its policy. */
  readonly kind?: Anchored;
  /** Its description, in the context of its own policy. */
  readonly cell: (one: Named<T>) => ReactNode;
  /** Whether the two differ, or the names of the aspects in which they do. */
  readonly apart: (left: Named<T>, right: Named<T>) => boolean | readonly string[];
}

/** One kind of entry in both policies, a row each, with a note of the differences. */
export function ComparisonTable<T>({ left, right, caption, of, kind, cell, apart }: ComparisonTableProps<T>) {
  const { t } = useTranslation();
  const { say } = useLabels();
  const side = (catalogue: Catalogue, one: Named<T> | null, row: Pair<T>) =>
    one === null ? (
      <span className="hint">{t('unit.none')}</span>
    ) : (
      <CatalogueProvider value={catalogue}>
        {one.title !== titleOf(row) && (
          <div>
            <strong>{one.title}</strong>
          </div>
        )}
        {cell(one)}
        {kind && (
          <div>
            <ClauseLink kind={kind} id={one.id}>
              {t('policy.compare.see', { title: one.title })}
            </ClauseLink>
          </div>
        )}
      </CatalogueProvider>
    );
  const difference = (row: Pair<T>) => {
    if (!row.left || !row.right) return t(row.left ? 'policy.compare.leftOnly' : 'policy.compare.rightOnly');
    const aspects = apart(row.left, row.right);
    if (aspects === false || (aspects !== true && aspects.length === 0)) return t('policy.compare.same');
    return (
      <strong className="apart">
        {aspects === true ? t('policy.compare.different') : t('policy.compare.apart', { aspects: aspects.join(t('app.listComma')) })}
      </strong>
    );
  };
  const columns: Column<Pair<T>>[] = [
    { key: 'title', title: t('budget.item'), rowHeader: true, cell: titleOf },
    { key: 'left', title: say(left.policy.document.title), cell: (row) => side(left, row.left, row) },
    { key: 'right', title: say(right.policy.document.title), cell: (row) => side(right, row.right, row) },
    { key: 'difference', title: t('policy.compare.difference'), cell: difference },
  ];
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={pairUp(of(left), of(right))}
      rowKey={({ left: one, right: other }) => `${one?.id ?? ''} ${other?.id ?? ''}`}
    />
  );
}

function titleOf<T>({ left, right }: Pair<T>): string {
  return (left ?? right)?.title ?? '';
}
