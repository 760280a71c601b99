import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { loadDictionary } from '../../scripts/common-files.ts';
import { computeBudget, readBudgetRequest } from '../../src/contract/budget/budget.ts';
import type { WireSource } from '../../src/contract/budget/funding.ts';
import { readPolicyFile } from '../../src/policy/loading/load.ts';
import { readPolicy } from '../../src/policy/policy.ts';
import { WORDINGS } from '../../src/text/issues.ts';

interface Golden {
  readonly title: string;
  readonly year: number;
  readonly teacher: object;
  readonly parameters?: object;
  readonly amount: string;
  /** What each source bears, those below it after it; `null` has to be asked. */
  readonly borne: readonly (string | null)[];
}

const dictionary = loadDictionary();
const fileOf = (id: string, name: string) => readFileSync(join(import.meta.dirname, 'library', id, name), 'utf8');
const amountsOf = (sources: readonly WireSource[]): (string | null)[] =>
  sources.flatMap(({ amount, sources: below = [] }) => [amount, ...amountsOf(below)]);

describe.each(['shaanxi', 'special-post', 'silver-age'])('who bears what by the document of %s', (id) => {
  const file = readPolicyFile(fileOf(id, 'policy.yaml'), dictionary, fileOf(id, 'source.txt'));

  it('has no fault and no warning', () => {
    expect([...file.faults, ...file.warnings]).toEqual([]);
  });

  it.each(parse(fileOf(id, 'funding.yaml')) as Golden[])('$title', ({ year, teacher, parameters = {}, amount, borne }) => {
    if (file.document === null) throw new Error('the policy has faults');
    const policy = readPolicy(file.document, id, dictionary);
    const read = readBudgetRequest(policy, { year, parameters, cohorts: [{ count: 1, facts: teacher }] });
    if (read.value === null) throw new Error(JSON.stringify(read.issues));
    const result = computeBudget(policy, read.value, WORDINGS.zh);
    expect(result.total).toBe(amount);
    expect(amountsOf(result.funding[0]?.sources ?? [])).toEqual(borne);
  });
});
