import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  type Range,
  visit,
} from 'yaml';
import { type Fault, type FaultCode, type FaultParams, MOST_FAULTS, PolicyFileError, type Step } from './fault.ts';
import { syntaxSlip } from './syntax-slips.ts';
import { DEEPEST, guardYaml } from './yaml-guard.ts';

type Path = readonly PropertyKey[];
/** A position in a text; line and column count from one. */
export type Place = Pick<Fault, 'line' | 'column'>;

/** A part of a text, from an offset to the one after its end. */
export type Span = readonly [from: number, to: number];

/** Plain data with the positions of everything in it. */
export interface Located {
  readonly value: unknown;
  /** Where a path leads to, or as far as it leads; `key` for the key itself and not its value. */
  locate(path: Path, what?: 'key' | 'value'): Place;
  /** The part of the text, from an offset to the one after its end, that is the key or the value at the end of a path. */
  spanOf(path: Path, what: 'key' | 'value'): Span;
  /** The paths of keys behind which nothing is written; their value is null. */
  readonly empty: readonly (readonly Step[])[];
}

/** The maximum number of values of a text with its aliases expanded. */
const MOST_VALUES = 100_000;
const MOST_ALIASES = 100;
/** The maximum number of syntax faults: later ones usually follow from the first. */
const MOST_SYNTAX_FAULTS = 3;

/** Parses YAML into plain data. Strings stay strings: a bare date is text; a key occurs once. */
export function parseYaml(text: string): Located | { readonly faults: readonly Fault[] } {
  const lines = new LineCounter();
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const fault = (at: Place, code: FaultCode, params: FaultParams = {}): Fault => ({ ...at, path: '', code, params });
  const { text: readable, over } = guardYaml(text);
  if (over) return { faults: [fault(placeIn(text, over.offset), over.code, { maximum: over.maximum })] };
  const document = parseDocument(readable, {
    lineCounter: lines,
    uniqueKeys: false,
    schema: 'core',
    prettyErrors: false,
    logLevel: 'silent',
  });
  const faults = document.errors.slice(0, MOST_SYNTAX_FAULTS).map((error) => {
    const found = syntaxSlip(readable, error);
    return fault(place(found?.offset ?? error.pos[0]), 'yaml-syntax', { detail: error.message, ...found?.slip });
  });
  if (faults.length > 0) return { faults: faults.filter((one, index) => index === 0 || isFurther(one, faults.slice(0, index))) };
  const keys = repeatedKeys(document).map(({ key, offset }) => fault(place(offset), 'duplicate-key', { key }));
  if (keys.length > 0) return { faults: keys };
  const data = toData(document);
  if ('code' in data) return { faults: [fault(place(data.offset), data.code, data.params)] };
  return {
    value: data.value,
    locate: (path, what = 'value') => place(spanIn(document, path, what)[0]),
    spanOf: (path, what) => spanIn(document, path, what),
    empty: emptyKeys(document),
  };
}

/**
 * Reads YAML that must be valid.
 *
 * @throws PolicyFileError where it is not YAML
 */
export function readYaml(text: string, file: string): Located {
  const yaml = parseYaml(text);
  if ('faults' in yaml) throw new PolicyFileError(file, yaml.faults, ({ code, params }) => String(params.detail ?? code));
  return yaml;
}

/** Whether a syntax fault is one of its own: what follows a slip that was found is mostly its consequence. */
function isFurther({ params, line }: Fault, before: readonly Fault[]): boolean {
  const isSlip = params.slip !== undefined && params.slip !== 'indent';
  return before[0]?.params.slip === undefined || (isSlip && before.every((one) => one.line !== line && one.params.slip !== params.slip));
}

