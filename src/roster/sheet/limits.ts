/**
 * What a roster may be at most. A district has some ten thousand teachers; what is far beyond is no roster, and would only stop the page.
 */
export const LIMITS = {
  /** Bytes of the file as it is chosen. */
  fileBytes: 64 * 2 ** 20,
  /** Files inside a workbook. */
  parts: 10_000,
  /** Bytes of one file inside a workbook, unpacked. */
  partBytes: 512 * 2 ** 20,
  /** A part larger than this is looked at more closely: whether it is packed as people's sheets are. */
  suspectBytes: 32 * 2 ** 20,
  /** Unpacked bytes for a packed one: sheets of real people are below 30, rows upon rows without anything in them below 100. */
  suspectRatio: 150,
  /** Rows with anything in them. */
  rows: 200_000,
  columns: 500,
  /** Cells with anything in them, and the gaps before them. */
  cells: 20_000_000,
  /** Characters of all different texts of a sheet. */
  characters: 64 * 2 ** 20,
  /** Characters of one cell or tag: Excel allows 32,767 in a cell. */
  token: 2 ** 20,
} as const;
