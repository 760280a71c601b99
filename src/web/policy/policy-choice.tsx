import { Select } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../platform/i18n/language.ts';
import { addressOf, go, usePath } from '../platform/route.tsx';
import { useCatalogue } from './catalogue.ts';
import { type PagePolicy, usePolicies } from './policies.ts';

/** The choice of the policy that the pages are about. A change starts the pages afresh. */
export function PolicyChoice() {
  const { t } = useTranslation();
  const language = useLanguage();
  const path = usePath();
  const { policy } = useCatalogue();
  const options = usePolicies().map((one) => ({ value: one.key, label: policyLabel(one, language, t) }));
  return (
    <div className="policy-choice">
      <label htmlFor="policy">{t('app.basis')}</label>
      <Select
        id="policy"
        size="small"
        value={policy.key}
        options={options}
        popupMatchSelectWidth={false}
        onChange={(key: string) => go(addressOf(path, { policy: key }))}
      />
    </div>
  );
}

/** A policy in a list: its title, its number if it has one, and whether it is the user's own file. */
export function policyLabel({ document: { title, documentNumber }, file }: PagePolicy, language: 'zh' | 'en', t: TFunction): string {
  const named = documentNumber === null ? title[language] : t('app.policyNumbered', { title: title[language], number: documentNumber });
  return file === null ? named : t('app.policyOwn', { title: named });
}
