import type { CellFaultCode, CellNoteCode } from './roster-import.ts';

/** A fault of a cell as such, whatever value is expected. */
export class CellFault {
  readonly code: CellFaultCode;

  constructor(code: CellFaultCode) {
    this.code = code;
  }
}

/** A value that differs from the text of its cell, which has to be noted. */
export class NotedValue {
  readonly value: unknown;
  readonly code: CellNoteCode;
  readonly params: Readonly<Record<string, string>>;

  constructor(value: unknown, code: CellNoteCode, params: Readonly<Record<string, string>> = {}) {
    this.value = value;
    this.code = code;
    this.params = params;
  }
}

/** The value read from a cell, noted or not. */
export function readValue(read: unknown): unknown {
  return read instanceof NotedValue ? read.value : read;
}
