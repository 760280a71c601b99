import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { storeProgram } from './offline/program.ts';
import { App } from './shell/app.tsx';
import { startLanguage } from './shell/language.ts';
import { Opening } from './shell/opening.tsx';
import { restore } from './shell/restore.ts';
import './shell/shell.css';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

const restored = restore();
await startLanguage();
const page = createRoot(root);
// What was kept may be long in coming back, or the worker that it goes to may not be there.
page.render(<Opening />);
await restored;
page.render(
  <StrictMode>
    <App />
  </StrictMode>,
);
void storeProgram();
