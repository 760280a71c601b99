import type { Dictionary, Fact } from '../../facts/dictionary.ts';
import { dictionaryOf } from '../document/added-facts.ts';
import type { PolicyDocument } from '../document/schema.ts';
import type { Finding, Step } from '../reading/fault.ts';
import type { Given } from '../reading/read-rules.ts';
import type { Slip } from '../reading/slip.ts';
import { nearest } from './nearest.ts';
import { ALWAYS, CALLED, COMPARED, ENDS, JOINED, KEYS, NO, NOTHING, NUMBER, YES } from './vocabulary.ts';
import { dateSlip, figureSlip, monthSlip } from './written.ts';

/** What the advice on one finding rests on. */
interface Written {
  readonly finding: Finding;
  /** What stands at its path. */
  readonly node: unknown;
  readonly root: unknown;
  /** The keys that the mapping at a path may have. */
  keysAt(path: readonly Step[]): readonly string[];
  readonly dictionary: Dictionary;
}

const CJK = /[\u3400-\u9fff]/;

/**
 * Adds to findings what somebody probably did and what to write instead, where that is one of the usual slips; a key that is only misspelt is
 * not also told as missing.
 */
export function advise(findings: readonly Finding[], given: Given<PolicyDocument>, shared: Dictionary): readonly Finding[] {
  const { root, document, keysAt } = given;
  const dictionary = factsOf(document, shared);
  const advised = findings.map((finding): Finding => {
    const slip = slipOf({ finding, node: nodeAt(root, finding.path), root, keysAt, dictionary });
    if (!slip) return finding;
    const path = slip.slip === 'joined' ? finding.path.slice(0, finding.path.lastIndexOf(String(slip.given)) + 1) : finding.path;
    return { ...finding, path, params: { ...finding.params, ...slip } };
  });
  const seen = new Set<string>();
  for (const { code, path, params } of advised) {
    if (code === 'unknown-key' && (params?.slip === 'meant' || params?.slip === 'called'))
      seen.add(JSON.stringify([...path.slice(0, -1), params.instead]));
  }
  return advised.filter(({ code, path, params }) => {
    const place = JSON.stringify(path);
    if (code === 'missing-key') return !seen.has(place);
    // each of the conditions that are joined by another word says the same
    if (params?.slip !== 'joined') return true;
    const isFirst = !seen.has(place);
    seen.add(place);
    return isFirst;
  });
}

/** The facts that a policy may name; only the shared ones where its own are at fault. */
function factsOf(document: PolicyDocument | null, shared: Dictionary): Dictionary {
  try {
    return document ? dictionaryOf(document, shared) : shared;
  } catch {
    return shared;
  }
}

function slipOf(written: Written): Slip | null {
  const { finding, node, root, dictionary } = written;
  const { code, path, params = {} } = finding;
  const allowed = Array.isArray(params.allowed) ? (params.allowed as readonly string[]) : [];
  const text = typeof node === 'string' ? node : typeof node === 'number' ? String(node) : null;
  switch (code) {
    case 'unknown-key':
      return ofUnknownKey(written, String(params.key));
    case 'wrong-type':
      return ofType(String(params.expected), path, node);
    case 'not-a-figure':
      return typeof node === 'number' ? { slip: 'needs-quotes', instead: String(node) } : null;
    case 'invalid-figure':
      return figureSlip(String(params.value), String(params.unit));
    case 'invalid-date':
      return text === null ? null : dateSlip(text);
    case 'invalid-month':
      return text === null ? null : monthSlip(text);
    case 'not-a-threshold':
      return ofThreshold(dictionary.byId.get(String(params.fact)), String(params.value));
    case 'not-months':
      return ofMonths(node);
    case 'invalid-id':
      return ofOption(path, node, root) ?? ofId(path, node);
    case 'not-allowed-value':
      return text === null ? null : allowed.join() === 'always' ? ofCondition(text) : ofAllowed(text, allowed);
    case 'not-a-condition':
      return node === null || node === true ? { slip: 'always-meant' } : null;
    case 'not-a-test':
      return joinedAt(path) ?? ofTest(node);
    case 'not-an-amount':
      return ofAmount(node, dictionary);
    case 'no-value':
      return ofValue(String(params.value), dictionary.byId.get(String(params.fact)), allowed);
    case 'no-fact':
      return joinedAt([...path, '']) ?? ofFact(String(params.fact), dictionary);
    case 'no-parameter': {
      const name = String(params.parameter);
      if (NUMBER.test(name)) return { slip: 'figure-in-rule', instead: name };
      return meant(nearest(name, Object.keys(Object(Object(root).parameters))));
    }
    case 'no-reading':
      return meant(nearest(String(params.reading), allowed));
    case 'no-option':
      return meant(nearest(String(params.option), allowed));
    case 'no-months':
      return meant(nearest(String(params.name), allowed));
    case 'no-allowance':
      return meant(nearest(String(params.allowance), allowed));
    default:
      return null;
  }
}

