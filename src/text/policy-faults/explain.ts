import type { Language } from '../../contract/wire/wording.ts';
import type { Bilingual } from '../../facts/dictionary.ts';
import type { Fault } from '../../policy/reading/fault.ts';
import { EN } from './en.ts';
import { EN_COMMON } from './en-common.ts';
import type { AllSentences } from './words.ts';
import { ZH } from './zh.ts';
import { ZH_COMMON } from './zh-common.ts';

const SENTENCES: Record<Language, AllSentences> = { zh: { ...ZH, ...ZH_COMMON }, en: { ...EN, ...EN_COMMON } };

/** The sentence of a fault of a policy file, or of one that is common to all policies: what is wrong and how to fix it. */
export function explainFault({ code, params }: Pick<Fault, 'code' | 'params'>, language: Language): string {
  const spoken = Object.entries(params).map(([key, value]) => [key, isLabel(value) ? value[language] : value]);
  return SENTENCES[language][code](Object.fromEntries(spoken));
}

function isLabel(value: Fault['params'][string]): value is Bilingual {
  return typeof value === 'object' && !Array.isArray(value);
}
