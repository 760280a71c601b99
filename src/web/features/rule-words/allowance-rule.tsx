import { useTranslation } from 'react-i18next';
import type { AllowanceNode } from '../../../policy/document/schema.ts';
import { treatmentsOf } from '../../../policy/document/treatments.ts';
import { useCatalogue } from '../../policy/catalogue.ts';
import { useCodeTitle } from '../../policy/code-titles.ts';
import { useLabels } from '../../policy/labels.ts';
import { Amount } from './amount.tsx';
import { ReadingLink } from './by-reading.tsx';
import { Condition } from './condition.tsx';
import { Derivations } from './derivations.tsx';
import { Funding } from './funding.tsx';
import { Line } from './line.tsx';
import { readingsIn } from './nodes.ts';
import { Rhythm } from './rhythm.tsx';
import { Stacking } from './stacking.tsx';
import { Treatments } from './treatments.tsx';
import './rule-words.css';

/** The rule of an allowance: what it pays, to whom, when, and the readings it depends on. */
export function AllowanceRule({ id, node }: { id: string; node: AllowanceNode }) {
  const { t } = useTranslation();
  const { policy } = useCatalogue();
  const { stacking } = policy.document;
  const groups = stacking.filter(({ allowances }) => allowances.includes(id));
  const derived = policy.usage.derivedBy[id] ?? [];
  const derivations = derived.map((fact) => policy.document.derive[fact]);
  const readings = readingsIn([node, derivations, groups.map(({ keep, cap }) => [keep, cap])]);
  const titled = useCodeTitle();
  return (
    <dl className="rule">
      <AllowanceTerms node={node} />
      {derived.length > 0 && (
        <Line title={t('policy.derived.title')}>
          <Derivations ids={derived} />
        </Line>
      )}
      {groups.length > 0 && (
        <Line title={t('policy.besides')}>
          <Stacking id={id} />
        </Line>
      )}
      <Line title={t('policy.code')}>{titled(node.economicCode)}</Line>
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

/** The unusual traits of an allowance: it is paid to the institution, or it is discretionary. */
export function AllowanceBadges({ node }: { node: AllowanceNode }) {
  const { t } = useTranslation();
  return (
    <>
      {node.payee === 'institution' && <span className="badge">{t('check.toInstitution')}</span>}
      {node.optional && <span className="badge">{t('policy.optional')}</span>}
    </>
  );
}

/** Payee, amount, months and payer: the terms by which two policies can be compared. */
export function AllowanceTerms({ node }: { node: AllowanceNode }) {
  const { t } = useTranslation();
  const { say } = useLabels();
  return (
    <>
      <Line title={t('policy.who')}>
        <Condition node={node.when} />
      </Line>
      <Line title={t('policy.rate')}>
        <Amount node={node.pays.amount} />
      </Line>
      <Line title={t('policy.when')}>
        <Rhythm allowance={node} />
      </Line>
      {node.payer && <Line title={t('policy.payer')}>{say(node.payer)}</Line>}
      {node.funding && (
        <Line title={t('policy.funding')}>
          <Funding sources={node.funding} />
        </Line>
      )}
      {treatmentsOf(node).length > 0 && (
        <Line title={t('policy.treatment')}>
          <Treatments node={node} />
        </Line>
      )}
    </>
  );
}
