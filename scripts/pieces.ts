import { relative } from 'node:path';
import type { Plugin, Rolldown } from 'vite';
import { ROOT } from './root.ts';

type Modules = Pick<Rolldown.ChunkingContext, 'getModuleInfo'>;

/**
 * The chunks of the page's program, in the order in which they are fetched, with the entries that need them. On a slow line a request
 * costs more than most modules, so what is needed together is fetched together.
 */
const PIECES: Readonly<Record<string, readonly string[]>> = {
  first: ['src/web/app/start.ts'],
  frame: ['src/web/app/main.tsx'],
  budget: ['src/web/pages/budget/budget-page.tsx'],
  result: [
    'src/web/features/roster/import/import-panel.tsx',
    'src/web/pages/budget/overview/settings-panel.tsx',
    'src/web/pages/budget/overview/figures.tsx',
    'src/web/features/hand-in/hand-in.tsx',
  ],
};

/** The reference of the API, a page of its own: what it has in common with the others is a piece apart, or it would need theirs. */
const COMMON = { name: 'common', roots: ['src/web/docs/main.ts', 'src/web/docs/reference.ts'] };

/** The groups of a build: a module belongs to the first of them that needs it; the rest is left to itself. */
export function pieces(): Rolldown.CodeSplittingGroup[] {
  const inPage = membersOf(Object.values(PIECES).flat());
  const inReference = membersOf(COMMON.roots);
  const groups = Object.entries(PIECES).map(([name, roots]) => ({ name, has: membersOf(roots) }));
  const common: typeof groups = [{ name: COMMON.name, has: (...one) => inReference(...one) && inPage(...one) }];
  return [...common, ...groups].map(({ name, has }, at, { length }) => ({
    priority: length - at,
    debugName: name,
    name: (id, modules) => (has(id, modules) ? name : null),
  }));
}

/** Whether a module is one of those without which these do not run. */
function membersOf(roots: readonly string[]): (id: string, modules: Modules) => boolean {
  let members: ReadonlySet<string> | null = null;
  return (id, modules) => {
    members ??= closureOf(roots, modules);
    return members.has(id);
  };
}

/**
 * The modules without which these do not run.
 *
 * @param roots paths from the root of the project
 * @throws Error where a build has no such module
 */
function closureOf(roots: readonly string[], modules: Modules): ReadonlySet<string> {
  const found = new Set(roots.map((root) => `${ROOT}/${root}`));
  // Iterating over a set includes what is added on the way.
  for (const id of found) {
    const info = modules.getModuleInfo(id);
    if (!info) throw new Error(`the page has no ${relative(ROOT, id)}`);
    for (const one of info.importedIds) found.add(one);
  }
  return found;
}

const ANTD = /import \{([^}]+)\} from 'antd';/g;

/**
 * The Vite plugin that has each module import the parts of antd that it uses from where they are: through the whole of it, none could do
 * without the others.
 */
export function antdParts(): Plugin {
  return {
    name: 'jintie:antd-parts',
    apply: 'build',
    enforce: 'pre',
    transform: {
      filter: { id: /\/src\/web\/.*\.tsx?$/, code: /from 'antd';/ },
      handler: (code) =>
        code.replace(ANTD, (_, names: string) =>
          names
            .split(',')
            .map((name) => name.trim())
            .filter((name) => name !== '' && !name.startsWith('type '))
            .map((name) => name.split(' as '))
            .map(([name = '', as = name]) => `import ${as} from 'antd/es/${name.replace(/(?<=.)[A-Z]/g, '-$&').toLowerCase()}';`)
            .join(' '),
        ),
    },
  };
}
