/** A body on its way between threads: whole, as it comes, or none. */
export type Body = ArrayBuffer | ReadableStream<Uint8Array> | null;

/** A request for a thread that computes. */
export interface ThreadRequest {
  readonly id: number;
  readonly url: string;
  readonly method: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Body;
}

/** Word that whoever asked is gone: nobody waits for that answer. */
export interface ThreadCancel {
  readonly cancelled: number;
}

/** The answer to a request. */
export interface ThreadAnswer {
  readonly id: number;
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Body;
}

/** What a thread says once it can answer. */
export const READY = 'ready';

/** What of a message is handed over rather than copied. */
export function handedOver(body: Body): (ArrayBuffer | ReadableStream)[] {
  return body === null ? [] : [body];
}
