/**
 * The limits of a roster. A district has some ten thousand teachers; a file far beyond that is not a roster and would only block the page.
 */
export const LIMITS = {
  /** Bytes of the chosen file. */
  fileBytes: 64 * 2 ** 20,
  /** Files inside a workbook. */
  parts: 10_000,
  /** Bytes of one file inside a workbook, unpacked. */
  partBytes: 512 * 2 ** 20,
  /** Above this size, the compression ratio of a part must be that of a real sheet. */
  suspectBytes: 32 * 2 ** 20,
  /** The most unpacked bytes for a packed one: sheets of real people stay below 30, masses of empty rows below 100. */
  suspectRatio: 150,
  /** Rows that are not empty. */
  rows: 200_000,
  columns: 500,
  /** Cells that are not empty, and the gaps before them. */
  cells: 20_000_000,
  /** Characters of all distinct texts of a sheet. */
  characters: 64 * 2 ** 20,
  /** Characters of one cell or tag: Excel allows 32,767 in a cell. */
  token: 2 ** 20,
} as const;
