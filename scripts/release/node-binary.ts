import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../root.ts';
import { type LockedPackage, lockedPackage } from './packages.ts';

/** Processors for which there is a release, as Node calls them. */
export const PROCESSORS = ['x64', 'arm64'] as const;
export type Processor = (typeof PROCESSORS)[number];

/** Node for one kind of machine, as the lock pins it. */
export interface NodeBinary {
  readonly from: LockedPackage;
  readonly program: Buffer;
  readonly licence: Buffer;
}

/** Thrown if Node cannot be obtained at the moment. */
export class NodeMissingError extends Error {
  override readonly name = 'NodeMissingError';
}

/**
 * Node for a kind of machine: what `npm ci` installed, or else what the registry has, if that is what the lock says.
 *
 * @throws NodeMissingError where it is not installed and the registry is out of reach
 * @throws Error where the registry sent something else
 */
export function nodeBinary(processor: Processor): NodeBinary {
  const from = lockedPackage(`node_modules/node-linux-${processor}`);
  const folder = join(ROOT, 'node_modules', from.name);
  try {
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
    if (version === from.version) {
      return { from, program: readFileSync(join(folder, 'bin/node')), licence: readFileSync(join(folder, 'LICENSE')) };
    }
  } catch {
    // npm installs only the one of this machine.
  }
  return fetched(from);
}

function fetched(from: LockedPackage): NodeBinary {
  const folder = mkdtempSync(join(tmpdir(), 'jintie-node-'));
  try {
    const file = join(folder, `${from.name}-${from.version}.tgz`);
    pack(`${from.name}@${from.version}`, folder);
    if (!createHash('sha512').update(readFileSync(file)).digest().equals(from.sha512))
      throw new Error(`the registry's ${from.name}@${from.version} is not the one of package-lock.json`);
    const read = (path: string) => execFileSync('tar', ['-xzOf', file, `package/${path}`], { maxBuffer: 2 ** 30 });
    return { from, program: read('bin/node'), licence: read('LICENSE') };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function pack(wanted: string, folder: string): void {
  const words = ['pack', wanted, '--prefer-offline', '--fetch-retries=0', '--pack-destination', folder];
  try {
    execFileSync('npm', words, { cwd: ROOT, stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8', shell: process.platform === 'win32' });
  } catch (error) {
    const [, code] = /code (\w+)/.exec((error as { stderr?: string }).stderr ?? '') ?? [];
    throw new NodeMissingError(`${wanted} is not installed here and could not be had from the registry${code ? ` (${code})` : ''}`);
  }
}
