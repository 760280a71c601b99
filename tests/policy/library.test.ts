import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { loadDictionary } from '../../scripts/common-files.ts';
import { explainEntitlement, readEntitlementRequest } from '../../src/contract/teacher/entitlement.ts';
import { readPolicyFile } from '../../src/policy/loading/load.ts';
import { readPolicy } from '../../src/policy/policy.ts';

interface Golden {
  readonly title: string;
  readonly year: number;
  readonly teacher: object;
  /** Of which allowance; of the first one of the document where it is left out. */
  readonly allowance?: string;
  readonly amount?: string;
  readonly missing?: readonly string[];
  /** The fact by which the first item is declined; `none` where it is not by a fact. */
  readonly declined?: string;
  readonly total?: string;
  readonly readings?: Readonly<Record<string, string>>;
  readonly parameters?: Readonly<Record<string, string>>;
  /** Of the only claim: what is owed, what is added to it, all of it, and what is missing to know all of it. */
  readonly owed?: string;
  readonly penalty?: string;
  readonly late?: string;
  readonly owes?: string;
  readonly lacks?: readonly string[];
}

const LIBRARY = join(import.meta.dirname, 'library');

/** What a file is warned of, where the text does not say what everybody knows. */
const WARNED: Readonly<Record<string, readonly string[]>> = {
  // that the former service was of ten years stands in another sentence
  shandong: ['claims.ministry.service.years figure-not-quoted'],
};

const dictionary = loadDictionary();
const fileOf = (id: string, name: string) => readFileSync(join(LIBRARY, id, name), 'utf8');

describe.each(readdirSync(LIBRARY).filter((id) => existsSync(join(LIBRARY, id, 'cases.yaml'))))(
  'the document of %s, from facts that a roster has',
  (id) => {
    const file = readPolicyFile(fileOf(id, 'policy.yaml'), dictionary, fileOf(id, 'source.txt'));

    it('has no fault, and no warning but what the text leaves out', () => {
      // Equal parts are written as shares, of which the text says only how many there are.
      const warnings = file.warnings.filter(({ path }) => !path.includes('.shares.'));
      expect([...file.faults, ...warnings].map(({ path, code }) => `${path} ${code}`)).toEqual(WARNED[id] ?? []);
    });

    it.each(parse(fileOf(id, 'cases.yaml')) as Golden[])('$title', (golden) => {
      const { year, teacher, allowance, amount, missing = [], declined, total, readings = {}, parameters = {} } = golden;
      if (file.document === null) throw new Error('the policy has faults');
      const policy = readPolicy(file.document, id, dictionary);
      const read = readEntitlementRequest(policy, { year, readings, parameters, teacher: { id: 'T1', post: 'established', ...teacher } });
      if (read.value === null) throw new Error(JSON.stringify(read.issues));
      const result = explainEntitlement(policy, read.value.settings, read.value.teacher, { language: 'zh' });
      const about = allowance ?? Object.keys(file.document.allowances)[0];
      expect(result.lines.find((one) => one.allowance === about)?.amount).toBe(amount);
      expect(result.missing.map((one) => ('fact' in one ? one.fact : 'parameter' in one ? one.parameter : one.reading))).toEqual(missing);
      const own = result.declined.find((one) => one.allowance === about);
      expect([own === undefined, own?.fact]).toEqual([declined === undefined, declined === 'none' ? undefined : declined]);
      if (total !== undefined) expect(result.personalTotal).toBe(total);
      const { repayments, openRepayments = [] } = result;
      const [claim, ...others] = [...repayments, ...openRepayments];
      expect([others.length, claim?.owed, repayments[0]?.amount]).toEqual([0, golden.owed, golden.owes]);
      if (golden.penalty !== undefined) expect(claim?.penalty).toBe(golden.penalty);
      if (golden.late !== undefined) expect(claim?.late?.amount).toBe(golden.late);
      const lacks = openRepayments.flatMap((open) =>
        open.missing.map(({ fact, parameter, atMost }) => `${fact ?? parameter}${atMost === undefined ? '' : ` at most ${atMost}`}`),
      );
      expect(lacks).toEqual(golden.lacks ?? []);
    });
  },
);
