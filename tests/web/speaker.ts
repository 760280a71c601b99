import i18next, { type FormatterModule } from 'i18next';
import type { Language } from '../../src/contract/wire/wording.ts';
import { usageOf } from '../../src/policy/document/usage.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { writeCounted } from '../../src/text/page/counted.ts';
import { en } from '../../src/text/page/en/en.ts';
import { zh } from '../../src/text/page/zh/zh.ts';
import { catalogueOf } from '../../src/web/policy/catalogue.ts';
import { labelsOf } from '../../src/web/policy/labels.ts';
import type { Speaker } from '../../src/web/policy/speaker.ts';

const COUNTED: FormatterModule = { type: 'formatter', init: () => {}, add: () => {}, addCached: () => {}, format: writeCounted };

/** Speaks of a policy as the page does in a language. */
export async function speakerOf({ document, version, dictionary }: Policy, language: Language): Promise<Speaker> {
  const spoken = i18next.createInstance().use(COUNTED);
  const resources = { zh: { translation: zh }, en: { translation: en } };
  await spoken.init({ lng: language, resources, interpolation: { escapeValue: false }, returnEmptyString: false });
  const policy = { document, version, usage: usageOf(document, dictionary), key: document.id, file: null, warnings: [] };
  const catalogue = catalogueOf(policy);
  return { t: spoken.t, language, labels: labelsOf(catalogue, spoken.t, language), catalogue, policies: [policy] };
}
