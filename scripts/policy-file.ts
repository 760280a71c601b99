import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Dictionary } from '../src/facts/dictionary.ts';
import type { PolicyDocument } from '../src/policy/document/schema.ts';
import { readPolicyFile } from '../src/policy/loading/load.ts';
import { type Fault, type FaultCode, type FaultParams, PolicyFileError } from '../src/policy/reading/fault.ts';
import { readYaml } from '../src/policy/reading/yaml.ts';
import { explainFault } from '../src/text/policy-faults/explain.ts';
import { checkCodes } from './common-files.ts';
import { ROOT } from './root.ts';

const RULES = join(ROOT, 'rules');

/** A policy file with its faults and warnings; the quotes are looked up in the source beside it. */
export interface CheckedFile {
  readonly file: string;
  readonly document: PolicyDocument | null;
  readonly faults: readonly Fault[];
  readonly warnings: readonly Fault[];
}

/** Checks the text of a policy file. @param file its path from the root of the project */
export function checkPolicyFile(text: string, file: string, dictionary: Dictionary): CheckedFile {
  const alone = readPolicyFile(text, dictionary);
  if (!alone.document) return { file, ...alone };
  const textIn = (name: string): string | null => {
    const path = join(ROOT, dirname(file), name);
    return existsSync(path) ? readFileSync(path, 'utf8') : null;
  };
  const others = Object.entries(alone.document.sources ?? {}).flatMap(([name, source]) => {
    const found = textIn(source.file);
    return found === null ? [] : [[name, found]];
  });
  return { file, ...readPolicyFile(text, dictionary, textIn(alone.document.source.file), Object.fromEntries(others)) };
}

/**
 * Reads a policy file that must have no faults, with its warnings.
 *
 * @throws PolicyFileError with `file:line:column: path: sentence` for each fault
 */
export function needPolicyFile(
  text: string,
  file: string,
  dictionary: Dictionary,
): { readonly document: PolicyDocument; readonly warnings: readonly Fault[] } {
  const { document, faults, warnings } = checkPolicyFile(text, file, dictionary);
  if (document === null) throw new PolicyFileError(file, faults, (fault) => explainFault(fault, 'en'));
  return { document, warnings };
}

/**
 * Checks every `rules/<id>/policy.yaml`, each by itself and all together: ids are unique and name their folders, every source is there, and
 * every economic code has a title.
 */
export function checkRules(dictionary: Dictionary): CheckedFile[] {
  const byId = new Map<string, string>();
  const titles = checkCodes(dictionary).document?.titles ?? null;
  return readdirSync(RULES)
    .filter((folder) => existsSync(join(RULES, folder, 'policy.yaml')))
    .toSorted()
    .map((folder) => {
      const file = `rules/${folder}/policy.yaml`;
      const text = readFileSync(join(ROOT, file), 'utf8');
      const checked = checkPolicyFile(text, file, dictionary);
      if (!checked.document) return checked;
      const faults = [...amongOthers(file, checked.document, byId), ...(titles ? untitledCodes(text, file, checked.document, titles) : [])];
      return { ...checked, faults };
    });
}

function amongOthers(file: string, { id, source, sources = {} }: PolicyDocument, byId: Map<string, string>): Fault[] {
  const fault = (path: string, code: FaultCode, params: FaultParams): Fault => ({ line: 1, column: 1, path, code, params });
  const faults: Fault[] = [];
  const other = byId.get(id);
  const folder = basename(dirname(file));
  if (other) faults.push(fault('id', 'duplicate-id', { file: other }));
  if (folder !== id) faults.push(fault('id', 'folder-name', { folder }));
  const named = [['source.file', source.file], ...Object.entries(sources).map(([name, other]) => [`sources.${name}.file`, other.file])];
  for (const [path = '', text = ''] of named) {
    if (!existsSync(join(ROOT, dirname(file), text))) faults.push(fault(path, 'source-file-missing', { file: text }));
  }
  byId.set(id, file);
  return faults;
}

/** The economic codes that the budget classification does not know. */
export function untitledCodes(
  text: string,
  file: string,
  { allowances }: PolicyDocument,
  titles: Readonly<Record<string, unknown>>,
): Fault[] {
  const { locate } = readYaml(text, file);
  return Object.entries(allowances)
    .filter(([, { economicCode }]) => !Object.hasOwn(titles, economicCode))
    .map(([id, { economicCode }]) => {
      const path = ['allowances', id, 'economicCode'];
      return { ...locate(path), path: path.join('.'), code: 'untitled-code', params: { code: economicCode } };
    });
}
