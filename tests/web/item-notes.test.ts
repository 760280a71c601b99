import i18next from 'i18next';
import { expect, test } from 'vitest';
import type { BudgetResult } from '../../src/contract/budget/budget-result.ts';
import { zh } from '../../src/text/page/zh/zh.ts';
import { notesOf } from '../../src/web/features/budget/item-notes.ts';

const spoken = i18next.createInstance({ lng: 'zh', resources: { zh: { translation: zh } }, interpolation: { escapeValue: false } });
await spoken.init();

const lack = (allowance: string, code: 'fact' | 'no-figure'): BudgetResult['missing'][number] =>
  ({ allowance, code, ...(code === 'fact' ? { fact: 'village' } : { parameter: 'x' }), headcount: 6 }) as never;
const BUDGET = {
  missing: [lack('uplift', 'fact'), lack('principal', 'no-figure'), lack('master', 'fact'), lack('master', 'no-figure')],
  awaited: [],
};

test('where all of an amount is open, a rate that is awaited and a fact that is missing are told apart', () => {
  const told = ['uplift', 'principal', 'master'].map((allowance) => notesOf({ allowance, amount: '0.00' }, BUDGET, spoken.t));
  expect(told.map(({ amount }) => amount)).toEqual([null, null, null]);
  expect(told.map(({ instead }) => instead)).toEqual(['缺资料', '待定', '待定']);
  expect(told.map(({ open }) => open.map(({ text }) => text))).toEqual([
    ['缺资料 6 人'],
    ['待定，涉及 6 人'],
    ['待定，涉及 6 人', '缺资料 6 人'],
  ]);
  expect(notesOf({ allowance: 'uplift', amount: '12.00' }, BUDGET, spoken.t).amount).toBe('12.00');
});
