/**
 * Whether a text has more than `maximum` characters. Like JSON Schema and the schemas of requests, it counts code points, not UTF-16 units,
 * of which a rare character takes two.
 */
export function isLongerThan(text: string, maximum: number): boolean {
  if (text.length <= maximum) return false;
  if (text.length > 2 * maximum) return true;
  let left = maximum;
  for (const _ of text) if (--left < 0) return true;
  return false;
}

/** Control characters, and halves of surrogate pairs. */
const NO_TEXT = /[\p{Cc}\p{Cs}]/u;
/**
 * The fault of a text of a person or place: `required` if it is blank, `invalid-text` if it has control characters or half surrogates; else
 * `null`.
 */
export function textFault(text: string): 'required' | 'invalid-text' | null {
  if (isPlain(text)) return null;
  if (text.trim() === '') return 'required';
  return NO_TEXT.test(text) ? 'invalid-text' : null;
}

/** Whether a text has only visible ASCII and common ideographs, as nearly all names do; such a text needs no further check. */
function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const isVisible = (unit > 0x20 && unit < 0x7f) || (unit >= 0x4e00 && unit <= 0x9fff);
    if (!isVisible) return false;
  }
  return text.length > 0;
}
