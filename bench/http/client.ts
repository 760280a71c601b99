import { once } from 'node:events';
import { Agent, type ClientRequest, type IncomingMessage, request } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** An answer that was read to its end. */
export interface Answer {
  readonly bytes: number;
  /** From before the request was written until the last byte was read. */
  readonly milliseconds: number;
}

/** Speaks to one server: over one connection that stays open, a stream over one of its own. */
export class Client {
  readonly #port: number;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });

  constructor(port: number) {
    this.#port = port;
  }

  /** Sends a body whole. @throws where the answer is not one of success */
  async send(method: 'POST' | 'PUT', path: string, body: Buffer): Promise<Answer & { readonly body: Buffer }> {
    const begun = performance.now();
    const headers = { 'content-type': 'application/json', 'content-length': body.length };
    const asked = this.#ask(method, path, headers, this.#agent);
    asked.end(body);
    const pieces: Buffer[] = [];
    const bytes = await read(asked, (piece) => pieces.push(piece));
    const milliseconds = performance.now() - begun;
    return { bytes, milliseconds, body: Buffer.concat(pieces) };
  }

  /**
   * Sends lines piece by piece and reads the answer meanwhile; each side waits for the other where it is slower.
   *
   * @param onPiece gets what the answer brings
   * @throws where the answer is not one of success
   */
  async stream(path: string, pieces: readonly Buffer[], onPiece: (piece: Buffer) => void = () => {}): Promise<Answer> {
    const begun = performance.now();
    const asked = this.#ask('POST', path, { 'content-type': 'application/x-ndjson' }, false);
    const [bytes] = await Promise.all([read(asked, onPiece), pipeline(Readable.from(pieces), asked)]);
    return { bytes, milliseconds: performance.now() - begun };
  }

  close(): void {
    this.#agent.destroy();
  }

  #ask(method: string, path: string, headers: Record<string, string | number>, agent: Agent | false): ClientRequest {
    return request({ host: '127.0.0.1', port: this.#port, agent, method, path, headers });
  }
}

async function read(asked: ClientRequest, onPiece: (piece: Buffer) => void): Promise<number> {
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  let bytes = 0;
  answer.on('data', (piece: Buffer) => {
    bytes += piece.length;
    onPiece(piece);
  });
  await once(answer, 'end');
  if (answer.statusCode === undefined || answer.statusCode >= 300) throw new Error(`${asked.path} answered with ${answer.statusCode}`);
  return bytes;
}
