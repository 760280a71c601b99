/** Sentences of the OpenAPI document, except those of schemas. It is for integrators and in English. */
export const OPENAPI_TEXT = {
  title: 'Jintie 津贴',
  description: [
    'Computes what district policies promise their teachers: exact to the fen, each amount with its clause.',
    'Money is a decimal string in yuan, a month YYYY-MM, a date YYYY-MM-DD. Every result carries the policy version, readings and parameters by which it can be computed again.',
    'Errors are RFC 9457 problems; titles and messages follow Accept-Language (zh-CN, en), codes never do. A path that is none of these is 404, and a method that a path does not have 405 with `Allow`; every GET answers HEAD too. A server of one’s own answers 400 `malformed-request` to what is no HTTP request and 501 `unknown-transfer-coding` to a body in another coding than `chunked`.',
    'Version 1 only grows: answers may get further properties, and codes further values. Take what you do not know as it comes.',
  ].join('\n\n'),
  contact: 'Whoever runs this server',
  server: 'The server that has this document',
  tags: {
    Policies: 'What there is to compute by, and the check of a policy file.',
    Entitlements: 'What one teacher is due and why, and what many are due.',
    Budgets: 'What all people and envelopes come to, with scenarios, targets and the years to come.',
    Arrears: 'What was paid against what is due.',
    Service: 'The service about itself.',
  },
  policyId: 'The id of a policy, as /api/v1/policies lists them.',
  policyText: 'The YAML of a policy file, as docs/rule-language.md describes it; checked before anything is computed.',
  language: 'The language of titles and messages: zh-CN (default) or en.',
  requestId: 'An id of your own for the request, which the answer repeats; one that does not fit is replaced.',
  ifNoneMatch: 'The `ETag` of the answer that you have: 304 where it is still the same.',
  body: 'In UTF-8, not compressed. Nothing is coerced and nothing is dropped: what is not known is refused.',
  detail: '`months` adds byMonth to every line.',
  streamRequest:
    'Lines of JSON, read while they come: first {"request": {…}} with all but the teachers, then one teacher a line. The first line of a batch may be left out where the policy is in the path and the query has the settings.',
  streamAnswer:
    'Lines of JSON, in the order of the request, sent while it is read; the last is {"summary": {…}}. A stream without it was cut.',
  streamYear:
    'Of a stream (application/x-ndjson) without a request line: the calendar (fiscal) year. It, or from and to, is required there, and refused elsewhere.',
  streamFrom: 'Of such a stream, instead of a year: the first month of a period. Each line of the answer then carries its years.',
  streamTo: 'The last month of the period: at most ten years, 120 months.',
  streamAsIfInForce:
    'Of a stream without a request line: whether to go on as if the policies were in force also before their dates of effect and after their end.',
  streamReading: (ids: readonly string[]) =>
    `Of a stream without a request line: the option of this reading instead of its default. A reading of ${ids.join(', ')}.`,
  streamFigure: (ids: readonly string[]) =>
    `Of a stream without a request line: the figure of this parameter; dated figures need a request line. A parameter of ${ids.join(', ')}.`,
  factTypes: { money: 'yuan a month, a decimal string', date: 'a day, YYYY-MM-DD', month: 'a month, YYYY-MM' },
  answer: 'The answer about a year, or about a period.',
  streamLine: 'A line of a streamed batch: a teacher, or the summary at the end; over a year, or over a period.',
  operations: {
    health: { summary: 'Is the service up?', description: 'Says that the service is up, and its version.' },
    ready: { summary: 'Can requests be answered?', description: 'Says whether requests can be answered: 503 while the server starts.' },
    metrics: { summary: 'Metrics', description: 'What was counted, in the text format of Prometheus.' },
    showOpenApi: { summary: 'This document', description: 'The OpenAPI document of the API.' },
    listPolicies: { summary: 'List the policies', description: 'The policies, each without its content.' },
    showPolicy: {
      summary: 'Show a policy',
      description: 'The whole of a policy: allowances, parameters, readings, envelopes, checks, targets, places, noted clauses.',
    },
    checkPolicy: {
      summary: 'Check a policy file',
      description:
        'Checks a policy file: every fault and warning with line, column and fix. Quotes are looked up where the text of the document is sent too. Nothing is kept. The answer is 200 whether the file is good or not.',
    },
    teacherSchema: { summary: 'The schema of a teacher', description: 'The JSON Schema (2020-12) of one teacher under a policy.' },
    ...inTwoWays({
      computeEntitlement: {
        summary: 'Compute one teacher',
        description:
          'Computes and explains the entitlements of one teacher, in a year or, from one month to another, in each year of a period.',
      },
      computeBatch: {
        summary: 'Compute many teachers',
        description:
          'Computes many teachers, in a year or in each year of a period. As application/x-ndjson: one teacher a line, settings in the query or in a first line {"request": {…}}; results are streamed in order while the request is read, and end with a line {"summary": {…}}. Read while you write.',
      },
      computeBudget: {
        summary: 'Compute a budget',
        description:
          'Computes a budget over teachers and cohorts. As application/x-ndjson: a first line {"request": {all but teachers}}, then one teacher a line.',
      },
      computeArrears: {
        summary: 'Compute arrears',
        description:
          'Sets what was paid, given payment by payment or computed by the rules known then, against what is owed under the rules known now, in a year or in each year of a period. A month in which a fact or figure is missing is null and in no sum.',
      },
    }),
  },
  headers: {
    'X-Request-Id': 'The id of the request: your own, or a new one. Tell it when you report something.',
    'Content-Language': 'The language of titles and messages: zh-CN or en.',
    Vary: 'On what the answer depends: Accept-Language, and Accept-Encoding where it is compressed.',
    'Cache-Control': '`no-store`; `no-cache` where there is an ETag: keep it, and ask after it each time.',
    ETag: 'Names this state of the answer, for `If-None-Match`.',
    Accept: 'The media types that are taken.',
  },
  responses: {
    ok: 'Done.',
    notModified: 'The answer that you have is still the same.',
    starting: 'The server starts and cannot answer yet.',
  },
} as const;

interface Operation {
  readonly summary: string;
  readonly description: string;
}

/** What is computed under a policy of the server, or under one of your own. */
function inTwoWays<Id extends string>(operations: Readonly<Record<Id, Operation>>) {
  const own = Object.entries<Operation>(operations).map(([id, { summary, description }]) => [
    `${id}WithPolicy`,
    { summary: `${summary} under a policy of your own`, description: `${description} The body brings the policy along.` },
  ]);
  return { ...operations, ...Object.fromEntries(own) } as Record<Id | `${Id}WithPolicy`, Operation>;
}
