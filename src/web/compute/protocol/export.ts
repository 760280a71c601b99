import type { Language } from '../../../contract/wire/wording.ts';
import type { OutSheet } from '../../../roster/xlsx/write.ts';

/** A workbook of a budget: sheets made by the page and, between them, the sheet of the people, who are with the worker. */
export interface WorkbookOrder {
  readonly before: readonly OutSheet[];
  readonly people: PeopleSheetOrder;
  readonly after: readonly OutSheet[];
}

/** The sheet of the people: facts under the headers of a roster, so that it can be read as one, and beside them each person's amounts. */
export interface PeopleSheetOrder {
  readonly name: string;
  /** Whether columns of identity cards and bank accounts are written: only if the user asks for it. */
  readonly withPrivate: boolean;
  /** The language of facts and their values. */
  readonly language: Language;
  /** Items paid to people, and those paid to institutions, with their headers. */
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
    /**
     * Shown instead of an amount where a figure is undetermined, and where a fact is missing. Neither may be a value of a fact, or the
     * column would be read as that fact.
     */
    readonly awaited: string;
    readonly unknown: string;
    /** Shown instead of all months if there are none. */
    readonly nobody: string;
    readonly yes: string;
    readonly no: string;
  };
  /** The name of each missing input. */
  readonly lacks: readonly {
    readonly allowance: string;
    readonly fact?: string;
    readonly parameter?: string;
    readonly reading?: string;
    readonly text: string;
  }[];
  /** The separator between several of them. */
  readonly comma: string;
}

export interface PeopleColumnOrder {
  readonly allowance: string;
  readonly header: string;
}
