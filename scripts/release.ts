/**
 * Makes the archives of a release from what `npm run build` built: the page, the server and Node for one kind of machine in each, so that a server
 * needs nothing else. `release.ts [--into FOLDER] [x64] [arm64]`, by default both into `release/`. Exits 1 where one could not be made.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { editionOfTree } from './release/edition.ts';
import { type NodeBinary, NodeMissingError, nodeBinary, PROCESSORS, type Processor } from './release/node-binary.ts';
import { noticesText, shippedPackages } from './release/packages.ts';
import { billOfMaterials } from './release/sbom.ts';
import { type ArchiveFile, tarOf } from './release/tar.ts';
import { ROOT } from './root.ts';

const { values, positionals } = parseArgs({ options: { into: { type: 'string' } }, allowPositionals: true });
const unknown = positionals.filter((word) => !PROCESSORS.some((processor) => processor === word));
if (unknown.length > 0) throw new Error(`there is no release for ${unknown.join(', ')}, only for ${PROCESSORS.join(', ')}`);
const wanted = positionals.length > 0 ? PROCESSORS.filter((processor) => positionals.includes(processor)) : PROCESSORS;
const folder = resolve(values.into ?? join(ROOT, 'release'));
const edition = editionOfTree();
const packages = shippedPackages();

mkdirSync(folder, { recursive: true });
for (const processor of wanted) {
  try {
    make(processor, nodeBinary(processor));
  } catch (error) {
    if (!(error instanceof NodeMissingError)) throw error;
    console.error(`${nameFor(processor)}.tar.gz was not made: ${error.message}.`);
    process.exitCode = 1;
  }
}
const archives = readdirSync(folder)
  .filter((name) => name.endsWith('.tar.gz'))
  .sort();
writeFileSync(join(folder, 'SHA256SUMS'), archives.map((name) => `${sha256(readFileSync(join(folder, name)))}  ${name}\n`).join(''));

function make(processor: Processor, node: NodeBinary): void {
  // The bytes of an archive are those of its zlib, and its bill tells what this Node has in it.
  if (process.versions.node !== node.from.version)
    throw new Error(`this runs on Node ${process.versions.node}; a release is made by its own, ${node.from.version}`);
  const name = nameFor(processor);
  const files = [
    { path: 'bin/node', bytes: node.program, isProgram: true },
    { path: 'bin/LICENSE', bytes: node.licence },
    ...filesUnder('dist/client'),
    ...filesUnder('dist/node'),
    ...['CHANGELOG.md', 'LICENSE', 'docs/operating.md', 'docs/operating.zh-CN.md'].map((path) => fileAt(path)),
    ...filesUnder('scripts/release/files', ''),
    textFile('THIRD-PARTY.txt', noticesText(packages)),
    textFile('sbom.cdx.json', JSON.stringify(billOfMaterials(edition, node, process.versions, packages), null, 2)),
  ];
  const tar = tarOf(
    files.map((file) => ({ ...file, path: `${name}/${file.path}` })),
    edition.time,
  );
  const archive = gzipSync(tar);
  writeFileSync(join(folder, `${name}.tar.gz`), archive);
  console.log(`${name}.tar.gz: ${megabytes(archive)}, unpacked ${megabytes(tar)}`);
}

function nameFor(processor: Processor): string {
  return `jintie-${edition.version}-linux-${processor}`;
}

function filesUnder(from: string, to = `${from}/`): ArchiveFile[] {
  const entries = readdirSync(join(ROOT, from), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => {
      const inner = join(parentPath, name)
        .slice(join(ROOT, from).length + 1)
        .replaceAll('\\', '/');
      return fileAt(`${from}/${inner}`, `${to}${inner}`);
    });
}

function fileAt(from: string, path = from): ArchiveFile {
  return { path, bytes: readFileSync(join(ROOT, from)), isProgram: path === 'jintie' };
}

function textFile(path: string, text: string): ArchiveFile {
  return { path, bytes: Buffer.from(`${text.trimEnd()}\n`) };
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function megabytes({ length }: Uint8Array): string {
  return `${(length / 1_000_000).toFixed(1)} MB`;
}
