import type { Language } from '../../../contract/wire/wording.ts';
import { foldName } from '../../../facts/place.ts';
import { teacherSchema } from '../../../facts/teacher-schema.ts';
import type { Policy } from '../../../policy/policy.ts';
import { isOriginalRow } from '../../../roster/cells/meaning.ts';
import { type RosterFault, type RosterImport, unreadable } from '../../../roster/cells/roster-import.ts';
import { type Mapping, type RememberedColumns, rememberAll } from '../../../roster/columns/mapping.ts';
import { adaptMapping, suggestMapping } from '../../../roster/columns/suggest.ts';
import { type Opened, openWorkbook, readSheet } from '../../../roster/files/open.ts';
import { lookIntoOthers, type OtherSheet } from '../../../roster/files/other-sheets.ts';
import { type FaultyRows, faultyRowsSheet } from '../../../roster/people/faulty-rows.ts';
import { readRoster } from '../../../roster/people/roster.ts';
import type { RosterPart } from '../../../roster/people/rows.ts';
import { noHeader } from '../../../roster/people/sheet-faults.ts';
import { isRefusal, type Refusal } from '../../../roster/sheet/refusal.ts';
import { writeWorkbook } from '../../../roster/xlsx/write.ts';
import { explainFaultAt } from '../../../text/page/roster.ts';
import type { SheetChoice } from '../protocol/orders.ts';
import { finishAtPace } from './finish-at-pace.ts';
import { neededFacts } from './needed-facts.ts';
import type { Pace } from './pace.ts';

/** A sheet and how it is read; without a mapping if no header row was found. */
interface Part extends Omit<RosterPart, 'mapping'> {
  readonly mapping: Mapping | null;
}

/**
 * A roster file that stays open, so that the user can change the meaning of columns, choose another sheet, or supply corrected rows
 * without opening it again.
 */
export class RosterFile {
  readonly opened: Opened;
  /** The sheet that is read. */
  readonly sheet: number;
  /** That sheet, then the corrected rows, file by file. */
  readonly parts: readonly Part[];
  /** Sheets that were not read. */
  readonly others: readonly OtherSheet[];
  readonly imported: RosterImport;

  private constructor(opened: Opened, sheet: number, parts: readonly Part[], others: readonly OtherSheet[], imported: RosterImport) {
    this.opened = opened;
    this.sheet = sheet;
    this.parts = parts;
    this.others = others;
    this.imported = imported;
  }

  /** How the sheet was read; `null` if no header row was found. */
  get mapping(): Mapping | null {
    return this.parts[0]?.mapping ?? null;
  }

  /** Opens a file and reads it as suggested. @throws CancelledError if it was cancelled */
  static async open(bytes: ArrayBuffer, policy: Policy, remembered: RememberedColumns, pace: Pace): Promise<RosterFile | Refusal> {
    const opened = await finishAtPace(openWorkbook(new Uint8Array(bytes), policy.dictionary), pace);
    if (isRefusal(opened)) return opened;
    return RosterFile.#read(opened, { sheet: opened.suggested }, [], policy, remembered, pace);
  }

