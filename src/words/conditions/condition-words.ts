import { any } from './any.ts';
import { not } from './not.ts';

/**
 * The words for conditions that contain other conditions (a list means that all must hold). A new word is a file of its own and a line
 * here.
 */
export const CONDITION_WORDS = [any, not] as const;

/** The key of a word for conditions. */
export type ConditionKey = (typeof CONDITION_WORDS)[number]['key'];
