import * as z from 'zod';

const money = z.string().regex(/^\d+\.\d{2}$/);
const byKey = <T extends z.ZodType>(value: T) => z.record(z.string(), value);

const workedCase = z.strictObject({
  title: z.string().min(1),
  why: z.string().min(1).optional(),
  year: z.int().default(2025),
  teacher: byKey(z.unknown()),
  readings: byKey(z.string()).default({}),
  parameters: byKey(z.union([z.string(), z.array(z.strictObject({ from: z.string(), value: z.string() }))])).default({}),
  payScales: z.array(z.unknown()).optional(),
  asIfInForce: z.boolean().optional(),
  expect: z.strictObject({
    total: money,
    institution: money.default('0.00'),
    lines: byKey(money),
    missing: z.array(z.string().regex(/^\S+: \S+( outside-employment| open-period)?$/)).default([]),
    declined: byKey(z.string().regex(/^(not-eligible \S+|outranked \S+|not-employed|not-in-force)$/)).default({}),
    months: byKey(z.array(z.string().regex(/^\d{4}-\d{2}$/))).default({}),
    assumed: z.array(z.string()).optional(),
    warnings: z.array(z.string()).default([]),
  }),
});

/** A worked example of a policy: one teacher and what a finance officer would find by hand. */
export type WorkedCase = z.infer<typeof workedCase>;

/**
 * Reads a `cases.yaml`.
 *
 * @throws Error that names the case and the key, where the file is not as its head says
 */
export function readCases(document: unknown, file: string): WorkedCase[] {
  const read = z.array(workedCase).safeParse(document);
  if (!read.success) throw new Error(`${file}\n${z.prettifyError(read.error)}`);
  return read.data;
}

const files = import.meta.glob<unknown>('../../rules/*/cases.yaml', { eager: true, import: 'default' });

/** The worked examples of every policy that has some, by policy id. */
export const workedCases: ReadonlyMap<string, readonly WorkedCase[]> = new Map(
  Object.entries(files).map(([file, document]) => [file.split('/').at(-2) as string, readCases(document, file)]),
);
