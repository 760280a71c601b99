import { useTranslation } from 'react-i18next';
import type { WireIssue } from '../../../contract/wire/wording.ts';
import type { SharedSettings } from '../../features/settings/use-settings.ts';
import { useCatalogue } from '../../policy/catalogue.ts';
import { useLabels } from '../../policy/labels.ts';
import { SideRules } from './side-rules.tsx';
import type { ArrearsState } from './state.ts';

interface NowPanelProps {
  readonly state: ArrearsState;
  readonly onChange: (state: ArrearsState) => void;
  readonly shared: SharedSettings;
  /** The first year. */
  readonly year: string;
  readonly issues: readonly WireIssue[];
}

/** What is due, by the rules as they are known now. */
export function NowPanel({ state, onChange, shared, year, issues }: NowPanelProps) {
  const { t } = useTranslation();
  const { say } = useLabels();
  const { policy } = useCatalogue();
  return (
    <section className="panel" aria-labelledby="arrears-now">
      <h2 id="arrears-now">{t('arrears.now')}</h2>
      <p className="hint">{t('arrears.nowHint', { title: say(policy.document.title) })}</p>
      <SideRules
        form="now"
        base=""
        year={year}
        shared={shared}
        departure={state.now}
        issues={issues.filter(({ pointer }) => !/^\/(known|year|from|to|paid)(\/|$)/.test(pointer))}
        onChange={(now) => onChange({ ...state, now })}
      />
    </section>
  );
}
