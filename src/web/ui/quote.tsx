import { useTranslation } from 'react-i18next';

interface QuoteProps {
  readonly clause: { readonly item: string; readonly quote: string; readonly display?: string | undefined };
  readonly note?: string | undefined;
}

/** A quotation from the document, always in the document's language. */
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

/** The name of an item of the document: its number, or the own name of a part of a chapter. */
export function useItemName(): (item: string) => string {
  const { t } = useTranslation();
  return (item) => t(/^\d+$/.test(item) ? 'clause.source' : item.length === 1 ? 'clause.section' : 'clause.part', { item });
}
