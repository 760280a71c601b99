import type { Context } from 'hono';
import { accepts } from 'hono/accepts';
import type { Language, Wording } from '../../contract/wire/wording.ts';
import { WORDINGS } from '../../text/issues.ts';

/** The tags of our languages, as HTTP names them. */
export const TAGS: Record<Language, string> = { zh: 'zh-CN', en: 'en' };

/** The wording for requests without a preference. */
export const USUAL_WORDING: Wording = WORDINGS.zh;

/** The wording that the caller prefers: Chinese, unless `Accept-Language` puts English before it. */
export function wordingOf(c: Context): Wording {
  if (c.req.header('accept-language') === undefined) return USUAL_WORDING;
  const tag = accepts(c, {
    header: 'Accept-Language',
    supports: Object.values(TAGS),
    default: TAGS.zh,
    match: (preferred) => {
      const wanted = preferred.filter(({ q }) => q > 0).toSorted((a, b) => b.q - a.q);
      for (const { type } of wanted) {
        const [primary = ''] = type.toLowerCase().split('-');
        if (primary === 'en') return TAGS.en;
        if (primary === 'zh' || primary === '*') return TAGS.zh;
      }
      return TAGS.zh;
    },
  });
  return WORDINGS[tag === TAGS.en ? 'en' : 'zh'];
}
