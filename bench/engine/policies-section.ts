import { YEAR } from '../limit/population.mjs';
import { machineLine } from '../machine.ts';
import { quantile } from '../statistics.ts';
import { count } from '../telling.ts';
import type { PoliciesResults } from './results.ts';

/** The section of `docs/performance.md` about the policies that come with the product. */
export function policiesSection({ machine, teachers, runs }: PoliciesResults): string {
  return `## Every policy on the fast path

\`npm run bench\` also computes every policy of \`rules/\` over ${count(teachers)} teachers of the same population in ${YEAR}, from object rows to what all are due: by tables where they hold a
person, and with the engine for every person. Where tables do not hold a policy, it is 0 %. Both ways come to the same sum, to the fen.

${machineLine(machine)}

${policyTable({ teachers, runs })}
`;
}

/** Which policies run on the fast path, and how much faster than the engine person by person. */
export function policyTable({ teachers, runs }: Pick<PoliciesResults, 'teachers' | 'runs'>): string {
  const rows = runs.map(({ policy, held, times }) => {
    const faster = quantile(times.slow, 0.5) / quantile(times.fast, 0.5);
    return `| \`${policy}\` | ${((held / teachers) * 100).toFixed(1)} % | ${faster.toFixed(1)} times |`;
  });
  return ['| policy | people held by tables | rate, against person by person |', '|---|---:|---:|', ...rows].join('\n');
}
