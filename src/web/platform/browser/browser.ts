/**
 * Whether the page can be opened at all: in Chromium 86, Firefox 85, Safari 15.4 and later. `start.css` uses the same test; what is
 * missing beyond that is reported if the program cannot be read.
 */
export function canOpen(): boolean {
  return globalThis.CSS?.supports?.('selector(:focus-visible)') ?? false;
}

/** Whether the browser lacks any of the built-ins of ECMAScript 2022 to 2024 that the program uses; tested before they are polyfilled. */
export const LACKS_BUILT_INS = !(
  'groupBy' in Map &&
  'withResolvers' in Promise &&
  'isWellFormed' in String.prototype &&
  'toSorted' in Array.prototype &&
  'throwIfAborted' in AbortSignal.prototype &&
  'structuredClone' in globalThis
);
