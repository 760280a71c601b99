import { useTranslation } from 'react-i18next';

interface QuoteProps {
  readonly clause: { readonly item: string; readonly quote: string; readonly display?: string | undefined };
  readonly note?: string | undefined;
}

/** The words of the document, which stay in its language. */
export function Quote({ clause: { item, quote, display }, note }: QuoteProps) {
  const { t } = useTranslation();
  return (
    <figure className="quote">
      <figcaption>{t('clause.source', { item })}</figcaption>
      <blockquote lang="zh-CN">{display ?? quote}</blockquote>
      {note !== undefined && <p className="hint">{t('clause.note', { note })}</p>}
    </figure>
  );
}
