import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../root.ts';

/** The name and date of a release. */
export interface Edition {
  /**
   * `0.1.0` where the commit has the tag `v0.1.0`, else with the commit: `0.1.0-c947ac6f1`; `-modified` where the tree is not as
   * committed.
   */
  readonly version: string;
  /** When it was committed, or `SOURCE_DATE_EPOCH`, in seconds since 1970. */
  readonly time: number;
}

/** The time of files without a known one; some programs reject 1970. */
const NO_TIME = Date.UTC(1980, 0) / 1_000;

/** The edition of the working tree. Reports to standard error what could not be determined. */
export function editionOfTree(): Edition {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
  const given = process.env.SOURCE_DATE_EPOCH;
  const commit = git('rev-parse', '--short=9', 'HEAD');
  if (commit === null) {
    console.error(`There is no commit to be read here: the version is ${version} alone${given ? '' : ', the files are of 1980'}.`);
    return { version, time: Number(given ?? NO_TIME) };
  }
  const isModified = git('status', '--porcelain') !== '';
  const isTagged = git('tag', '--points-at', 'HEAD')?.split('\n').includes(`v${version}`);
  if (isModified) console.error('The tree is not as committed: the version says so.');
  const suffix = `${isTagged ? '' : `-${commit}`}${isModified ? '-modified' : ''}`;
  return { version: `${version}${suffix}`, time: Number(given ?? git('log', '-1', '--format=%ct')) };
}

function git(...words: string[]): string | null {
  try {
    return execFileSync('git', words, { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return null;
  }
}
