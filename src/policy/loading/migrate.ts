import { policySchema } from '../document/schema.ts';
import type { Fault, Step } from '../reading/fault.ts';
import { type Former, formerAt, formerWord } from '../reading/former.ts';
import { findingsOf } from '../reading/shape.ts';
import { type Located, parseYaml, type Span } from '../reading/yaml.ts';
import { DEEPEST } from '../reading/yaml-guard.ts';

/** A policy file in today's form. */
export interface Migration {
  readonly text: string;
  /** Warnings that say what was written anew, by their positions in the new text. */
  readonly converted: readonly Fault[];
}

/** A mapping in a former form. */
interface Found {
  /** The keys that lead to it. */
  readonly path: readonly Step[];
  readonly former: Former;
  readonly node: Readonly<Record<string, unknown>>;
}

/** A part of a text and what is to stand there instead. */
interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** Words for amounts that were rounded each by itself, and are one exact product with `times` now. */
const PRODUCTS = new Set(['units', 'times', 'percent', 'each', 'progressive']);

/**
 * Writes a policy file in today's form where it is in a former one. Only former keys are replaced, where they stand: comments, order, line
 * ends and all else stay as they are, faults too; what has to be derived now stands at the end. A mapping that has the new key as well is left
 * alone, and stays a fault.
 *
 * @param text the YAML of a `policy.yaml`
 * @returns the text as it was if nothing is former in it, or if it is not YAML
 */
export function migratePolicy(text: string): Migration {
  const done: Found[] = [];
  let now = text;
  // A former word inside another one is found once the outer one is in today's form.
  for (let pass = 0; pass < DEEPEST; pass++) {
    const yaml = parseYaml(now);
    if ('faults' in yaml) break;
    const edits = new Map<number, Edit>();
    const here: Found[] = [];
    for (const found of formerIn(yaml)) {
      const own = editsOf(found, now, yaml);
      // What an alias repeats stands in the text once.
      if (own.some(({ span }) => edits.has(span[0]))) continue;
      for (const edit of own) edits.set(edit.span[0], edit);
      here.push(found);
    }
    const next = withEdits(now, [...edits.values()]);
    if (edits.size === 0 || 'faults' in parseYaml(next)) break;
    now = next;
    done.push(...here);
  }
  return { text: now, converted: warningsOf(done, now) };
}

/** The mappings in a former form that can be written in today's. */
function formerIn({ value }: Located): Found[] {
  const result = policySchema.safeParse(value);
  return findingsOf(result.error?.issues ?? [], value).flatMap(({ code, path }) => {
    const within = path.slice(0, -1);
    const node = within.reduce<unknown>((at, step) => Object(at)[step], value) as Found['node'];
    const former = code === 'former-form' ? (formerAt(path) ?? formerWord(node)) : null;
    const names = [...Object.values(former?.renamed ?? {}), ...Object.keys(former?.added ?? {})];
    const isTaken = former && names.some((key) => Object.hasOwn(node, key) && !Object.hasOwn(former.renamed, key));
    const fact = former?.toNumber ?? former?.toYears?.date;
    const isOdd = fact !== undefined && typeof node[fact] !== 'string';
    return former && !isTaken && !isOdd ? [{ path: within, former, node }] : [];
  });
}

function editsOf({ path, former, node }: Found, text: string, yaml: Located): Edit[] {
  const renamed = Object.entries(former.renamed).filter(([key]) => Object.hasOwn(node, key));
  if (former.toClaim) return claimEdits(path, node, text, yaml);
  const keys = renamed.map(([key, name]): Edit => {
    const span = yaml.spanOf([...path, key], 'key');
    return { span, text: key === former.key ? `${addedText(former, path, span[0], text, yaml)}${name}` : name };
  });
  if (former.toYears) return [...keys, ...yearsEdits(path, node, former.toYears, text, yaml)];
  if (former.toNumber === undefined) return keys;
  const span = yaml.spanOf([...path, former.toNumber], 'value');
  return [...keys, { span, text: `{fact: ${text.slice(...span)}}` }];
}

/** What stands in front of a former key, in the manner of its mapping: on its line, or on lines of their own. */
function addedText({ added = {} }: Former, path: readonly Step[], key: number, text: string, yaml: Located): string {
  const isFlow = text[yaml.spanOf(path, 'value')[0]] === '{';
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const indent = ' '.repeat(key - (text.lastIndexOf('\n', key - 1) + 1));
  return Object.entries(added)
    .map(([name, value]) => `${name}: ${value}${isFlow ? ', ' : `${end}${indent}`}`)
    .join('');
}

/** Puts derived years in the place of a date, and derives them if they are not derived yet. */
function yearsEdits(path: readonly Step[], node: Found['node'], keys: NonNullable<Former['toYears']>, text: string, yaml: Located): Edit[] {
  const date = String(node[keys.date]);
  const on = String(node[keys.by] ?? 'month');
  const by = on === 'month' ? 'month-start' : on;
  const derived = Object.entries(Object((yaml.value as { derive?: unknown }).derive) as Record<string, { years?: unknown; by?: unknown }>);
  const known = derived.find(([, one]) => one?.years === date && (one.by ?? 'month-start') === by)?.[0];
  let id = by === 'month-start' ? 'years' : `yearsOn${by.replace('-', '')}`;
  while (text.includes(id)) id += 'Since';
  const rule = `{label: {zh: 年限, en: Years}, years: ${date}${by === 'month-start' ? '' : `, by: ${by}`}}`;
  return [
    { span: yaml.spanOf([...path, keys.date], 'value'), text: known ?? id },
    ...(Object.hasOwn(node, keys.by) ? [removal([...path, keys.by], node, text, yaml)] : []),
    ...(known === undefined ? [entryEdit('derive', id, rule, text, yaml)] : []),
  ];
}

