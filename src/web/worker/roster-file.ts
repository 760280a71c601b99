import { teacherSchema } from '../../facts/teacher-schema.ts';
import type { Policy } from '../../policy/policy.ts';
import { type Mapping, type RememberedColumns, rememberColumns } from '../../roster/mapping.ts';
import { type Opened, openWorkbook, readSheet } from '../../roster/open.ts';
import type { Work } from '../../roster/progress.ts';
import type { RosterReading } from '../../roster/reading.ts';
import { isRefusal, type Refusal } from '../../roster/refusal.ts';
import { readRoster } from '../../roster/roster.ts';
import type { RosterPart } from '../../roster/rows.ts';
import type { Sheet } from '../../roster/sheet.ts';
import { noHeader } from '../../roster/sheet-faults.ts';
import { suggestMapping } from '../../roster/suggest.ts';
import type { SheetChoice } from '../compute.ts';
import type { Pace } from './pace.ts';

/** A sheet and how it is read; without a mapping where no header row was found. */
interface Part extends Omit<RosterPart, 'mapping'> {
  readonly mapping: Mapping | null;
}

/**
 * A roster file that stays open, so that a person can say what its columns mean, choose another sheet, or bring its bad rows again, mended,
 * without opening it anew.
 */
export class RosterFile {
  readonly opened: Opened;
  /** Which sheet is read. */
  readonly sheet: number;
  /** That sheet, then the mended rows, file by file. */
  readonly parts: readonly Part[];
  readonly reading: RosterReading;

  private constructor(opened: Opened, sheet: number, parts: readonly Part[], reading: RosterReading) {
    this.opened = opened;
    this.sheet = sheet;
    this.parts = parts;
    this.reading = reading;
  }

  /** How the sheet was read; `null` where no header row was found. */
  get mapping(): Mapping | null {
    return this.parts[0]?.mapping ?? null;
  }

  /** Opens a file and reads it as the suggestions have it. @throws CancelledError where it was cancelled */
  static async open(bytes: ArrayBuffer, policy: Policy, remembered: RememberedColumns, pace: Pace): Promise<RosterFile | Refusal> {
    const opened = await finishAtPace(openWorkbook(new Uint8Array(bytes), policy.dictionary), pace);
    if (isRefusal(opened)) return opened;
    return RosterFile.#read(opened, { sheet: opened.suggested }, [], policy, remembered, pace);
  }

  /** Reads the file otherwise. What was mended comes along where the sheet is the same. */
  choose(choice: SheetChoice, policy: Policy, remembered: RememberedColumns, pace: Pace): Promise<RosterFile | Refusal> {
    const mended = choice.sheet === this.sheet ? this.parts.slice(1) : [];
    const again = mended.map((part) => ({
      ...part,
      mapping: likeTheFirst(part.sheet, choice.mapping ?? this.mapping, policy, remembered),
    }));
    const without = choice.sheet === this.sheet ? this.parts[0]?.without : undefined;
    return RosterFile.#read(this.opened, choice, again, policy, remembered, pace, without);
  }

  /** Takes rows that were mended in a file of their own instead of all rows that have faults. */
  async mend(bytes: ArrayBuffer, policy: Policy, remembered: RememberedColumns, pace: Pace): Promise<RosterFile | Refusal> {
    const opened = await finishAtPace(openWorkbook(new Uint8Array(bytes), policy.dictionary), pace);
    if (isRefusal(opened)) return opened;
    const sheet = await finishAtPace(readSheet(opened, opened.suggested), pace);
    if (isRefusal(sheet)) return sheet;
    const parts = this.parts.map((part, index): Part => {
      const faulty = this.reading.faultyRows.filter((one) => one.part === index).map(({ row }) => row);
      return { ...part, without: new Set([...(part.without ?? []), ...faulty]) };
    });
    const mended = { sheet, mapping: likeTheFirst(sheet, this.mapping, policy, remembered) };
    return RosterFile.#join(this.opened, this.sheet, [...parts, mended], policy, pace);
  }

  static async #read(
    opened: Opened,
    choice: SheetChoice,
    mended: readonly Part[],
    policy: Policy,
    remembered: RememberedColumns,
    pace: Pace,
    without?: ReadonlySet<number>,
  ): Promise<RosterFile | Refusal> {
    const sheet = await finishAtPace(readSheet(opened, choice.sheet), pace);
    if (isRefusal(sheet)) return sheet;
    const hints = { remembered, ...(choice.headerRow !== undefined && { headerRow: choice.headerRow }) };
    const mapping = choice.mapping ?? suggestMapping(sheet, policy.dictionary, hints);
    return RosterFile.#join(opened, choice.sheet, [{ sheet, mapping, ...(without && { without }) }, ...mended], policy, pace);
  }

  static async #join(opened: Opened, sheet: number, parts: readonly Part[], policy: Policy, pace: Pace): Promise<RosterFile> {
    const { dictionary, document } = policy;
    const headless = parts.flatMap(({ mapping }, part) => (mapping === null ? [noHeader(part)] : []));
    const reading =
      headless.length > 0
        ? { teachers: [], faults: headless, faultyRows: [], skipped: [] }
        : await finishAtPace(readRoster(parts as RosterPart[], dictionary, teacherSchema(dictionary, document.requires)), pace);
    return new RosterFile(opened, sheet, parts, reading);
  }
}

/** Columns of mended rows mean what those of the file with the same headers do: a few rows are too few to guess by. */
function likeTheFirst(sheet: Sheet, first: Mapping | null, { dictionary }: Policy, remembered: RememberedColumns): Mapping | null {
  const columns = (first?.columns ?? []).map((column) => ({ ...column, by: 'chosen' as const }));
  return suggestMapping(sheet, dictionary, { remembered: first ? rememberColumns(remembered, { ...first, columns }) : remembered });
}

/** Does long work of the roster's own in slices. */
async function finishAtPace<T>(work: Work<T>, pace: Pace): Promise<T> {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    const rest =
      value.step === 'check'
        ? pace.step('read', value.done, value.total)
        : pace.step('open', Math.round(value.done / 1024), Math.round(value.total / 1024));
    if (rest) await rest;
  }
}
