/** The first address of the page, and that of the reference of the API, which is a page of its own. */
export const FIRST_PATH = '/';
export const DOCS_PATH = '/docs';

/**
 * The registry of pages, in the order in which they are offered; the first is also that of the bare address. All else follows from an entry: both homes
 * answer its path, its program is `web/pages/<name>/<name>-page.tsx`, its words are `app.<name>` and `<name>.title` of the texts, it works without a
 * network, and the tests open it, weigh it and draw it.
 */
export const PAGES = [entry('budget', 320), entry('check', 450), entry('arrears', 450), entry('policy', 450)] as const;

/** A page of the registry. */
export type PageEntry = (typeof PAGES)[number];
export type PageName = PageEntry['name'];

/** @param kilobytes how much program may have to arrive, packed by gzip, before the page is there */
function entry<const N extends string>(name: N, kilobytes: number) {
  return { name, path: `/${name}`, kilobytes } as const;
}

/** The page that is shown at an address; `undefined` where there is none. */
export function pageAt(path: string): PageEntry | undefined {
  return path === FIRST_PATH ? PAGES[0] : PAGES.find((page) => page.path === path);
}
