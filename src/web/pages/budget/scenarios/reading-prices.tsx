import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { BudgetResult } from '../../../../contract/budget/budget-result.ts';
import { MOST_PAGE_SCENARIOS, newScenario } from '../../../features/budget/scenarios.ts';
import type { BudgetState } from '../../../features/budget/state.ts';
import { useCatalogue } from '../../../policy/catalogue.ts';
import { ClauseLink } from '../../../policy/clause-link.tsx';
import { useLabels } from '../../../policy/labels.ts';
import { fenOf, groupDifference, groupDigits } from '../../../ui/amounts.ts';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { Quote } from '../../../ui/quote.tsx';

type Price = BudgetResult['sensitivity'][number];

interface ReadingPricesProps {
  readonly prices: readonly Price[];
  readonly state: BudgetState;
  readonly onChange: (state: BudgetState) => void;
}

/** The total under every option that was not chosen, the largest difference first; each option can be chosen here. */
export function ReadingPrices({ prices, state, onChange }: ReadingPricesProps) {
  const { t } = useTranslation();
  const { say } = useLabels();
  const { policy } = useCatalogue();
  const node = (id: string) => policy.document.readings[id];
  const titleOf = ({ reading, option }: Price) => {
    const title = node(reading)?.options[option];
    return title ? say(title) : option;
  };
  const questionOf = ({ reading }: Price) => {
    const question = node(reading)?.question;
    return question ? say(question) : reading;
  };
  const adopt = ({ reading, option }: Price) =>
    onChange({ ...state, readings: withReading(state.readings, reading, option, node(reading)?.default) });
  const compare = (price: Price) =>
    onChange({
      ...state,
      scenarios: [
        ...state.scenarios,
        newScenario(state.scenarios, { readings: { [price.reading]: price.option } }, titleOf(price).slice(0, 40)),
      ],
    });
  const columns: Column<Price>[] = [
    {
      key: 'question',
      title: t('budget.question'),
      rowHeader: true,
      cell: (price) => {
        const clause = node(price.reading)?.clause;
        return (
          <>
            <ClauseLink kind="reading" id={price.reading}>
              {questionOf(price)}
            </ClauseLink>
            {clause && <Quote clause={clause} />}
          </>
        );
      },
    },
    { key: 'option', title: t('budget.option'), cell: titleOf },
    {
      key: 'total',
      title: t('budget.otherTotal'),
      numeric: true,
      cell: ({ total }) => groupDigits(total),
      sortBy: ({ total }) => fenOf(total),
    },
    {
      key: 'difference',
      title: t('budget.difference'),
      numeric: true,
      cell: ({ difference }) => groupDifference(difference),
      sortBy: ({ difference }) => fenOf(difference),
    },
    {
      key: 'actions',
      title: t('whatIf.take'),
      cell: (price) => {
        const about = { question: questionOf(price), option: titleOf(price) };
        return (
          <div className="row-actions">
            <Button size="small" aria-label={t('whatIf.adoptReadingOf', about)} onClick={() => adopt(price)}>
              {t('whatIf.adoptReading')}
            </Button>
            <Button
              size="small"
              type="link"
              aria-label={t('whatIf.compareReadingOf', about)}
              disabled={state.scenarios.length >= MOST_PAGE_SCENARIOS}
              onClick={() => compare(price)}
            >
              {t('whatIf.compareReading')}
            </Button>
          </div>
        );
      },
    },
  ];
  return (
    <>
      {prices.some(({ least }) => least) && <p className="hint">{t('readings.pricedLeast')}</p>}
      <DataTable
        caption={t('whatIf.pricesNote')}
        columns={columns}
        rows={prices.toSorted((one, other) => compareStake(other, one))}
        rowKey={({ reading, option }) => `${reading} ${option}`}
      />
    </>
  );
}

/** Sorted by how far the total moves, up or down. */
function compareStake(one: Price, other: Price): number {
  const size = ({ difference }: Price) => fenOf(difference.replace('-', ''));
  return size(one) < size(other) ? -1 : size(one) > size(other) ? 1 : 0;
}

/** The default is not stored as a choice. */
function withReading(chosen: BudgetState['readings'], reading: string, option: string, usual: string | undefined): BudgetState['readings'] {
  const { [reading]: _before, ...rest } = chosen;
  return option === usual ? rest : { ...rest, [reading]: option };
}
