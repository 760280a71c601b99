/** The expected result of a file. */
export type Expected =
  | { readonly refused: string }
  | {
      /** The name of the sheet read by default; empty for a CSV. */
      readonly sheet?: string;
      /** The codes of notes, beyond people and faults. */
      readonly notes?: readonly string[];
      /** `A 工号 = id`, followed by how it was guessed if not by the header. */
      readonly columns: readonly string[];
      /** Row, then the record as in a request. */
      readonly teachers: readonly (readonly [row: number, record: Readonly<Record<string, unknown>>])[];
      /** Row or cell, code, and the other rows that it names. */
      readonly faults?: readonly string[];
      /** First to last row, reason. */
      readonly skipped?: readonly string[];
      /** Notes on cells: the first cell, code, count; and what a spelling was taken for, or amounts became. */
      readonly told?: readonly string[];
    };

/** A messy file, as people send them. */
export interface Fixture {
  readonly file: string;
  /** What is wrong with it. */
  readonly about: string;
  readonly bytes: Uint8Array;
  readonly expected: Expected;
}

/** The columns of most of the files. */
export const HEADER = ['工号', '姓名', '用人形式', '城乡'] as const;
export const COLUMNS: readonly string[] = ['A 工号 = id', 'B 姓名 = name', 'C 用人形式 = post', 'D 城乡 = area'];

/** Two people in these columns, and the expected records. */
export const WANG = ['T1', '王一', '在编', '农村'] as const;
export const LI = ['T2', '李二', '临聘', '城市'] as const;
export const WANG_RECORD = { id: 'T1', name: '王一', post: 'established', area: 'rural' };
export const LI_RECORD = { id: 'T2', name: '李二', post: 'temporary', area: 'urban' };

/** The text of a CSV file with these rows. */
export function csv(rows: readonly (readonly string[])[], delimiter = ',', newline = '\r\n'): string {
  return rows.map((cells) => cells.join(delimiter) + newline).join('');
}

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** UTF-16, little-endian by default. */
export function utf16(text: string, bigEndian = false): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), !bigEndian);
  return bytes;
}

/** GB18030, by inverting the decoder, since there is no encoder for it. */
export function gb18030(text: string): Uint8Array {
  const decoder = new TextDecoder('gb18030', { fatal: true });
  const codes = new Map<string, readonly number[]>([['\u3400', [0x81, 0x39, 0xee, 0x39]]]);
  for (let high = 0x81; high <= 0xfe; high++) {
    for (let low = 0x40; low <= 0xfe; low++) {
      if (low === 0x7f) continue;
      try {
        codes.set(decoder.decode(Uint8Array.of(high, low)), [high, low]);
      } catch {
        // No character has this code.
      }
    }
  }
  return Uint8Array.from([...text].flatMap((char) => (char < '\x80' ? [char.charCodeAt(0)] : (codes.get(char) ?? []))));
}
