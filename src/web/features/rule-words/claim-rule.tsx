import { Trans, useTranslation } from 'react-i18next';
import { EMPLOYMENT } from '../../../facts/employment.ts';
import type { ClaimNode } from '../../../policy/document/schema.ts';
import { useCatalogue } from '../../policy/catalogue.ts';
import { useLabels } from '../../policy/labels.ts';
import { Quote } from '../../ui/quote.tsx';
import { Amount } from './amount.tsx';
import { ByReading, ReadingLink } from './by-reading.tsx';
import { Condition } from './condition.tsx';
import { Derivations } from './derivations.tsx';
import { Figure } from './figure.tsx';
import { Line } from './line.tsx';
import { isChoice, isMapping, readingsIn } from './nodes.ts';
import './rule-words.css';

/** The rule of a claim on people: who owes, as of which day, what, and what is added to it. */
export function ClaimRule({ id, node }: { id: string; node: ClaimNode }) {
  const { t } = useTranslation();
  const labels = useLabels();
  const { policy } = useCatalogue();
  const derived = policy.usage.derivedByClaim[id] ?? [];
  const readings = readingsIn([node, derived.map((fact) => policy.document.derive[fact])]);
  return (
    <dl className="rule">
      <Line title={t('repayments.who')}>
        <Condition node={node.when} />
      </Line>
      <Line title={t('repayments.at')}>
        {node.at === EMPLOYMENT.left ? t('repayments.onLeaving') : t('repayments.atFact', { fact: labels.fact(node.at) })}
      </Line>
      {node.service && (
        <Line title={t('repayments.service')}>
          <Years node={node.service.years} fact={labels.fact(node.service.from)} />
          {node.service.clause && (
            <Quote clause={node.service.clause} note={node.service.clause.note && labels.say(node.service.clause.note)} />
          )}
        </Line>
      )}
      <Line title={t('repayments.owes')}>
        <Amount node={node.owes} />
      </Line>
      {node.penalty !== undefined && (
        <Line title={t('repayments.penaltyOf')}>
          <Penalty node={node.penalty} />
        </Line>
      )}
      {node.late !== undefined && (
        <Line title={t('repayments.lateFee')}>
          <Late node={node.late} />
        </Line>
      )}
      {derived.length > 0 && (
        <Line title={t('policy.derived.title')}>
          <Derivations ids={derived} />
        </Line>
      )}
      {readings.length > 0 && (
        <Line title={t('policy.readings')}>
          {readings.map((reading) => (
            <div key={reading}>
              <ReadingLink id={reading} />
            </div>
          ))}
        </Line>
      )}
    </dl>
  );
}

function Years({ node, fact }: { node: unknown; fact: string }) {
  const { t } = useTranslation();
  const text = (years: unknown) => t('repayments.serviceYears', { years: Number(years), fact });
  return <div>{isChoice(node) ? <ByReading node={node}>{text}</ByReading> : text(node)}</div>;
}

/** A penalty: a percentage of what is owed, an amount, or none. */
function Penalty({ node }: { node: unknown }) {
  const { t } = useTranslation();
  if (isChoice(node)) return <ByReading node={node}>{(value) => <Penalty node={value} />}</ByReading>;
  if (!isMapping(node)) return <>{t('repayments.none')}</>;
  if (!('percent' in node)) return <Amount node={node.amount} />;
  const share = <Figure parameter={String(node.percent)} by={Array.isArray(node.by) ? node.by : []} />;
  return <Trans i18nKey="repayments.penaltyPercent" components={{ share }} />;
}

/** A fee for paying late, or none. */
function Late({ node }: { node: unknown }) {
  const { t } = useTranslation();
  const labels = useLabels();
  if (isChoice(node)) return <ByReading node={node}>{(value) => <Late node={value} />}</ByReading>;
  if (!isMapping(node)) return <>{t('repayments.none')}</>;
  if (isChoice(node.of)) return <ByReading node={node.of}>{(of) => <Late node={{ ...node, of }} />}</ByReading>;
  if (isChoice(node.after)) return <ByReading node={node.after}>{(after) => <Late node={{ ...node, after }} />}</ByReading>;
  const share = <Figure parameter={String(node.perDay)} by={Array.isArray(node.by) ? node.by : []} />;
  const values = { from: labels.fact(String(node.from)), after: Number(node.after), to: labels.fact(String(node.to)) };
  return <Trans i18nKey={node.of === 'owed' ? 'repayments.lateOwed' : 'repayments.lateAll'} values={values} components={{ share }} />;
}
