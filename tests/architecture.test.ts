import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');
const SRC = join(ROOT, 'src');

/**
 * Who may import whom: a room sees the rooms listed with it, and itself. The core yields codes and values, so `text` is for those rooms
 * alone that answer people; `web` takes only types from `api`.
 */
const CORE = ['money', 'calendar', 'facts', 'words', 'policy', 'engine', 'budget', 'contract'];
const ALLOWED: Record<string, readonly string[]> = {
  ...Object.fromEntries(CORE.map((room, index) => [room, CORE.slice(0, index)])),
  text: CORE,
  roster: [...CORE, 'text'],
  store: CORE,
  api: [...CORE, 'store', 'text'],
  web: [...CORE, 'roster', 'text'],
  node: [...CORE, 'api'],
  'worker.ts': [...CORE, 'api'],
};

/** Packages that a room may use, besides those of its own kind of place. */
const PACKAGES: Record<string, readonly string[]> = {
  core: ['decimal.js', 'dayjs', 'yaml', 'zod'],
  roster: ['fflate', 'papaparse', 'zod'],
  text: [],
  api: ['hono', 'zod'],
  web: [
    '@ant-design/cssinjs',
    '@noble/hashes',
    'antd',
    'dayjs',
    'echarts',
    'fflate',
    'i18next',
    'react',
    'react-dom',
    'react-i18next',
    'swagger-ui-dist',
    'virtual:missing-built-ins',
    'zod',
  ],
  node: ['hono', '@hono/node-server'],
  'worker.ts': [],
};

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'));

const imports: Import[] = files.flatMap((file) => {
  const text = readFileSync(join(SRC, file), 'utf8');
  const found = text.matchAll(
    /^(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|import\('([^']+)'\)|new URL\('([^']+)', import\.meta\.url\)/gm,
  );
  return [...found].map(([, type, from, dynamic, url]) => ({ from: file, to: from ?? dynamic ?? url ?? '', typeOnly: Boolean(type) }));
});

const roomOf = (file: string) => file.split('/')[0] as string;
const inside = imports
  .filter(({ to }) => to.startsWith('.'))
  .map((one) => ({ ...one, to: relative(SRC, resolve(SRC, dirname(one.from), one.to.replace(/\?.*$/, ''))) }));

describe('the rooms', () => {
  it('are all known', () => {
    expect([...new Set(files.map(roomOf))].filter((room) => !(room in ALLOWED))).toEqual([]);
  });

  it('import only from the rooms below them', () => {
    const wrong = inside.filter(({ from, to, typeOnly }) => {
      if (to.startsWith('..')) return !/^\.\.\/(rules\/.*\.yaml|package\.json|examples\/.*\.csv|docs\/.*\.md)$/.test(to);
      const [room, target] = [roomOf(from), roomOf(to)];
      const typesOfApi = room === 'web' && target === 'api' && typeOnly;
      return room !== target && !ALLOWED[room]?.includes(target) && !typesOfApi;
    });
    expect(wrong.map(({ from, to }) => `${from} -> ${to}`)).toEqual([]);
  });

  it('use only the packages of their kind', () => {
    const wrong = imports.filter(({ from, to }) => {
      if (to.startsWith('.') || (roomOf(from) === 'node' && to.startsWith('node:'))) return false;
      const room = roomOf(from);
      const allowed = PACKAGES[CORE.includes(room) ? 'core' : room] ?? [];
      return !allowed.some((name) => to === name || to.startsWith(`${name}/`));
    });
    expect(wrong.map(({ from, to }) => `${from} -> ${to}`)).toEqual([]);
  });

  it('have no cycle, not even within a room', () => {
    const next = new Map(files.map((file) => [file, inside.filter(({ from }) => from === file).map(({ to }) => to)]));
    const state = new Map<string, 'open' | 'done'>();
    const cycles: string[] = [];
    const visit = (file: string, path: readonly string[]): void => {
      if (state.get(file) === 'done') return;
      if (state.get(file) === 'open') {
        cycles.push([...path.slice(path.indexOf(file)), file].join(' -> '));
        return;
      }
      state.set(file, 'open');
      for (const to of next.get(file) ?? []) visit(to, [...path, file]);
      state.set(file, 'done');
    };
    for (const file of files) visit(file, []);
    expect(cycles).toEqual([]);
  });

  it('run the core in the worker of the page only', () => {
    const ofWorker = (file: string) => file === 'web/compute.worker.ts' || file.startsWith('web/worker/');
    const wrong = inside.filter(({ from, to, typeOnly }) => {
      if (roomOf(from) !== 'web' || typeOnly || ofWorker(from)) return false;
      return /^(engine|budget)\//.test(to) || to.startsWith('web/worker/');
    });
    expect(wrong.map(({ from, to }) => `${from} -> ${to}`)).toEqual([]);
  });

  it('keep their files short enough to read in one sitting', () => {
    const long = files.filter((file) => readFileSync(join(SRC, file), 'utf8').split('\n').length > 301);
    expect(long).toEqual([]);
  });
});
