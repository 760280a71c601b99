import type { Language } from '../../../contract/wire/wording.ts';

const REMEMBERED = 'jintie.language';

/** The language of `?lang=`, otherwise the one chosen last, otherwise Chinese. */
export function startingLanguage(): Language {
  const asked = new URLSearchParams(location.search).get('lang')?.slice(0, 2);
  return (asked ?? remembered()) === 'en' ? 'en' : 'zh';
}

/** Lets the page start in a language from now on. */
export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(REMEMBERED, language);
  } catch {
    // Storage may be unavailable; the choice then lasts until the page is left.
  }
}

function remembered(): string | null {
  try {
    return localStorage.getItem(REMEMBERED);
  } catch {
    return null;
  }
}
