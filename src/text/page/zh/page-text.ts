import type { zh } from './zh.ts';

/** The same keys with a sentence at each of them, in whichever language. */
type Sentences<T> = { [K in keyof T]: T[K] extends string ? string : Sentences<T[K]> };

/** Every sentence of the page. */
export type PageText = Sentences<typeof zh>;
