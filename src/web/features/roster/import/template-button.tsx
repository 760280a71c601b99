import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { computer } from '../../../compute/client/computer.ts';
import { useLanguage } from '../../../platform/i18n/language.ts';
import { saveFile } from '../../../platform/save-file.ts';
import { useCatalogue } from '../../../policy/catalogue.ts';

/** Offers an empty roster with the columns that the policy needs. */
export function TemplateButton() {
  const { t } = useTranslation();
  const { policy } = useCatalogue();
  const language = useLanguage();
  const download = async () => {
    saveFile(await computer.ask('template', { policy: policy.key, language }), t('import.templateFile'));
  };
  return (
    <Button size="small" type="link" onClick={() => void download()}>
      {t('import.template')}
    </Button>
  );
}
