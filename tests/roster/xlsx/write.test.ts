import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import readExcel from 'read-excel-file/universal';
import { describe, expect, it } from 'vitest';
import writeExcel from 'write-excel-file/universal';
import { openWorkbook, readSheet } from '../../../src/roster/files/open.ts';
import { finish } from '../../../src/roster/sheet/progress.ts';
import { isRefusal } from '../../../src/roster/sheet/refusal.ts';
import { kindOf, type Sheet } from '../../../src/roster/sheet/sheet.ts';
import { isExactInExcel } from '../../../src/roster/xlsx/out-cell.ts';
import { type OutCell, writeWorkbook } from '../../../src/roster/xlsx/write.ts';
import { dictionary } from '../dictionary.ts';

/** Reads a sheet with our own reader. */
function read(bytes: Uint8Array, index = 0): Sheet {
  const opened = finish(openWorkbook(bytes, dictionary));
  if (isRefusal(opened)) throw new Error(opened.refused);
  const sheet = finish(readSheet(opened, index));
  if (isRefusal(sheet)) throw new Error(sheet.refused);
  return sheet;
}

/** Fen as yuan with two decimals. */
const yuan = (fen: bigint) => `${fen / 100n}.${String(fen % 100n).padStart(2, '0')}`;
/** A number as a reader gives it, which may have left zeros out. */
const toYuan = (text: string) => (text.includes('.') ? text.padEnd(text.indexOf('.') + 3, '0') : `${text}.00`);

/** Each filled cell by its place, as text and kind. */
function cellsOf(sheet: Sheet): Map<string, readonly [string, string]> {
  const cells = new Map<string, readonly [string, string]>();
  for (const row of sheet.rows) {
    for (const [index, text] of row.cells.entries()) {
      const kind = kindOf(row, index);
      if (kind !== 'blank') cells.set(`${row.number}:${index}`, [text, kind]);
    }
  }
  return cells;
}

