import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { EntitlementResult } from '../../../../contract/teacher/entitlement.ts';
import { explainItem } from '../../../../text/page/item-sentence.ts';
import type { Labels } from '../../../policy/labels.ts';
import { underText } from '../../../policy/missing-input-text.ts';
import { useSpeaker } from '../../../policy/speaker.ts';
import { treatmentText } from '../../../policy/treatment-words.ts';
import { groupDigits } from '../../../ui/amounts.ts';
import { useItemName } from '../../../ui/quote.tsx';
import { spokenMonths } from '../../../ui/spoken-months.ts';
import { reasonOf, type Said } from '../../person/declined-list.tsx';
import { RepaymentReason } from '../../person/repayment-reason.tsx';
import { spokenLine } from '../../person/spoken-line.ts';
import { severalReasons, unpaidOf, unpaidText } from '../../person/unpaid-months.tsx';

/** Why each item is paid, with its clause; clawbacks, missing inputs, and why other items are not paid. */
export function PersonGrounds({ result, said }: { result: EntitlementResult; said: Said }) {
  const { t } = useTranslation();
  const { labels, catalogue, language } = useSpeaker();
  const { lines, repayments, openRepayments = [], missing, declined, unpaid } = result;
  return (
    <>
      {lines.length > 0 && (
        <>
          <h2>{t('print.person.grounds')}</h2>
          <ol className="grounds small">
            {lines.map((line) => (
              <li key={`${line.policy ?? ''} ${line.allowance}`} className="together">
                {explainItem(spokenLine(line, labels, catalogue), language)}
                {unpaidOf(unpaid, line).map((one) => (
                  <div key={JSON.stringify(one)}>{unpaidText(one, t, labels)}</div>
                ))}
                {treatmentText(line, t) !== '' && <div>{treatmentText(line, t)}</div>}
                <Words clause={line.clause} />
              </li>
            ))}
          </ol>
        </>
      )}
      {repayments.length > 0 && (
        <>
          <h2>{t('repayments.title')}</h2>
          <ul className="grounds small">
            {repayments.map((repayment) => (
              <li key={repayment.claim} className="together">
                {t('app.colon', { label: repayment.title, value: t('unit.amount', { amount: groupDigits(repayment.amount) }) })}
                <RepaymentReason repayment={repayment} />
                <Words clause={repayment.clause} />
              </li>
            ))}
          </ul>
        </>
      )}
      {openRepayments.length > 0 && (
        <>
          <h2>{t('repayments.openTitle')}</h2>
          <ul className="grounds small">
            {openRepayments.map((repayment) => (
              <li key={repayment.claim} className="together">
                {t('app.colon', { label: repayment.title, value: t('unit.awaited') })}
                <RepaymentReason repayment={repayment} />
                <Words clause={repayment.clause} />
              </li>
            ))}
          </ul>
        </>
      )}
      {missing.length > 0 && (
        <>
          <h2>{t('check.missing')}</h2>
          <ul className="grounds small">
            {missing.map((lack) => (
              <li key={JSON.stringify(lack)}>
                {lackText(lack, labels, t)}
                {lack.months && t('unit.inMonths', { months: spokenMonths(lack.months, t) })}
                {'under' in lack && underText(lack.under, labels, t)}
              </li>
            ))}
          </ul>
        </>
      )}
      {declined.length > 0 && (
        <>
          <h2>{t('check.declined', { count: declined.length })}</h2>
          <ul className="grounds small">
            {declined.map((one) => (
              <li key={one.allowance}>
                {t('app.colon', { label: labels.allowance(one.allowance), value: reasonOf(one, said, t, labels, catalogue).reason })}
                {severalReasons(unpaid, one).map((why) => (
                  <div key={JSON.stringify(why)}>{unpaidText(why, t, labels)}</div>
                ))}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function lackText(lack: EntitlementResult['missing'][number], labels: Labels, t: TFunction): string {
  if (lack.code === 'no-figure') return t('print.person.awaited', { parameter: labels.parameter(lack.parameter) });
  const allowance = labels.allowance(lack.allowance);
  if (lack.code === 'reading') return t('check.missingReading', { allowance, question: labels.reading(lack.reading) });
  return t(lack.code === 'fact' ? 'print.person.missing' : 'print.person.outside', { allowance, fact: labels.fact(lack.fact) });
}

function Words({ clause }: { clause: EntitlementResult['lines'][number]['clause'] }) {
  const { t } = useTranslation();
  const nameOf = useItemName();
  return (
    <div>
      {t('app.colon', { label: nameOf(clause), value: '' })}
      <q lang="zh-CN">{clause.display ?? clause.quote}</q>
    </div>
  );
}
