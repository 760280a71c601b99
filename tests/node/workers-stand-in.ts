import { inject } from 'vitest';

const ORIGIN = 'https://jintie.test';

/** What a request over HTTP cannot say for itself, and its sender's HTTP says. */
const OF_THE_CONNECTION = ['transfer-encoding', 'content-length'];

/** In place of the edge the tests have the home on Node, over HTTP. */
export const exports = {
  default: {
    async fetch(asked: string | Request, init?: RequestInit): Promise<Response> {
      const request = new Request(asked instanceof Request ? asked : asked.replace(ORIGIN, inject('homeUrl')), {
        ...init,
        ...(init?.body instanceof ReadableStream && { duplex: 'half' }),
      } as RequestInit);
      const headers = new Headers(request.headers);
      for (const name of OF_THE_CONNECTION) headers.delete(name);
      const { method, body } = request;
      return fetch(request.url.replace(ORIGIN, inject('homeUrl')), {
        method,
        headers,
        body,
        ...(body && { duplex: 'half' }),
      } as RequestInit);
    },
  },
};
