import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { catalogue, policies } from './catalogue.ts';
import { useLabels } from './labels.ts';

/** The policy that the page computes by; another one opens the page anew. */
export function PolicyChoice() {
  const { t } = useTranslation();
  const { say } = useLabels();
  const options = policies.map(({ document: { id, title, documentNumber } }) => ({
    value: id,
    label: documentNumber === null ? say(title) : t('app.policy', { title: say(title), number: documentNumber }),
  }));
  const open = (id: string) => {
    const query = new URLSearchParams(location.search);
    query.set('policy', id);
    location.search = query.toString();
  };
  return (
    <div className="policy-choice">
      <label htmlFor="policy">{t('app.basis')}</label>
      <Select
        id="policy"
        size="small"
        value={catalogue.policy.document.id}
        options={options}
        popupMatchSelectWidth={false}
        onChange={open}
      />
    </div>
  );
}
