import { expect } from 'vitest';
import { type BadCase, NEXT_REQUEST } from './bad-input.table.ts';

export type Send = (request: Request) => Promise<Response>;
export const TAGS = ['zh-CN', 'en'] as const;
export type Tag = (typeof TAGS)[number];

const ORIGIN = 'https://jintie.test';
const CJK = /[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]/;

interface WireFault {
  pointer?: string;
  parameter?: string;
  code: string;
  message: string;
}

/** The request of a case, in a language. */
export function requestOf({ method, path, headers, body }: BadCase, language: Tag): Request {
  const init = {
    method,
    headers: { ...headers, 'accept-language': language },
    body: typeof body === 'function' ? body() : body,
    duplex: 'half',
  };
  return new Request(`${ORIGIN}${path}`, init as RequestInit);
}

/** Checks that the answer to a bad request says what is wrong, where, in the language asked for, and nothing that a person sent. */
export async function checkAnswer(one: BadCase, response: Response, language: Tag): Promise<unknown> {
  const text = new TextDecoder().decode(await response.arrayBuffer());
  expect(response.status, text.slice(0, 500)).toBe(one.status);
  expect(response.headers.get('x-request-id')).toMatch(/^[\w-]{8,64}$/);
  expect(response.headers.get('content-language')).toBe(language);
  expect(response.headers.get('allow')).toBe(one.allow ?? null);
  expect(response.headers.get('content-type')).toMatch(one.code === null ? /^application\/(json|x-ndjson)/ : /^application\/problem\+json/);
  if (one.method === 'HEAD') {
    expect(text).toBe('');
    return null;
  }
  expect(text.replaceAll(/"(pointer|parameter)":"[^"]*"/g, '')).not.toContain('SECRET');
  if (one.code === null) {
    checkFaults(one, entryFaults(text, response), language);
    return null;
  }
  const problem = JSON.parse(text);
  expect(problem).toMatchObject({ type: `urn:jintie:problem:${one.code}`, status: one.status, code: one.code });
  for (const sentence of [problem.title, problem.detail]) checkSentence(sentence, language);
  checkFaults(one, problem.errors ?? [], language);
  if (Array.isArray(one.faults) && one.faults.length === 0) expect(problem).not.toHaveProperty('errors');
  return problem;
}

/** A good request after a bad one is answered as if nothing had been. */
export async function checkNext(send: Send): Promise<void> {
  const { path, body, type } = NEXT_REQUEST;
  const response = await send(new Request(`${ORIGIN}${path}`, { method: 'POST', headers: { 'content-type': type }, body }));
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({ teacherId: 'G1', personalTotal: '4800.00', complete: true });
}

function checkFaults({ faults }: BadCase, errors: readonly WireFault[], language: Tag): void {
  for (const { message } of errors) checkSentence(message, language);
  if (typeof faults === 'number') {
    expect(errors).toHaveLength(faults);
    return;
  }
  const found = errors.map(({ pointer, parameter, code }) => `${pointer ?? `?${parameter}`} ${code}`);
  expect(found.toSorted()).toEqual(faults.map(([place, code]) => `${place} ${code}`).toSorted());
  for (const { pointer, parameter } of errors) expect(pointer === undefined).toBe(parameter !== undefined);
}

function checkSentence(sentence: string, language: Tag): void {
  expect(sentence.trim()).not.toBe('');
  if (language === 'en') expect(sentence).not.toMatch(CJK);
  else expect(sentence).toMatch(CJK);
}

/** The faults at the entries of a batch, the lines of a stream or the failures of a budget. */
function entryFaults(text: string, response: Response): WireFault[] {
  const isStream = response.headers.get('content-type')?.startsWith('application/x-ndjson');
  const answer = isStream ? fromLines(text) : JSON.parse(text);
  const entries: { status?: string; errors?: WireFault[] }[] = answer.results ?? answer.failures;
  const failed = entries.filter(({ errors }) => errors !== undefined);
  expect(answer.summary?.failed ?? answer.failed).toBe(failed.length);
  for (const { errors } of failed) expect(errors?.length).toBeGreaterThan(0);
  return failed.flatMap(({ errors }) => errors ?? []);
}

function fromLines(text: string): { results: { index: number; errors?: WireFault[] }[]; summary: { teachers: number; failed: number } } {
  const all = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  const { summary } = all.pop();
  expect(all.map(({ index }) => index)).toEqual(all.map((_, index) => index));
  expect(summary.teachers).toBe(all.length);
  return { results: all, summary };
}
