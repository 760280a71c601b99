import type { Language } from '../../contract/wire/wording.ts';

/** What the page says before its program has loaded, or if it never loads; written into `index.html` by the build. */
export const FIRST_WORDS: Readonly<Record<Language, Readonly<Record<'tooOld' | 'failed' | 'noScript', string>>>> = {
  zh: {
    tooOld:
      '这个浏览器太旧，打不开本页。请换用 Chrome 或 Edge 86、Firefox 115、Safari 16.4，或更新的版本；360、QQ 等浏览器请升级，并切换到“极速模式”。',
    failed:
      '页面没有载入。请检查网络，重新载入页面；仍不行，多半是浏览器太旧：请换用 Chrome 或 Edge 86、Firefox 115、Safari 16.4，或更新的版本（360、QQ 等浏览器请切换到“极速模式”）。',
    noScript: '浏览器停用了 JavaScript，本页不能计算。请在浏览器设置中启用，再重新载入页面。',
  },
  en: {
    tooOld: 'This browser is too old for this page. It opens in Chrome or Edge 86, Firefox 115, Safari 16.4, or newer.',
    failed:
      'The page was not loaded. Check the network and load it again; if that does not help, the browser is probably too old: the page needs Chrome or Edge 86, Firefox 115, Safari 16.4, or newer.',
    noScript: 'JavaScript is switched off in this browser, so nothing can be computed here. Switch it on and load the page again.',
  },
};
