import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../src/roster/sheet/limits.ts';
import { SharedStringsListener } from '../../../src/roster/xlsx/shared-strings.ts';
import { SheetListener } from '../../../src/roster/xlsx/sheet-listener.ts';
import { StylesListener } from '../../../src/roster/xlsx/styles.ts';
import type { Workbook } from '../../../src/roster/xlsx/workbook.ts';
import type { Attributes } from '../../../src/roster/xlsx/xml.ts';

const EMPTY: Workbook = {
  file: { bytes: new Uint8Array(), parts: new Map() },
  sheets: [],
  strings: [],
  formats: [],
  struck: new Set<number>(),
  uses1904: false,
  hasMacros: false,
};
const refusal = (refused: string, params: object = {}) => expect.objectContaining({ refusal: { refused, params } });

/** Attributes without a prefix. */
const attributes = (values: Record<string, string | number>): Attributes =>
  Object.fromEntries(Object.entries(values).map(([local, value]) => [local, { prefix: '', local, value: String(value) }]));

/** A text in a cell of its own. */
function addText(listener: SheetListener, reference: string, text: string): void {
  listener.open('c', attributes({ r: reference, t: 'str' }));
  listener.open('v', {});
  listener.text(text);
  listener.close('v');
  listener.close('c');
}

describe('a workbook', () => {
  it('is refused where the gaps before its cells alone would fill the memory', () => {
    const listener = new SheetListener(EMPTY);
    const fill = () => {
      for (let row = 1; ; row++) {
        listener.open('row', attributes({ r: row }));
        addText(listener, `SF${row}`, 'x');
        listener.close('row');
      }
    };
    listener.open('sheetData', {});
    expect(fill).toThrow(refusal('too-many-cells', { maximum: LIMITS.cells }));
  });

  it.each(['sheet', 'shared'] as const)('is refused where its texts would fill the memory (%s)', (where) => {
    const sheet = new SheetListener(EMPTY);
    const shared = new SharedStringsListener();
    const fill = () => {
      sheet.open('sheetData', {});
      for (let row = 1; ; row++) {
        const text = String(row).padEnd(2 ** 20);
        if (where === 'sheet') {
          sheet.open('row', attributes({ r: row }));
          addText(sheet, `A${row}`, text);
          sheet.close('row');
        } else {
          shared.open('t');
          shared.text(text);
          shared.close('t');
          shared.close('si');
        }
      }
    };
    expect(fill).toThrow(refusal('too-much-text'));
  });

  it('is refused with more styles than Excel has', () => {
    const styles = new StylesListener();
    styles.open('cellXfs', {});
    const fill = () => {
      for (;;) styles.open('xf', attributes({ numFmtId: 14 }));
    };
    expect(fill).toThrow(refusal('damaged'));
    expect(styles.formats[0]).toEqual({ kind: 'date' });
  });
});
