import type { ComponentType } from 'react';
import type { PageName } from '../../contract/wire/pages.ts';

const PROGRAMS = import.meta.glob<{ readonly Page: ComponentType }>('../pages/*/*-page.tsx');

/** Fetches the program of a page. */
export async function loadPage(name: PageName): Promise<ComponentType> {
  const load = PROGRAMS[`../pages/${name}/${name}-page.tsx`];
  if (!load) throw new Error(`there is no program of the page ${name}`);
  return (await load()).Page;
}
