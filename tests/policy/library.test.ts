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
  readonly declined?: string;
}

const LIBRARY = join(import.meta.dirname, 'library');
const dictionary = loadDictionary();
const fileOf = (id: string, name: string) => readFileSync(join(LIBRARY, id, name), 'utf8');

describe.each(readdirSync(LIBRARY).filter((id) => existsSync(join(LIBRARY, id, 'cases.yaml'))))(
  'the document of %s, from facts that a roster has',
  (id) => {
    const file = readPolicyFile(fileOf(id, 'policy.yaml'), dictionary, fileOf(id, 'source.txt'));

    it('has no fault and no warning', () => {
      // Equal parts are written as shares, of which the text says only how many there are.
      const warnings = file.warnings.filter(({ path }) => !path.includes('.shares.'));
      expect([...file.faults, ...warnings]).toEqual([]);
    });

    it.each(parse(fileOf(id, 'cases.yaml')) as Golden[])('$title', ({ year, teacher, allowance, amount, missing = [], declined }) => {
      if (file.document === null) throw new Error('the policy has faults');
      const policy = readPolicy(file.document, id, dictionary);
      const read = readEntitlementRequest(policy, { year, teacher: { id: 'T1', post: 'established', ...teacher } });
      if (read.value === null) throw new Error(JSON.stringify(read.issues));
      const result = explainEntitlement(policy, read.value.settings, read.value.teacher, { language: 'zh' });
      const about = allowance ?? Object.keys(file.document.allowances)[0];
      expect(result.lines.find((one) => one.allowance === about)?.amount).toBe(amount);
      expect(result.missing.map((one) => ('fact' in one ? one.fact : 'parameter' in one ? one.parameter : one.reading))).toEqual(missing);
      expect(result.declined.find((one) => one.allowance === about)?.fact).toBe(declined);
    });
  },
);
