/**
 * `npm run migrate-rules -- <file> …`: writes policy files in today's form of the rule language where they are in a former one, in place, and
 * prints in Chinese and English what was converted, and the faults that are left. Exits with 1 if there are any, with 2 without a file that
 * can be read; such a file, and one that is not in UTF-8, stays as it is.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { migratePolicy } from '../src/policy/loading/migrate.ts';
import type { Fault } from '../src/policy/reading/fault.ts';
import { explainFault } from '../src/text/policy-faults/explain.ts';
import { loadDictionary } from './common-files.ts';
import { checkPolicyFile } from './policy-file.ts';

const files = process.argv.slice(2);
if (files.length === 0) fail('用法 usage: npm run migrate-rules -- <policy.yaml> …');
const dictionary = loadDictionary();
const texts = files.map((file) => ({ file, before: read(file) }));
let faults = 0;
for (const { file, before } of texts) {
  const { text, converted } = migratePolicy(before);
  for (const one of converted) tell(file, one);
  if (text !== before) writeFileSync(file, text);
  const left = checkPolicyFile(text, file, dictionary).faults;
  for (const fault of left) tell(file, fault);
  console.log(`${file}: 转换 converted ${converted.length}, 错误 faults ${left.length}`);
  faults += left.length;
}
process.exit(faults > 0 ? 1 : 0);

function read(file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(file));
  } catch (error) {
    return fail(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}

function tell(file: string, fault: Fault): void {
  console.log(`${file}:${fault.line}:${fault.column}${fault.path ? ` ${fault.path}` : ''} [${fault.code}]`);
  for (const language of ['zh', 'en'] as const) console.log(`    ${explainFault(fault, language)}`);
}
