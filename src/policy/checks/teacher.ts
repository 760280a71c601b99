import type { Bilingual, Dictionary, Fact, FactValue } from '../../facts/dictionary.ts';
import { decodeFact, isBounded } from '../../facts/value.ts';
import type { FaultParams } from '../reading/fault.ts';

const TRUTH: Readonly<Record<string, Bilingual>> = { true: { zh: '是', en: 'yes' }, false: { zh: '否', en: 'no' } };

/** A teacher by some facts: their ids and values, and the same in the words of the dictionary. */
export function describeFacts(dictionary: Dictionary, facts: ReadonlyMap<string, FactValue>): FaultParams {
  const labels = [...facts].map(([id, value]): Bilingual => {
    const fact = dictionary.byId.get(id);
    const text = writtenOf(fact, value);
    const unit = fact && isBounded(fact) ? fact.unit : undefined;
    if (fact && unit) return { zh: `${fact.label.zh} ${text} ${unit.zh}`, en: `${fact.label.en} ${text} ${unit.en}` };
    const named = (fact?.type === 'enum' && Object.hasOwn(fact.values, text) ? fact.values[text] : TRUTH[text]) ?? { zh: text, en: text };
    return { zh: `${fact?.label.zh ?? id}=${named.zh}`, en: `${fact?.label.en ?? id} = ${named.en}` };
  });
  return {
    facts: [...facts].map(([id, value]) => `${id}=${writtenOf(dictionary.byId.get(id), value)}`),
    teacher: { zh: labels.map(({ zh }) => zh).join('、'), en: labels.map(({ en }) => en).join(', ') },
  };
}

function writtenOf(fact: Fact | undefined, value: FactValue): string {
  return String(fact ? decodeFact(fact, value) : value);
}
