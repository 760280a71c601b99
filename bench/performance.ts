import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { policiesSection } from './engine/policies-section.ts';
import { engineSection } from './engine/section.ts';
import { nodeSection } from './http/node-section.ts';
import { httpSection } from './http/section.ts';
import { firstSightSection } from './page/first-sight.ts';
import { pageSection } from './page/section.ts';
import { soakSection } from './soak/results.ts';

/** The folder for the results of the benchmarks. */
export const RESULTS = join(import.meta.dirname, 'results');

/** A part of `docs/performance.md`, made of one file of results. */
interface Section {
  readonly file: string;
  /** @param results the file, parsed */
  render(results: never): string;
}

const SECTIONS: readonly Section[] = [
  { file: 'engine.json', render: engineSection },
  { file: 'policies.json', render: policiesSection },
  { file: 'http.json', render: httpSection },
  { file: 'http-node.json', render: nodeSection },
  { file: 'soak.json', render: soakSection },
  { file: 'page.json', render: pageSection },
  { file: 'first-sight.json', render: firstSightSection },
];

const LEAD = `# Performance

What the scripts of \`bench/\` measured on one machine; each section names its script. The figures show what is expensive and what is cheap. They
are not a promise: another machine, or this one at another hour, gives others. Where the load average is above the number of cores, other programs
were running too. \`npx node bench/write-performance.ts\` writes this file from \`bench/results/\`; every benchmark does so at its end.
`;

/** `docs/performance.md`: a section for every file of results that is there. */
export function performancePage(): string {
  const measured = SECTIONS.filter(({ file }) => existsSync(join(RESULTS, file)));
  const sections = measured.map(({ file, render }) => render(JSON.parse(readFileSync(join(RESULTS, file), 'utf8')) as never));
  return [LEAD, ...sections].join('\n');
}

/** Regenerates `docs/performance.md`. */
export function writePerformance(): void {
  writeFileSync(join(import.meta.dirname, '../docs/performance.md'), performancePage());
}
