/** Writes `examples/jinfeng-roster.csv`: about 5,000 invented staff of 60 invented schools in 2025. */
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { loadDictionary } from './common-files.ts';
import { sampleRosterCsv } from './sample-roster/sample.ts';

const file = join(dirname(import.meta.dirname), 'examples/jinfeng-roster.csv');
writeFileSync(file, sampleRosterCsv(loadDictionary()));
console.log(`wrote ${file}`);
