import type { Work } from '../sheet/progress.ts';
import { RefusedFileError } from '../sheet/refusal.ts';
import type { NumberFormat } from './number-format.ts';
import { type Package, partOf, readXmlPart } from './part.ts';
import { SharedStringsListener } from './shared-strings.ts';
import { StylesListener } from './styles.ts';
import { type Attributes, attributeOf, type XmlListener } from './xml.ts';
import type { ZipEntry } from './zip.ts';

/** A sheet of cells in a workbook, not read yet. */
export interface WorkbookSheet {
  readonly name: string;
  readonly isHidden: boolean;
  readonly part: ZipEntry;
  /** The comments on its cells, if there are any. */
  readonly comments: ZipEntry | undefined;
}

/** A workbook, with what its sheets have in common. */
export interface Workbook {
  readonly file: Package;
  readonly sheets: readonly WorkbookSheet[];
  readonly strings: readonly string[];
  readonly formats: readonly NumberFormat[];
  /** The styles whose text is struck out. */
  readonly struck: ReadonlySet<number>;
  readonly uses1904: boolean;
  /** Macros are left alone: neither read nor run. */
  readonly hasMacros: boolean;
}

/**
 * Reads the structure of a workbook.
 *
 * @param file the opened package
 * @throws RefusedFileError `binary-workbook`, `open-document`, `other-zip`, `no-sheet`, and as `readXmlPart` does
 */
export function* readWorkbook(file: Package): Work<Workbook> {
  const path = yield* findWorkbook(file);
  const part = partOf(file, path);
  if (!part) throw new RefusedFileError('damaged');
  const outline = new OutlineListener();
  yield* readXmlPart(file, part, outline);
  if (!outline.isWorkbook) throw new RefusedFileError('other-zip');
  const related = yield* readRelations(file, path);
  const sheets: WorkbookSheet[] = [];
  for (const { name, isHidden, relation } of outline.sheets) {
    const target = related.get(relation);
    if (!target) throw new RefusedFileError('damaged');
    // Chart sheets and old macro sheets have no cells.
    if (target.type !== 'worksheet') continue;
    const sheet = partOf(file, target.path);
    if (!sheet) throw new RefusedFileError('damaged');
    const notes = [...(yield* readRelations(file, target.path)).values()].find(({ type }) => type === 'comments');
    sheets.push({ name, isHidden, part: sheet, comments: notes && partOf(file, notes.path) });
  }
  if (!sheets.some(({ isHidden }) => !isHidden)) throw new RefusedFileError('no-sheet');
  const targets = [...related.values()];
  const strings = new SharedStringsListener();
  const styles = new StylesListener();
  for (const [type, listener] of [
    ['sharedStrings', strings],
    ['styles', styles],
  ] as const) {
    const target = targets.find((one) => one.type === type);
    const entry = target && partOf(file, target.path);
    if (entry) yield* readXmlPart(file, entry, listener);
  }
  const hasMacros = targets.some(({ type }) => /vbaProject|Macrosheet$/i.test(type));
  return { file, sheets, strings: strings.strings, formats: styles.formats, struck: styles.struck, uses1904: outline.uses1904, hasMacros };
}

interface Target {
  /** The last word of the address that says what it is; that address differs from one edition of the format to another. */
  readonly type: string;
  readonly path: string;
}

function* findWorkbook(file: Package): Work<string> {
  if (!partOf(file, '_rels/.rels')) {
    const isOpenDocument = partOf(file, 'content.xml') !== undefined && partOf(file, 'mimetype') !== undefined;
    throw new RefusedFileError(isOpenDocument ? 'open-document' : 'other-zip');
  }
  const targets = [...(yield* readRelations(file, '')).values()];
  const path = targets.find(({ type }) => type === 'officeDocument')?.path;
  if (path === undefined) throw new RefusedFileError('other-zip');
  if (/\.bin$/i.test(path)) throw new RefusedFileError('binary-workbook');
  return path;
}

/** The parts that a part names, by the names that it calls them by. */
function* readRelations(file: Package, path: string): Work<Map<string, Target>> {
  const slash = path.lastIndexOf('/') + 1;
  const folder = path.slice(0, slash);
  const related = new Map<string, Target>();
  const part = partOf(file, `${folder}_rels/${path.slice(slash)}.rels`);
  if (!part) return related;
  yield* readXmlPart(file, part, {
    open(name, attributes) {
      if (name !== 'Relationship' || attributeOf(attributes, 'TargetMode') === 'External') return;
      const [id, type, target] = ['Id', 'Type', 'Target'].map((key) => attributeOf(attributes, key) ?? '') as [string, string, string];
      related.set(id, { type: type.slice(type.lastIndexOf('/') + 1), path: resolvePath(folder, target) });
    },
    close() {},
    text() {},
  });
  return related;
}

function resolvePath(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

const HIDDEN: ReadonlySet<string> = new Set(['hidden', 'veryHidden']);

class OutlineListener implements XmlListener {
  readonly sheets: { name: string; isHidden: boolean; relation: string }[] = [];
  uses1904 = false;
  /** The texts and slides of an office suite are packed in the same way. */
  isWorkbook = false;

  open(name: string, attributes: Attributes): void {
    if (name === 'workbook') this.isWorkbook = true;
    else if (name === 'workbookPr') this.uses1904 = /^(1|true)$/.test(attributeOf(attributes, 'date1904') ?? '');
    else if (name === 'sheet') {
      // Some writers have states of their own, such as `show`; other programs show such a sheet.
      const isHidden = HIDDEN.has(attributeOf(attributes, 'state') ?? '');
      this.sheets.push({ name: attributeOf(attributes, 'name') ?? '', isHidden, relation: relationOf(attributes) });
    }
  }

  close(): void {}
  text(): void {}
}

/** What the sheet is called in the relations of the workbook: its `id`, whatever prefix that has, beside the `sheetId`. */
function relationOf(attributes: Attributes): string {
  const id = Object.values(attributes).find(({ local, prefix }) => local === 'id' && prefix !== '');
  if (id === undefined) throw new RefusedFileError('damaged');
  return id.value;
}
