/** The addresses of the page, each with the name of what it shows; every home of the product answers them with the page, and no others. */
export const PAGE_PATHS = { budget: '/budget', check: '/check', arrears: '/arrears', policy: '/policy' } as const;

/** Where the page begins. */
export const FIRST_PATH = '/';
/** The reference of the API, which is a page of its own. */
export const DOCS_PATH = '/docs';

/** Whether the page shows something at an address. */
export function isPagePath(path: string): boolean {
  return path === FIRST_PATH || (Object.values(PAGE_PATHS) as readonly string[]).includes(path);
}