function placeIn(text: string, offset: number): Place {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

function spanOfNode(node: unknown): Span {
  const [from, to] = (isNode(node) && (node.range as Range | null | undefined)) || [0, 0];
  return [from, to];
}

const startOf = (node: unknown): number => spanOfNode(node)[0];
const nameOf = (key: unknown): string => String(isScalar(key) ? key.value : key);

/** Keys that occur twice in a mapping; comparing each with all others would take quadratic time. */
function repeatedKeys(document: Document.Parsed): { key: string; offset: number }[] {
  const found: { key: string; offset: number }[] = [];
  visit(document, {
    Map(_at, map) {
      const seen = new Set<string>();
      for (const { key } of map.items) {
        const name = nameOf(key);
        if (seen.has(name) && found.length < MOST_FAULTS) found.push({ key: name, offset: startOf(key) });
        seen.add(name);
      }
    },
  });
  return found;
}

/** Keys behind which nothing is written, which YAML reads as null. */
function emptyKeys(document: Document.Parsed): Step[][] {
  const found: Step[][] = [];
  visit(document, {
    Pair(_at, { key, value }, above) {
      const isEmpty = value === null || (isScalar(value) && value.value === null && (value.source ?? '') === '');
      if (isEmpty && found.length < MOST_FAULTS) found.push([...stepsTo(above), nameOf(key)]);
    },
  });
  return found;
}

/** The keys and places that lead to a node. @param above the nodes above it, the document first */
function stepsTo(above: readonly unknown[]): Step[] {
  return above.flatMap((node, index): Step[] => {
    if (isPair(node)) return [nameOf(node.key)];
    return isSeq(node) ? [node.items.indexOf(above[index + 1])] : [];
  });
}

type Data = { readonly value: unknown } | { readonly code: FaultCode; readonly params: FaultParams; readonly offset: number };

function toData(document: Document.Parsed): Data {
  const aliases: Node[] = [];
  visit(document, {
    Alias: (_at, alias) => {
      aliases.push(alias);
    },
  });
  const lost = aliases.find((alias) => isAlias(alias) && !alias.resolve(document));
  if (lost) return { code: 'yaml-syntax', params: { detail: `unresolved alias ${String(lost)}` }, offset: startOf(lost) };
  const first = startOf(aliases[0]);
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: MOST_ALIASES });
  } catch (error) {
    if (error instanceof ReferenceError) return { code: 'too-many', params: { maximum: MOST_ALIASES }, offset: first };
    throw error;
  }
  const fault = measure(value);
  return fault ? { ...fault, offset: first } : { value };
}

/**
 * Whether data is nested too deep (an alias within its own anchor is so without end) or too large, or has a key that no mapping may have.
 */
function measure(root: unknown): { code: FaultCode; params: FaultParams } | null {
  let values = 0;
  const walk = (node: unknown, depth: number): { code: FaultCode; params: FaultParams } | null => {
    if (depth > DEEPEST) return { code: 'too-deep', params: { maximum: DEEPEST } };
    if (++values > MOST_VALUES) return { code: 'too-many', params: { maximum: MOST_VALUES } };
    if (typeof node !== 'object' || node === null) return null;
    if (Object.hasOwn(node, '__proto__')) return { code: 'unknown-key', params: { key: '__proto__' } };
    for (const part of Object.values(node)) {
      const fault = walk(part, depth + 1);
      if (fault) return fault;
    }
    return null;
  };
  return walk(root, 0);
}

function spanIn(document: Document.Parsed, path: Path, what: 'key' | 'value'): Span {
  let node: unknown = document.contents;
  let span = spanOfNode(node);
  for (const [depth, step] of path.entries()) {
    if (isAlias(node)) node = node.resolve(document);
    const pair = isMap(node) ? node.items.find(({ key }) => nameOf(key) === String(step)) : null;
    const next = pair ? pair.value : isSeq(node) ? node.items[Number(step)] : undefined;
    if (pair && (next === null || !isNode(next) || (what === 'key' && depth === path.length - 1))) return spanOfNode(pair.key);
    if (next === undefined) return span;
    node = next;
    span = spanOfNode(node);
  }
  return span;
}
