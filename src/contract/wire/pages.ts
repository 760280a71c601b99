/** The first address of the page, and that of the reference of the API, which is a page of its own. */
export const FIRST_PATH = '/';
export const DOCS_PATH = '/docs';

/**
 * The registry of pages, in menu order; the first also answers the bare address. Everything else follows from an entry: both homes answer
 * its path, its program is `web/pages/<name>/<name>-page.tsx`, its texts are `app.<name>` and `<name>.title`, it works offline, and
 * the tests open it, weigh it and take its picture.
 */
export const PAGES = [entry('budget', 320), entry('check', 450), entry('arrears', 450), entry('policy', 450)] as const;

/** A page of the registry. */
export type PageEntry = (typeof PAGES)[number];
export type PageName = PageEntry['name'];

/** @param kilobytes the most gzipped code that may have to load before the page is shown */
function entry<const N extends string>(name: N, kilobytes: number) {
  return { name, path: `/${name}`, kilobytes } as const;
}

/** The page at a path, or `undefined`. */
export function pageAt(path: string): PageEntry | undefined {
  return path === FIRST_PATH ? PAGES[0] : PAGES.find((page) => page.path === path);
}