const meant = (instead: string | null): Slip | null => (instead === null ? null : { slip: 'meant', instead });

function ofUnknownKey({ finding: { path }, node, root, keysAt }: Written, key: string): Slip | null {
  // In one line, a comma within a text that has no quotation marks begins a key without a value.
  if (node === null && CJK.test(key)) {
    const before = beforeKey(nodeAt(root, path.slice(0, -1)), key);
    return before === null ? null : { slip: 'split-by-comma', instead: `${before}, ${key}` };
  }
  const keys = keysAt(path.slice(0, -1));
  const called = keys.find((one) => KEYS.get(key) === one);
  return called === undefined ? meant(nearest(key, keys)) : { slip: 'called', given: key, instead: called };
}

/** The text before a key of a mapping. */
function beforeKey(parent: unknown, key: string): string | null {
  const keys = Object.keys(Object(parent));
  const before = Object(parent)[keys[keys.indexOf(key) - 1] ?? ''];
  return typeof before === 'string' ? before : null;
}

function ofType(expected: string, path: readonly Step[], node: unknown): Slip | null {
  const last = path.at(-1);
  if (expected === 'string' && typeof node === 'number') {
    const isRule = path[0] === 'allowances' && last !== 'economicCode' && path.at(-2) !== 'clause' && last !== 'from' && last !== 'to';
    if (isRule) return { slip: 'figure-in-rule', instead: String(node) };
    return (last === 'from' || last === 'to' ? monthSlip(String(node)) : null) ?? { slip: 'needs-quotes', instead: String(node) };
  }
  if (typeof node !== 'string' && typeof node !== 'number') return null;
  const text = String(node).normalize('NFKC').trim();
  if (expected === 'number' || expected === 'int') {
    const number = /^(\d+(?:\.\d+)?)\s*\D*$/.exec(text)?.[1];
    return number === undefined ? null : { slip: 'bare-number', instead: number };
  }
  if (expected === 'array') {
    const items = text
      .replace(/^[([【]|[)\]】]$/g, '')
      .split(/[、,;\s]+/)
      .map((item) => (/^\d+月$/.test(item) ? item.slice(0, -1) : item));
    const instead = last === 'towns' ? items.map((town) => `{town: ${town}}`) : items;
    return { slip: 'as-list', instead: `[${instead.join(', ')}]` };
  }
  if (last === 'clause') return { slip: 'clause-text', instead: text.length > 20 ? `${text.slice(0, 20)}…` : text };
  return path.at(-2) === 'towns' ? { slip: 'town-text', instead: text } : null;
}

function ofThreshold(fact: Fact | undefined, given: string): Slip | null {
  if (fact?.type === 'date') return dateSlip(given);
  if (fact?.type === 'month') return monthSlip(given);
  const number = given.normalize('NFKC').replace(/[^\d.]+$/, '');
  const isOther = number !== given && /^\d+(\.\d+)?$/.test(number);
  return isOther ? { slip: 'as-figure', instead: number } : null;
}

function ofMonths(node: unknown): Slip | null {
  if (Array.isArray(node)) return { slip: 'as-months', instead: `{only: [${node.join(', ')}]}` };
  const text = String(node).normalize('NFKC').trim();
  if (/^(?:全年|全部|每月|各月|12个月|所有)$/.test(text)) return { slip: 'as-months', instead: 'all' };
  const [, from, to] = /^(\d{1,2})月?\s*(?:-|~|—|至|到)\s*(\d{1,2})月?$/.exec(text) ?? [];
  const months =
    from === undefined ? [] : [...Array(12).keys()].map((one) => one + 1).filter((one) => one >= Number(from) && one <= Number(to));
  return months.length === 0 ? null : { slip: 'as-months', instead: `{only: [${months.join(', ')}]}` };
}

/** A default that was given as people read the option. */
function ofOption(path: readonly Step[], node: unknown, root: unknown): Slip | null {
  if (path[0] !== 'readings' || path.at(-1) !== 'default' || typeof node !== 'string') return null;
  const options = Object.entries(Object(nodeAt(root, [...path.slice(0, -1), 'options'])));
  const found = options.find(([, label]) => label === node || Object(label).zh === node);
  return found ? { slip: 'called', given: node, instead: found[0] } : null;
}

