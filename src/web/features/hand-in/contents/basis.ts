import type { TFunction } from 'i18next';
import type { BudgetResult } from '../../../../contract/budget/budget-result.ts';
import type { Head } from '../../../../contract/wire/head.ts';
import { ASK } from '../../../../words/grammar/choice.ts';
import type { Catalogue } from '../../../policy/catalogue.ts';
import { classification } from '../../../policy/code-titles.ts';
import type { Labels } from '../../../policy/labels.ts';
import type { PagePolicy } from '../../../policy/policies.ts';
import type { Speaker } from '../../../policy/speaker.ts';
import { figureWords, townsWords } from '../../settings/setting-words.ts';
import type { Settings } from '../../settings/settings.ts';

/** One thing that a result rests on: its name and its value. */
export interface BasisLine {
  readonly label: string;
  readonly value: string;
}

/** What a result rests on, for papers and workbooks: enough to compute it again. */
export interface Basis {
  /** The document and the version of its rules. */
  readonly policy: readonly BasisLine[];
  /** Every reading: the question, the option in effect, and whether that is the default; without a default, whether one is chosen. */
  readonly readings: readonly (BasisLine & { readonly state: 'default' | 'changed' | 'picked' | 'asked' })[];
  /** Changed settings: rates, places, pay scales, budget codes. */
  readonly changes: readonly BasisLine[];
}

/** The short name of a document: its number, otherwise its title. */
export function documentName({ document }: PagePolicy, say: Labels['say']): string {
  return document.documentNumber ?? say(document.title);
}

/** Collects what a result rests on. */
export function basisOf(result: Result, { t, labels, catalogue, policies }: Speaker): Basis {
  const { say } = labels;
  const { document } = catalogue.policy;
  const titled = ({ title, number }: { title: string; number: string | null }) =>
    number === null ? title : t('app.policyNumbered', { title, number });
  const policyTitle = (id: string, version: string) => {
    const found = policies.find((one) => one.document.id === id && one.version === version)?.document;
    return found ? titled({ title: say(found.title), number: found.documentNumber }) : id;
  };
  return {
    policy: [
      { label: t('print.basis.document'), value: titled({ title: say(document.title), number: document.documentNumber }) },
      { label: t('print.basis.version'), value: result.policy.version },
      { label: t('fields.year'), value: String(result.year) },
      ...(result.versions ?? []).map(({ id, version, from, to }) => ({
        label: t('print.basis.months', { from, to }),
        value: t('print.basis.versionOf', { title: policyTitle(id, version), version }),
      })),
    ],
    readings: Object.entries(result.readings).map(([id, option]) => {
      const usual = document.readings[id]?.default ?? option;
      const state = option === ASK ? 'asked' : usual === ASK ? 'picked' : option === usual ? 'default' : 'changed';
      return { label: labels.reading(id), value: labels.option(id, option), state };
    }),
    changes: Object.values(CHANGES).flatMap((lines) => lines(result, { t, labels, catalogue })),
  };
}

type Result = Head & Pick<Partial<BudgetResult>, 'budgetCodes'>;
type Words = Pick<Speaker, 't' | 'labels' | 'catalogue'>;

/** The lines about each changed setting. A setting that is missing here does not compile; year and readings are listed above. */
const CHANGES: { readonly [K in keyof Settings]: (result: Result, words: Words) => BasisLine[] } = {
  asIfInForce: ({ asIfInForce }, { t }) => (asIfInForce ? [{ label: t('inForce.label'), value: t('inForce.value') }] : []),
  figures: (result, { t, labels, catalogue }) => figureLines(result, t, labels, catalogue),
  places: (result, { t, labels }) => placeLines(result, t, labels),
  scales: (result, { t }) => scaleLines(result, t),
  codes: (result, { t, labels }) => codeLines(result, t, labels),
  year: () => [],
  readings: () => [],
};

function figureLines({ parameters }: Head, t: TFunction, labels: Labels, catalogue: Catalogue): BasisLine[] {
  return Object.entries(parameters).map(([key, own]) => {
    const parameter = catalogue.parameters.find((one) => one.key === key);
    return {
      label: t('app.colon', { label: t('parameters.title'), value: labels.parameter(key) }),
      value: t('print.basis.instead', {
        own: figureWords(own, parameter, t),
        usual: figureWords(parameter?.figure ?? null, parameter, t),
      }),
    };
  });
}

function placeLines({ places = {} }: Head, t: TFunction, labels: Labels): BasisLine[] {
  return Object.entries(places).map(([fact, towns]) => ({
    label: t('app.colon', { label: t('places.title'), value: labels.fact(fact) }),
    value: townsWords(towns, t),
  }));
}

function scaleLines({ payScales = [] }: Head, t: TFunction): BasisLine[] {
  return payScales.map(({ id, from, to }) => ({
    label: t('print.basis.payScale'),
    value: t('print.basis.payScaleFor', { id, from, to: to ?? t('print.basis.open') }),
  }));
}

function codeLines({ budgetCodes = {} }: Pick<Partial<BudgetResult>, 'budgetCodes'>, t: TFunction, labels: Labels): BasisLine[] {
  const { allowances = {}, exceptions = {}, functional = {} } = budgetCodes;
  const exceptionTitle = (id: string) => {
    const exception = classification.economic[id];
    return exception ? labels.say(exception.title) : id;
  };
  return [
    ...Object.entries(allowances).map(([id, code]) => [labels.allowance(id), code] as const),
    ...Object.entries(exceptions).map(([id, code]) => [exceptionTitle(id), code] as const),
    ...Object.entries(functional).map(([id, code]) => [labels.value(classification.functional.by, id), code] as const),
  ].map(([name, code]) => ({ label: t('codes.field', { name }), value: code }));
}
