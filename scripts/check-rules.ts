/**
 * Checks every policy and the files common to all policies, and prints faults and warnings in Chinese and in English. Exits with 1 if
 * there is a fault; warnings do not fail.
 */
import type { Fault } from '../src/policy/reading/fault.ts';
import { explainFault } from '../src/text/policy-faults/explain.ts';
import { checkCommonFiles, FACTS_FILE, loadDictionary } from './common-files.ts';
import { checkRules } from './policy-file.ts';

const common = checkCommonFiles();
const factsAreGood = common.some(({ file, document }) => file === FACTS_FILE && document !== null);
const files = [...common, ...(factsAreGood ? checkRules(loadDictionary()) : [])];
for (const { file, faults, warnings } of files) {
  for (const fault of faults) tell(file, fault, 'fault');
  for (const warning of warnings) tell(file, warning, 'warning');
}
const faults = files.reduce((total, one) => total + one.faults.length, 0);
const warnings = files.reduce((total, one) => total + one.warnings.length, 0);
console.log(`${files.length} files, ${faults} faults, ${warnings} warnings`);
process.exit(faults > 0 ? 1 : 0);

function tell(file: string, fault: Fault, grade: 'fault' | 'warning'): void {
  console.log(`${file}:${fault.line}:${fault.column}${fault.path ? ` ${fault.path}` : ''} ${grade} [${fault.code}]`);
  for (const language of ['zh', 'en'] as const) console.log(`    ${explainFault(fault, language)}`);
}