  /** Reads the file differently. Corrected rows are kept if the sheet is the same. */
  choose(choice: SheetChoice, policy: Policy, remembered: RememberedColumns, pace: Pace): Promise<RosterFile | Refusal> {
    const corrected = choice.sheet === this.sheet ? this.parts.slice(1) : [];
    const meanings = { ...this.#meanings(remembered, policy), ...rememberAll(choice.mapping?.columns ?? []) };
    const again = corrected.map((part) => ({ ...part, mapping: suggestMapping(part.sheet, policy.dictionary, { remembered: meanings }) }));
    const without = choice.sheet === this.sheet ? this.parts[0]?.without : undefined;
    return RosterFile.#read(this.opened, choice, again, policy, remembered, pace, without);
  }

  /** Reads the same file for changed rules: they may ask for columns that meant nothing before. */
  adapt(policy: Policy, remembered: RememberedColumns, pace: Pace): Promise<RosterFile> {
    const parts = this.parts.map((part): Part => {
      const mapping = part.mapping && adaptMapping(part.sheet, part.mapping, policy.dictionary, remembered);
      return { ...part, mapping: mapping ?? suggestMapping(part.sheet, policy.dictionary, { remembered }) };
    });
    return RosterFile.#join(this.opened, this.sheet, parts, this.others, policy, pace);
  }

  /** Replaces rows by corrected ones, from any sheet of a file of their own; rows that are not in it keep their faults. */
  async fix(bytes: ArrayBuffer, policy: Policy, remembered: RememberedColumns, pace: Pace): Promise<RosterFile | Refusal> {
    const opened = await finishAtPace(openWorkbook(new Uint8Array(bytes), policy.dictionary), pace);
    if (isRefusal(opened)) return opened;
    const withHeader = opened.sheets.flatMap(({ hasHeader }, index) => (hasHeader ? [index] : []));
    const corrected: Part[] = [];
    for (const index of withHeader.length > 0 ? withHeader : [opened.suggested]) {
      const sheet = await finishAtPace(readSheet(opened, index), pace);
      if (isRefusal(sheet)) return sheet;
      corrected.push({ sheet, mapping: suggestMapping(sheet, policy.dictionary, { remembered: this.#meanings(remembered, policy) }) });
    }
    const back = whoCameBack(corrected);
    const parts = this.parts.map((part, index): Part => {
      const faulty = this.imported.faultyRows.filter((one) => one.part === index && back(one)).map(({ row }) => row);
      return { ...part, without: new Set([...(part.without ?? []), ...faulty]) };
    });
    return RosterFile.#join(this.opened, this.sheet, [...parts, ...corrected], this.others, policy, pace);
  }

  /** The faulty rows as a workbook, one sheet for each file they came in, with the faults beside them. */
  faultyRows(policy: Policy, language: Language): ArrayBuffer {
    const sheets = this.#faulty(policy, language).map(({ sheet }, index) =>
      index === 0 ? sheet : { ...sheet, name: `${sheet.name}${index + 1}` },
    );
    return writeWorkbook(sheets).buffer as ArrayBuffer;
  }

  #faulty({ dictionary }: Policy, language: Language): FaultyRows[] {
    const explain = (faults: readonly RosterFault[]) =>
      faults.map((fault) => explainFaultAt(dictionary.byId.get(fault.fact ?? ''), fault, language)).join('\n');
    return this.parts.flatMap(({ mapping, ...part }, index) =>
      mapping && this.imported.faultyRows.some((one) => one.part === index)
        ? [faultyRowsSheet({ ...part, mapping }, index, this.imported, dictionary, explain, language)]
        : [],
    );
  }

  /** Columns of corrected rows mean what they did in the original file: a few rows are too few to guess by. */
  #meanings(remembered: RememberedColumns, policy: Policy): RememberedColumns {
    const given = this.#faulty(policy, 'zh').map((one) => one.remembered);
    const own = this.parts.map(({ mapping }) => rememberAll(mapping?.columns ?? []));
    return Object.assign({}, remembered, ...own.toReversed(), ...given.toReversed());
  }

  static async #read(
    opened: Opened,
    choice: SheetChoice,
    corrected: readonly Part[],
    policy: Policy,
    remembered: RememberedColumns,
    pace: Pace,
    without?: ReadonlySet<number>,
  ): Promise<RosterFile | Refusal> {
    const sheet = await finishAtPace(readSheet(opened, choice.sheet), pace);
    if (isRefusal(sheet)) return sheet;
    const hints = { remembered, ...(choice.headerRow !== undefined && { headerRow: choice.headerRow }) };
    const mapping = choice.mapping ?? suggestMapping(sheet, policy.dictionary, hints);
    const others = await finishAtPace(lookIntoOthers(opened, choice.sheet, mapping, policy.dictionary, remembered), pace);
    return RosterFile.#join(opened, choice.sheet, [{ sheet, mapping, ...(without && { without }) }, ...corrected], others, policy, pace);
  }

  static async #join(
    opened: Opened,
    sheet: number,
    parts: readonly Part[],
    others: readonly OtherSheet[],
    policy: Policy,
    pace: Pace,
  ): Promise<RosterFile> {
    const { dictionary, document } = policy;
    const headless = parts.flatMap(({ mapping }, part) => (mapping === null ? [noHeader(part)] : []));
    const imported =
      headless.length > 0
        ? unreadable(headless)
        : await finishAtPace(
            readRoster(parts as RosterPart[], dictionary, teacherSchema(dictionary, document.requires), neededFacts(policy)),
            pace,
          );
    return new RosterFile(opened, sheet, parts, others, imported);
  }
}

/** Tells which rows were supplied again: by staff number or, without one, by row number. */
function whoCameBack(parts: readonly Part[]): (row: RosterImport['faultyRows'][number]) => boolean {
  const ids = new Set<string>();
  const rows = new Set<string>();
  for (const { sheet, mapping } of parts) {
    const places = mapping?.columns ?? [];
    const id = places.find(({ meaning }) => meaning === 'id')?.index ?? -1;
    const row = places.find(({ header }) => isOriginalRow(header))?.index ?? -1;
    for (const { number, cells } of sheet.rows) {
      if (number <= (mapping?.bottom ?? 0)) continue;
      ids.add(foldName(cells[id] ?? ''));
      rows.add((cells[row] ?? '').trim());
    }
  }
  return (faulty) => (faulty.id === null ? rows.has(String(faulty.row)) : ids.has(foldName(faulty.id)));
}
