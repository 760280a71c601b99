import { cleanup, configure, render, screen } from '@testing-library/react';
import i18next from 'i18next';
import { afterEach } from 'vitest';
import { App } from '../../../src/web/app/app.tsx';
import { chooseLanguage, startLanguage } from '../../../src/web/platform/i18n/language.ts';
import { SLOW } from '../../slow.ts';

configure({ asyncUtilTimeout: 30_000 * SLOW });

/** Opens the page at an address of ours, in the language that it names, with the worker beside it. */
export async function openPage(address: string): Promise<void> {
  history.replaceState(null, '', address);
  if (!i18next.isInitialized) await startLanguage();
  await chooseLanguage(address.includes('lang=en') ? 'en' : 'zh');
  render(<App />);
  await screen.findByRole('heading', { level: 1 });
}

afterEach(cleanup);

/** What stands in an element. */
export function textOf(element: Element | null | undefined): string {
  return element?.textContent ?? '';
}
