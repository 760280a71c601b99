/** Sentences of the OpenAPI document. It is read by integrators and written in English. */
export const OPENAPI_TEXT = {
  title: 'Jintie 津贴',
  description: [
    'Computes what district policies promise their teachers: exact to the fen, each amount with its clause.',
    'Money is a decimal string in yuan. Every result carries the policy version, readings and parameters by which it can be computed again.',
    'Errors are RFC 9457 problems; titles and messages follow Accept-Language (zh-CN, en), codes never do.',
  ].join('\n\n'),
  policyId: 'The id of a policy, as /api/v1/policies lists them.',
  policyText: 'The YAML of a policy file, as docs/rule-language.md describes it; checked before anything is computed.',
  language: 'The language of titles and messages: zh-CN (default) or en.',
  detail: '`months` adds byMonth to every line.',
  streamYear:
    'Of a stream (application/x-ndjson) without a request line: the calendar (fiscal) year. It, or from and to, is required there, and refused elsewhere.',
  streamFrom: 'Of such a stream, instead of a year: the first month of a period. Each line of the answer then carries its years.',
  streamTo: 'The last month of the period: at most ten years, 120 months.',
  streamAsIfInForce:
    'Of a stream without a request line: whether to go on as if the policies were in force also before their dates of effect and after their end.',
  streamReadings:
    'Of a stream without a request line: options chosen instead of the defaults, each as a parameter of its own, such as reading.talent-amounts=by-tier. A policy takes those that it has.',
  streamParameters:
    'Of a stream without a request line: figures for this run, each as a parameter of its own, such as parameter.meal/rural=360.00. A policy takes those that it has; dated figures need a request line.',
  ofPolicies: (ids: readonly string[]) => `Of ${ids.join(', ')}.`,
  operations: {
    ready: 'Whether requests can be answered: 503 while the server starts',
    metrics: 'What was counted, in the text format of Prometheus',
    document: 'This document',
    health: 'Whether the service is up, and its version.',
    listPolicies: 'The policies.',
    showPolicy: 'The whole of a policy: allowances, parameters, readings, envelopes, checks, targets, places, noted clauses.',
    checkPolicy:
      'Checks a policy file: every fault and warning with line, column and fix. Quotes are looked up where the text of the document is sent too. Nothing is kept.',
    teacherSchema: 'The JSON Schema (2020-12) of one teacher under a policy.',
    entitlement:
      'Computes and explains the entitlements of one teacher, in a year or, from one month to another, in each year of a period.',
    batch:
      'Computes many teachers, in a year or in each year of a period. As application/x-ndjson: one teacher a line, settings in the query or in a first line {"request": {…}}; results are streamed in order while the request is read, and end with a line {"summary": {…}}. Read while you write.',
    budget:
      'Computes a budget over teachers and cohorts. As application/x-ndjson: a first line {"request": {all but teachers}}, then one teacher a line.',
    arrears:
      'Sets what was paid, given payment by payment or computed by the rules known then, against what is owed under the rules known now, in a year or in each year of a period. A month in which a fact or figure is missing is null and in no sum.',
  },
  responses: {
    ok: 'Computed.',
    checked: 'Checked: the policy with its version, or its faults; and warnings, which stop nothing.',
    problem: 'A problem that the caller can act on.',
  },
} as const;