/** Puts what is owed for leaving early into a claim, under the id of the allowance. */
function claimEdits(path: readonly Step[], pays: Found['node'], text: string, yaml: Located): Edit[] {
  const [section, allowance] = path;
  const document = Object(yaml.value) as Record<string, Record<string, Record<string, unknown>>>;
  const node = document.allowances?.[String(allowance)];
  const service = Object(pays.service) as Record<string, unknown>;
  if (section !== 'allowances' || !node || typeof pays.at !== 'string') return [];
  let id = String(allowance);
  while (Object.hasOwn(Object(document.claims), id)) id = `${id}-back`;
  const { title } = node;
  const claim = {
    title: typeof title === 'string' ? `${title}：退还` : titleOf(Object(title) as Record<string, unknown>),
    clause: service.clause ?? node.clause,
    when: 'always',
    at: 'leftOn',
    service: { from: pays.at, years: service.years },
    owes: owedBy(service.repay, String(allowance), document.readings ?? {}),
  };
  return [removal([...path, 'service'], pays, text, yaml), entryEdit('claims', id, flow(claim), text, yaml)];
}

function titleOf({ zh, en, ...more }: Record<string, unknown>): object {
  return { ...more, zh: `${String(zh)}：退还`, ...(en !== undefined && { en: `${String(en)}: owed back` }) };
}

/** What `repay` said, as an amount. @param readings of the policy, for a choice whose options are the values themselves */
function owedBy(repay: unknown, allowance: string, readings: Record<string, Record<string, unknown>>): unknown {
  const paid = { paid: allowance };
  if (repay === 'all') return paid;
  if (repay === 'remaining-months') return { part: 'unserved', unit: 'months', begun: 'served', of: paid };
  if (repay === 'remaining-years') return { part: 'unserved', unit: 'years', begun: 'unserved', of: paid };
  if (typeof repay !== 'object' || repay === null) return repay;
  const { reading, ...options } = repay as Record<string, unknown>;
  const names = Object.keys(Object(readings[String(reading)]?.options));
  const given = Object.keys(options).length > 0 ? options : Object.fromEntries(names.map((name) => [name, name]));
  return { reading, ...Object.fromEntries(Object.entries(given).map(([option, one]) => [option, owedBy(one, allowance, readings)])) };
}

/** A value on one line of YAML. */
function flow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  if (typeof value !== 'object' || value === null)
    return typeof value === 'string' && !/^[a-z][\w-]*$/i.test(value) ? JSON.stringify(value) : String(value);
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  return `{${entries.map(([key, one]) => `${key}: ${flow(one)}`).join(', ')}}`;
}

/** Takes an entry out of a mapping, with the comma or the line end that sets it apart. */
function removal(path: readonly Step[], node: Found['node'], text: string, yaml: Located): Edit {
  const [from, to] = [yaml.spanOf(path, 'key')[0], yaml.spanOf(path, 'value')[1]];
  const isLast = Object.keys(node).every((key) => yaml.spanOf([...path.slice(0, -1), key], 'key')[0] <= from);
  if (!isLast) return { span: [from, to + (/^\s*,?\s*/.exec(text.slice(to))?.[0].length ?? 0)], text: '' };
  const before = text.slice(0, from).trimEnd();
  return { span: [before.endsWith(',') ? before.length - 1 : before.length, from + text.slice(from, to).trimEnd().length], text: '' };
}

/** Adds an entry to a section of the file, which is made at the end where there is none. */
function entryEdit(section: string, id: string, rule: string, text: string, yaml: Located): Edit {
  const at = (offset: number, added: string): Edit => ({ span: [offset, offset], text: added });
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const entries = (yaml.value as Record<string, unknown>)[section];
  const [start] = yaml.spanOf(entries === undefined ? [] : [section], 'value');
  const isFlow = text[start] === '{';
  const entry = `${id}: ${rule}`;
  if (entries === undefined) {
    if (isFlow) return at(start + 1, `${section}: {${entry}}, `);
    return at(text.length, `${text.endsWith('\n') ? '' : end}${section}:${end}  ${entry}${end}`);
  }
  if (isFlow) return at(start + 1, Object.keys(Object(entries)).length > 0 ? `${entry}, ` : entry);
  const indent = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  return at(start, `${entry}${end}${indent}`);
}

function withEdits(text: string, edits: readonly Edit[]): string {
  return edits
    .toSorted((a, b) => b.span[0] - a.span[0])
    .reduce((now, { span: [from, to], text: instead }) => now.slice(0, from) + instead + now.slice(to), text);
}

function warningsOf(done: readonly Found[], text: string): Fault[] {
  const yaml = parseYaml(text);
  if ('faults' in yaml) return [];
  return done
    .map(({ path: within, former, node }): Fault => {
      const path = former.toClaim ? ['claims'] : [...within, former.renamed[former.key] ?? former.key];
      const changed = former.changed === 'rounding' && !hasProduct(node) ? undefined : former.changed;
      const code = changed === undefined ? 'converted' : (`converted-${changed}` as const);
      return { ...yaml.locate(path, 'key'), path: path.join('.'), code, params: { key: former.key, instead: former.instead } };
    })
    .toSorted((a, b) => a.line - b.line || a.column - b.column);
}

/** Whether an amount has a product inside. */
function hasProduct(node: Found['node']): boolean {
  const has = (part: unknown): boolean =>
    typeof part === 'object' && part !== null && Object.entries(part).some(([key, one]) => PRODUCTS.has(key) || has(one));
  return Object.values(node).some(has);
}
