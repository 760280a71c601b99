import type { TFunction } from 'i18next';
import type { BudgetResult } from '../../../contract/budget/budget-result.ts';
import type { WireSource } from '../../../contract/budget/funding.ts';
import type { Labels } from '../../policy/labels.ts';

/** One source of an item in a table of funding. */
export interface FundingRow {
  readonly key: string;
  readonly allowance: string;
  readonly item: string;
  /** Its name; of one that takes part in what another bears, said as a part of it. */
  readonly source: string;
  /** What it bears by: its share, a standard, or the rest; `null` while that is awaited. */
  readonly by: string | null;
  /** `null` where it is not known. */
  readonly amount: string | null;
}

/** What the sources of all items bear, each level below the source that it splits. */
export function fundingRows(funding: BudgetResult['funding'], t: TFunction, labels: Pick<Labels, 'allowance'>): FundingRow[] {
  return funding.flatMap(({ allowance, policy, sources }, place) => {
    const rowsOf = (level: readonly WireSource[], path: string): FundingRow[] =>
      level.flatMap((one, at) => {
        const key = `${path} ${at}`;
        const source = path.includes(' ') ? t('budget.funding.below', { source: one.source }) : one.source;
        const row = { key, allowance, item: labels.allowance(allowance), source, by: byOf(one, t), amount: one.amount };
        return [row, ...rowsOf(one.sources ?? [], key)];
      });
    return rowsOf(sources, `${policy ?? ''}${place}`);
  });
}

function byOf({ parameter, share, varies, standard }: WireSource, t: TFunction): string | null {
  if (standard !== undefined) return t('budget.funding.upTo');
  if (parameter === undefined) return t('budget.funding.rest');
  if (varies) return t('budget.funding.varies');
  return share == null ? null : t('policy.figure.percent', { value: share });
}
