import { LACKS_BUILT_INS } from '../platform/browser/browser.ts';

void open();

async function open(): Promise<void> {
  if (LACKS_BUILT_INS) await import('../platform/browser/missing-built-ins.ts');
  const { showReference } = await import('./reference.ts');
  showReference();
}
