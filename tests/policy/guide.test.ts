import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type * as z from 'zod';
import { factsSchema } from '../../src/facts/dictionary.ts';
import { policySchema } from '../../src/policy/document/schema.ts';

const ROOT = join(import.meta.dirname, '../..');
const guide = readFileSync(join(ROOT, 'docs/rule-language.md'), 'utf8');

/** The examples that `tests/words` runs, and the policies of which every case is run. */
const words = readdirSync(join(ROOT, 'tests/words'))
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => parse(readFileSync(join(ROOT, 'tests/words', file), 'utf8')) as { example: string });
const examples = words.map(({ example }) => example.trimEnd());
const policies = [
  ...['jinfeng-2021', 'xiji-2025', 'gangbei-2021'].map(
    (id) => parse(readFileSync(join(ROOT, 'rules', id, 'policy.yaml'), 'utf8')) as unknown,
  ),
  ...words,
];

/** Policies of real documents, of which every amount that was worked by hand is run, and the examples as they stand in the guide. */
const library = [
  ...readdirSync(join(ROOT, 'tests/policy/library')).map(
    (id) => parse(readFileSync(join(ROOT, 'tests/policy/library', id, 'policy.yaml'), 'utf8')) as unknown,
  ),
  ...examples.map((example) => parse(example) as unknown),
];

/** Whether a node is found in another, key by key; of a list each entry somewhere. 「…」 stands for any text. */
function isPart(node: unknown, of: unknown): boolean {
  if (node === '…') return typeof of === 'string';
  if (Array.isArray(node)) return Array.isArray(of) && node.every((one) => of.some((other) => isPart(one, other)));
  if (typeof node !== 'object' || node === null) return node === of;
  return (
    typeof of === 'object' &&
    of !== null &&
    Object.entries(node).every(([key, value]) => isPart(value, (of as Record<string, unknown>)[key]))
  );
}

/** Every node of a tree. */
function* nodesOf(tree: unknown): Generator<unknown> {
  yield tree;
  if (typeof tree === 'object' && tree !== null) for (const part of Object.values(tree)) yield* nodesOf(part);
}

const blocksOf = (text: string) => [...text.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, block = '']) => block.trimEnd());
const blocks = blocksOf(guide);

/** The sections of a guide in order: how deep each is, and its examples. */
function sectionsOf(file: string): { depth: number; examples: string[] }[] {
  const text = readFileSync(join(ROOT, 'docs', file), 'utf8');
  const marked = text.replace(/```[\s\S]*?```/g, (block) => block.replaceAll('\n#', '\n\u0000#'));
  return marked
    .split(/^(?=#+ )/m)
    .filter((section) => section.startsWith('#'))
    .map((section) => ({ depth: section.indexOf(' '), examples: blocksOf(section.replaceAll('\u0000', '')) }));
}

it.each(['rule-language.md', 'adding-a-policy.md', 'patterns.md'])(
  'the Chinese %s has the sections and the examples of the English one',
  (file) => {
    expect(sectionsOf(`zh/${file}`)).toEqual(sectionsOf(file));
  },
);

it.each(blocksOf(readFileSync(join(ROOT, 'docs/patterns.md'), 'utf8')))(
  'a pattern is part of a policy or of a case that is run: %s',
  (block) => {
    const node: unknown = parse(block);
    expect([...policies, ...library].some((policy) => [...nodesOf(policy)].some((one) => isPart(node, one)))).toBe(true);
  },
);

describe('the guide to the rule language', () => {
  it.each(blocks)('has no example that is not run: %s', (block) => {
    const run = examples.some((example) => example.includes(block) || block.includes(example));
    const node: unknown = parse(block);
    expect(run || policies.some((policy) => [...nodesOf(policy)].some((one) => isPart(node, one)))).toBe(true);
  });

  it('names what a file must have', () => {
    const [, row = ''] = /^\| key \| .*\n\|---\|---\|\n\| (.*?) \|/m.exec(guide) ?? [];
    const { must } = keysOf(policySchema);
    expect([...row.split(', '), '`requires`', '`months`', '`allowances`'].toSorted()).toEqual(must.map((key) => `\`${key}\``));
  });

  it('names what every entry must and may have', () => {
    const [section = ''] = /### What an entry holds\n[\s\S]*?\n#/.exec(guide) ?? [];
    const rows = [...section.matchAll(/^\| `([a-z]+)`(?: \(list\))? \| ([^|]*) \|([^|]*)\|$/gm)];
    const keys = (cell = '') => [...cell.matchAll(/`([A-Za-z]+)`/g)].map(([, key]) => key as string).toSorted();
    const found = Object.fromEntries(rows.map(([, name = '', must, may]) => [name, { must: keys(must), may: keys(may) }]));
    const expected = Object.fromEntries(
      [
        'parameters',
        'readings',
        'places',
        'allowances',
        'claims',
        'stacking',
        'envelopes',
        'checks',
        'targets',
        'headcounts',
        'totals',
        'noted',
      ].map((name) => [name, keysOf(entryOf((policySchema.shape as Record<string, z.ZodType>)[name] as z.ZodType))]),
    );
    expect(found).toEqual({ ...expected, facts: keysOf(entryOf(factsSchema)) });
  });
});

/** The schema of an entry of a list or a mapping of them. */
function entryOf(schema: z.ZodType): z.ZodType {
  const { innerType, valueType, element } = schema.def as { innerType?: z.ZodType; valueType?: z.ZodType; element?: z.ZodType };
  return innerType ? entryOf(innerType) : readAs((valueType ?? element) as z.ZodType);
}

/** What stands behind a schema that first makes of several writings one. */
function readAs(schema: z.ZodType): z.ZodType {
  return (schema.def as { out?: z.ZodType }).out ?? schema;
}

/** The keys of an entry: of several kinds, those that all of them need, and those that some have. */
function keysOf(schema: z.ZodType): { must: string[]; may: string[] } {
  const kinds = (schema.def as unknown as { options?: z.ZodObject[] }).options ?? [schema as z.ZodObject];
  const shapes = kinds.map(({ shape }) => shape as Record<string, z.ZodType>);
  const names = [...new Set(shapes.flatMap((shape) => Object.keys(shape)))];
  const must = names.filter((name) => shapes.every((shape) => shape[name] && !shape[name].safeParse(undefined).success));
  return { must: must.toSorted(), may: names.filter((name) => !must.includes(name)).toSorted() };
}
