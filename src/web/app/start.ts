/** The first program of the page: it loads the rest, or lets `start.css` show a message if that fails. */
import { pageAt } from '../../contract/wire/pages.ts';
import { canOpen, LACKS_BUILT_INS } from '../platform/browser/browser.ts';
import { startingLanguage } from '../platform/i18n/starting-language.ts';
import { loadPage } from './pages.ts';

document.documentElement.lang = startingLanguage() === 'en' ? 'en' : 'zh-CN';
// In a browser that is too old the style sheet has already said so.
if (canOpen()) void open();

async function open(): Promise<void> {
  try {
    if (LACKS_BUILT_INS) await import('../platform/browser/missing-built-ins.ts');
    // The first view is fetched in parallel with the program that shows it.
    const page = pageAt(location.pathname);
    if (page) loadPage(page.name).catch(() => undefined);
    const { opened } = await import('./main.tsx');
    await opened;
  } catch (error) {
    document.documentElement.dataset.start = 'failed';
    throw error;
  }
}
