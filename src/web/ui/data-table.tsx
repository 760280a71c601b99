import { Pagination } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** A column of a table. */
export interface Column<Row> {
  readonly key: string;
  readonly title: string;
  /** Numbers are right-aligned. */
  readonly numeric?: boolean;
  /** Whether the cell is the header of its row. */
  readonly rowHeader?: boolean;
  readonly cell: (row: Row) => ReactNode;
  /** The sort key of a row; a column without it cannot be sorted. */
  readonly sortBy?: (row: Row) => bigint | number | string;
}

interface DataTableProps<Row> {
  readonly caption: string;
  readonly captionHidden?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly pageSize?: number;
  /** Rows below the others, such as totals: one cell per column. */
  readonly footer?: readonly (readonly ReactNode[])[];
}

interface Order {
  readonly key: string;
  readonly descending: boolean;
}

/** A plain table with a caption; sorted and paged on demand. */
export function DataTable<Row>({ caption, captionHidden = false, columns, rows, rowKey, pageSize, footer = [] }: DataTableProps<Row>) {
  const { t } = useTranslation();
  const [order, setOrder] = useState<Order | null>(null);
  const [page, setPage] = useState(1);
  const sorted = order ? sortRows(rows, columns, order) : rows;
  const pages = pageSize ? Math.max(1, Math.ceil(sorted.length / pageSize)) : 1;
  const shown = pageSize ? sorted.slice((Math.min(page, pages) - 1) * pageSize, Math.min(page, pages) * pageSize) : sorted;
  const sortOn = (key: string) => {
    setOrder({ key, descending: order?.key === key ? !order.descending : false });
    setPage(1);
  };
  return (
    <div className="table-frame">
      <table>
        <caption className={captionHidden ? 'unseen' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ key, title, numeric, sortBy }) => (
              <th
                key={key}
                scope="col"
                className={numeric ? 'numeric' : undefined}
                aria-sort={order?.key === key ? (order.descending ? 'descending' : 'ascending') : undefined}
              >
                {sortBy ? (
                  <button type="button" className="sort" title={t('table.sortBy', { column: title })} onClick={() => sortOn(key)}>
                    {title}
                  </button>
                ) : (
                  title
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map(({ key, numeric, rowHeader, cell }) =>
                rowHeader ? (
                  <th key={key} scope="row">
                    {cell(row)}
                  </th>
                ) : (
                  <td key={key} className={numeric ? 'numeric' : undefined}>
                    {cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
          {rows.length === 0 && (
            <tr>
              <td colSpan={columns.length}>{t('table.empty')}</td>
            </tr>
          )}
        </tbody>
        {footer.length > 0 && (
          <tfoot>
            {footer.map((cells, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: totals never change places
              <tr key={index}>
                {columns.map(({ key, numeric, rowHeader }, at) =>
                  rowHeader ? (
                    <th key={key} scope="row">
                      {cells[at]}
                    </th>
                  ) : (
                    <td key={key} className={numeric ? 'numeric' : undefined}>
                      {cells[at]}
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tfoot>
        )}
      </table>
      {pageSize !== undefined && rows.length > pageSize && (
        <nav aria-label={t('table.pages', { caption })}>
          <Pagination
            size="small"
            current={Math.min(page, pages)}
            pageSize={pageSize}
            total={rows.length}
            showSizeChanger={false}
            onChange={setPage}
          />
        </nav>
      )}
    </div>
  );
}

function sortRows<Row>(rows: readonly Row[], columns: readonly Column<Row>[], { key, descending }: Order): Row[] {
  const by = columns.find((column) => column.key === key)?.sortBy;
  if (!by) return [...rows];
  const sign = descending ? -1 : 1;
  return rows.toSorted((one, other) => {
    const [a, b] = [by(one), by(other)];
    if (typeof a === 'string' && typeof b === 'string') return sign * a.localeCompare(b, 'zh-CN');
    return a < b ? -sign : a > b ? sign : 0;
  });
}
