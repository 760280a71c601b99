import type { ComponentType } from 'react';
import { PAGE_PATHS } from '../../contract/wire/page-paths.ts';

/** A page: where it is, and how its program is fetched. */
export interface PageEntry {
  readonly path: string;
  /** Its words stand under this name in the texts of the page. */
  readonly name: keyof typeof PAGE_PATHS;
  load(): Promise<ComponentType>;
}

/** The pages in the order in which they are offered; the first is that of the bare address. */
export const PAGES: readonly [PageEntry, ...PageEntry[]] = [
  { path: PAGE_PATHS.budget, name: 'budget', load: async () => (await import('../pages/budget/budget-page.tsx')).BudgetPage },
  { path: PAGE_PATHS.check, name: 'check', load: async () => (await import('../pages/check/check-page.tsx')).CheckPage },
  { path: PAGE_PATHS.arrears, name: 'arrears', load: async () => (await import('../pages/arrears/arrears-page.tsx')).ArrearsPage },
  { path: PAGE_PATHS.policy, name: 'policy', load: async () => (await import('../pages/policy/policy-page.tsx')).PolicyPage },
];
