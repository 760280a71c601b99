import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Bilingual } from '../../facts/dictionary.ts';
import { type Catalogue, pageFact, useCatalogue, valueLabel } from './catalogue.ts';
import { useLanguage } from './language.ts';
import { ownerOf } from './owner.ts';

/** The names of facts, values, allowances and parameters in the language of the page. */
export interface Labels {
  say(text: Bilingual): string;
  fact(id: string): string;
  value(factId: string, value: string | number | boolean | null): string;
  allowance(id: string): string;
  parameter(key: string): string;
}

/** Names what results speak of by id. */
export function useLabels(): Labels {
  const { t } = useTranslation();
  const language = useLanguage();
  const catalogue = useCatalogue();
  const say = (text: Bilingual) => text[language];
  return {
    say,
    fact: (id) => say(pageFact(catalogue, id).label),
    value(id, value) {
      if (value === null) return t('fields.unset');
      if (typeof value === 'boolean') return t(value ? 'unit.yes' : 'unit.no');
      const named = valueLabel(pageFact(catalogue, id), String(value));
      return named ? say(named) : String(value);
    },
    allowance(id) {
      const node = catalogue.policy.document.allowances[id];
      return node ? say(node.title) : id;
    },
    parameter: (key) => parameterLabel(key, catalogue, t, say),
  };
}

/** By what uses it, and by the values of the facts that its table is laid out by. */
function parameterLabel(key: string, catalogue: Catalogue, t: TFunction, say: (text: Bilingual) => string): string {
  const { parameters } = catalogue.policy.document;
  const table = Object.keys(parameters).find((id) => key === id || key.startsWith(`${id}/`)) ?? key;
  const values = (parameters[table]?.by ?? []).map((id, index) => {
    const label = valueLabel(pageFact(catalogue, id), key.slice(table.length + 1).split('/')[index] ?? '');
    return label ? say(label) : '';
  });
  const owner = ownerOf(catalogue.policy.document, table);
  const own = parameters[table]?.title;
  if (own && values.length === 0) return say(own);
  if (!owner) return key;
  const title = owner.part ? t('parameters.group', { title: say(owner.title), values: say(owner.part) }) : say(owner.title);
  return values.length > 0 ? t('parameters.group', { title, values: values.join(' ') }) : title;
}
