import type { Language } from '../../../contract/wire/wording.ts';
import type { OutSheet } from '../../../roster/xlsx/write.ts';

/** A workbook of a budget: sheets that the page has made, and between them that of the people, who are with the worker. */
export interface WorkbookOrder {
  readonly before: readonly OutSheet[];
  readonly people: PeopleSheetOrder;
  readonly after: readonly OutSheet[];
}

/** The sheet of the people: facts under the headers of a roster, so that it can be read as one; beside them what each of them gets. */
export interface PeopleSheetOrder {
  readonly name: string;
  /** Whether columns of identity cards and bank accounts of the file are written: only where somebody says so. */
  readonly withPrivate: boolean;
  /** In which facts and their values are written. */
  readonly language: Language;
  /** Items that people are paid, and those that go to institutions, with their headers. */
  readonly personal: readonly PeopleColumnOrder[];
  readonly institution: readonly PeopleColumnOrder[];
  /** The headers of the twelve months: what people are paid in each of them. */
  readonly months: readonly string[];
  readonly headers: {
    readonly changeMonth: string;
    readonly personalTotal: string;
    readonly institutionTotal: string;
    readonly missing: string;
    readonly total: string;
    /** Instead of an amount where a figure is awaited, and where a fact is missing; neither may be a value of a fact, or a column of it would be read as that. */
    readonly awaited: string;
    readonly unknown: string;
    /** Instead of all of them where there are none. */
    readonly nobody: string;
    readonly yes: string;
    readonly no: string;
  };
  /** What each thing that can be missing is called. */
  readonly lacks: readonly { readonly allowance: string; readonly fact?: string; readonly parameter?: string; readonly text: string }[];
  /** What stands between several of them. */
  readonly comma: string;
}

export interface PeopleColumnOrder {
  readonly allowance: string;
  readonly header: string;
}
