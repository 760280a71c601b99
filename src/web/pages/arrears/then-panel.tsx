import { Radio, Select } from 'antd';
import { type ComponentProps, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { WireIssue } from '../../../contract/wire/wording.ts';
import { NO_DEPARTURE } from '../../features/settings/settings.ts';
import { useSettings } from '../../features/settings/use-settings.ts';
import { useLanguage } from '../../platform/i18n/language.ts';
import { CatalogueProvider, catalogueOf, useCatalogue } from '../../policy/catalogue.ts';
import { usePolicies } from '../../policy/policies.ts';
import { policyLabel } from '../../policy/policy-choice.tsx';
import { PaymentsPanel } from './payments-panel.tsx';
import { SideRules } from './side-rules.tsx';
import type { ArrearsState } from './state.ts';
import type { Paid } from './use-paid.ts';

interface ThenPanelProps {
  readonly state: ArrearsState;
  readonly onChange: (state: ArrearsState) => void;
  /** The key of the policy known then. */
  readonly knownPolicy: string;
  readonly paid: Paid;
  /** The first year. */
  readonly year: string;
  readonly issues: readonly WireIssue[];
}

/** What was paid, by the rules known then or from a table. */
export function ThenPanel({ state, onChange, knownPolicy, paid, year, issues }: ThenPanelProps) {
  const { t } = useTranslation();
  return (
    <section className="panel" aria-labelledby="arrears-before">
      <h2 id="arrears-before">{t('arrears.before')}</h2>
      <fieldset className="choice">
        <legend className="unseen">{t('arrears.beforeBy')}</legend>
        <Radio.Group name="arrears-by" value={state.by} onChange={({ target }) => onChange({ ...state, by: target.value })}>
          <Radio value="rules">{t('arrears.byRules')}</Radio>
          <Radio value="paid">{t('arrears.byPaid')}</Radio>
        </Radio.Group>
      </fieldset>
      {state.by === 'rules' ? (
        <KnownRules {...{ state, onChange, knownPolicy, year }} issues={issues.filter(({ pointer }) => pointer.startsWith('/known'))} />
      ) : (
        <PaymentsPanel state={state} onChange={onChange} paid={paid} />
      )}
    </section>
  );
}

function KnownRules({ state, onChange, knownPolicy, year, issues }: Omit<ThenPanelProps, 'paid'>) {
  const { t } = useTranslation();
  const language = useLanguage();
  const policies = usePolicies();
  const current = useCatalogue();
  const known = policies.find(({ key }) => key === knownPolicy) ?? current.policy;
  const catalogue = useMemo(() => catalogueOf(known), [known]);
  return (
    <>
      <div className="field">
        <label htmlFor="arrears-policy">{t('arrears.knownPolicy')}</label>
        <Select
          id="arrears-policy"
          value={known.key}
          options={policies.map((one) => ({ value: one.key, label: policyLabel(one, language, t) }))}
          popupMatchSelectWidth={false}
          onChange={(key: string) => onChange({ ...state, knownPolicy: key })}
        />
      </div>
      <p className="hint">{t('arrears.knownHint')}</p>
      <CatalogueProvider value={catalogue}>
        <RulesThen
          key={known.key}
          year={year}
          departure={state.known[known.key] ?? NO_DEPARTURE}
          issues={issues}
          onChange={(departure) => onChange({ ...state, known: { ...state.known, [known.key]: departure } })}
        />
      </CatalogueProvider>
    </>
  );
}

type RulesThenProps = Omit<ComponentProps<typeof SideRules>, 'form' | 'base' | 'shared'>;

/** The rules known then start from the shared settings of the policy known then. */
function RulesThen(props: RulesThenProps) {
  return <SideRules {...props} form="known" base="/known" shared={useSettings()} />;
}
