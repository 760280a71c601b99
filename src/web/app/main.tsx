import { Fragment, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startLanguage } from '../platform/i18n/language.ts';
import { storeProgram } from '../platform/offline/program.ts';
import { App } from './app.tsx';
import { Opening } from './opening.tsx';
import { restore } from './restore.ts';

/** The delay before the page says what it is waiting for. */
const LONG_MS = 1_000;
/** Chromium has these from 88 and 87. */
const DRAWS_ANTD = CSS.supports('selector(:where(a))') && CSS.supports('padding-inline: 0');

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
const page = createRoot(root);
/** Rejects if a part of the program could not be fetched. */
export const opened = openPage();

async function openPage(): Promise<void> {
  const restored = restore();
  await startLanguage();
  const Styles = DRAWS_ANTD ? Fragment : (await import('./older-styles.tsx')).OlderStyles;
  // Restoring may take long, or the worker that it needs may be missing. Until then the first view stays.
  const opening = setTimeout(
    () =>
      page.render(
        <Styles>
          <Opening />
        </Styles>,
      ),
    LONG_MS,
  );
  await restored;
  clearTimeout(opening);
  page.render(
    <StrictMode>
      <Styles>
        <App />
      </Styles>
    </StrictMode>,
  );
  void storeProgram();
}
