import { type ClientRequest, type IncomingMessage, type RequestOptions, request } from 'node:http';

/** A request of which its sender decides when it sends what, and whether it reads. */
export function open(url: string, path: string, options: RequestOptions = {}): { sent: ClientRequest; answered: Promise<IncomingMessage> } {
  const sent = request(new URL(path, url), { agent: false, ...options });
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
