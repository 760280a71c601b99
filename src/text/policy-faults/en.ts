import { figureKind, listed, type PolicySentences, unitName, word } from './words.ts';

/** What is wrong with a policy file, where to look, and how to fix it: in English. */
export const EN: PolicySentences = {
  'not-utf-8': () => 'The file is not in UTF-8: save it in that encoding and try again.',
  'yaml-syntax': ({ detail }) => `This is not YAML: check indentation, colons, quotes and brackets (the parser says: ${detail}).`,
  'duplicate-key': ({ key }) => `"${key}" is written twice in one place, and a key must be unique: rename one, or keep one.`,
  'too-large': ({ maximum }) => `The file is too large: at most ${maximum} characters. Split it or cut it down.`,
  'too-deep': ({ maximum }) => `Nested too deep: at most ${maximum} levels. Make it simpler.`,
  'too-many': ({ maximum }) => `Too many entries: at most ${maximum} here. Split them or cut them down.`,
  'unknown-key': ({ key }) => `unknown key "${key}": check its spelling and indentation, or leave it out.`,
  'former-form': ({ key, instead }) => `${key} is how it was written before: write ${instead} now, see docs/rule-language.md.`,
  'missing-key': ({ key }) => `"${key}" is missing: add it.`,
  'wrong-type': ({ expected }) => `Not written as it should be: ${word('en', expected)} is needed here.`,
  'not-allowed-value': ({ allowed }) => `Not an allowed value; one of: ${listed('en', allowed)}.`,
  empty: () => 'Too little stands here, or nothing: fill it in, or leave it out.',
  'out-of-range': ({ minimum, maximum }) => (minimum !== undefined ? `Too small: at least ${minimum}.` : `Too large: at most ${maximum}.`),
  'too-long': ({ maximum }) => `Too long: at most ${maximum}.`,
  'invalid-form': () => 'Not written in a form that is known here: see docs/rule-language.md.',
  'invalid-id': () => 'An id is kebab-case: lower-case letters, digits and hyphens, at most 64, such as class-teacher.',
  'invalid-parameter-key': () => 'A parameter key is kebab-case words with slashes between them, such as meal/urban.',
  'invalid-fact-id': () => 'A fact id is camelCase: letters and digits, a lower-case letter first, such as remoteClass.',
  'invalid-value-id': () => 'A value id is kebab-case and begins with a letter, such as first-class.',
  'invalid-decimal': () => 'A decimal is a number in quotes with at most nine digits and four decimals, without its unit, such as "12.5".',
  'invalid-amount': () => 'An amount is yuan in quotes with at most two decimals, such as "180.00".',
  'blank-and-default': () => 'A blank date cannot both mean that it never came (blank: never) and have a default: leave out one of them.',
  'invalid-date': () => 'A date is YYYY-MM-DD and a real one, such as 2021-08-20; write null where the text gives none.',
  'invalid-month': () => 'A month is YYYY-MM, such as "2025-07".',
  'invalid-economic-code': () => 'An economic code is three digits, or five, in quotes, such as "30102".',
  'invalid-multiple': () => 'A multiple is a number in quotes with up to four decimals, such as "2.5".',
  'invalid-figure': ({ value, unit }) =>
    `"${value}" is not a figure in ${unit}, that is ${unitName('en', unit)}: write "180.00" or "0.3万" for yuan, "10" for a percentage, "2021" for a year.`,
  'invalid-bands': () => 'Not bands: each begins above the one before.',
  'invalid-number': () =>
    'Not a number: no sign, at most four decimals; one with decimals is in quotes, such as "2.5", a whole one may be 5.',
  'divided-by-zero': () => 'Nothing can be divided by 0: write a number above 0.',
  'beyond-missing': () =>
    'Say with beyond what there is above the last pay step: nothing, last-difference (as much as the last step was more) or ask (it has to be given).',
  'invalid-day': () =>
    'Not a day to count years at: a day of every year as MM-DD, such as 12-31; with `by` also month-start (the first of every month), month-end (the last) or {schoolYear: 08-31}.',
  'invalid-shares': () => 'Not the shares of instalments: quoted percentages from 0 to 100 that together are 100.',
  'count-beside-shares': () =>
    'Either count or shares: shares where one sum is paid in parts, count where a sum of its own is paid in each year.',
  'spread-without-year': () => 'Only a yearly standard is spread over months: write every: year, with figures of period: year.',
  'prorate-without-month': () => 'Only what is paid every month goes by days: write every: month.',
  'prorate-beside-limits': () => 'What goes by days counts those of the employment: it cannot have starts or stops.',
  'invalid-bound': () => 'Not an end of a range: a number in quotes, such as "3".',
  'range-empty': () => 'A range needs an end: write atLeast, atMost or both.',
  'keep-or-cap': () =>
    'This group says nothing of its allowances: write keep (which of them are paid), cap (up to which sum together), or both.',
  'not-an-amount': ({ allowed }) =>
    `It is not clear what amount this is: an amount is one of: ${listed('en', allowed)}, or a choice by a reading.`,
  'not-a-derivation': ({ allowed }) =>
    `This says of nothing how it follows: it has to be written with one of ${listed('en', allowed)}, such as {years: teachingSince}.`,
  'not-a-condition': () =>
    'It is not clear what condition this is: write always, facts with their values, a list, any, not, or a choice by a reading.',
  'not-a-test': () =>
    'It is not clear what the fact must be: write a value, a list of values, a range by atLeast, above, atMost, below such as {atLeast: "25", below: "50"}, or {not: …}.',
  'not-quoted': ({ value }) => `Decimals and money stand in quotes, so that no digit is lost: write "${value}".`,
  'not-ordered': ({ fact, allowed }) =>
    `The values of "${fact}" have no order, so atLeast, above, atMost and below cannot be used: write values or a list of them${Array.isArray(allowed) && allowed.length > 0 ? ` (${listed('en', allowed)})` : ''}.`,
  'not-a-threshold': ({ value, fact }) =>
    `"${value}" cannot be compared with "${fact}": write 25 for a whole number, "25.5" for a decimal (at most four places), "180.00" for yuan, "2025-09-01" for a day, "2025-09" for a month, without a unit.`,
  'two-ends': ({ one, other }) => `There are two ends on one side: keep ${one} or ${other}.`,
  'empty-interval': ({ interval }) =>
    `There is nothing in this range (${listed('en', interval)}): check whether its ends are the wrong way round, or should be atLeast and atMost.`,
  'not-months': () => 'A set of months is all, {except: [7, 8]}, {only: [9]} or {first: 10}.',
  'months-empty': () => 'No month is left in this set, so what rests on it is never paid: check the months.',
  'no-unit-counts': ({ after, atMost }) =>
    `Only what is above ${after} counts, and nothing above ${atMost}: no unit is left, so it is never paid. Check after and atMost.`,
  'derived-required': ({ fact }) =>
    `${fact} follows from other facts and cannot be required: what it rests on is listed as missing where it is not given. Leave it out, or require that.`,
  'not-a-figure': () => 'A figure is a number in quotes such as "180", a list by month, or null while it is awaited.',
  'one-figure': () => 'One figure is needed here: a table stands under values, and by says by which facts it is laid out.',
  'period-missing': () => 'A parameter in yuan needs a period: month, year or once.',
  'period-without-yuan': ({ unit }) => `Only a parameter in yuan has a period, and this is ${unitName('en', unit)}: leave period out.`,
  'value-or-values': () => 'A parameter has either value, for one figure, or values, for a table: write one of them.',
  'values-and-by': () => 'values and by go together: by says by which facts values are laid out.',
  'suggestion-beside-figure': () => 'A suggestion stands only beside an awaited figure: leave it out, or write value: null.',
  'fact-taken': ({ fact }) => `${fact} is a fact of all policies, or a word of the rule language: use it as it is, or choose another name.`,
  'no-fact': ({ fact }) => `there is no fact ${fact}: check its spelling; rules/facts.yaml lists the facts.`,
  'no-value': ({ value, fact, allowed }) =>
    `${value} is not a value of ${fact}${Array.isArray(allowed) && allowed.length > 0 ? `; one of: ${listed('en', allowed)}` : ''}.`,
  'no-reading': ({ reading, allowed }) => `there is no reading ${reading}; one of: ${listed('en', allowed)}, or add it to readings.`,
  'option-named-ask': () => 'No option is called ask: default: ask says that the text does not decide and one has to be chosen. Rename it.',
  'no-option': ({ option, reading, allowed }) => `${option} is not an option of ${reading}; one of: ${listed('en', allowed)}.`,
  'option-without-value': ({ option, reading }) => `There is no value for ${option} of ${reading} here: add it.`,
  'bare-choice': ({ option, reading }) => `The name ${option} is no value here: say what each option of ${reading} comes to.`,
  'no-parameter': ({ parameter }) => `there is no parameter ${parameter}: check its spelling, or add it to parameters.`,
  'item-at-date': ({ allowance }) => `What is paid at a date cannot rest on what ${allowance} pays: pay it every month or every year.`,
  'item-of-year': ({ allowance }) => `What ${allowance} pays in the whole year (of: year) is for what is paid every: year.`,
  'item-needs-year': ({ allowance }) => `A yearly standard by month rests on what ${allowance} pays in the whole year: add of: year.`,
  'item-not-monthly': ({ allowance }) =>
    `${allowance} does not pay by month, so it has no amount of a month: what is paid every year can take that of the year (of: year).`,
  'item-circle': ({ circle }) =>
    `These rest on one another in a circle, so none can be settled first: ${circle}. Those of one group, of which the largest is kept or that share a limit, are settled together: mend one of them.`,
  'no-months': ({ name, allowed }) => `there is no set of months ${name}; one of: ${listed('en', allowed)}, or add it to months.`,
  'no-service': ({ key }) => `${key} goes by a service, and this claim has none: add service: {from: …, years: …}.`,
  'not-in-claims': ({ key }) =>
    `${key} is what an allowance pays in a month or a year, which is none of what is owed: {paid: …} is what it has paid until the date of the claim.`,
  'only-in-claims': ({ key }) => `${key} stands in claims alone: no allowance and no limit can be reckoned from it.`,
  'no-allowance': ({ allowance, allowed }) => `there is no allowance ${allowance}; one of: ${listed('en', allowed)}.`,
  'not-derived-yet': ({ fact }) =>
    `"${fact}" is derived further down, or is this fact itself: what is derived reads only what stands above it. Change the order.`,
  'not-a-date-fact': ({ fact }) =>
    `${fact} is not a date that stays: a date fact that does not change within the year is needed here, such as recruitedOn.`,
  'not-a-text-fact': ({ fact }) => `${fact} is not text: a place is judged by text facts, such as town and village.`,
  'not-a-money-fact': ({ fact }) => `${fact} is not a money fact: one is needed here, such as monthlySalary.`,
  'not-a-count-fact': ({ fact }) => `${fact} is not a whole number of zero or more: units are counted by a fact that is one.`,
  'not-a-number-fact': ({ fact }) => `${fact} is not a number of zero or more: one is needed here, a whole number, a decimal or money.`,
  'not-a-divisor-fact': ({ fact }) =>
    `${fact} is not a number that is always more than zero: something is divided by it here, so give it a minimum above 0, or use another one.`,
  'not-a-list-fact': ({ fact }) => `${fact} has no list of values to lay anything out by: use a fact that has one.`,
  'not-a-periods-fact': ({ fact }) =>
    `${fact} is not a list of periods: a fact of type periods is needed here (leave, secondment, service).`,
  'not-a-beginning': ({ fact }) =>
    `${fact} is neither a date nor a list of periods: years follow from one of these, such as teachingSince.`,
  'lasting-ends': () =>
    'lasting needs an end and a unit, such as {atLeast: 1, unit: months} or {above: 6, unit: months}, and one end on a side.',
  'periods-tested': ({ fact }) =>
    `${fact} is a list of periods, which no condition can test: derive from it first, such as {in: ${fact}} (whether the month is in one), and test that.`,
  'not-a-place-fact': ({ fact }) => `${fact} is not derived from town and village, so it has no list of places.`,
  'figures-missing': ({ fact }) => `This needs a figure for each value of ${fact}.`,
  'parts-exceed-whole': ({ sum, count, from }) =>
    `The parts are ${sum}${from ? ` from ${from} on` : ''}, more than the ${count} of the whole: check the text.`,
  'total-months': ({ parameter }) =>
    `${parameter} needs months, for how many it counts, if it is a figure by month; otherwise it has none.`,
  'total-dated': ({ parameter }) =>
    `${parameter} changes, so it is not certain which of its figures counts: write the one of then as an amount.`,
  'total-differs': ({ printed, computed, difference }) =>
    `The text prints ${printed} yuan, and the parts come to ${computed}: ${difference}. Check the text; if it really says so, leave it.`,
  'parts-below-whole': ({ sum, count }) =>
    `The parts are ${sum}, less than the ${count} of the whole: leave it if the text does not list all of them, otherwise check it.`,
  'shares-incomplete': () =>
    'Nothing says how much this source bears: give every source but the last a share or a standard (upTo), null as a parameter where the text does not say; the last one may take what is left.',
  'share-beside-standard': () =>
    'One level cannot divide by shares and by standards: where what lies above a standard is shared, make it one source and split that.',
  'standard-below-share': () =>
    'Below shares there is no standard: it is of a person, and shares split the sum of all. Write the source with the standard on a level above.',
  'rest-without-source': () =>
    'Nobody bears what lies above the standard: add a source with neither share nor upTo, which takes what is left.',
  'shares-not-whole': ({ sum }) =>
    `The shares of the sources are ${sum}% together: 100% where every source has one, no more while one is awaited or the last takes the rest.`,
  'above-whole': ({ parameter, value }) =>
    `${parameter} is ${value}%, and here it is a part of a whole, which is at most 100%: check the text.`,
  'range-reversed': ({ atLeast, atMost }) => `The floor ${atLeast} is above the ceiling ${atMost}: check the text.`,
  'outside-range': ({ value, atLeast, atMost }) =>
    `${value} is outside the range of the text (${atLeast === '' ? '' : `at least ${atLeast}`}${atLeast !== '' && atMost !== '' ? ', ' : ''}${atMost === '' ? '' : `at most ${atMost}`}): check it.`,
  'wrong-unit': ({ parameter, unit, needed }) =>
    `${unitName('en', needed)} is needed here, and the parameter ${parameter} is ${unitName('en', unit)}: use another one, or mend its unit.`,
  'wrong-period': ({ parameter, period, needed }) =>
    `This is paid ${word('en', needed)}, and the parameter ${parameter} is a figure ${word('en', period)}: use another one, or mend its period or the rhythm.`,
  gap: ({ parameter, teacher, readings }) =>
    `A teacher who fulfils the conditions (${teacher}${under(readings)}) has no figure: add ${parameter} (null while awaited), or exclude them in when.`,
  'no-branch': ({ fact, value, teacher, readings }) =>
    `A teacher who fulfils the conditions (${teacher}${under(readings)}) has no branch: give an amount for ${fact} ${value} (or nothing), or exclude them in when.`,
  'no-band': ({ fact, from, teacher, readings }) =>
    `A teacher who fulfils the conditions (${teacher}${under(readings)}) is below the first band, which begins at ${fact} ${from}: add a band from "0" (amount: nothing if nothing is paid), or exclude them in when.`,
  overlap: ({ parameter, teacher }) =>
    `${parameter} has two figures${teacher ? `, and a teacher (${teacher}) could get either` : ''}: keep one, or rename one.`,
  'place-twice': ({ place }) => `${place} is listed twice, and a teacher there could fall under either: keep one.`,
  repeated: ({ value }) => `${value} is listed twice: keep one.`,
  'unreachable-cell': ({ parameter }) => `No teacher ever comes to ${parameter}: leave it out, or widen the conditions of its allowance.`,
  'unreachable-branch': ({ value, fact }) =>
    `No teacher with ${fact} ${value} fulfils the conditions, so this branch is never used: leave it out, or widen the conditions.`,
  'no-case': ({ teacher, readings }) =>
    `A teacher (${teacher}${under(readings)}) falls under no case: add one, or say with else which value all others have; where the text does not say, write else: ask, and it has to be given.`,
  'cases-overlap': ({ one, other, teacher, readings }) =>
    `A teacher (${teacher}${under(readings)}) is both ${one} and ${other}: let the cases exclude one another, or, where the first counts by the text, write order: first.`,
  'shared-boundary': ({ fact, one, other, teacher, readings }) =>
    `Two cases share an end of "${fact}" (${teacher}${under(readings)}), so that a teacher is both ${one} and ${other}: write above or below for one of them, or let a reading choose where the text leaves it open.`,
  'case-behind': () => 'Nobody comes to this case: whoever it describes falls under one before it. Change the order, or leave it out.',
  'else-unreachable': () => 'Nobody comes to this else: the cases already describe everybody. Leave it out.',
  'never-holds': () => 'This condition never holds, so nobody could be paid: check whether what it asks for contradicts itself.',
  'dead-alternative': () => 'This alternative never holds, because it contradicts the rest of the condition: mend it, or leave it out.',
  'too-complex': ({ maximum }) =>
    `There are too many combinations to try them all (at most ${maximum} steps): split the allowance, or let it rest on fewer facts.`,
  'too-many-asked': ({ maximum, allowances }) =>
    `The readings without a default (default: ask) of ${listed('en', allowances)} can be chosen in more than ${maximum} ways together, too many to compute each. Give some of them a default.`,
  'asked-count': ({ reading }) =>
    `The number of a target cannot rest on ${reading}, which has no default. Give it one, or write the number.`,
  'unused-parameter': ({ parameter }) => `Nothing uses the parameter ${parameter}: leave it out, or use it in an allowance.`,
  'unused-reading': ({ reading }) => `Nothing uses the reading ${reading}: leave it out, or let it choose something.`,
  'unused-months': ({ name }) => `No allowance uses the set of months ${name}: leave it out.`,
  'unused-source': ({ document }) =>
    `No clause quotes ${document}: leave it out of the sources, or write document: ${document} in the clauses that do.`,
  'unused-place': ({ fact }) => `No condition uses the list of places ${fact}: leave it out, or use it.`,
  'unused-fact': ({ fact }) => `Nothing uses the policy's own fact ${fact}: leave it out, or use it.`,
  'option-without-effect': ({ option, same, reading }) =>
    `The option ${option} of ${reading} is everywhere the same as ${same}, so choosing it changes nothing: drop one, or write the difference.`,
  'dates-out-of-order': ({ date, before, earlier }) => `The dates are out of order: ${date} is before ${before}, ${earlier}. Check both.`,
  'figure-not-quoted': ({ figure, kind }) =>
    `The quotation does not have the ${figureKind('en', kind)} ${figure}, in any way of writing it: check the figure, or quote the words that have it. One that follows from elsewhere may stay.`,
  'edge-named-twice': ({ edge }) =>
    `The quotation names ${edge} for two bands and does not say to which it belongs (no words such as "less than"). As written, ${edge} itself is in the upper band: check that this is meant, or let a reading choose.`,
  retroactive: ({ name, date, issuedOn }) =>
    name === 'effectiveTo'
      ? `The document was issued on ${issuedOn} and has been out of force since ${date}: check both dates. If they are right, all its months are arrears.`
      : `The document was issued on ${issuedOn} and is in force from ${date}: check both dates. If they are right, the months before it was issued are arrears.`,
  'paid-after-leaving': ({ fact }) =>
    `What falls due some time after ${fact} finds nobody employed any more, and is paid only to who was employed the day before: check it.`,
  'mid-month': ({ name, date, month }) =>
    name === 'effectiveTo'
      ? `The document is in force to ${date}, which is not the last day of a month. Whole months count, so all of ${month} is paid: check that this is meant.`
      : `The document is in force from ${date}, which is not the first day of a month. Whole months count, so all of ${month} is paid: check that this is meant.`,
  'never-in-force': ({ name, month, effectiveFrom, effectiveTo }) =>
    `This item is in force ${name === 'from' ? 'from' : 'through'} ${month}, and the document ${effectiveFrom ? `from ${effectiveFrom} ` : ''}${effectiveTo ? `to ${effectiveTo}` : ''}, so there is no month of both: check them.`,
  'months-out-of-order': ({ from, before }) => `Months go from early to late, each once: ${from} is not after ${before}.`,
  'figure-after-end': ({ from, effectiveTo }) => `The figure holds from ${from}, and the document only to ${effectiveTo}: check both.`,
  'target-before-issue': ({ by, year }) => `The target is for ${by}, before ${year}, when the document was issued: check it.`,
  'supersedes-itself': () => 'A policy cannot supersede itself: name the one that it replaces, or leave this out.',
  'supersedes-undated': () =>
    'A policy that supersedes another needs effectiveFrom, the day from which it is in force: else nobody can tell which months follow which document.',
  'quote-not-found': ({ quote }) =>
    `The quotation does not stand in the source (${quote}): copy it to the letter, white space and width of punctuation aside; repaired wording goes to display.`,
  'no-source': ({ file, count, document }) =>
    `The text of ${document ?? 'the document'} (${file}) was not given, so ${count} quotations were not looked up: give it, and check again.`,
  'text-not-named': ({ document }) =>
    `The text of ${document} was given and is not used, as the sources of the policy do not have that document: compare the names.`,
  'document-not-named': ({ document }) =>
    `A clause quotes ${document}, which is not among the sources: name it there with its title and the file of its text.`,
  'empty-value': ({ key }) =>
    `Nothing is written behind ${key}, which is read as null (the text has none, or the figure is awaited): write null if that is meant.`,
  converted: ({ key, instead }) => `${key} is how it was written before. It is read as ${instead}.`,
  'converted-growth': ({ key, instead }) =>
    `${key} is how it was written before. It is read as ${instead}. Years before that year are now reckoned back from it; before, they had the same amount: compare them.`,
  'converted-served': ({ key, instead }) =>
    `${key} is how it was written before. It is read as ${instead}. The service is now counted by the day, from the day of the date through that of leaving; before, the months of both counted whole.`,
  'converted-leaving': ({ key, instead }) =>
    `${key} is how it was written before. It is read as ${instead}. For whoever leaves, the day of leaving now decides whether a further instalment is due; before, the month of leaving counted whole.`,
  'converted-rounding': ({ key, instead }) =>
    `${key} is how it was written before. It is read as ${instead}, and is rounded to the fen once, with the products inside it. Before, each was rounded by itself, so amounts can differ by some fen: compare them.`,
  'duplicate-id': ({ file }) => `${file} has the same policy id: use another one.`,
  'source-file-missing': ({ file }) =>
    `There is no ${file}: put the text of the document beside the policy, so that the quotes can be checked.`,
  'folder-name': ({ folder }) => `The id of a policy is the name of its folder (${folder}): mend one of them.`,
};

function under(readings: unknown): string {
  return Array.isArray(readings) && readings.length > 0 ? `; readings ${readings.join(', ')}` : '';
}
