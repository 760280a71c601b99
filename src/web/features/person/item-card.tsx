import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { EntitlementResult } from '../../../contract/teacher/entitlement.ts';
import { explainItem } from '../../../text/page/item-sentence.ts';
import { useLanguage } from '../../platform/i18n/language.ts';
import { type Catalogue, useCatalogue } from '../../policy/catalogue.ts';
import { ClauseLink } from '../../policy/clause-link.tsx';
import { type DatedRate, datedRates } from '../../policy/dated-rates.ts';
import { type Labels, useLabels } from '../../policy/labels.ts';
import { sourcesText } from '../../policy/sources.ts';
import { treatmentText } from '../../policy/treatment-words.ts';
import { UNIT_WORDS } from '../../policy/units.ts';
import { groupDigits } from '../../ui/amounts.ts';
import { Grounds } from './grounds.tsx';
import { MonthAmounts } from './month-amounts.tsx';
import { MonthStrip } from './month-strip.tsx';
import { spokenLine } from './spoken-line.ts';
import { UnpaidMonths } from './unpaid-months.tsx';

type Line = EntitlementResult['lines'][number];

interface ItemCardProps {
  readonly line: Line;
  readonly year: number;
  /** The option in effect for every reading. */
  readonly readings: Readonly<Record<string, string>>;
  /** The figures that were set for this result. */
  readonly parameters: EntitlementResult['parameters'];
  /** The months that pay nothing, and why. */
  readonly unpaid: EntitlementResult['unpaid'];
  /** Whether the amount of some months is still missing. */
  readonly partly: boolean;
}

/** One allowance that is paid: the amount, the months, the clause, and the readings it rests on. */
export function ItemCard({ line, year, readings, parameters, unpaid, partly }: ItemCardProps) {
  const { t } = useTranslation();
  const labels = useLabels();
  const catalogue = useCatalogue();
  const language = useLanguage();
  const sources = sourcesText(catalogue.policy.document.allowances[line.allowance], t, labels);
  const rates = datedRates(catalogue, line.allowance, year, parameters).filter(({ key }) => concerns(key, line, catalogue));
  const treatment = treatmentText(line, t);
  return (
    <article className="item" aria-label={line.title}>
      <header>
        <h4>
          <ClauseLink kind="allowance" id={line.allowance} policy={line.policy}>
            {line.title}
          </ClauseLink>
        </h4>
        {line.payee === 'institution' && <span className="badge">{t('check.toInstitution')}</span>}
        {partly && <span className="badge warn">{t('check.partly')}</span>}
        <span className="amount">{t('unit.amount', { amount: groupDigits(line.amount) })}</span>
      </header>
      <p className="why">{explainItem(spokenLine(line, labels, catalogue), language)}</p>
      <MonthStrip caption={t('check.byMonth', { title: line.title })} year={year} byMonth={line.byMonth} />
      {line.paidOut && <MonthAmounts months={line.paidOut} />}
      <dl>
        {rates.length > 0 && (
          <div>
            <dt>{t('parameters.title')}</dt>
            <dd>
              {rates.map((rate) => (
                <div key={rate.key + rate.from}>{rateText(rate, t, labels)}</div>
              ))}
            </dd>
          </div>
        )}
        {sources !== '' && (
          <div>
            <dt>{t('check.sources')}</dt>
            <dd>{sources}</dd>
          </div>
        )}
        {treatment !== '' && (
          <div>
            <dt>{t('policy.treatment')}</dt>
            <dd>{treatment}</dd>
          </div>
        )}
        {unpaid.length > 0 && (
          <div>
            <dt>{t('person.unpaid.title')}</dt>
            <dd>
              <UnpaidMonths unpaid={unpaid} />
            </dd>
          </div>
        )}
        <Grounds result={line} readings={readings} />
      </dl>
    </article>
  );
}

/** Whether a cell of a table is one that the line item uses, by the facts of its segments. */
function concerns(key: string, { segments }: Line, { policy }: Catalogue): boolean {
  const { parameters } = policy.document;
  const table = Object.keys(parameters).find((id) => parameters[id]?.by && key.startsWith(`${id}/`));
  if (table === undefined) return true;
  const by = parameters[table]?.by ?? [];
  const values = key.slice(table.length + 1).split('/');
  return segments.some(({ facts }) => by.every((fact, index) => !(fact in facts) || facts[fact] === values[index]));
}

function rateText({ key, unit, from, value, before }: DatedRate, t: TFunction, labels: Labels): string {
  const write = (text: string) => (unit === 'yuan' ? t('unit.amount', { amount: groupDigits(text) }) : UNIT_WORDS[unit].value(text, {}, t));
  const params = { rate: labels.parameter(key), from, value: write(value) };
  return before === null ? t('check.rateFrom', params) : t('check.rateChanges', { ...params, before: write(before) });
}
