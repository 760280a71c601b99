import type { Dictionary } from '../../facts/dictionary.ts';
import { listParameters, type Parameter } from '../document/figures.ts';
import type { PolicyDocument } from '../document/schema.ts';
import { type FaultCode, type FaultParams, type Finding, isWarning, MOST_FAULTS, type Step } from '../reading/fault.ts';

/** What a check reads, and where it reports its findings. */
export interface CheckContext {
  readonly document: PolicyDocument;
  readonly dictionary: Dictionary;
  /** Every figure by its full key, the cells of tables each by its own. */
  readonly parameters: ReadonlyMap<string, Parameter>;
  /** Every prefix of such a key that is followed by a slash. */
  readonly tables: ReadonlySet<string>;
  /** Faults and warnings, in the order in which they were found. */
  readonly found: Finding[];
  /** @throws Enough once the maximum of faults is reached; only the first warnings are kept, so that they never hide a fault */
  report(path: readonly Step[], code: FaultCode, params?: FaultParams): void;
}

/** Thrown to end the checks once the maximum of faults is reached. */
export class Enough extends Error {}

/** A check of a document whose shape is valid. */
export type Check = (context: CheckContext) => void;

/** The context in which the checks of one document run. */
export function openDocument(document: PolicyDocument, dictionary: Dictionary): CheckContext {
  const found: Finding[] = [];
  const count = { faults: 0, warnings: 0 };
  const parameters = listParameters(document);
  return {
    document,
    dictionary,
    parameters,
    tables: new Set([
      ...Object.keys(document.parameters).filter((key) => document.parameters[key]?.by),
      ...[...parameters.keys()].flatMap(beginnings),
    ]),
    found,
    report: (path, code, params = {}) => {
      const grade = isWarning(code) ? 'warnings' : 'faults';
      if (count[grade] < MOST_FAULTS) found.push({ path, code, params });
      count[grade]++;
      if (count.faults >= MOST_FAULTS) throw new Enough();
    },
  };
}

function beginnings(key: string): string[] {
  const steps = key.split('/');
  return steps.slice(1).map((_, index) => steps.slice(0, index + 1).join('/'));
}

/** The value under a key of a record from a file, without inherited properties. */
export function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** Visits every mapping and list of a tree with the keys that lead to it. */
export function visitNodes(
  node: unknown,
  path: readonly Step[],
  visit: (node: Record<string, unknown>, path: readonly Step[]) => void,
): void {
  if (typeof node !== 'object' || node === null) return;
  if (!Array.isArray(node)) visit(node as Record<string, unknown>, path);
  for (const [key, value] of Object.entries(node)) visitNodes(value, [...path, Array.isArray(node) ? Number(key) : key], visit);
}
