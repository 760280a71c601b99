import { useTranslation } from 'react-i18next';
import { useCodeTitle } from '../../../policy/code-titles.ts';
import { useLabels } from '../../../policy/labels.ts';
import { useWarningText } from '../../../policy/warning-text.ts';
import { groupCount, groupDigits, sumAmounts } from '../../../ui/amounts.ts';
import { fundingRows } from '../../budget/funding-rows.ts';
import { notesOf } from '../../budget/item-notes.ts';
import { openText } from '../../budget/open-text.ts';
import { claimOpenText } from '../../person/claim-open-text.ts';
import { type BudgetOnPaper, isMadeUp, peopleLines } from '../contents/budget-paper.ts';
import { useBasis } from '../contents/use-basis.ts';
import { BasisBlock } from './basis-block.tsx';
import { Capitals } from './capitals.tsx';
import { PaperHead } from './paper-head.tsx';
import { PaperTable } from './paper-table.tsx';
import { Signatures } from './signatures.tsx';

/** The budget of a year on paper: totals, items, months, budget codes, what is still open, and what it rests on. */
export function SummaryPaper({ title, budget }: { title: string; budget: BudgetOnPaper }) {
  const { t } = useTranslation();
  const { result, state, unit } = budget;
  const warningText = useWarningText();
  const basis = useBasis(result);
  const hanging = openText(result, useLabels(), t);
  const envelopeOpen = result.envelopes.some(({ amount }) => amount === null);
  const isOpen = result.incomplete > 0 || envelopeOpen;
  return (
    <>
      <PaperHead title={title} unit={unit} madeUp={isMadeUp(state)} />
      <PaperTable
        columns={[
          { title: t('budget.personal'), numeric: true },
          { title: t('budget.institution'), numeric: true },
          { title: t(envelopeOpen ? 'budget.envelopeKnown' : 'budget.envelope'), numeric: true },
          { title: t(isOpen ? 'budget.totalKnown' : 'budget.total'), numeric: true },
          { title: t('budget.headcount'), numeric: true },
        ]}
        rows={[
          [
            ...[result.personalTotal, result.institutionTotal, result.envelopeTotal, result.total].map(groupDigits),
            groupCount(result.headcount),
          ],
        ]}
      />
      <Capitals amount={result.total} />
      {result.incomplete > 0 && <p className="open">{t('budget.incompleteNote', { people: groupCount(result.incomplete) })}</p>}
      {hanging && <p className="open">{hanging}</p>}
      {result.warnings.map((warning) => (
        <p key={JSON.stringify(warning)} className="open">
          {warningText(warning)}
        </p>
      ))}
      <h2>{t('budget.byItem')}</h2>
      <Items budget={budget} />
      <h2>{t('budget.byMonth')}</h2>
      <Months months={result.byMonth} note={t('budget.monthNote')} />
      {result.paidOut && (
        <>
          <h2>{t('person.paidOut.title')}</h2>
          <Months months={result.paidOut} note={t('person.paidOut.hint')} />
        </>
      )}
      <h2>
        {t('budget.codes')} {t('print.inBrackets', { text: t('codes.toConfirm') })}
      </h2>
      <Codes codes={result.byBudgetCode} />
      {result.funding.length > 0 && <Sources funding={result.funding} />}
      <Claims repayments={result.repayments} />
      {result.missing.length > 0 && <Work missing={result.missing} />}
      <BasisBlock basis={basis} people={peopleLines(budget, t)} />
      <Signatures />
    </>
  );
}

/** What people owe under claims, which is in no total; nothing where nobody does. */
function Claims({ repayments: { amount, headcount, openHeadcount, byClaim, missing } }: Pick<BudgetOnPaper['result'], 'repayments'>) {
  const { t } = useTranslation();
  const labels = useLabels();
  if (headcount === 0 && openHeadcount === 0) return null;
  return (
    <>
      <h2>{t('repayments.title')}</h2>
      <PaperTable
        caption={t('repayments.budgetHint')}
        columns={[
          { title: t('budget.item') },
          { title: t('unit.peopleHeader'), numeric: true },
          { title: t('unit.amountHeader'), numeric: true },
          { title: t('repayments.openPeople'), numeric: true },
        ]}
        rows={byClaim.map((one) => [one.title, groupCount(one.headcount), groupDigits(one.amount), groupCount(one.openHeadcount)])}
        footer={[[t('table.total'), groupCount(headcount), groupDigits(amount), groupCount(openHeadcount)]]}
      />
      {missing.map((one) => (
        <p key={JSON.stringify(one)} className="open">
          {claimOpenText(one, t, labels)}
        </p>
      ))}
    </>
  );
}

