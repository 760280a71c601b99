import type { Language } from '../../../contract/wire/wording.ts';
import { usedFacts } from '../../../policy/document/usage.ts';
import type { Policy } from '../../../policy/policy.ts';
import { templateSheets } from '../../../roster/people/template.ts';
import { writeWorkbook } from '../../../roster/xlsx/write.ts';
import { TEMPLATE_WORDS } from '../../../text/page/template.ts';

/** A workbook to fill in: identification, and the facts that the policy needs; what follows from them needs no column. */
export function templateOf({ document, dictionary }: Policy, language: Language): ArrayBuffer {
  const used = usedFacts(document, dictionary.byId);
  const facts = dictionary.facts
    .filter(({ id, derived }) => ['name', 'school'].includes(id) || (used.has(id) && !derived))
    .map(({ id }) => id);
  const columns = { facts, required: document.requires, withIdentity: true };
  return writeWorkbook(templateSheets(dictionary, columns, TEMPLATE_WORDS[language])).buffer as ArrayBuffer;
}
