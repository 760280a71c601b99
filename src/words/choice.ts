import * as z from 'zod';
import type { Settings } from './word.ts';

/**
 * A value that a reading chooses. `{reading: id, <option>: value, …}` gives each option its value; `{reading: id}` alone means that
 * the option's own id is the value.
 */
export type Choice<T> = { reading: string } & Record<string, T | string>;

const choiceShape = z.looseObject({ reading: z.string() });

/** Whether a node is a choice by reading. */
export function isChoice(node: unknown): node is Choice<unknown> {
  return typeof node === 'object' && node !== null && 'reading' in node;
}

/** The schema of a slot whose value may be given outright or chosen by a reading; choices may be nested. */
export function choosable<T>(value: z.ZodType<T>): z.ZodType<T | Choice<T>> {
  const slot: z.ZodType<T | Choice<T>> = z.unknown().transform((node, ctx): T | Choice<T> => {
    const schema = isChoice(node) ? choiceShape.catchall(z.lazy(() => slot)) : value;
    const result = schema.safeParse(node);
    if (result.success) return result.data as T | Choice<T>;
    for (const issue of result.error.issues) ctx.issues.push({ ...issue, input: node } as never);
    return z.NEVER;
  }) as never;
  return slot;
}

/** What a choice comes to under the readings of a run. */
export interface Resolved<T> {
  readonly value: T;
  /** The readings that led to it. */
  readonly readings: readonly string[];
}

/**
 * Follows a value through its choices.
 *
 * @throws Error where a reading has no value for the option in effect; the checks of a policy exclude it
 */
export function resolve<T>(node: T | Choice<T>, settings: Pick<Settings, 'chosen'>): Resolved<T> {
  const readings: string[] = [];
  let at: unknown = node;
  while (isChoice(at)) {
    const { reading, ...options } = at as Choice<unknown>;
    const option = settings.chosen(reading);
    readings.push(reading);
    if (Object.keys(options).length === 0) return { value: option as T, readings };
    if (!(option in options)) throw new Error(`reading ${reading} has no value for ${option}`);
    at = options[option];
  }
  return { value: at as T, readings };
}
