import type { CommonSentences } from './words.ts';

/** What is wrong with a file that is common to all policies (facts, pay scales, budget codes), and how to fix it: in English. */
export const EN_COMMON: CommonSentences = {
  'header-reserved': ({ header }) => `"${header}" as the header of a column means something else than a fact: choose another one.`,
  'header-taken': ({ header, fact }) =>
    `"${header}" already means ${fact}, so a roster could not tell which fact is meant: keep it in one place.`,
  'spelling-taken': ({ spelling, value }) =>
    `"${spelling}" already means ${value}, so a roster could not tell which value is meant: keep it in one place.`,
  'invalid-step': ({ step, last }) => `"${step}" is not a step of this scale: steps are whole numbers from 1 to ${last}, in quotes.`,
  'ends-before-start': ({ from, to }) => `The last month (${to}) is before the first (${from}): check both.`,
  'scale-overlap': ({ file, from, to }) => `From ${from} to ${to} the scale of ${file} is in force: no month may have two.`,
  'step-not-higher': ({ step, yuan, below, less }) =>
    `Step ${step} pays ${yuan} yuan, not more than step ${below} with ${less}: check the figures against the source.`,
  'step-not-missing': ({ step }) => `Step ${step} has a figure: leave it out here.`,
  'steps-undeclared': ({ steps }) =>
    `No figure for ${Array.isArray(steps) ? steps.join(', ') : steps}: add it, or list the step under missing, so that the gap is meant.`,
  'invalid-budget-code': () => 'A code of the budget classification has 3, 5 or 7 digits and stands in quotes, such as "2050202".',
  'untitled-code': ({ code }) => `The code ${code} has no name: add it to titles in rules/budget-codes.yaml, or mend the code.`,
  'file-name': ({ name }) => `The id is the name of the file (${name}): mend one of them.`,
};
