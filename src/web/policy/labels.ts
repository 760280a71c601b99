import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../contract/wire/wording.ts';
import type { Bilingual } from '../../facts/dictionary.ts';
import type { PeriodRecord } from '../../facts/periods.ts';
import type { WireValue } from '../../facts/value.ts';
import { ASK } from '../../words/grammar/choice.ts';
import { useLanguage } from '../platform/i18n/language.ts';
import { type Catalogue, type PageFact, pageFact, useCatalogue, valueLabel } from './catalogue.ts';
import { ownerOf } from './owner.ts';

/** The names of facts, values, allowances and parameters in the language of the page. */
export interface Labels {
  say(text: Bilingual): string;
  fact(id: string): string;
  /** A fact where it is asked for: with its unit. */
  field(id: string): string;
  /** A value of a fact: as it is in results, or of periods as a form keeps them. */
  value(factId: string, value: WireValue): string;
  allowance(id: string): string;
  claim(id: string): string;
  parameter(key: string): string;
  /** The question of a reading. */
  reading(id: string): string;
  /** An option of a reading; that none is chosen, for `ask`. */
  option(reading: string, option: string): string;
}

/** Names the ids that results use. */
export function useLabels(): Labels {
  const { t } = useTranslation();
  const language = useLanguage();
  return labelsOf(useCatalogue(), t, language);
}

/** The same for a policy other than the page's. */
export function labelsOf(catalogue: Catalogue, t: TFunction, language: Language): Labels {
  const say = (text: Bilingual) => text[language];
  return {
    say,
    fact: (id) => say(pageFact(catalogue, id).label),
    field(id) {
      const fact = pageFact(catalogue, id);
      const label = say(fact.label);
      if (fact.type === 'money') return t('fields.withUnit', { label });
      return 'unit' in fact && fact.unit ? t('fields.labelInUnit', { label, unit: say(fact.unit) }) : label;
    },
    value(id, value) {
      if (value === null) return t('fields.unset');
      if (typeof value === 'boolean') return t(value ? 'unit.yes' : 'unit.no');
      const fact = pageFact(catalogue, id);
      if (Array.isArray(value)) return periodsText(fact, value, t, say);
      const named = valueLabel(fact, String(value));
      if (named) return say(named);
      return 'unit' in fact && fact.unit ? t('fields.inUnit', { value, unit: say(fact.unit) }) : String(value);
    },
    allowance(id) {
      const node = catalogue.policy.document.allowances[id];
      return node ? say(node.title) : id;
    },
    claim(id) {
      const node = catalogue.policy.document.claims[id];
      return node ? say(node.title) : id;
    },
    parameter: (key) => parameterLabel(key, catalogue, t, say),
    reading(id) {
      const node = catalogue.policy.document.readings[id];
      return node ? say(node.question) : id;
    },
    option(id, option) {
      if (option === ASK) return t('readings.open');
      const title = catalogue.policy.document.readings[id]?.options[option];
      return title ? say(title) : option;
    },
  };
}

/** Periods in order, each with its days and its kind. */
function periodsText(fact: PageFact, periods: readonly PeriodRecord[], t: TFunction, say: (text: Bilingual) => string): string {
  if (periods.length === 0) return t('fields.noPeriods');
  const texts = periods.map(({ kind, from, to }) => {
    const days = to === undefined ? t('fields.periodOpen', { from }) : t('fields.period', { from, to });
    const named = kind === undefined ? undefined : valueLabel(fact, kind);
    return named ? t('fields.periodKind', { kind: say(named), days }) : days;
  });
  return texts.join(t('app.listComma'));
}

/** By its title or by what uses it, and by the fact values that lead to it in its table. */
function parameterLabel(key: string, catalogue: Catalogue, t: TFunction, say: (text: Bilingual) => string): string {
  const { parameters } = catalogue.policy.document;
  const table = parameters[key] ? key : (Object.keys(parameters).find((id) => parameters[id]?.by && key.startsWith(`${id}/`)) ?? key);
  const values = (key === table ? [] : (parameters[table]?.by ?? [])).map((id, index) => {
    const label = valueLabel(pageFact(catalogue, id), key.slice(table.length + 1).split('/')[index] ?? '');
    return label ? say(label) : '';
  });
  const title = titleOf(table, catalogue, t, say);
  return values.length > 0 ? t('parameters.group', { title, values: values.join(' ') }) : title;
}

function titleOf(table: string, { policy: { document } }: Catalogue, t: TFunction, say: (text: Bilingual) => string): string {
  const own = document.parameters[table]?.title;
  if (own) return say(own);
  const owner = ownerOf(document, table);
  if (!owner) return table;
  return owner.part ? t('parameters.group', { title: say(owner.title), values: say(owner.part) }) : say(owner.title);
}
