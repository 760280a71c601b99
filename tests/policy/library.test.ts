import { readFileSync } from 'node:fs';
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
  readonly amount?: string;
  readonly missing?: readonly string[];
  readonly declined?: string;
}

const dictionary = loadDictionary();
const fileOf = (id: string, name: string) => readFileSync(join(import.meta.dirname, 'library', id, name), 'utf8');

describe.each(['luonan', 'township'])('the document of %s, from facts that a roster has', (id) => {
  const file = readPolicyFile(fileOf(id, 'policy.yaml'), dictionary, fileOf(id, 'source.txt'));

  it('has no fault and no warning', () => {
    expect([...file.faults, ...file.warnings]).toEqual([]);
  });

  it.each(parse(fileOf(id, 'cases.yaml')) as Golden[])('$title', ({ year, teacher, amount, missing = [], declined }) => {
    if (file.document === null) throw new Error('the policy has faults');
    const policy = readPolicy(file.document, id, dictionary);
    const read = readEntitlementRequest(policy, { year, teacher: { id: 'T1', post: 'established', ...teacher } });
    if (read.value === null) throw new Error(JSON.stringify(read.issues));
    const result = explainEntitlement(policy, read.value.settings, read.value.teacher, { language: 'zh' });
    expect(result.lines[0]?.amount).toBe(amount);
    expect(result.missing.map((one) => ('fact' in one ? one.fact : 'parameter' in one ? one.parameter : one.reading))).toEqual(missing);
    expect(result.declined[0]?.fact).toBe(declined);
  });
});
