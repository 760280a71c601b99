import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { log } from '../api/log.ts';
import { USUAL_WORDING } from '../api/reading/language.ts';
import { PROBLEM_TYPE, Problem, problemBodyOf } from '../api/reading/problem.ts';
import { headersOf } from '../api/writing/answer-headers.ts';
import type { ProblemCode } from '../contract/wire/problem.ts';

/** The problem for each error of the HTTP parser that is more specific than a malformed request. */
const STATUSES: Readonly<Record<string, number>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  HPE_HEADER_OVERFLOW: 431,
};

/** The answer to a request that cannot be parsed, so that its language is unknown, with the common headers. */
export function answerUnread(code: ProblemCode, status?: number): Response {
  const body = problemBodyOf(new Problem(code), USUAL_WORDING);
  const text = JSON.stringify({ ...body, status: status ?? body.status });
  const headers = { 'Content-Type': PROBLEM_TYPE, Connection: 'close', ...headersOf(crypto.randomUUID(), USUAL_WORDING) };
  return new Response(text, { status: status ?? body.status, headers });
}

/** The same on a connection that the parser has given up, which is then closed. @param isLogged whether requests are logged */
export async function refuse(socket: Socket, code: string | undefined, isLogged: boolean): Promise<void> {
  if (!socket.writable) return;
  const response = answerUnread('malformed-request', STATUSES[code ?? '']);
  const requestId = response.headers.get('x-request-id') ?? '';
  if (isLogged) log({ level: 'info', event: 'request', requestId, route: 'other', method: 'other', status: response.status, ms: 0 });
  const body = Buffer.from(await response.arrayBuffer());
  const headers = [...response.headers, ['Content-Length', body.length]].map(([name, value]) => `${name}: ${value}\r\n`).join('');
  socket.write(`HTTP/1.1 ${response.status} ${STATUS_CODES[response.status]}\r\n${headers}\r\n`);
  socket.end(body, () => socket.destroySoon());
}
