/**
 * Whether the page can be opened at all: in Chromium 86, Firefox 85, Safari 15.4 and whatever is newer. `start.css` goes by the same sign; what is
 * missing beyond that is told where the program cannot be read.
 */
export function canOpen(): boolean {
  return globalThis.CSS?.supports?.('selector(:focus-visible)') ?? false;
}

/** Whether the browser lacks some of what came with ECMAScript 2022 to 2024 and what the program uses as if it were there; looked up before the missing ones are added. */
export const LACKS_BUILT_INS = !(
  'groupBy' in Map &&
  'withResolvers' in Promise &&
  'isWellFormed' in String.prototype &&
  'toSorted' in Array.prototype &&
  'throwIfAborted' in AbortSignal.prototype &&
  'structuredClone' in globalThis
);
