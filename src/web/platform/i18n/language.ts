import i18next, { type FormatterModule } from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import type { Language } from '../../../contract/wire/wording.ts';
import { writeCounted } from '../../../text/page/counted.ts';
import type { PageText } from '../../../text/page/zh/page-text.ts';
import { zh } from '../../../text/page/zh/zh.ts';
import { rememberLanguage, startingLanguage } from './starting-language.ts';

const HTML_LANG: Record<Language, string> = { zh: 'zh-CN', en: 'en' };

/** What follows the comma of a placeholder is parsed by us, not by i18next. */
const COUNTED: FormatterModule = { type: 'formatter', init: () => {}, add: () => {}, addCached: () => {}, format: writeCounted };

let isUnspoken = false;

/** Whether the page started in another language than intended, because the sentences could not be fetched. */
export function beganOtherwise(): boolean {
  return isUnspoken;
}

/** Starts i18next in the language in which the page starts. */
export async function startLanguage(): Promise<void> {
  i18next.on('languageChanged', (language) => {
    document.documentElement.lang = HTML_LANG[language as Language];
  });
  const wanted = startingLanguage();
  // If the English sentences cannot be fetched, the page appears in Chinese rather than not at all.
  const en = wanted === 'en' ? await english().catch(() => null) : null;
  const language = en === null ? 'zh' : wanted;
  isUnspoken = language !== wanted;
  await i18next
    .use(initReactI18next)
    .use(COUNTED)
    .init({
      lng: language,
      fallbackLng: 'zh',
      supportedLngs: ['zh', 'en'],
      resources: { zh: { translation: zh }, ...(en && { en: { translation: en } }) },
      interpolation: { escapeValue: false },
      returnEmptyString: false,
    });
}

/** The language of the page. */
export function useLanguage(): Language {
  return languageOf(useTranslation().i18n.language);
}

/** Changes the language and remembers it. Rejects if its sentences cannot be fetched; then nothing changes. */
export async function chooseLanguage(language: Language): Promise<void> {
  await speak(language);
  rememberLanguage(language);
}

/** The English sentences: only fetched by those who read them, so that nobody else waits for them. */
async function english(): Promise<PageText> {
  return (await import('../../../text/page/en/en.ts')).en;
}

let chosen: Language | null = null;

async function speak(language: Language): Promise<void> {
  chosen = language;
  if (language === 'en' && !i18next.hasResourceBundle('en', 'translation')) i18next.addResourceBundle('en', 'translation', await english());
  // If the user has chosen again meanwhile, the later choice stands.
  if (chosen === language) await i18next.changeLanguage(language);
}

function languageOf(text: string | null): Language {
  return text === 'en' ? 'en' : 'zh';
}
