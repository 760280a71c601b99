import { useTranslation } from 'react-i18next';

interface QuoteProps {
  readonly clause: Place & { readonly quote: string; readonly display?: string | undefined };
  readonly note?: string | undefined;
}

/** Where words stand: in an item of the document, or of another one that is named. */
interface Place {
  readonly document?: string | undefined;
  readonly item: string;
}

/** A quotation from a document, always in the document's language. */
export function Quote({ clause: { document, item, quote, display }, note }: QuoteProps) {
  const { t } = useTranslation();
  const nameOf = useItemName();
  return (
    <figure className="quote">
      <figcaption>{nameOf({ document, item })}</figcaption>
      <blockquote lang="zh-CN">{display ?? quote}</blockquote>
      {note !== undefined && <p className="hint">{t('clause.note', { note })}</p>}
    </figure>
  );
}

/** The name of an item of a document: its number, or the own name of a part of a chapter; with the name of a document that is another one. */
export function useItemName(): (place: Place) => string {
  const { t } = useTranslation();
  return ({ document, item }) => {
    const kind = /^\d+$/.test(item) ? 'source' : item.length === 1 ? 'section' : 'part';
    return document === undefined ? t(`clause.${kind}`, { item }) : t(`clause.other.${kind}`, { document, item });
  };
}