function ofId(path: readonly Step[], node: unknown): Slip | null {
  const given = typeof node === 'string' ? node : String(path.at(-1));
  const instead = given
    .trim()
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replaceAll(/[_\s./]+/g, '-');
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(instead) && instead !== given ? { slip: 'meant', instead } : null;
}

function ofAllowed(given: string, allowed: readonly string[]): Slip | null {
  const plain = given.normalize('NFKC').trim().toLowerCase();
  if (allowed.includes('yuan') && plain === '万元') return { slip: 'unit-wan' };
  const every = allowed.includes('yuan') ? /^元.*[/每]\s*(月|年)$/.exec(plain)?.[1] : undefined;
  if (every !== undefined) return { slip: 'unit-period', given, period: every === '年' ? 'year' : 'month' };
  const called = allowed.find((one) => CALLED.get(one)?.includes(plain));
  return called === undefined ? meant(nearest(given, allowed)) : { slip: 'called', given, instead: called };
}

function ofCondition(given: string): Slip {
  return ALWAYS.test(given.trim()) ? { slip: 'always-meant' } : { slip: 'condition-text', given };
}

/** Conditions that are joined by another word, `or: […]`: they were read as the tests of a fact of that name. */
function joinedAt(path: readonly Step[]): Slip | null {
  const key = path.findLast((step) => typeof step === 'string' && step !== '');
  const instead = JOINED.get(String(key));
  return instead === undefined ? null : { slip: 'joined', given: String(key), instead };
}

function ofTest(node: unknown): Slip | null {
  if (typeof node !== 'object' || node === null || Array.isArray(node)) return null;
  const ends = Object.entries(node).map(([key, value]) => {
    const end = ['atLeast', 'above', 'atMost', 'below'].includes(key) ? key : ENDS.get(key.toLowerCase());
    return end === undefined
      ? null
      : `${end}: ${typeof value === 'number' && Number.isInteger(value) ? value : JSON.stringify(String(value))}`;
  });
  return ends.length === 0 || ends.includes(null) ? null : { slip: 'comparison', instead: `{${ends.join(', ')}}` };
}

function ofAmount(node: unknown, { byId }: Dictionary): Slip | null {
  if (typeof node !== 'string' && typeof node !== 'number') return null;
  const text = String(node).normalize('NFKC').trim();
  if (NOTHING.test(text)) return { slip: 'nothing-meant' };
  if (NUMBER.test(text)) return { slip: 'figure-in-rule', instead: text };
  if (byId.has(text)) return { slip: 'fact-in-rule', instead: text };
  return { slip: 'amount-text' };
}

function ofValue(given: string, fact: Fact | undefined, allowed: readonly string[]): Slip | null {
  const text = given.normalize('NFKC').trim();
  const [, sign = '', end = ''] = COMPARED.exec(text) ?? [];
  if (sign !== '') return { slip: 'comparison', instead: `{${ENDS.get(sign)}: "${end}"}` };
  if (fact?.type === 'boolean') {
    if (text === 'true' || text === 'false') return { slip: 'bare-word', instead: text };
    if (YES.test(text)) return { slip: 'called', given, instead: 'true' };
    return NO.test(text) ? { slip: 'called', given, instead: 'false' } : null;
  }
  const parts = text.split(/[、,]\s*/);
  if (parts.length > 1) return { slip: 'as-list', instead: `[${parts.map((part) => valueCalled(part, fact) ?? part).join(', ')}]` };
  const called = valueCalled(text, fact);
  return called === null ? meant(nearest(text, allowed)) : { slip: 'called', given, instead: called };
}

/** The id of a value by what people call it. */
function valueCalled(text: string, fact: Fact | undefined): string | null {
  const values = fact?.type === 'enum' ? fact.values : fact?.type === 'periods' ? (fact.kinds ?? {}) : {};
  const found = Object.entries(values).find(([, { zh, en, also = [] }]) => [zh, en.toLowerCase(), ...also].includes(text.toLowerCase()));
  return found?.[0] ?? null;
}

function ofFact(given: string, { byId }: Dictionary): Slip | null {
  const text = given.normalize('NFKC').trim();
  const called = [...byId.values()].find(({ label, headers }) => [label.zh, label.en, ...headers].includes(text));
  return called ? { slip: 'called', given, instead: called.id } : meant(nearest(text, byId.keys()));
}

function nodeAt(root: unknown, path: readonly Step[]): unknown {
  return path.reduce<unknown>(
    (node, step) => (typeof node === 'object' && node !== null && Object.hasOwn(node, step) ? Object(node)[step] : undefined),
    root,
  );
}
