/** A body passed between threads: whole, as a stream, or none. */
export type Body = ArrayBuffer | ReadableStream<Uint8Array> | null;

/** A request for a computing thread. */
export interface ThreadRequest {
  readonly id: number;
  readonly url: string;
  readonly method: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Body;
}

/** Tells a thread that the client has gone away and nobody waits for that answer. */
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

/** Sent by a thread once it is ready. */
export const READY = 'ready';

/** The parts of a message that are transferred rather than copied. */
export function handedOver(body: Body): (ArrayBuffer | ReadableStream)[] {
  return body === null ? [] : [body];
}
