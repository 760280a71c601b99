import * as z from 'zod';

/** The fault where no form fits: its code, and what its sentence needs. */
export interface Unfit {
  readonly unfit: string;
  readonly params?: Record<string, readonly string[]>;
}

/**
 * A schema that depends on the node, so that faults are reported against the form that was meant and not against every other form.
 *
 * @param choose the schema for a node, or the fault where no form fits
 */
export function formOf<T>(choose: (node: unknown) => z.ZodType | Unfit): z.ZodType<T> {
  const schema = z.unknown().transform((node, ctx): T => {
    const chosen = choose(node);
    if ('unfit' in chosen) {
      ctx.issues.push({ code: 'custom', input: node, message: chosen.unfit, params: chosen.params ?? {} });
      return z.NEVER;
    }
    const result = chosen.safeParse(node);
    if (result.success) return result.data as T;
    for (const issue of result.error.issues) ctx.issues.push({ ...issue, input: node } as never);
    return z.NEVER;
  });
  return schema as unknown as z.ZodType<T>;
}
