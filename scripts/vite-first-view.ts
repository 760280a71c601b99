import type { Plugin } from 'vite';
import { PAGES } from '../src/contract/wire/pages.ts';
import { LANGUAGES, type Language } from '../src/contract/wire/wording.ts';
import { en } from '../src/text/page/en/en.ts';
import { FIRST_WORDS } from '../src/text/page/first.ts';
import { zh } from '../src/text/page/zh/zh.ts';

const PLACE = '<!-- first view -->';
const WORDS = { zh, en };
const TAGS: Record<Language, string> = { zh: 'zh-CN', en: 'en' };

/** The Vite plugin that writes into `index.html` what is shown before the program loads: the frame of the page, in both languages. */
export function firstView(): Plugin {
  return {
    name: 'jintie:first-view',
    transformIndexHtml: {
      order: 'pre',
      handler: (html) => html.replace(PLACE, firstViewHtml()),
    },
  };
}

function firstViewHtml(): string {
  const links = PAGES.map(({ name, path }) => `<a href="${path}">${both((language) => WORDS[language].app[name])}</a>`);
  const told = (kind: 'tooOld' | 'failed' | 'noScript') => both((language) => FIRST_WORDS[language][kind]);
  return [
    '<div class="first">',
    `<header class="frame-header"><span class="brand">${both((language) => WORDS[language].app.brand)}</span><nav>${links.join('')}</nav></header>`,
    '<main>',
    `<p class="opening" role="status">${both((language) => WORDS[language].app.opening)}</p>`,
    `<noscript><p class="notice">${told('noScript')}</p></noscript>`,
    `<p class="notice cannot too-old">${told('tooOld')}</p>`,
    `<p class="notice cannot failed">${told('failed')}</p>`,
    '</main></div>',
  ].join('');
}

function both(words: (language: Language) => string): string {
  return LANGUAGES.map((language) => `<span lang="${TAGS[language]}">${escaped(words(language))}</span>`).join('');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
