import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../root.ts';
import { PROGRAMS, type Program, packagesFile } from '../vite-note-packages.ts';

/** A package as in the lock file. */
export interface LockedPackage {
  readonly name: string;
  readonly version: string;
  /** As an SPDX expression. */
  readonly licence: string;
  /** The SHA-512 of its archive in the registry. */
  readonly sha512: Buffer;
}

/** A package whose code is in a release. */
export interface ShippedPackage extends LockedPackage {
  /** Its folder. */
  readonly folder: string;
  readonly programs: readonly Program[];
}

const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, { version: string; license?: string; integrity?: string } | undefined>;
};

/** @param place where the lock has it: `node_modules/react` @throws Error where the lock does not say all of it */
export function lockedPackage(place: string): LockedPackage {
  const { version, license, integrity } = lock.packages[place] ?? {};
  const name = place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
  if (!version || !license || !integrity?.startsWith('sha512-'))
    throw new Error(`package-lock.json lacks the version, the licence or the SHA-512 of ${place}`);
  return { name, version, licence: license, sha512: Buffer.from(integrity.slice('sha512-'.length), 'base64') };
}

/** What the programs in `dist/` were built from, by name. @throws Error where nothing is built */
export function shippedPackages(): ShippedPackage[] {
  const places = new Map<string, Program[]>();
  for (const program of PROGRAMS)
    for (const place of JSON.parse(readFileSync(packagesFile(program), 'utf8')) as string[])
      places.set(place, [...(places.get(place) ?? []), program]);
  return [...places]
    .map(([place, programs]) => ({ ...lockedPackage(place), folder: join(ROOT, place), programs }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

const NOTICES = /^(licen[cs]es?|copying|notice)\b|\.licen[cs]e\.txt$/i;

/** The licences and notices of a package. `isOfOthers` if it contains parts of other packages that no lock file names. */
export function noticesOf(folder: string): { readonly texts: readonly string[]; readonly isOfOthers: boolean } {
  const files = readdirSync(folder)
    .filter((name) => NOTICES.test(name))
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      return statSync(path).isDirectory() ? readdirSync(path).map((inner) => join(name, inner)) : [name];
    });
  const texts = files.map((name) => readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n').trim());
  return { texts: [...new Set(texts)], isOfOthers: files.some((name) => /[\\/]|\.licen[cs]e\.txt$/i.test(name)) };
}

/** The file of licences: every notice once, over it the packages that it came with. A package that brings none is told. */
export function noticesText(packages: readonly ShippedPackage[]): string {
  const holders = new Map<string, string[]>();
  for (const { name, version, licence, folder } of packages) {
    const { texts } = noticesOf(folder);
    for (const text of texts.length > 0 ? texts : [noText(folder)])
      holders.set(text, [...(holders.get(text) ?? []), `${name} ${version} (${licence})`]);
  }
  const parts = [...holders].map(([text, names]) => `${'='.repeat(80)}\n${names.join('\n')}\n\n${text}\n`);
  return ['The page and the server have code of these packages in them. The licence of Node is bin/LICENSE.\n', ...parts].join('\n');
}

function noText(folder: string): string {
  const { author, repository } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<string, unknown>;
  const said = [author, repository].filter((one) => one !== undefined).map((one) => JSON.stringify(one));
  return `The package comes without the text of its licence. It names ${said.join(', ')}.`;
}
