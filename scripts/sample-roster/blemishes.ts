/** One row of the sheet being made, its cells by fact (`from` is the month of change). */
export type SheetRow = Record<string, string>;

/** A planted fault: the row that is spoilt, or a row inserted after it, and the expected faults. */
interface Blemish {
  /** How far down the sheet, from 0 to 1. */
  readonly at: number;
  /** Whether the row is suitable. */
  readonly fits: (row: SheetRow) => boolean;
  /** Cells to overwrite. */
  readonly spoil?: SheetRow;
  /** A row to insert after this one. */
  readonly insert?: (row: SheetRow) => SheetRow;
}

const isPerson = (row: SheetRow) => row.from === '';
const hasIncrement = (row: SheetRow) => isPerson(row) && row.payStepIncrement !== '';
const isContract = (row: SheetRow) => isPerson(row) && row.monthlySalary !== '';

/** The faults of the sample, each of another kind. The test of the sample names the fault of each. */
const FAULTS: readonly Blemish[] = [
  { at: 0.03, fits: isContract, spoil: { monthlySalary: 'abc' } },
  { at: 0.1, fits: isPerson, spoil: { area: '城郊' } },
  { at: 0.18, fits: isPerson, spoil: { area: '' } },
  { at: 0.26, fits: hasIncrement, spoil: { payStepIncrement: '1,20元' } },
  { at: 0.34, fits: isPerson, spoil: { employedFrom: '2025-13' } },
  { at: 0.42, fits: isPerson, insert: (row) => ({ ...row, name: '示例重号' }) },
  { at: 0.5, fits: isPerson, spoil: { id: '' } },
  { at: 0.58, fits: isPerson, insert: () => ({ id: 'JF99999', assessment: '合格', from: '2025-09' }) },
  { at: 0.66, fits: (row) => row.from === '2025-09', insert: (row) => ({ id: row.id ?? '', commute: '远', from: '2025年9月' }) },
  { at: 0.74, fits: isPerson, spoil: { employedFrom: '2025-09', employedTo: '2025-03' } },
  { at: 0.82, fits: (row) => !isPerson(row), spoil: { from: '2025-00' } },
  { at: 0.9, fits: (row) => !isPerson(row), spoil: { assessment: '良好' } },
  { at: 0.97, fits: hasIncrement, spoil: { payStepIncrement: '-35.00' } },
];

/** Valid spellings as people write them; the reader accepts all of these. */
const HABITS: readonly (readonly [every: number, rewrite: (row: SheetRow) => SheetRow])[] = [
  [97, (row) => (row.area === '城市' ? { area: '城区' } : row.area === '农村' ? { area: '乡村' } : {})],
  [101, (row) => (row.backboneLevel === '区(县)级' ? { backboneLevel: '区级' } : {})],
  [53, (row) => (row.from ? { from: row.from.replace(/^(\d+)-0?(\d+)$/, '$1年$2月') } : {})],
  [61, (row) => (row.from ? { from: row.from.replace(/^(\d+)-0?(\d+)$/, '$1/$2') } : {})],
  [67, (row) => (row.monthlySalary ? { monthlySalary: row.monthlySalary.replace(/^(\d)(\d{3})/, '$1,$2') } : {})],
  [71, (row) => (row.monthlySalary ? { monthlySalary: `${row.monthlySalary}元` } : {})],
  [79, (row) => (row.payStepIncrement ? { payStepIncrement: widen(row.payStepIncrement) } : {})],
  [83, (row) => (row.classTeacher === '是' ? { classTeacher: '√' } : {})],
];

/** Full-width digits, as a Chinese input method leaves them. */
function widen(text: string): string {
  return text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
}

/** Writes the sheet as people do, and plants the faults. */
export function blemish(rows: readonly SheetRow[]): SheetRow[] {
  const sheet = rows.map((row, index) => {
    const rewritten = HABITS.filter(([every]) => index % every === 0).map(([, rewrite]) => rewrite(row));
    return Object.assign({ ...row }, ...rewritten) as SheetRow;
  });
  for (const { at, fits, spoil, insert } of FAULTS.toReversed()) {
    const start = Math.floor(at * sheet.length);
    const index = sheet.findIndex((row, position) => position >= start && fits(row));
    const row = sheet[index];
    if (!row) throw new Error(`no row from ${start} on serves`);
    if (spoil) Object.assign(row, spoil);
    if (insert) sheet.splice(index + 1, 0, insert(row));
  }
  return sheet;
}
