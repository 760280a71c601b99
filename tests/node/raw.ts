import { type ClientRequest, type IncomingMessage, type RequestOptions, request } from 'node:http';
import { connect } from 'node:net';

/** A request of which its sender decides when it sends what, and whether it reads. */
export function open(url: string, path: string, options: RequestOptions = {}): { sent: ClientRequest; answered: Promise<IncomingMessage> } {
  const sent = request(url, { agent: false, path, ...options });
  const answered = new Promise<IncomingMessage>((resolve, reject) => sent.on('response', resolve).on('error', reject));
  answered.catch(() => {});
  return { sent, answered };
}

/** An answer as it is read. */
export async function textOf(answer: IncomingMessage): Promise<string> {
  let text = '';
  for await (const piece of answer.setEncoding('utf8')) text += piece;
  return text;
}

/** What comes back for bytes that no client would send, until the connection ends. */
export async function raw(port: number, text: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.write(text);
  let answer = '';
  for await (const piece of socket.setEncoding('utf8')) answer += piece;
  return answer;
}
