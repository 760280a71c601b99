import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../platform/i18n/language.ts';
import { addressOf, go } from '../../platform/route.tsx';
import { useCatalogue } from '../../policy/catalogue.ts';
import { type PagePolicy, usePolicies } from '../../policy/policies.ts';
import { policyLabel } from '../../policy/policy-choice.tsx';

/** The choice of the policy to compare with; none at first. */
export function CompareChoice({ other }: { other: PagePolicy | null }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { policy } = useCatalogue();
  const options = usePolicies()
    .filter(({ key }) => key !== policy.key)
    .map((one) => ({ value: one.key, label: policyLabel(one, language, t) }));
  return (
    <div className="compare-choice">
      <label htmlFor="policy-with">{t('policy.compare.choose')}</label>
      <Select
        id="policy-with"
        value={other?.key ?? null}
        placeholder={t('policy.compare.none')}
        allowClear={{ label: t('fields.clear') }}
        options={options}
        popupMatchSelectWidth={false}
        onChange={(key: string | null | undefined) => go(addressOf('/policy', { policy: policy.key, with: key ?? null }))}
      />
    </div>
  );
}
