/** Checks the files that are common to all policies and every policy, and prints what is wrong, in Chinese and in English. Exits 1 if anything is. */
import { explainFault } from '../src/text/policy-faults/explain.ts';
import { checkCommonFiles, FACTS_FILE, loadDictionary } from './common-files.ts';
import { checkRules } from './policy-file.ts';

const common = checkCommonFiles();
const factsAreGood = common.some(({ file, document }) => file === FACTS_FILE && document !== null);
const files = [...common, ...(factsAreGood ? checkRules(loadDictionary()) : [])];
for (const { file, faults } of files) {
  for (const fault of faults) {
    console.log(`${file}:${fault.line}:${fault.column}${fault.path ? ` ${fault.path}` : ''} [${fault.code}]`);
    for (const language of ['zh', 'en'] as const) console.log(`    ${explainFault(fault, language)}`);
  }
}
const count = files.reduce((total, { faults }) => total + faults.length, 0);
console.log(`${files.length} files, ${count} faults`);
process.exit(count > 0 ? 1 : 0);
