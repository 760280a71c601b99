import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { BudgetResult } from '../../../../contract/budget/budget-result.ts';
import { ClauseLink } from '../../../policy/clause-link.tsx';
import { useLabels } from '../../../policy/labels.ts';
import { useWarningText } from '../../../policy/warning-text.ts';
import { fenOf, groupCount, groupDifference, groupDigits, isZero } from '../../../ui/amounts.ts';
import { lazily } from '../../../ui/lazily.tsx';

const BarChart = lazily(async () => (await import('../../../ui/bar-chart.tsx')).BarChart);

type Projection = NonNullable<BudgetResult['projection']>;
type Year = Projection['byYear'][number];

/** The projected years beside this one, item by item, with the growth assumed. */
export function OutlookResult({ result, projection }: { result: BudgetResult; projection: Projection }) {
  const { t } = useTranslation();
  const labels = useLabels();
  const warningText = useWarningText();
  const { byYear } = projection;
  const amountIn = ({ byAllowance }: Year, id: string) => byAllowance.find(({ allowance }) => allowance === id)?.amount ?? '0.00';
  const items = result.byAllowance.filter(
    ({ allowance, amount }) => !isZero(amount) || byYear.some((year) => !isZero(amountIn(year, allowance))),
  );
  const warnings = new Set(
    byYear.flatMap((year) => year.warnings.map((warning) => t('whatIf.outlook.inYear', { year: year.year, text: warningText(warning) }))),
  );
  const numbers = (cells: readonly string[]) =>
    cells.map((cell, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: years never change places
      <td key={at} className="numeric">
        {cell}
      </td>
    ));
  const sums = [
    ['envelope', result.envelopeTotal, byYear.map(({ envelopeTotal }) => envelopeTotal)],
    ['total', result.total, byYear.map(({ total }) => total)],
  ] as const;
  return (
    <>
      <p className="outlook-basis" data-testid="outlook-basis">
        <Basis projection={projection} />
      </p>
      <div className="outlook-years">
        <div className="table-frame outlook">
          <table>
            <caption>{t('whatIf.outlook.caption')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('budget.item')}</th>
                <th scope="col" className="numeric">
                  {t('whatIf.outlook.thisYear', { year: result.year })}
                </th>
                {byYear.map(({ year }) => (
                  <th key={year} scope="col" className="numeric">
                    {year}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              <tr>
                <th scope="row">{t('budget.headcount')}</th>
                {numbers([groupCount(result.headcount), ...byYear.map(({ headcount }) => groupCount(headcount))])}
              </tr>
              {items.map(({ allowance, amount }) => (
                <tr key={allowance}>
                  <th scope="row">
                    <ClauseLink kind="allowance" id={allowance}>
                      {labels.allowance(allowance)}
                    </ClauseLink>
                  </th>
                  {numbers([amount, ...byYear.map((year) => amountIn(year, allowance))].map(groupDigits))}
                </tr>
              ))}
            </tbody>
            <tfoot>
              {sums.map(([name, now, then]) => (
                <tr key={name}>
                  <th scope="row">{t(`budget.${name}`)}</th>
                  {numbers([now, ...then].map(groupDigits))}
                </tr>
              ))}
              <tr>
                <th scope="row">{t('whatIf.outlook.difference')}</th>
                {numbers(['', ...byYear.map(({ total }) => groupDifference(differenceOf(total, result.total)))])}
              </tr>
            </tfoot>
          </table>
        </div>
        <Suspense fallback={<div className="month-chart" />}>
          <BarChart
            lying={false}
            bars={[
              { name: String(result.year), amount: result.total },
              ...byYear.map(({ year, total }) => ({ name: String(year), amount: total })),
            ]}
            label={t('whatIf.outlook.chartLabel')}
          />
        </Suspense>
      </div>
      {byYear.some(({ complete }) => !complete) && <p className="hint">{t('whatIf.outlook.incomplete')}</p>}
      {[...warnings].map((text) => (
        <p key={text} className="hint">
          {text}
        </p>
      ))}
      <details>
        <summary>{t('whatIf.outlook.how')}</summary>
        <ul className="outlook-rules">
          {t('whatIf.outlook.rules', { returnObjects: true }).map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
      </details>
    </>
  );
}

/** The growth assumed by a projection, in a sentence, as the result states it. */
function Basis({ projection }: { projection: Projection }) {
  const { t } = useTranslation();
  const labels = useLabels();
  const { headcountGrowth, headcountGrowthByStage, rateGrowth, rateGrowthByParameter } = projection;
  const percent = (growth: string) => t('whatIf.outlook.percent', { growth: groupDifference(growth) });
  const singles = (growths: Readonly<Record<string, string>>, nameOf: (id: string) => string) =>
    Object.entries(growths)
      .map(([id, growth]) => t('whatIf.outlook.single', { name: nameOf(id), growth: percent(growth) }))
      .join(t('app.listComma'));
  const part = (all: string, some: string) =>
    some === '' ? percent(all) : t('whatIf.outlook.withSingles', { growth: percent(all), singles: some });
  return t('whatIf.outlook.basis', {
    headcount: part(
      headcountGrowth,
      singles(headcountGrowthByStage, (id) => labels.value('stage', id)),
    ),
    rate: part(
      rateGrowth,
      singles(rateGrowthByParameter, (id) => labels.parameter(id)),
    ),
  });
}

/** Subtracts two amounts of the wire. */
function differenceOf(amount: string, other: string): string {
  const fen = fenOf(amount) - fenOf(other);
  const digits = String(fen < 0n ? -fen : fen).padStart(3, '0');
  return `${fen < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
