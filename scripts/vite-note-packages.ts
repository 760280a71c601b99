import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';
import { ROOT } from './root.ts';

/** The programs of a release: the page in the browser, the server on Node. */
export const PROGRAMS = ['page', 'server'] as const;
export type Program = (typeof PROGRAMS)[number];

/** Where the build of a program notes its packages: a JSON list of their places in the lock, such as `node_modules/react`. */
export function packagesFile(program: Program): string {
  return join(ROOT, 'dist/packages', `${program}.json`);
}

/** What plugins of this project write; what it imports is noted by itself. */
const OWN = '\0virtual:';

const FOUND: Readonly<Record<Program, Set<string>>> = { page: new Set(), server: new Set() };

/**
 * The Vite plugin that notes from which packages a program was built, by its modules; what Vite and Rolldown add of their own counts. The
 * parts of a program, such as a worker with plugins of its own, note into one file.
 */
export function notePackages(program: Program): Plugin {
  return {
    name: 'jintie:note-packages',
    // The home on the edge is not part of a release.
    applyToEnvironment: ({ name }) => name !== 'jintie',
    generateBundle(_options, bundle) {
      for (const output of Object.values(bundle)) {
        for (const id of output.type === 'chunk' ? output.moduleIds : []) {
          const place = placeOf(id);
          if (place) FOUND[program].add(place);
          else if (id.startsWith('\0') && !id.startsWith(OWN)) this.error(`nobody knows from which package ${id.slice(1)} is`);
        }
      }
      const file = packagesFile(program);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, `${JSON.stringify([...FOUND[program]].sort(), null, 2)}\n`);
    },
  };
}

function placeOf(id: string): string | undefined {
  // The helpers of lowered syntax stand in the program of Rolldown.
  const [, builder] = /^\0(vite|rolldown|@oxc-project\+runtime@[\d.]+)\//.exec(id) ?? [];
  if (builder) return `node_modules/${builder === 'vite' ? 'vite' : 'rolldown'}`;
  return /\/(node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1];
}
