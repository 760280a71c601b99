import type * as z from 'zod';
import { amountWordOf } from '../../words/stands.ts';
import { FAULT_CODES, type FaultCode, type FaultParams, type Finding, type Step } from './fault.ts';
import { formerAt, formerWord } from './former.ts';

const KNOWN = new Set<string>(FAULT_CODES);

/**
 * Turns the issues of the schema into findings. Schemas of policies put the code of a fault where zod expects a message; all others
 * are mapped by zod's own code.
 *
 * @param root what was checked, to distinguish a missing value from one of another type
 */
export function findingsOf(issues: readonly z.core.$ZodIssue[], root: unknown): Finding[] {
  const findings = shapeFindings(issues, root);
  const former = findings.filter(({ code }) => code === 'former-form').map(({ path }) => JSON.stringify(path.slice(0, -1)));
  // What the present form would have otherwise says nothing new of a mapping in a former one.
  return findings.filter(({ code, path }) => code === 'former-form' || !former.includes(JSON.stringify(path.slice(0, -1))));
}

function shapeFindings(issues: readonly z.core.$ZodIssue[], root: unknown): Finding[] {
  return issues.flatMap((issue): Finding[] => {
    const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => unknownKey([...path, key], key, nodeAt(root, path)));
    }
    const last = path.at(-1);
    if (last !== undefined && isMissing(root, path)) return [{ path, code: 'missing-key', params: { key: String(last) } }];
    if (issue.code === 'invalid_key') {
      const code = issue.issues[0]?.message ?? '';
      return [{ path, code: KNOWN.has(code) ? (code as FaultCode) : 'invalid-id', params: { key: String(last ?? '') } }];
    }
    const former = issue.message === 'not-an-amount' ? formerWord(nodeAt(root, path)) : null;
    if (former) return [{ path: [...path, former.key], code: 'former-form', params: { key: former.key, instead: former.instead } }];
    if (KNOWN.has(issue.message)) {
      return [{ path, code: issue.message as FaultCode, params: issue.code === 'custom' ? ((issue.params ?? {}) as FaultParams) : {} }];
    }
    return [{ path, ...plain(issue) }];
  });
}

/** @param node the mapping that has the key */
function unknownKey(path: readonly Step[], key: string, node: unknown): Finding {
  const word = amountWordOf(node) ? formerWord(node) : null;
  const former = word?.key === key ? word : formerAt(path);
  return former ? { path, code: 'former-form', params: { key, instead: former.instead } } : { path, code: 'unknown-key', params: { key } };
}

function nodeAt(root: unknown, path: readonly Step[]): unknown {
  return path.reduce<unknown>((node, step) => Object(node)[step], root);
}

function isMissing(root: unknown, path: readonly Step[]): boolean {
  let node = root;
  for (const [depth, step] of path.entries()) {
    if (typeof node !== 'object' || node === null) return false;
    if (!Object.hasOwn(node, step)) return depth === path.length - 1 && !Array.isArray(node);
    node = (node as Record<Step, unknown>)[step];
  }
  return false;
}

function plain(issue: z.core.$ZodIssue): { code: FaultCode; params?: FaultParams } {
  switch (issue.code) {
    case 'invalid_type':
      return { code: 'wrong-type', params: { expected: issue.expected } };
    case 'invalid_value':
      return { code: 'not-allowed-value', params: { allowed: issue.values.map(String) } };
    case 'too_small':
      if (issue.origin === 'number' || issue.origin === 'int') return { code: 'out-of-range', params: { minimum: Number(issue.minimum) } };
      return { code: 'empty', params: { minimum: Number(issue.minimum) } };
    case 'too_big':
      if (issue.origin === 'number' || issue.origin === 'int') return { code: 'out-of-range', params: { maximum: Number(issue.maximum) } };
      return { code: 'too-long', params: { maximum: Number(issue.maximum) } };
    case 'invalid_union':
      if ('options' in issue && issue.options) return { code: 'not-allowed-value', params: { allowed: issue.options.map(String) } };
      return { code: 'invalid-form' };
    default:
      return { code: 'invalid-form' };
  }
}
