/** Checks every policy file and prints what is wrong with it, in Chinese and in English. Exits 1 if anything is. */
import { explainFault } from '../src/text/policy-faults/explain.ts';
import { checkRules } from './policy-file.ts';
import { loadDictionary } from './vite-yaml-rules.ts';

const files = checkRules(loadDictionary());
for (const { file, faults } of files) {
  for (const fault of faults) {
    console.log(`${file}:${fault.line}:${fault.column}${fault.path ? ` ${fault.path}` : ''} [${fault.code}]`);
    for (const language of ['zh', 'en'] as const) console.log(`    ${explainFault(fault, language)}`);
  }
}
const count = files.reduce((total, { faults }) => total + faults.length, 0);
console.log(`${files.length} policy files, ${count} faults`);
process.exit(count > 0 ? 1 : 0);
