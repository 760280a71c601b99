import { parentPort, workerData } from 'node:worker_threads';
import { createApp } from '../api/app.ts';
import { log, traceOf } from '../api/log.ts';
import { NDJSON_TYPE } from '../api/reading/body.ts';
import { routeOf } from '../api/routes.ts';
import { type Body, handedOver, READY, type ThreadAnswer, type ThreadCancel, type ThreadRequest } from './thread-message.ts';

/** A computing thread. It has the whole API, so that the longest computation does not hold up other answers. */
const app = createApp();

/** The requests being computed, without an answer yet. */
const underWay = new Map<number, AbortController>();

parentPort?.on('message', (message: ThreadRequest | ThreadCancel) => {
  if ('cancelled' in message) return underWay.get(message.cancelled)?.abort();
  const abort = new AbortController();
  underWay.set(message.id, abort);
  void answer(message, abort.signal)
    .catch((error: unknown) => fail(message, error))
    .finally(() => underWay.delete(message.id));
});
parentPort?.postMessage(READY);

/** Fails one request; the others are not affected. */
function fail({ id, url, headers }: ThreadRequest, error: unknown): void {
  const requestId = new Headers(headers as [string, string][]).get('x-request-id') ?? '';
  log({ level: 'error', event: 'failed', requestId, route: routeOf(new URL(url).pathname), ...traceOf(error) });
  parentPort?.postMessage({ id, status: 500, headers: [], body: null } satisfies ThreadAnswer);
}

async function answer({ id, url, method, headers, body }: ThreadRequest, signal: AbortSignal): Promise<void> {
  const request = new Request(url, { method, headers: headers as [string, string][], body, duplex: 'half', signal } as RequestInit);
  const response = await app.fetch(request, workerData);
  const answered = await bodyOf(response);
  const message: ThreadAnswer = { id, status: response.status, headers: [...response.headers], body: answered };
  parentPort?.postMessage(message, handedOver(answered) as never);
  // The unread rest of a body must not be kept here; the server discards it.
  if (request.body && !request.bodyUsed) await request.body.cancel();
}

/** A complete body is handed over as a whole; lines, and bodies still being written, go over piece by piece. */
async function bodyOf({ body, headers }: Response): Promise<Body> {
  if (body === null || headers.get('content-type') === NDJSON_TYPE) return body;
  const reader = body.getReader();
  const first = await reader.read();
  const second = first.done ? first : await reader.read();
  if (first.done || second.done) return first.value ? wholeOf(first.value) : new ArrayBuffer(0);
  return following([first.value, second.value], reader);
}

/** The bytes of a view in a buffer of their own. */
function wholeOf(bytes: Uint8Array): ArrayBuffer {
  return bytes.slice().buffer as ArrayBuffer;
}

/** A stream that begins with the part already read. */
function following(begun: Uint8Array[], reader: ReadableStreamDefaultReader<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      const next = begun.shift() ?? (await reader.read()).value;
      if (next === undefined) controller.close();
      else controller.enqueue(next);
    },
    cancel: (reason) => reader.cancel(reason),
  });
}
