import { has } from './has.ts';

/** Written where neither the document nor its rules decide: it is asked for and never guessed. No option and no value has this name. */
export const ASK = 'ask';

/**
 * A value that a reading chooses. `{reading: id, <option>: value, …}` gives each option its value; with `{reading: id}` alone the value is
 * the id of the option.
 */
export type Choice<T> = { reading: string } & Record<string, T | string>;

/** Whether a node is a choice by reading. */
export function isChoice(node: unknown): node is Choice<unknown> {
  return has(node, 'reading');
}

/** The outcome of a choice under the readings of a run. */
export interface Resolved<T> {
  readonly value: T;
  /** The readings that led to it. */
  readonly readings: readonly string[];
}

/**
 * Resolves a value through its choices.
 *
 * @throws Error where a reading has no value for the option in effect; the checks of a policy exclude it
 */
export function resolve<T>(node: T | Choice<T>, settings: { chosen(reading: string): string }): Resolved<T> {
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
