import { execFile } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { version } from '../../package.json';
import { tarOf } from '../../scripts/release/tar.ts';
import { ROOT } from '../../scripts/root.ts';
import { packagesFile } from '../../scripts/vite-note-packages.ts';

const FILES = join(ROOT, 'scripts/release/files');

describe('the guides', () => {
  it.each(['docs/operating.md', 'docs/operating.zh-CN.md'])('%s has the files of the release as they are', (guide) => {
    const blocks = [...readFileSync(join(ROOT, guide), 'utf8').matchAll(/^```(?:ini|nginx)\n(.*?)^```$/gms)].map(([, text]) => text);
    const files = ['jintie.service', 'nginx.conf'].map((name) => readFileSync(join(FILES, name), 'utf8'));
    // Comments are in the language of the guide.
    const plain = (text = '') => text.replace(/^ +#.*\n/gm, '');
    expect(blocks.map(plain)).toEqual(files.map(plain));
  });
});

describe('a tar archive', () => {
  it('is the same whatever the order of its files, and no path is cut', () => {
    const files = ['b/c', 'a', 'b/a/d'].map((path) => ({ path, bytes: Buffer.from(path) }));
    expect(tarOf(files, 1).equals(tarOf(files.toReversed(), 1))).toBe(true);
    expect(() => tarOf([{ path: 'a'.repeat(101), bytes: Buffer.from('') }], 1)).toThrow('too long');
  });
});

// The archives are for Linux, and made by the Node that npm installs there.
describe.runIf(process.platform === 'linux')('a release', () => {
  let folder: string;
  let made: Outcome;
  let unpacked: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'jintie-release-'));
    chmodSync(folder, 0o755);
    // A registry that is out of reach, so that only the archive for this machine can be made.
    const env = { ...process.env, npm_config_offline: 'true', npm_config_cache: join(folder, 'cache') };
    made = await run(process.execPath, [join(ROOT, 'scripts/release.ts'), '--into', join(folder, 'release')], { env });
    const [archive = ''] = readdirSync(join(folder, 'release')).filter((name) => name.endsWith('.tar.gz'));
    await run('tar', ['-xzf', join(folder, 'release', archive), '-C', folder]);
    unpacked = join(folder, archive.replace('.tar.gz', ''));
  });
  afterAll(async () => {
    await run('chmod', ['-R', 'u+w', folder]);
    rmSync(folder, { recursive: true });
  });

  it('says which archive could not be made, and makes the other', async () => {
    const other = process.arch === 'x64' ? 'arm64' : 'x64';
    expect(made.status).toBe(1);
    expect(made.stderr).toMatch(
      new RegExp(`^jintie-\\S+-linux-${other}\\.tar\\.gz was not made: node-linux-${other}@\\S+ is not installed`, 'm'),
    );
    expect(made.stdout).toMatch(
      new RegExp(`^jintie-${version}\\S*-linux-${process.arch}\\.tar\\.gz: [\\d.]+ MB, unpacked [\\d.]+ MB$`, 'm'),
    );
    expect(await run('sha256sum', ['--check', '--strict', 'SHA256SUMS'], { cwd: join(folder, 'release') })).toMatchObject({ status: 0 });
  });

  it('starts through a link from a folder that it cannot write to, with an empty environment and no network, and ends with 0', async (test) => {
    await run('chmod', ['-R', 'a-w', unpacked]);
    mkdirSync(join(folder, 'links'));
    symlinkSync(unpacked, join(folder, 'links/current'));
    symlinkSync('current/jintie', join(folder, 'links/start'));
    // Nobody's account where one may be chosen; else one's own.
    const isRoot = process.getuid?.() === 0;
    const visit = [process.execPath, join(import.meta.dirname, 'visit-release.ts'), join(folder, 'links/start'), isRoot ? '65534' : ''];
    const alone = ['unshare', isRoot ? '-n' : '-rn', 'sh', '-c', 'ip link set lo up && exec "$@"', 'sh'];
    const isAlone = (await run(alone[0] as string, [...alone.slice(1), 'true'])).status === 0;
    if (!isAlone) await test.annotate('This machine grants no network of its own: what is without one was not tried.');
    const [program = '', ...words] = [...(isAlone ? alone : []), ...visit];
    const { stdout, stderr } = await run(program, words);
    expect(JSON.parse(stdout || stderr)).toEqual({
      networks: isAlone ? ['lo'] : expect.any(Array),
      health: { status: 'ok', version },
      script: [200, 'text/javascript; charset=utf-8'],
      personalTotal: '9624.00',
      exit: 0,
      lines: [],
    });
  });

  it('says in a sentence of each language where Node cannot run, instead of what the loader says of it', async () => {
    const old = join(folder, 'old');
    mkdirSync(join(old, 'bin'), { recursive: true });
    writeFileSync(join(old, 'jintie'), readFileSync(join(unpacked, 'jintie')), { mode: 0o755 });
    // To a Node that needs a newer library, this machine is what an older machine is to the one in the archive.
    const node = readFileSync(join(unpacked, 'bin/node'));
    for (let at = node.indexOf('GLIBC_2.28\0'); at >= 0; at = node.indexOf('GLIBC_2.28\0', at)) node.write('GLIBC_9.28', at);
    writeFileSync(join(old, 'bin/node'), node, { mode: 0o755 });
    const { status, stderr } = await run(join(old, 'jintie'), []);
    const lines = stderr.trim().split('\n');
    expect([status, lines.length]).toEqual([2, 2]);
    expect(lines[0]).toMatch(/^津贴无法启动.*glibc 2\.28 以上.*GLIBC_9\.28/);
    expect(lines[1]).toMatch(/^Jintie cannot start.*glibc 2\.28 or newer.*GLIBC_9\.28/);
  });

  it('has a bill of every package that the page and the server have code of, and their licences', () => {
    const library = z.looseObject({ type: z.literal('library'), 'bom-ref': z.string(), name: z.string(), version: z.string() });
    const shipped = {
      purl: z.string().startsWith('pkg:npm/'),
      hashes: z.tuple([z.object({ alg: z.literal('SHA-512'), content: z.string().regex(/^[\da-f]{128}$/) })]),
      licenses: z.tuple([z.union([z.object({ license: z.object({ id: z.string() }) }), z.object({ expression: z.string() })])]),
    };
    const { metadata, components, dependencies } = z
      .looseObject({
        bomFormat: z.literal('CycloneDX'),
        specVersion: z.literal('1.6'),
        metadata: z.object({ timestamp: z.iso.datetime(), component: library.extend({ type: z.literal('application') }) }),
        components: z.tuple(
          [library.extend({ ...shipped, type: z.literal('platform'), components: z.array(library) })],
          library.extend({ ...shipped, properties: z.array(z.object({ name: z.literal('jintie:program'), value: z.string() })) }),
        ),
        dependencies: z.tuple([z.object({ ref: z.string(), dependsOn: z.array(z.string()) })]),
      })
      .parse(JSON.parse(readFileSync(join(unpacked, 'sbom.cdx.json'), 'utf8')));
    const [node, ...libraries] = components;
    expect([node.version, node.components.map(({ name }) => name)]).toEqual([
      process.versions.node,
      expect.arrayContaining(['v8', 'openssl']),
    ]);
    expect(metadata.component.version).toContain(version);
    expect(dependencies[0].dependsOn).toEqual(components.map((component) => component['bom-ref']));

    const noted = (['page', 'server'] as const).flatMap((program) => JSON.parse(readFileSync(packagesFile(program), 'utf8')) as string[]);
    const names = libraries.map(({ name }) => name);
    expect(names).toEqual([...new Set(noted.map((place) => place.replace(/^.*node_modules\//, '')))].sort());
    expect(importedPackages().filter((name) => !names.includes(name))).toEqual([]);
    const notices = readFileSync(join(unpacked, 'THIRD-PARTY.txt'), 'utf8');
    expect(libraries.filter((one) => !notices.includes(`\n${one.name} ${one.version} (`))).toEqual([]);
  });
});

/** Packages from which the sources take more than types. */
function importedPackages(): string[] {
  const sources = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).filter((file) => /(?<!\.d)\.tsx?$/.test(file));
  return sources.flatMap((file) =>
    [...readFileSync(join(ROOT, 'src', file), 'utf8').matchAll(/^import (?!type\b)(?:[^'";]*?\sfrom )?'((?:@[\w-]+\/)?[\w.-]+)(?=[/'])/gm)]
      .map(([, name]) => name as string)
      .filter((name) => !name.startsWith('.') && !name.startsWith('node:') && name !== 'cloudflare'),
  );
}

function run(program: string, words: readonly string[], options: { env?: NodeJS.ProcessEnv; cwd?: string } = {}): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = execFile(program, words, options, (_error, stdout, stderr) => resolve({ status: child.exitCode, stdout, stderr }));
  });
}

interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}
