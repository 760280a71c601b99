import type { SchemaTexts } from './schema-texts.ts';

/** Of answers about arrears, and of problems. */
export const OF_ARREARS: SchemaTexts = {
  Arrears: { itself: 'What was paid and what is due in a year, teacher by teacher and month by month.' },
  KnownRules: { itself: 'The rules known then.' },
  PaymentCounts: { itself: 'What is to be known of the payments of the request.', count: 'How many there were.' },
  ArrearsEntry: { itself: 'One teacher: what was paid and what is due, or what is wrong.' },
  ArrearsEntryComputed: { itself: 'What one teacher was paid and is due.', lines: 'The same by allowance.' },
  PaidAndDue: { itself: 'Amounts of months that cannot be compared.' },
  ArrearsLine: { itself: 'What was paid and is due of an allowance.' },
  ArrearsMonth: {
    itself: 'What was paid and is due in a month; null is not known, never zero.',
    paid: 'What was paid, in yuan; null where it is not known.',
    due: 'What is due, in yuan; null where it is not known.',
    difference: 'Due less paid, in yuan; null where either is not known.',
  },
  ArrearsSummary: { itself: 'Sums over the teachers.' },
  ArrearsRepayments: {
    itself: 'What people owe under claims; in no other sum.',
    openHeadcount: 'For how many people something about a claim is not known: they are not in the amounts.',
    byClaim: 'The same by claim.',
  },
  AllowanceArrears: { itself: 'What was paid and is due of an allowance.' },
  MonthArrears: { itself: 'What was paid and is due in a month.' },
  ArrearsNotInForce: {
    itself: 'Months in which no policy is in force, so that nothing is due.',
    months: 'Those months, YYYY-MM.',
    wouldBe: 'What the answer would be.',
  },
  ArrearsWouldBe: { itself: 'What would be due if the policies were in force.' },
  ArrearsOfPeriod: {
    itself: 'What was paid and what is due in a period: year by year, and over all.',
    results: 'Each teacher over all years.',
    summary: 'Sums over all years.',
  },
  ArrearsTotals: { itself: 'One teacher over the years of a period: sums, or what is wrong in the first year that has a fault.' },
  ArrearsTotalsComputed: {
    itself: 'What one teacher was paid and is due over the years of a period.',
    complete: 'Whether every month can be compared.',
  },
  ArrearsSummaryOfPeriod: { itself: 'Sums over the teachers and the years.' },
  Problem: {
    itself: 'An RFC 9457 problem that the caller can act on.',
    type: 'A URN that ends with the code.',
    title: 'What it is, in the language of the answer.',
    status: 'The HTTP status.',
    detail: 'What to do, in the language of the answer.',
    code: 'Stable; tells what it is.',
    errors: 'Every fault of the request, up to a hundred, each with its place.',
  },
  ProblemFault: {
    itself: 'A fault of a request; it has a `pointer` or a `parameter`.',
    pointer: 'Where it is in the body: a JSON Pointer.',
    parameter: 'Where it is in the query: the name of a parameter.',
  },
};