const numbers = fc.oneof(
  fc.integer({ min: -999_999, max: 999_999_999 }),
  fc.nat({ max: 99_999_999 }).map((fen) => fen / 100),
);
const dates = fc
  .date({ min: new Date('1900-03-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
/** What both writers can hold: no character that XML has not, none that they trim or turn. */
const plainText = fc
  .string({
    unit: fc.constantFrom('王', '工', 'a', 'B', '0', '1', '<', '>', '&', '"', "'", '=', '+', '-', '@', '，', '𠮷', '_'),
    maxLength: 8,
  })
  .filter((text) => text !== '' && text.trim() === text);
const anyText = fc.string({
  unit: fc.oneof(fc.constantFrom('_', 'x', '0', 'D', '\t', '\u000b', '\ud800'), fc.string({ minLength: 1, maxLength: 1, unit: 'binary' })),
  minLength: 1,
  maxLength: 12,
});

type Written = readonly (readonly (string | number | { readonly date: string } | null)[])[];
const sheetOf = (text: fc.Arbitrary<string>): fc.Arbitrary<Written> =>
  fc.array(
    fc.array(
      fc.oneof(
        fc.constant(null),
        text,
        numbers,
        dates.map((date) => ({ date })),
      ),
      { minLength: 1, maxLength: 6 },
    ),
    {
      minLength: 1,
      maxLength: 8,
    },
  );

function expectedCells(rows: Written): Map<string, readonly [string, string]> {
  const cells = new Map<string, readonly [string, string]>();
  for (const [at, row] of rows.entries()) {
    for (const [index, cell] of row.entries()) {
      if (cell === null) continue;
      const said = typeof cell === 'string' ? [cell, 'text'] : typeof cell === 'number' ? [String(cell), 'number'] : [cell.date, 'date'];
      cells.set(`${at + 1}:${index}`, said as [string, string]);
    }
  }
  return cells;
}

describe('a sheet', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(sheetOf(anyText), (rows) => {
        const bytes = writeWorkbook([{ name: 'a', columns: [{ width: 10 }], rows }]);
        expect(cellsOf(read(bytes))).toEqual(expectedCells(rows));
      }),
      { numRuns: 200 },
    );
  });

  it('that another program wrote is read as it was written', async () => {
    await fc.assert(
      fc.asyncProperty(sheetOf(plainText), async (rows) => {
        const data = rows.map((cells) =>
          cells.map((cell) =>
            cell !== null && typeof cell === 'object'
              ? { value: new Date(`${cell.date}T00:00:00Z`), type: Date, format: 'yyyy/mm/dd' }
              : cell,
          ),
        );
        const blob = await writeExcel(data as never).toBlob();
        expect(cellsOf(read(new Uint8Array(await blob.arrayBuffer())))).toEqual(expectedCells(rows));
      }),
      { numRuns: 100 },
    );
  });

  it('that we wrote is read by another program as it was written', async () => {
    await fc.assert(
      fc.asyncProperty(sheetOf(plainText), async (rows) => {
        const bytes = writeWorkbook([{ name: 'a', columns: [{ width: 10, isText: true }], rows }]);
        const [sheet] = await readExcel(new Blob([bytes]), { parseNumber: (text: string) => text });
        const cells = new Map<string, string>();
        for (const [at, row] of (sheet?.data ?? []).entries()) {
          for (const [index, cell] of row.entries()) {
            if (cell !== null) cells.set(`${at + 1}:${index}`, cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell));
          }
        }
        expect(cells).toEqual(new Map([...expectedCells(rows)].map(([place, [text]]) => [place, text])));
      }),
      { numRuns: 100 },
    );
  });

  it('has amounts as numbers of two decimals, and sums that are formulas with their result', async () => {
    const fen = fc.oneof(fc.bigInt({ min: 0n, max: 10n ** 15n - 1n }), fc.bigInt({ min: 0n, max: 99_999n }));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fen, fen), { minLength: 1, maxLength: 6 }), async (pairs) => {
        const sum = (list: readonly bigint[]) => list.reduce((total, one) => total + one, 0n);
        const columns = [0, 1].map((column) => sum(pairs.map((pair) => pair[column] as bigint)));
        const down = columns.map((total) => ({ fen: total, fromRow: 2, toRow: pairs.length + 1 }));
        const rows: OutCell[][] = [
          ['甲', '乙', '合计'],
          ...pairs.map((pair): OutCell[] => [...pair.map((one) => ({ fen: one })), { fen: sum(pair), fromColumn: 0, toColumn: 1 }]),
          [...down, { fen: sum(columns), fromRow: 2, toRow: pairs.length + 1 }],
        ];
        const bytes = writeWorkbook([{ name: 'a', columns: [{ width: 10 }], rows }]);
        const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] as Uint8Array);
        const cells = new Map(
          [...xml.matchAll(/<c r="(\w+)" s="(\d)"( t="s")?>(?:<f>([^<]*)<\/f>)?<v>([^<]*)<\/v>/g)].map((found) => [found[1], found]),
        );
        const last = pairs.length + 2;
        for (const [column, total] of [...columns, sum(columns)].entries()) {
          const name = 'ABC'[column];
          const [, , , isText, formula, value] = cells.get(`${name}${last}`) ?? [];
          expect(isText === undefined).toBe(isExactInExcel(total));
          if (!isExactInExcel(total)) continue;
          expect([formula, value]).toEqual([`SUM(${name}2:${name}${last - 1})`, yuan(total)]);
        }
        expect(cells.get('C2')?.[4] ?? 'SUM(A2:B2)').toBe('SUM(A2:B2)');
        // Our reader and another program see the same numbers.
        const own = read(bytes).rows.map((row) => row.cells.map((cell) => cell));
        const expected = rows.slice(1).map((row) => row.map((cell) => yuan((cell as { fen: bigint }).fen)));
        expect(own.slice(1).map((row) => row.map(toYuan))).toEqual(expected);
        const [sheet] = await readExcel(new Blob([bytes]), { parseNumber: (text: string) => text });
        expect((sheet?.data ?? []).slice(1).map((row) => row.map((cell) => String(cell)))).toEqual(expected);
      }),
      { numRuns: 100 },
    );
  });

  it('has an amount of more digits than Excel keeps as a text with all of them', () => {
    const { rows } = read(writeWorkbook([{ name: 'a', columns: [], rows: [['x'], [{ fen: 10n ** 15n }], [{ fen: 10n ** 15n - 1n }]] }]));
    expect(rows.slice(1).map((row) => [row.cells[0], kindOf(row, 0)])).toEqual([
      ['10000000000000.00', 'text'],
      ['9999999999999.99', 'number'],
    ]);
  });

  it('has the sum of no cells as an amount: a formula would take in itself', () => {
    const rows: OutCell[][] = [
      ['x'],
      [
        { fen: 0n, fromRow: 2, toRow: 1 },
        { fen: 0n, fromColumn: 1, toColumn: 0 },
      ],
    ];
    const xml = strFromU8(unzipSync(writeWorkbook([{ name: 'a', columns: [], rows }]))['xl/worksheets/sheet1.xml'] as Uint8Array);
    expect(xml.match(/<v>0\.00<\/v>/g)).toHaveLength(2);
    expect(xml).not.toContain('<f>');
  });

  it('keeps its header in view, and columns where it is told to', () => {
    const xmlOf = (sheet: { fixedColumns?: number }) =>
      strFromU8(unzipSync(writeWorkbook([{ name: 'a', columns: [], rows: [['x']], ...sheet }]))['xl/worksheets/sheet1.xml'] as Uint8Array);
    expect(xmlOf({})).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
    expect(xmlOf({ fixedColumns: 2 })).toContain('<pane xSplit="2" ySplit="1" topLeftCell="C2" activePane="bottomRight" state="frozen"/>');
  });

  it('takes rows that come one by one', () => {
    const rows = [['工号'], ['1'], ['2']];
    const sheet = { name: 'a', columns: [{ width: 10 }] };
    expect(Buffer.compare(writeWorkbook([{ ...sheet, rows: rows.values() }]), writeWorkbook([{ ...sheet, rows }]))).toBe(0);
  });

  it('is the same bytes every time', () => {
    const sheets = [{ name: '名册', columns: [{ width: 10 }], rows: [['工号'], ['1']] }];
    expect(Buffer.compare(writeWorkbook(sheets), writeWorkbook(sheets))).toBe(0);
  });

  it('stands beside others', () => {
    const bytes = writeWorkbook([
      { name: '一', columns: [], rows: [['甲']] },
      { name: '二 & 三', columns: [], rows: [['乙']] },
    ]);
    expect(read(bytes, 1)).toMatchObject({ name: '二 & 三', rows: [{ cells: ['乙'] }] });
  });

  it('has no formula in it, whatever its texts are', () => {
    const { rows } = read(writeWorkbook([{ name: 'a', columns: [], rows: [['=1+1', '+1', '-1', '@A1', '\t=1']] }]));
    expect([...(rows[0]?.kinds ?? '')]).toEqual(['t', 't', 't', 't', 't']);
  });
});
