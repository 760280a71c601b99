/** How much longer than on a quiet machine tests wait for what has to come: `JINTIE_SLOW`, 1 if not set. A test that passes is no slower for it. */
export const SLOW = Number(process.env.JINTIE_SLOW ?? '1');
