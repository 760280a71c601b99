import { vi } from 'vitest';
import { WorkerInProcess } from './worker.ts';

// Before the program of the page is read, which starts its worker at once.
vi.stubGlobal('Worker', WorkerInProcess);
vi.stubGlobal('scrollTo', () => {});
