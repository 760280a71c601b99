import type { ReactNode } from 'react';

/** A column of a table on paper. */
export interface PaperColumn {
  readonly title: ReactNode;
  /** Numbers are right-aligned. */
  readonly numeric?: boolean;
  /** A CSS width; by content if absent. */
  readonly width?: string;
  readonly className?: string;
}

interface PaperTableProps {
  readonly caption?: ReactNode;
  readonly columns: readonly PaperColumn[];
  readonly rows: readonly (readonly ReactNode[])[];
  /** Totals below the rows. */
  readonly footer?: readonly (readonly ReactNode[])[];
  readonly className?: string;
}

/** A table on paper: its header is repeated on every page, and no row is split. */
export function PaperTable({ caption, columns, rows, footer = [], className }: PaperTableProps) {
  const line = (cells: readonly ReactNode[], key: number) => (
    <tr key={key}>
      {columns.map(({ numeric, className: ofColumn }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: columns never change places
        <td key={at} className={[numeric && 'numeric', ofColumn].filter(Boolean).join(' ') || undefined}>
          {cells[at]}
        </td>
      ))}
    </tr>
  );
  return (
    <table className={className}>
      {caption !== undefined && <caption>{caption}</caption>}
      <thead>
        <tr>
          {columns.map(({ title, width }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: columns never change places
            <th key={at} scope="col" style={width ? { width } : undefined}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{rows.map(line)}</tbody>
      {footer.length > 0 && <tfoot>{footer.map(line)}</tfoot>}
    </table>
  );
}
