/** The meaning of a number format, as far as a roster is concerned. */
export type NumberFormat =
  | { readonly kind: 'plain' }
  | { readonly kind: 'date' }
  | { readonly kind: 'padded'; readonly digits: number }
  /** The number is shown with this behind it, and is so many of them: 0.55 as 「0.55万元」. */
  | { readonly kind: 'unit'; readonly unit: string };

export const PLAIN: NumberFormat = { kind: 'plain' };

/** The dates among the built-in formats, including those of Chinese Excel, without times of day. */
const BUILT_IN_DATES = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);

/** The meaning of a built-in format, which has no code. */
export function builtInFormat(id: number): NumberFormat {
  return BUILT_IN_DATES.has(id) ? { kind: 'date' } : PLAIN;
}

/**
 * The meaning of a format code: a date, if it shows a year, a day, or a month (and not minutes); a number of digits padded with zeros, as
 * in staff numbers; a unit of money other than yuan. A format that displays yuan in such a unit, by a comma at its end or a literal point
 * (`0!.0,"万"`), is plain, because the number itself is in yuan.
 *
 * @example readFormatCode('yyyy"年"m"月"') // {kind: 'date'}
 * @example readFormatCode('000000') // {kind: 'padded', digits: 6}
 */
export function readFormatCode(code: string): NumberFormat {
  if (/^0{2,15}$/.test(code)) return { kind: 'padded', digits: code.length };
  const [, unit] = /([百千万]元?)/.exec(code) ?? [];
  if (unit !== undefined && !/[0#?],+(?![0#?,])|[!\\]\./.test(code)) return { kind: 'unit', unit };
  // What is quoted or escaped is shown as it stands, what is in brackets says a colour or a language; only the first section is for
  // numbers above zero.
  const shown = code
    .replace(/"[^"]*"|\\.|[_*]./g, '')
    .replace(/\[[^\]]*\]/g, (bracket) => (/^\[[hms]+\]$/i.test(bracket) ? 'h' : ''))
    .split(';', 1)[0] as string;
  const letters = shown.replace(/general|am\/pm|a\/p|上午\/下午|e[+-]/gi, (word) => (/^[au上]/.test(word) ? 'h' : ''));
  const isDate = /[yde]/i.test(letters) || (/m/i.test(letters) && !/[hs]/i.test(letters));
  return isDate ? { kind: 'date' } : PLAIN;
}
