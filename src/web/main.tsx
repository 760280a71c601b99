import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { storeProgram } from './offline/program.ts';
import { App } from './shell/app.tsx';
import { startLanguage } from './shell/language.ts';
import { restore } from './shell/restore.ts';
import './shell/shell.css';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

await Promise.all([startLanguage(), restore()]);
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
void storeProgram();
