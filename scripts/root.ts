import { dirname } from 'node:path';

/** The root of the project. */
export const ROOT = dirname(import.meta.dirname);
