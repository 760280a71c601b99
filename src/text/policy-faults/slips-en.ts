import type { SlipSentences } from './words.ts';

/** What somebody probably did who made a fault, and what to write instead: in English. */
export const SLIPS_EN: SlipSentences = {
  'full-width-mark': ({ mark, instead }) =>
    `"${mark}" is a full-width mark: write "${instead}"${instead === ':' || instead === ',' ? ' with a space behind it' : ''}.`,
  'space-after-colon': ({ instead }) => `A colon needs a space behind it: write ${instead}.`,
  'tab-indent': () => 'This line is indented with a tab: use spaces.',
  'not-closed': ({ mark, instead }) => `The ${mark} that begins here is never closed: write ${instead} at its end.`,
  indent: () => 'This line is not indented as its neighbours are: align them with spaces.',
  'not-a-pair': ({ written }) => `"${written}" is no "key: value": put remarks behind a #, or leave it out.`,
  meant: ({ instead }, base) => `${base} Is "${instead}" meant?`,
  called: ({ given, instead }) => `"${given}" is written ${instead} here.`,
  'needs-quotes': ({ instead }) => `This needs quotes: write "${instead}".`,
  'bare-word': ({ instead }) => `No quotes here: write ${instead}.`,
  'bare-number': ({ instead }) => `A number stands here without quotes or unit: write ${instead}.`,
  'as-list': ({ instead }) => `A list is needed here, in brackets and with plain commas: write ${instead}.`,
  'as-date': ({ instead }) => `Write the date as ${instead}.`,
  'no-such-day': ({ given }) => `There is no ${given}: check the date.`,
  'day-missing': ({ given }) => `A date has a day, such as ${given}-01; write null where the text gives none.`,
  'as-month': ({ instead }) => `Write the month as "${instead}".`,
  'as-months': ({ instead }) => `Write the set of months as ${instead}.`,
  'split-by-comma': ({ instead }) => `The comma cuts this text in two: put a text with commas in quotes, "${instead}".`,
  'as-figure': ({ instead }) => `Write the figure as "${instead}".`,
  'figure-awaited': () => 'A figure that is awaited is value: null, never words and never 0.',
  'figure-range': ({ instead }) => `The text gives a range and no figure: write value: null, and beside it ${instead}.`,
  'figure-period': ({ instead, period }) => `A figure does not say its period: write value: "${instead}", period: ${period}.`,
  'unit-period': ({ given, period }) => `"${given}" is two things: unit: yuan, period: ${period}.`,
  'unit-wan': () => 'The unit is yuan; sums in ten thousands may be written as printed, such as "0.3万".',
  'figure-in-rule': ({ instead }) =>
    `Rules have no bare figures ("${instead}"): name it under parameters, with unit and clause, and write that name here, such as {parameter: meal}.`,
  'always-meant': () => 'A condition that everybody meets is always.',
  'condition-text': ({ given }) =>
    `"${given}" is no condition: write a fact and what it has to be, such as {degree: masters} or {monthlySalary: {atLeast: "3000"}}; derive years first; what everybody meets is always.`,
  comparison: ({ instead }) => `Write the comparison as ${instead} (atLeast, above, atMost or below).`,
  joined: ({ given, instead }) =>
    instead === 'any'
      ? `"${given}" is any here: any: [one condition, another], of which one has to hold.`
      : `There is no "${given}": conditions that have to hold together stand in one mapping, or in a list.`,
  'nothing-meant': () => 'Where nothing is paid, write nothing and not 0.',
  'fact-in-rule': ({ instead }) => `For the amount of ${instead} itself, write {fact: ${instead}}.`,
  'amount-text': (_, base) =>
    `${base} A formula is written layer by layer, ten percent of the monthly salary as {percent: a-parameter, of: {fact: monthlySalary}}, a fixed rate as {parameter: a-parameter}.`,
  'clause-text': ({ instead }) => `A clause has the number of its item and its words: {item: "1", quote: "${instead}"}.`,
  'town-text': ({ instead }) => `Write a town as {town: ${instead}}, or with some of its villages as {town: …, villages: […]}.`,
  'quote-in-marks': ({ instead }) => `The quotation has quotation marks of its own that the document has not: write quote: "${instead}".`,
  'quote-differs': ({ instead, pairs }) =>
    `Some characters of the quotation are others in the document (quotation→document: ${pairs}). The document has "${instead}": copy that, and put repaired words in display.`,
  'quote-until': ({ found, rest }) =>
    `The quotation stands in the document as far as "${found}" and differs from "${rest}" on: copy it without leaving anything out; words from two places are two clauses.`,
};
