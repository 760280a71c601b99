import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';
import { FIRST_PATH, PAGES } from '../src/contract/wire/pages.ts';

/** The entry of the service worker, and what stands in it for the files of the build. */
export const SERVICE_WORKER = { name: 'sw', entry: 'src/web/platform/offline/service-worker.ts' } as const;
const FILES = /(["'`])__FILES_OF_THE_BUILD__\1/;
const FILE = `${SERVICE_WORKER.name}.js`;

/** Stored on first use: what most people never need, such as the other language, and what only older browsers need. */
const ON_FIRST_USE = /^assets\/(?:en|missing-built-ins|older-styles|compute\.older\.worker)-|\.md$/;

/** The reference of the API needs the service anyway. */
const ONLY_ONLINE = /^(docs\.html|assets\/(?:docs|reference)-)/;

/** The Vite plugin that tells the service worker of the files of a build: their paths, and a version that changes with any of them. */
export function serviceWorker(): Plugin {
  return {
    name: 'jintie:service-worker',
    enforce: 'post',
    applyToEnvironment: ({ name }) => name === 'client',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const worker = bundle[FILE];
        if (worker?.type !== 'chunk') return this.error(`the build has no ${FILE}`);
        if (worker.imports.length > 0) return this.error(`${FILE} must stand alone: it imports ${worker.imports.join(', ')}`);
        if (!bundle['index.html']) return this.error('the build has no page yet');
        const outputs = Object.values(bundle).filter(({ fileName }) => fileName !== FILE && !ONLY_ONLINE.test(fileName));
        const hash = createHash('sha256').update(worker.code);
        for (const output of outputs.toSorted((a, b) => (a.fileName < b.fileName ? -1 : 1))) {
          hash.update(output.fileName).update(output.type === 'chunk' ? output.code : output.source);
        }
        const files = outputs.map(({ fileName }) => fileName).filter((name) => name.startsWith('assets/'));
        const pages = [FIRST_PATH, ...PAGES.map(({ path }) => path)];
        const [later, first] = [true, false].map((isLater) =>
          files.filter((name) => ON_FIRST_USE.test(name) === isLater).map((name) => `/${name}`),
        );
        const build = { version: hash.digest('hex').slice(0, 16), files: first, later, pages };
        if (!FILES.test(worker.code)) return this.error(`${FILE} has no place for the files of the build`);
        worker.code = worker.code.replace(FILES, () => JSON.stringify(JSON.stringify(build)));
      },
    },
  };
}
