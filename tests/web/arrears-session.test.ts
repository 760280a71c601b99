import { expect, test } from 'vitest';
import { bundledPolicies } from '../../src/policy/bundled.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { isRefusal } from '../../src/roster/sheet/refusal.ts';
import { ArrearsSession } from '../../src/web/compute/worker/arrears-session.ts';
import { Pace } from '../../src/web/compute/worker/pace.ts';
import { RosterInWorker } from '../../src/web/compute/worker/roster-in-worker.ts';

const policy = bundledPolicies.get('jinfeng-2021') as Policy;
const teacher = (id: string, name?: string) => ({ record: { id, post: 'established', area: 'urban', ...(name && { name }) }, row: null });
const roster = new RosterInWorker(1, [teacher('T1', '王一'), teacher('T2', '李 二'), teacher('T3')]);

async function otherNames(...lines: readonly string[]) {
  const session = new ArrearsSession();
  const pace = new Pace(() => undefined);
  const summary = await session.readPayments(new TextEncoder().encode(lines.join('\n')), policy, pace);
  if (isRefusal(summary)) throw new Error(summary.refused);
  const source = { policy, policies: new Map([['jinfeng-2021', policy]]), roster, payments: summary.id };
  const answer = await session.compute({ year: 2025, teachers: [] }, 'zh', source, pace);
  if (answer === 'stale' || !answer.ok) throw new Error(JSON.stringify(answer));
  return answer.otherNames;
}

test('payments beside another name than the roster has for the staff number are counted, and the first is named', async () => {
  const header = '工号,姓名,项目,月份,金额';
  expect(await otherNames(header, 'T1,王一,餐补,2025-01,330', 'T2,李二,餐补,2025-01,330', 'T3,张三,餐补,2025-01,330')).toBeNull();
  expect(await otherNames(header, 'T1,李二,餐补,2025-01,330', 'T2,王一,餐补,2025-01,330', 'T1,,餐补,2025-02,330')).toEqual({
    count: 2,
    first: { row: 2, teacherId: 'T1', paid: '李二', roster: '王一' },
  });
  expect(await otherNames('工号,项目,月份,金额', 'T1,餐补,2025-01,330')).toBeNull();
});
