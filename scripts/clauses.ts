import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Clause, PolicyDocument } from '../src/policy/document/schema.ts';
import { loadDictionary } from './common-files.ts';
import { bundlePolicy } from './vite-yaml-rules.ts';

const ROOT = join(import.meta.dirname, '..');

/** A row of the table: a clause, and how the product treats it. */
interface Row {
  readonly kind: string;
  readonly title: string;
  readonly clause: Clause;
}

/** The policies of `rules/`, in the order of their folders. */
function documents(): PolicyDocument[] {
  const rules = join(ROOT, 'rules');
  const ids = readdirSync(rules).filter((id) => existsSync(join(rules, id, 'policy.yaml')));
  return ids.map((id) => bundlePolicy(readFileSync(join(rules, id, 'policy.yaml'), 'utf8'), id, loadDictionary()).document);
}

function rowsOf(document: PolicyDocument): Row[] {
  const rows = (kind: string, nodes: Record<string, { title: { zh: string }; clause: Clause }>) =>
    Object.entries(nodes).map(([id, { title, clause }]) => ({ kind: `${kind} \`${id}\``, title: title.zh, clause }));
  const awaited = (id: string) =>
    Object.entries(document.parameters).some(([key, { value }]) => key.startsWith(`${id}/`) && value === null);
  return [
    ...rows('allowance', document.allowances).map((row, index) => {
      const id = Object.keys(document.allowances)[index] as string;
      return awaited(id) ? { ...row, kind: `${row.kind}, figure awaited` } : row;
    }),
    ...Object.entries(document.readings).map(([id, { question, clause }]) => ({ kind: `reading \`${id}\``, title: question.zh, clause })),
    ...rows('envelope', document.envelopes),
    ...rows('check', document.checks),
    ...rows('target', document.targets),
    ...rows('headcount', document.headcounts),
    ...document.noted.map(({ title, clause }) => ({ kind: 'noted', title: title.zh, clause })),
  ];
}

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

/** The table of all clauses, as `docs/clauses.md` holds it. */
export function clausesPage(): string {
  const tables = documents().map((document) => {
    const rows = rowsOf(document).map(
      ({ kind, title, clause }) => `| ${cell(clause.item)} | ${cell(clause.quote)} | ${kind} | ${cell(title)} |`,
    );
    return [`## ${document.title.zh}\n`, `\`${document.id}\`\n`, '| item | quotation | became | |', '|---|---|---|---|', ...rows, ''].join(
      '\n',
    );
  });
  return [
    '# Clauses',
    '',
    'Every clause about pay, allowances, rewards, recruitment, training money or the number of teachers, and what became of it. A *noted* clause is a',
    'promise that no calculation follows from: it is shown and not computed. Made from `rules/` by `npm run clauses`.',
    '',
    ...tables,
  ].join('\n');
}
