import type { CellFaultCode, CellNoteCode } from './roster-import.ts';

/** What is wrong with a cell as such, before anybody asks what value it has. */
export class CellFault {
  readonly code: CellFaultCode;

  constructor(code: CellFaultCode) {
    this.code = code;
  }
}

/** A value that was read otherwise than its cell has it, which is to be told. */
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

/** What was read of a cell, told or not. */
export function readValue(read: unknown): unknown {
  return read instanceof NotedValue ? read.value : read;
}
