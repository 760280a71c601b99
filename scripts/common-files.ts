import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Dictionary, readDictionary } from '../src/facts/dictionary.ts';
import { type CodesDocument, readCodesFile } from '../src/policy/common/codes-file.ts';
import { type OtherScale, type PayScaleDocument, readPayScaleFile } from '../src/policy/common/pay-scale-file.ts';
import { readFactsFile, type Spelling } from '../src/policy/loading/facts-file.ts';
import { PolicyFileError } from '../src/policy/reading/fault.ts';
import type { RuleFile } from '../src/policy/reading/read-rules.ts';
import { foldText, headerLookup, isBesideFaultyRows } from '../src/roster/cells/meaning.ts';
import { explainFault } from '../src/text/policy-faults/explain.ts';
import { ROOT } from './root.ts';

/** A file of rules with its faults; the path is relative to the root of the project. */
export type Checked<T> = RuleFile<T> & { readonly file: string };

export const FACTS_FILE = 'rules/facts.yaml';
export const CODES_FILE = 'rules/budget-codes.yaml';
const SCALES = 'rules/pay-scales';

const withoutFacts = headerLookup({ facts: [], byId: new Map() });

/** How rosters are read. */
export const ROSTER_SPELLING: Spelling = {
  fold: foldText,
  isReserved: (header) => withoutFacts(header) !== null || isBesideFaultyRows(header),
};

const textOf = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

/** Reads the dictionary of facts that all policies share. @throws PolicyFileError if it has faults */
export function loadDictionary(): Dictionary {
  return readDictionary(need({ file: FACTS_FILE, ...readFactsFile(textOf(FACTS_FILE), ROSTER_SPELLING) }));
}

/** Reads the historic pay scales, oldest first. @throws PolicyFileError if one has faults */
export function loadPayScales(): PayScaleDocument[] {
  return checkPayScales().map(need);
}

/** Checks the budget classification. */
export function checkCodes(dictionary: Dictionary): Checked<CodesDocument> {
  return { file: CODES_FILE, ...readCodesFile(textOf(CODES_FILE), dictionary) };
}

/** Checks every historic pay scale, by itself and against those before it. */
export function checkPayScales(): Checked<PayScaleDocument>[] {
  const before: OtherScale[] = [];
  return scaleFiles().map((file) => {
    const checked = { file, ...readPayScaleFile(textOf(file), basename(file, '.yaml'), before) };
    if (checked.document) before.push({ file, from: checked.document.from, to: checked.document.to });
    return checked;
  });
}

/** The files on which the version of a policy may depend besides its own. */
export function sharedByPolicies(): string[] {
  return [FACTS_FILE, ...scaleFiles()];
}

function scaleFiles(): string[] {
  const names = readdirSync(join(ROOT, SCALES)).filter((name) => name.endsWith('.yaml'));
  return names.toSorted().map((name) => `${SCALES}/${name}`);
}

/** Checks the files that are common to all policies. Those that refer to facts are checked only if the facts are valid. */
export function checkCommonFiles(): Checked<unknown>[] {
  const facts = { file: FACTS_FILE, ...readFactsFile(textOf(FACTS_FILE), ROSTER_SPELLING) };
  const codes = facts.document ? [checkCodes(readDictionary(facts.document))] : [];
  return [facts, ...codes, ...checkPayScales()];
}

/**
 * Checks the text of a file, if it is one of those that are common to all policies.
 *
 * @param file its path from the root of the project
 * @throws PolicyFileError with `file:line:column: path: sentence` for each fault
 */
export function needCommonFile(text: string, file: string): void {
  if (file === FACTS_FILE) need({ file, ...readFactsFile(text, ROSTER_SPELLING) });
  else if (file === CODES_FILE) need({ file, ...readCodesFile(text, loadDictionary()) });
  else if (file.startsWith(`${SCALES}/`)) loadPayScales();
}

function need<T>({ file, document, faults }: Checked<T>): T {
  if (document === null) throw new PolicyFileError(file, faults, (fault) => explainFault(fault, 'en'));
  return document;
}
