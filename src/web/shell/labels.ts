import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Bilingual } from '../../facts/dictionary.ts';
import type { FigureNode, FigureTree, ParameterNode } from '../../policy/schema.ts';
import { catalogue, pageFact, valueLabel } from './catalogue.ts';
import { useLanguage } from './language.ts';

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
  const say = (text: Bilingual) => text[language];
  const fact = (id: string) => say(pageFact(id).label);
  const allowance = (id: string) => {
    const node = catalogue.policy.document.allowances[id];
    return node ? say(node.title) : id;
  };
  return {
    say,
    fact,
    value(id, value) {
      if (value === null) return t('fields.unset');
      if (typeof value === 'boolean') return t(value ? 'unit.yes' : 'unit.no');
      const named = valueLabel(pageFact(id), String(value));
      return named ? say(named) : String(value);
    },
    allowance,
    parameter: (key) => parameterLabel(key, t, say),
  };
}

/** A parameter of the policy as a form has it. */
export interface PageParameter {
  readonly key: string;
  readonly unit: ParameterNode['unit'];
  readonly period: 'month' | 'year' | 'once' | undefined;
  readonly figure: FigureNode;
  /** What is commonly used where the document has no figure. */
  readonly suggestion: ParameterNode['suggestion'];
}

/** All parameters of the policy, the cells of tables each by itself. */
export const PARAMETERS: readonly PageParameter[] = Object.entries(catalogue.policy.document.parameters).flatMap(
  ([key, { unit, period, value, values, suggestion }]) =>
    leaves(key, values ?? value ?? null).map(([path, figure]) => ({ key: path, unit, period, figure, suggestion })),
);

function leaves(key: string, tree: FigureTree): [string, FigureNode][] {
  if (tree === null || typeof tree === 'string' || Array.isArray(tree)) return [[key, tree]];
  return Object.entries(tree).flatMap(([step, branch]) => leaves(`${key}/${step}`, branch));
}

/** By the allowance or envelope that uses it, and by the values of the facts that its table is laid out by. */
function parameterLabel(key: string, t: TFunction, say: (text: Bilingual) => string): string {
  const { parameters } = catalogue.policy.document;
  const named = (t('parameters.names', { returnObjects: true }) as Record<string, string>)[key];
  if (named) return named;
  const table = Object.keys(parameters).find((id) => key === id || key.startsWith(`${id}/`)) ?? key;
  const values = (parameters[table]?.by ?? []).map((id, index) => {
    const label = valueLabel(pageFact(id), key.slice(table.length + 1).split('/')[index] ?? '');
    return label ? say(label) : '';
  });
  const title = ownerOf(table, t, say) ?? key;
  return values.length > 0 ? t('parameters.group', { title, values: values.join(' ') }) : title;
}

function ownerOf(table: string, t: TFunction, say: (text: Bilingual) => string): string | undefined {
  const { allowances, envelopes } = catalogue.policy.document;
  for (const { title, parameter, parts = {} } of Object.values(envelopes)) {
    if (parameter === table) return say(title);
    const part = Object.values(parts).find((one) => one.parameter === table);
    if (part) return t('parameters.group', { title: say(title), values: say(part.title) });
  }
  const owner = Object.values(allowances).find(({ pays }) => names(pays, table));
  return owner && say(owner.title);
}

function names(node: unknown, key: string): boolean {
  if (typeof node !== 'object' || node === null) return node === key;
  return Object.values(node).some((child) => names(child, key));
}
