import type { SchemaTexts } from './schema-texts.ts';

/** Of requests. */
export const OF_REQUESTS: SchemaTexts = {
  Teacher: { itself: 'One teacher: facts as they are at the start, and what changes. What is null or absent is not known.' },
  TeacherChange: { itself: 'Facts that hold from a month on; null means no longer known, and what is absent stays as it was.' },
  Cohort: { itself: 'People who are alike.', count: 'How many there are.', facts: 'What is known of each of them.' },
  CohortFacts: { itself: 'The facts of each person of a cohort, as of a teacher.' },
  Payment: {
    itself: 'What was paid to one teacher for one allowance in one month.',
    teacherId: 'The id of a teacher of the request.',
    allowance: 'The id of an allowance of the policy, or of one that it superseded.',
    month: 'The month for which it was paid, YYYY-MM.',
  },
  CheckInput: { itself: 'What a check of the policy needs to know, by its kind.' },
  PayParityInput: { itself: 'Of a check of the kind `pay-parity`: averages of a year.', headcount: 'How many people the average is of.' },
  MultipleOfLineInput: {
    itself: 'Of a check of the kind `multiple-of-line`: what is paid in a year.',
    headcount: 'How many people are paid it.',
  },
  EntitlementRequest: { itself: 'One teacher, in a year or a period, with the settings of the run.', teacher: 'The teacher.' },
  FigureRequest: { itself: 'A figure for this run: outright, or a list by the month from which each value holds.' },
  DatedFigureRequest: {
    itself: 'A figure from a month on.',
    from: 'The first month in which it holds, YYYY-MM.',
    value: 'A decimal string in the unit of the parameter.',
  },
  PayScaleRequest: { itself: 'A pay scale of some months.', id: 'A name of your own for it.' },
  TownRequest: { itself: 'A town that counts, whole or by village.', town: 'Its name, compared after trimming and NFKC.' },
  BatchRequest: { itself: 'Many teachers, in a year or a period, with the settings of the run.' },
  BudgetRequest: {
    itself: 'A budget of a year over teachers, cohorts or both, with the settings of the run.',
    groupBy: 'By what the amounts are broken down in `groups`.',
    scenarios: 'Other runs over the same people, to be compared with this one.',
    sensitivity: 'Whether to price every other option of every reading.',
  },
  ScenarioRequest: {
    itself: 'Another run over the same people; what it does not set is as in the run that it is compared with.',
    id: 'A name of your own, by which the answer tells it.',
    title: 'What a person reads.',
  },
  TargetSplitRequest: {
    itself: '`present`: split as the people of today are; or how many people of which facts, who come to the number of the target.',
  },
  TargetRowRequest: {
    itself: 'So many people of the same facts.',
    count: 'How many.',
    facts: 'The facts that the amount of the allowance rests on.',
  },
  ProjectionRequest: { itself: 'How many years to come, and by how much headcount and rates are taken to grow.' },
  BudgetCodesRequest: {
    itself: 'Codes of the budget classification that count in this run instead of ours.',
    allowances: 'Economic codes of 3 or 5 digits, by allowance.',
    exceptions: 'Economic codes of 3 or 5 digits, by exception.',
    functional: 'Functional codes of 3, 5 or 7 digits, by stage.',
  },
  ArrearsRequest: { itself: 'What was paid, and the teachers and rules by which it is owed; in a year or a period.' },
  PolicyCheckRequest: { itself: 'A policy file to be checked.' },
  KnownRulesRequest: { itself: 'The rules by which was paid; what they do not set is as that policy says.' },
};
