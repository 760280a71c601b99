import fc from 'fast-check';

/**
 * The random cases are the same in every run, so that a change fails by what it changes. `npm run test:deep` tries others, and very many;
 * `JINTIE_SEED` names a seed.
 */
const seed = process.env.JINTIE_SEED ?? (process.env.JINTIE_DEEP ? undefined : 20_260_901);

if (seed !== undefined) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(seed) });

// Whoever tries few cases wants to know that one fails, not the smallest that does.
if (process.env.JINTIE_MOST_RUNS) fc.configureGlobal({ ...fc.readConfigureGlobal(), endOnFailure: true });
