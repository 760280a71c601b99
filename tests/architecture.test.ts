import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PAGES } from '../src/contract/wire/pages.ts';

const ROOT = resolve(import.meta.dirname, '..');
const SRC = join(ROOT, 'src');

/**
 * The rooms from the lowest to the highest: a room imports those before it in its list, and itself. The core yields codes and values, so `text` is for
 * those rooms alone that answer people; `web` takes only types from `api`.
 */
const CORE = ['money', 'calendar', 'facts', 'words', 'policy', 'engine', 'budget', 'contract'];
const ALLOWED: Record<string, readonly string[]> = {
  ...Object.fromEntries(CORE.map((room, index) => [room, CORE.slice(0, index)])),
  text: CORE,
  roster: [...CORE, 'text'],
  api: [...CORE, 'text'],
  web: [...CORE, 'roster', 'text'],
  node: [...CORE, 'api'],
  'worker.ts': [...CORE, 'api'],
};

/**
 * The rooms inside a room, in the same order. Where one list is inside another, its rooms share a rank and need none of one another: no page needs
 * another page.
 */
const INSIDE: Record<string, readonly (string | readonly string[])[]> = {
  words: ['grammar', ['conditions', 'amounts', 'derivations', 'timing']],
  policy: ['reading', 'common', 'document', 'checks', 'slips', 'loading'],
  contract: ['wire', 'policy', 'teacher', 'batch', ['budget', 'arrears']],
  roster: ['sheet', 'xlsx', 'cells', 'columns', 'people', 'files', 'tables'],
  api: ['reading', 'writing', 'resources', 'openapi'],
  web: [
    'platform',
    'compute/protocol',
    'compute/worker',
    'compute/client',
    'ui',
    'policy',
    'features/settings',
    'features/roster',
    'features/budget',
    ['features/rule-words', 'features/person'],
    'features/hand-in',
    PAGES.map(({ name }) => `pages/${name}`),
    ['app', 'docs'],
  ],
  'web/pages/budget': ['navigation', ['people', 'scenarios', 'sharing', 'history'], 'overview'],
  'web/features/hand-in': ['contents', ['paper', 'workbook']],
};

/** Packages that a room may use, besides those of its own kind of place. */
const PACKAGES: Record<string, readonly string[]> = {
  core: ['decimal.js', 'dayjs', 'yaml', 'zod'],
  roster: ['fflate', 'papaparse', 'saxes', 'zod'],
  text: [],
  api: ['hono', 'zod'],
  web: [
    '@ant-design/cssinjs',
    '@noble/hashes',
    '@tanstack/react-virtual',
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

/** Styles too, which are imported like modules or by other styles. */
const importsOfAll = [...inside, ...importsOfStyles()].filter(({ to }) => !to.startsWith('..'));

function importsOfStyles(): Import[] {
  const styles = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.css'));
  return styles.flatMap((from) => {
    const found = readFileSync(join(SRC, from), 'utf8').matchAll(/@import\s+(?:url\()?['"](\.[^'"]+)/g);
    return [...found].map(([, path = '']) => ({ from, to: relative(SRC, resolve(SRC, dirname(from), path)), typeOnly: false }));
  });
}

describe('the rooms', () => {
  it('are all known, and no others', () => {
    expect([...new Set(files.map(roomOf))].toSorted()).toEqual(Object.keys(ALLOWED).toSorted());
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

  it('keep the order inside a room', () => {
    const wrong = Object.entries(INSIDE).flatMap(([room, order]) => {
      const rank = (file: string) => order.findIndex((one) => [one].flat().some((inner) => file.startsWith(`${room}/${inner}/`)));
      const at = (file: string) => [order[rank(file)] ?? []].flat().find((inner) => file.startsWith(`${room}/${inner}/`));
      // What stands in the room itself puts its rooms together.
      const ofRooms = importsOfAll.filter(({ from, to }) => rank(from) >= 0 && to.startsWith(`${room}/`));
      return ofRooms.filter(({ from, to }) => rank(to) < 0 || rank(to) > rank(from) || (rank(to) === rank(from) && at(to) !== at(from)));
    });
    expect(wrong.map(({ from, to }) => `${from} -> ${to}`)).toEqual([]);
  });

  it('list every room inside them', () => {
    const unlisted = Object.entries(INSIDE).flatMap(([room, order]) =>
      files.filter(
        (file) =>
          file.startsWith(`${room}/`) && dirname(file) !== room && !order.flat().some((inner) => file.startsWith(`${room}/${inner}/`)),
      ),
    );
    expect(unlisted).toEqual([]);
  });

  it('have no folder in a cycle with another, types and styles included', () => {
    const next = new Map<string, Set<string>>();
    for (const { from, to } of importsOfAll) {
      if (dirname(from) !== dirname(to)) next.set(dirname(from), (next.get(dirname(from)) ?? new Set()).add(dirname(to)));
    }
    const reached = (folder: string) => {
      const found = new Set(next.get(folder));
      // A set is walked through to what is added on the way.
      for (const one of found) for (const further of next.get(one) ?? []) found.add(further);
      return found;
    };
    expect([...next.keys()].filter((folder) => reached(folder).has(folder))).toEqual([]);
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
    const ofWorker = (file: string) => file.startsWith('web/compute/worker/');
    const wrong = inside.filter(({ from, to, typeOnly }) => {
      if (roomOf(from) !== 'web' || typeOnly || ofWorker(from)) return false;
      const starts = from === 'web/compute/client/start-computer.ts';
      return /^(engine|budget)\//.test(to) || (to.startsWith('web/compute/worker/') && !starts);
    });
    expect(wrong.map(({ from, to }) => `${from} -> ${to}`)).toEqual([]);
  });

  it('keep their files short enough to read in one sitting', () => {
    const long = files.filter((file) => readFileSync(join(SRC, file), 'utf8').split('\n').length > 301);
    expect(long).toEqual([]);
  });
});
