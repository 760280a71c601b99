import { observeElementOffset, observeElementRect, useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import './virtual-grid.css';

/** A column of a grid. */
export interface GridColumn<Row> {
  readonly key: string;
  readonly title: string;
  /** In pixels if there is too little room; otherwise columns share the remaining width in this proportion. */
  readonly width: number;
  readonly numeric?: boolean;
  readonly sortable?: boolean;
  readonly cell: (row: Row) => ReactNode;
}

export interface GridSort {
  readonly by: string;
  readonly descending: boolean;
}

interface VirtualGridProps<Row> {
  readonly label: string;
  readonly columns: readonly GridColumn<Row>[];
  /** The number of rows, without limit. */
  readonly total: number;
  /** The row at an index; undefined while it is being fetched. */
  readonly rowAt: (index: number) => Row | undefined;
  /** Called with the range of visible rows. */
  readonly onSight: (first: number, last: number) => void;
  readonly onOpen: (row: Row) => void;
  readonly sort: GridSort | undefined;
  readonly onSort: (by: string) => void;
  /** Identifies the list: another one starts at its top. */
  readonly listKey: string;
}

/** The heights that the style sheet gives to a row and to the sticky header. */
const ROW_PX = 32;
const HEADER_PX = 34;
/** Rows rendered above and below the visible ones, so that scrolling finds them ready. */
const SPARE = 12;

/**
 * A table that renders only its visible rows, so that a hundred thousand scroll as smoothly as ten. One row is current: arrow keys move it,
 * Enter opens it.
 */
export function VirtualGrid<Row>({ label, columns, total, rowAt, onSight, onOpen, sort, onSort, listKey }: VirtualGridProps<Row>) {
  const { t } = useTranslation();
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(0);
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW_PX,
    observeElementRect: observeSizeWhileShown,
    observeElementOffset: observePlaceWhileShown,
    overscan: SPARE,
    paddingStart: HEADER_PX,
    scrollPaddingStart: HEADER_PX,
  });
  const drawn = virtualizer.getVirtualItems();
  const begin = drawn[0]?.index ?? 0;
  const end = drawn.length === 0 ? 0 : begin + drawn.length;

  useEffect(() => {
    if (end > begin) onSight(begin, end - 1);
  }, [begin, end, onSight]);
  // Effects also run again when React shows a hidden tree again; the list has not changed then.
  const shown = useRef(listKey);
  useLayoutEffect(() => {
    if (shown.current === listKey) return;
    shown.current = listKey;
    virtualizer.scrollToOffset(0);
  }, [virtualizer, listKey]);
  const [listed, setListed] = useState(listKey);
  if (listed !== listKey) {
    setListed(listKey);
    setCurrent(0);
  }

  const move = (to: number) => {
    const at = Math.max(0, Math.min(total - 1, to));
    setCurrent(at);
    virtualizer.scrollToIndex(at);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const { startIndex, endIndex } = virtualizer.range ?? { startIndex: 0, endIndex: 0 };
    const page = Math.max(1, endIndex - startIndex - 1);
    const targets: Record<string, number> = {
      ArrowDown: current + 1,
      ArrowUp: current - 1,
      PageDown: current + page,
      PageUp: current - page,
      Home: 0,
      End: total - 1,
    };
    const to = targets[event.key];
    const row = event.key === 'Enter' ? rowAt(current) : undefined;
    // A button in the header handles its own keys.
    if (event.target !== event.currentTarget || (to === undefined && row === undefined)) return;
    event.preventDefault();
    if (to !== undefined) move(to);
    else if (row !== undefined) onOpen(row);
  };
  return (
    <div ref={frame} className="virtual-grid" style={{ height: HEADER_PX + Math.max(1, total) * ROW_PX + 2 }}>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table of which one row is current is a grid
        role="grid"
        aria-label={label}
        aria-rowcount={total + 1}
        aria-activedescendant={current >= begin && current < end ? `${id}-${current}` : undefined}
        tabIndex={0}
        onKeyDown={onKeyDown}
        style={{ minWidth: columns.reduce((sum, { width }) => sum + width, 0) }}
      >
        <colgroup>
          {columns.map(({ key, width }) => (
            <col key={key} style={{ width }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map(({ key, title, numeric, sortable }) => (
              <th
                key={key}
                scope="col"
                className={numeric ? 'numeric' : undefined}
                aria-sort={sort?.by === key ? (sort.descending ? 'descending' : 'ascending') : undefined}
              >
                {sortable ? (
                  <button type="button" className="sort" title={t('table.sortBy', { column: title })} onClick={() => onSort(key)}>
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
          <Gap rows={begin} columns={columns.length} />
          {drawn.map(({ index }) => {
            const row = rowAt(index);
            return (
              <tr
                key={index}
                id={`${id}-${index}`}
                aria-rowindex={index + 2}
                aria-selected={index === current}
                onClick={({ target }) => {
                  setCurrent(index);
                  // A link handles its own clicks.
                  if (row !== undefined && !(target as Element).closest('a')) onOpen(row);
                }}
              >
                {columns.map(({ key, numeric, cell }) => (
                  <td key={key} className={numeric ? 'numeric' : undefined}>
                    {row === undefined ? t('explore.people.waiting') : cell(row)}
                  </td>
                ))}
              </tr>
            );
          })}
          <Gap rows={total - end} columns={columns.length} />
        </tbody>
      </table>
    </div>
  );
}

/*
 * A hidden frame has no size and scrolls to its top. Both are ignored: the rows stay as they were, and one of them may have the keyboard
 * focus.
 */

type Grid = Virtualizer<HTMLDivElement, Element>;

function observeSizeWhileShown(grid: Grid, tell: (size: { width: number; height: number }) => void) {
  return observeElementRect(grid, (size) => {
    if (size.height === 0) return;
    tell(size);
    grid.scrollElement?.scrollTo({ top: grid.scrollOffset ?? 0 });
  });
}

function observePlaceWhileShown(grid: Grid, tell: (top: number, isScrolling: boolean) => void) {
  return observeElementOffset(grid, (top, isScrolling) => {
    if (grid.scrollElement?.clientHeight !== 0) tell(top, isScrolling);
  });
}

/** Placeholder for the rows that are not rendered. */
function Gap({ rows, columns }: { rows: number; columns: number }) {
  return (
    rows > 0 && (
      // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it can be focused
      <tr aria-hidden="true" className="gap" style={{ height: rows * ROW_PX }}>
        <td colSpan={columns} />
      </tr>
    )
  );
}
