import { useTranslation } from 'react-i18next';

interface QuoteProps {
  readonly clause: { readonly item: string; readonly quote: string; readonly display?: string | undefined };
  readonly note?: string | undefined;
}

/** The words of the document, which stay in its language. */
export function Quote({ clause: { item, quote, display }, note }: QuoteProps) {
  const { t } = useTranslation();
  const nameOf = useItemName();
  return (
    <figure className="quote">
      <figcaption>{nameOf(item)}</figcaption>
      <blockquote lang="zh-CN">{display ?? quote}</blockquote>
      {note !== undefined && <p className="hint">{t('clause.note', { note })}</p>}
    </figure>
  );
}

/** What an item of the document is called: one with a number, or a part of a chapter by its own name. */
export function useItemName(): (item: string) => string {
  const { t } = useTranslation();
  return (item) => t(/^\d+$/.test(item) ? 'clause.source' : item.length === 1 ? 'clause.section' : 'clause.part', { item });
}
