import { useTranslation } from 'react-i18next';

/** Lines to sign on. @param person whether the person that the paper is about signs too */
export function Signatures({ person = false }: { person?: boolean }) {
  const { t } = useTranslation();
  const signers = [...(person ? (['person'] as const) : []), 'maker', 'checker', 'head'] as const;
  return (
    <div className="signatures">
      {signers.map((signer) => (
        <span key={signer}>{t('app.colon', { label: t(`print.signers.${signer}`), value: '' })}</span>
      ))}
    </div>
  );
}
