import type { Language } from '../../contract/wire/wording.ts';
import type { Bilingual } from '../../facts/dictionary.ts';
import type { Fault } from '../../policy/reading/fault.ts';
import { SLIP_CODES, type SlipCode } from '../../policy/reading/slip.ts';
import { EN } from './en.ts';
import { EN_COMMON } from './en-common.ts';
import { SLIPS_EN } from './slips-en.ts';
import { SLIPS_ZH } from './slips-zh.ts';
import type { AllSentences, SentenceParams, SlipSentences } from './words.ts';
import { ZH } from './zh.ts';
import { ZH_COMMON } from './zh-common.ts';

const SENTENCES: Record<Language, AllSentences> = { zh: { ...ZH, ...ZH_COMMON }, en: { ...EN, ...EN_COMMON } };

const SLIPS: Record<Language, SlipSentences> = { zh: SLIPS_ZH, en: SLIPS_EN };

/**
 * The sentence of a fault of a policy file, or of one that is common to all policies: what is wrong and how to fix it; of a usual slip, what to
 * write instead.
 */
export function explainFault({ code, params }: Pick<Fault, 'code' | 'params'>, language: Language): string {
  const spoken = Object.entries(params).map(([key, value]) => [key, isLabel(value) ? value[language] : value]);
  const given: SentenceParams = Object.fromEntries(spoken);
  const sentence = SENTENCES[language][code](given);
  return isSlip(given.slip) ? SLIPS[language][given.slip](given, sentence) : sentence;
}

function isSlip(slip: unknown): slip is SlipCode {
  return SLIP_CODES.some((code) => code === slip);
}

function isLabel(value: Fault['params'][string]): value is Bilingual {
  return typeof value === 'object' && !Array.isArray(value);
}
