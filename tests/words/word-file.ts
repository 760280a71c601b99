/** The case files of this folder: worked examples of one word each. */
import { parse } from 'yaml';
import { type PolicyDocument, policySchema } from '../../src/policy/document/schema.ts';
import type { RequestScale } from '../reference/pay-scales.ts';

/** Worked examples of one word: what a teacher is paid under a policy that is made of it. */
export interface WordFile {
  /** The words as docs/rule-language.md has them: an allowance, or where there is a `policy`, a part of it. */
  readonly example: string;
  /** The rest of the policy, as a policy file has it; what every entry needs besides may be left out. */
  readonly policy?: Part;
  readonly parameters?: Readonly<Record<string, object>>;
  /** Facts of its own. */
  readonly facts?: Readonly<Record<string, object>>;
  readonly cases: readonly WordCase[];
}

export interface WordCase {
  readonly title: string;
  readonly year?: number;
  readonly teacher: Readonly<Record<string, unknown>>;
  readonly readings?: Readonly<Record<string, string>>;
  readonly parameters?: Readonly<Record<string, string>>;
  readonly payScales?: readonly RequestScale[];
  /** How many such teachers a budget has, and the inputs of its checks. */
  readonly count?: number;
  readonly checks?: Readonly<Record<string, object>>;
  /** The amount of the year, or none; what is missing; and what else is to be seen. */
  readonly expect: {
    readonly amount?: string;
    /** In place of an amount: that of each allowance that has a line. */
    readonly lines?: Readonly<Record<string, string>>;
    readonly months?: readonly string[];
    /** The months in which it is paid out, with their amounts. */
    readonly paidOut?: readonly string[];
    readonly first?: string;
    readonly last?: string;
    readonly rates?: readonly string[];
    readonly missing?: readonly string[];
    /** All months that something missing decides. */
    readonly open?: readonly string[];
    readonly declined?: string;
    readonly warnings?: readonly string[];
    /** As `date amount of paid after served of service`, complete months of service counted; with the penalty and the fee for being late. */
    readonly repayments?: readonly string[];
    /** Claims that are not known, each with what is missing. */
    readonly openClaims?: readonly string[];
    /** What a budget of such teachers has, as far as it is said. */
    readonly budget?: object;
  };
}

type Part = Readonly<Record<string, Readonly<Record<string, object>> | readonly object[]>>;

const said = { zh: '甲', en: 'A' };
const clause = { item: '1', quote: '甲' };

/** What entries of each kind need besides. */
const COMMON: Readonly<Record<string, object>> = {
  parameters: { clause },
  claims: { title: said, clause, when: 'always' },
  allowances: { title: said, payee: 'teacher', economicCode: '30102', clause, when: 'always', months: 'every' },
  readings: { question: said, clause, reason: said },
  envelopes: { title: said, clause },
  checks: { title: said, clause },
  targets: { title: said, clause },
  totals: { title: said, clause },
};

/** The whole policy of a case file. */
export function documentOf({ example, policy, parameters = {}, facts = {} }: WordFile): PolicyDocument {
  const own = parse(example) as Part;
  const rest = { parameters, ...policy, ...(policy ? own : { allowances: { it: own } }) };
  const completed = Object.entries(rest).map(([key, part]) => [key, Array.isArray(part) ? part : completedPart(key, part as object)]);
  const head = { id: 'words', title: said, documentNumber: null, issuer: said, issuedOn: null, effectiveFrom: null };
  return policySchema.parse({
    ...head,
    source: { file: 'source.txt' },
    requires: [],
    months: { every: 'all' },
    facts,
    ...Object.fromEntries(completed),
  });
}

function completedPart(key: string, part: object): object {
  return Object.fromEntries(Object.entries(part).map(([id, node]) => [id, COMMON[key] ? { ...COMMON[key], ...(node as object) } : node]));
}
