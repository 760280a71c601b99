import type { Dictionary } from '../../facts/dictionary.ts';
import { CHANGE_HEADER, CHANGE_MONTH, IDENTITY, IDENTITY_HEADER, IGNORED, type Meaning } from '../cells/meaning.ts';
import { columnName, type Sheet } from '../sheet/sheet.ts';
import type { MappedColumn } from './mapping.ts';
import { suggestMapping } from './suggest.ts';

/** A column to write, and what it must be read as later. */
export type WrittenColumn = Pick<MappedColumn, 'index' | 'header' | 'meaning'>;

/**
 * Headers by which columns are later read with the same meaning: their own if it says so, otherwise the name of the fact beside their
 * own. A column that was not read although its header would be gets a header that says where it was.
 *
 * @param others headers of further columns behind them, which stay as they are
 */
export function writtenHeaders(columns: readonly WrittenColumn[], others: readonly string[], dictionary: Dictionary): string[] {
  let headers = columns.map(({ header }) => header);
  for (const otherwise of [withName, nameAlone]) {
    const read = readAs([...headers, ...others], dictionary);
    headers = columns.map((column, at) => (read[at] === column.meaning ? (headers[at] as string) : otherwise(column, dictionary)));
  }
  return headers;
}

/** The meanings of headers without any cells below them. */
function readAs(headers: readonly string[], dictionary: Dictionary): Meaning[] {
  const row = { number: 1, cells: headers, kinds: 't'.repeat(headers.length) };
  const sheet: Sheet = { format: 'xlsx', name: '', rows: [row], merges: [], malformed: [], hiddenRows: 0 };
  const read = new Map(suggestMapping(sheet, dictionary, { headerRow: 1 })?.columns.map(({ index, meaning }) => [index, meaning]));
  return headers.map((_, at) => read.get(at) ?? IGNORED);
}

function withName(column: WrittenColumn, dictionary: Dictionary): string {
  const { header, meaning } = column;
  if (meaning === IGNORED || header === '') return nameAlone(column, dictionary);
  return `${nameAlone(column, dictionary)}（${header}）`;
}

function nameAlone({ index, header, meaning }: WrittenColumn, { byId }: Dictionary): string {
  if (meaning === IGNORED) return `${columnName(index)}列 ${header}`.trim();
  if (meaning === CHANGE_MONTH) return CHANGE_HEADER;
  return meaning === IDENTITY ? IDENTITY_HEADER : (byId.get(meaning)?.label.zh ?? meaning);
}