function Items({ budget: { result } }: { budget: BudgetOnPaper }) {
  const { t } = useTranslation();
  const awaited = (amount: string | null) => (amount === null ? <span className="open">{t('unit.awaited')}</span> : groupDigits(amount));
  return (
    <PaperTable
      columns={[
        { title: t('print.number'), numeric: true, width: '11mm' },
        { title: t('budget.item') },
        { title: t('budget.payee') },
        { title: t('unit.peopleHeader'), numeric: true },
        { title: t('unit.amountHeader'), numeric: true },
        { title: t('print.notes') },
      ]}
      rows={result.byAllowance.map((item, at) => {
        const { open, idle, amount, instead } = notesOf(item, result, t);
        const notes = [...open.map(({ text }) => text), ...(idle === null ? [] : [idle])].join(t('app.semicolon'));
        return [
          at + 1,
          item.title,
          t(`budget.payees.${item.payee}`),
          groupCount(item.headcount),
          amount ?? <span className="open">{instead}</span>,
          notes,
        ];
      })}
      footer={[
        ['', t('budget.personal'), '', '', groupDigits(result.personalTotal)],
        ['', t('budget.institution'), '', '', groupDigits(result.institutionTotal)],
        ...result.envelopes.flatMap(({ title, amount, atLeast, parts = [] }) => [
          ['', title, t('budget.envelope'), '', awaited(amount), amount !== null && atLeast ? t('print.atLeast') : ''],
          ...parts.map((part) => [
            '',
            <div key={part.id} className="part-of">
              {part.title}
            </div>,
            '',
            '',
            awaited(part.amount),
          ]),
        ]),
        ['', t('budget.total'), '', groupCount(result.headcount), groupDigits(result.total)],
      ]}
    />
  );
}

const MONTHS_A_ROW = 3;

function Months({ months, note }: { months: readonly { readonly month: string; readonly amount: string }[]; note: string }) {
  const { t } = useTranslation();
  const rows = Math.ceil(months.length / MONTHS_A_ROW);
  const columns = Array.from({ length: MONTHS_A_ROW }, () => [
    { title: t('budget.monthHeader') },
    { title: t('unit.amountHeader'), numeric: true },
  ]).flat();
  return (
    <PaperTable
      caption={note}
      columns={columns}
      rows={Array.from({ length: rows }, (_, row) =>
        Array.from({ length: MONTHS_A_ROW }, (_, column) => months[column * rows + row]).flatMap((one) => [
          one?.month,
          groupDigits(one?.amount ?? ''),
        ]),
      )}
      footer={[[...Array.from({ length: columns.length - 2 }, () => ''), t('table.total'), groupDigits(sumAmounts(months))]]}
    />
  );
}

function Codes({ codes }: { codes: BudgetOnPaper['result']['byBudgetCode'] }) {
  const { t } = useTranslation();
  const titled = useCodeTitle();
  return (
    <PaperTable
      caption={t('budget.codesNote')}
      columns={[{ title: t('budget.economic') }, { title: t('budget.functional') }, { title: t('unit.amountHeader'), numeric: true }]}
      rows={codes.map(({ economic, functional, amount }) => [
        titled(economic),
        functional === null ? t('codes.none') : titled(functional),
        groupDigits(amount),
      ])}
      footer={[[t('table.total'), '', groupDigits(sumAmounts(codes))]]}
    />
  );
}

function Sources({ funding }: { funding: BudgetOnPaper['result']['funding'] }) {
  const { t } = useTranslation();
  const labels = useLabels();
  return (
    <>
      <h2>{t('budget.funding.title')}</h2>
      <PaperTable
        caption={t('budget.funding.note')}
        columns={[
          { title: t('budget.item') },
          { title: t('policy.funding') },
          { title: t('budget.funding.share') },
          { title: t('unit.amountHeader'), numeric: true },
        ]}
        rows={fundingRows(funding, t, labels).map(({ item, source, by, amount }) => [
          item,
          source,
          by ?? t('unit.awaited'),
          amount === null ? t('budget.funding.unknown') : groupDigits(amount),
        ])}
      />
    </>
  );
}

function Work({ missing }: { missing: BudgetOnPaper['result']['missing'] }) {
  const { t } = useTranslation();
  const labels = useLabels();
  return (
    <>
      <h2>{t('print.open')}</h2>
      <PaperTable
        columns={[{ title: t('budget.item') }, { title: t('budget.workWhat') }, { title: t('unit.peopleHeader'), numeric: true }]}
        rows={missing.map(({ allowance, fact, parameter, headcount }) => [
          labels.allowance(allowance),
          fact === undefined
            ? t('budget.workFigure', { parameter: labels.parameter(parameter ?? '') })
            : t('budget.workFact', { fact: labels.fact(fact) }),
          groupCount(headcount),
        ])}
      />
    </>
  );
}
