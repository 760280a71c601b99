import { LACKS_BUILT_INS } from '../start/browser.ts';

void open();

async function open(): Promise<void> {
  if (LACKS_BUILT_INS) await import('../start/missing-built-ins.ts');
  const { showReference } = await import('./reference.ts');
  showReference();
}
