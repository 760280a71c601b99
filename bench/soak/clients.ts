import { once } from 'node:events';
import type { Agent, IncomingMessage } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { open, textOf } from '../../tests/node/raw.ts';

const POLICY = '/api/v1/policies/jinfeng-2021';
const LINES = { 'content-type': 'application/x-ndjson' };
const JSON_BODY = { 'content-type': 'application/json' };
const STREAM = `${POLICY}/entitlements/batch?year=2025`;

/** A teacher who is due 9,300.00 yuan in 2025: ten months of 330 yuan for meals and of 600 for the way. */
const teacher = (id: string) => ({ id, post: 'established', area: 'rural', commute: 'far' });
const DUE = 9_300;
const line = (at: number): string => `${JSON.stringify(teacher(`T${at}`))}\n`;

/**
 * The outcome of a request: right; refused by an answer that says so (500); cut off in a way that the client can detect (a reset, or a
 * stream without its summary); left by its client; or wrong, which must never happen.
 */
export type Outcome = 'right' | 'refused' | 'cut' | 'left' | 'wrong';

/** One use of a server. @param url of the server @param agent with the one connection that the client keeps */
export type ClientTask = (url: string, agent: Agent) => Promise<Outcome>;

async function ask(url: string, agent: Agent, path: string, body: string, isRight: (text: string) => boolean): Promise<Outcome> {
  try {
    const headers = { ...JSON_BODY, 'content-length': Buffer.byteLength(body) };
    const { sent, answered } = open(url, path, { agent, method: 'POST', headers });
    sent.end(body);
    const answer = await answered;
    const text = await textOf(answer);
    if (answer.statusCode === 500) return answer.headers['x-request-id'] ? 'refused' : 'wrong';
    return answer.statusCode === 200 && isRight(text) ? 'right' : 'wrong';
  } catch {
    return 'cut';
  }
}

const sums = (text: string): string => JSON.parse(text).personalTotal;

/** One teacher, exact to the fen. */
export const one: ClientTask = (url, agent) =>
  ask(url, agent, `${POLICY}/entitlements`, JSON.stringify({ year: 2025, teacher: teacher('T1') }), (text) => sums(text) === '9300.00');

/** A budget that takes a while. */
export const budget: ClientTask = (url, agent) => {
  const teachers = Array.from({ length: 2_000 }, (_, at) => teacher(`T${at}`));
  const body = JSON.stringify({ year: 2025, sensitivity: true, teachers });
  return ask(url, agent, `${POLICY}/budgets`, body, (text) => sums(text) === '18600000.00');
};

/** Sends lines, a number at a time with pauses, and reads what comes back. */
function stream(pieces: number, each: number, pauseMs: number): ClientTask {
  return async (url) => {
    const { sent, answered } = open(url, STREAM, { method: 'POST', headers: LINES });
    sent.on('error', () => {});
    const send = async () => {
      for (let piece = 0; piece < pieces && !sent.destroyed; piece++) {
        const isRoom = sent.write(Array.from({ length: each }, (_, at) => line(piece * each + at)).join(''));
        if (!isRoom) await Promise.race([once(sent, 'drain'), once(sent, 'close')]).catch(() => {});
        if (pauseMs > 0) await wait(pauseMs);
      }
      sent.end();
    };
    try {
      const [text, status] = (
        await Promise.all([answered.then(async (answer) => [await textOf(answer), answer.statusCode] as const), send()])
      )[0];
      if (status === 500) return 'refused';
      return status === 200 ? judge(text, pieces * each) : 'wrong';
    } catch {
      return 'cut';
    }
  };
}

/** Whether an answer is that for this number of teachers, each in its place. */
function judge(text: string, teachers: number): Outcome {
  const lines = text
    .trimEnd()
    .split('\n')
    .map((one) => JSON.parse(one) as { teacherId?: string; personalTotal?: string; summary?: { personalTotal: string } });
  const summary = lines.pop()?.summary;
  if (!summary) return 'cut';
  const isWhole =
    lines.length === teachers && lines.every(({ teacherId, personalTotal }, at) => teacherId === `T${at}` && personalTotal === '9300.00');
  return isWhole && summary.personalTotal === `${teachers * DUE}.00` ? 'right' : 'wrong';
}

export const quickStream = stream(10, 200, 0);
export const slowStream = stream(25, 1, 200);
/** A stream that takes minutes. */
export const longStream = stream(600, 1, 200);

/** Sends half of a body and goes away. */
export const cutBody: ClientTask = async (url) => {
  const { sent } = open(url, `${POLICY}/entitlements/batch`, { method: 'POST', headers: { ...JSON_BODY, 'content-length': 1_000_000 } });
  sent.on('error', () => {});
  sent.write('{"year": 2025, "teachers": [');
  await wait(20);
  sent.destroy();
  return 'left';
};

/** Sends lines for as long as they are taken, reads nothing, and goes away after a while. */
export const deaf: ClientTask = async (url) => {
  const { sent } = open(url, STREAM, { method: 'POST', headers: LINES });
  sent.on('error', () => {}).on('response', (answer: IncomingMessage) => answer.on('error', () => {}).pause());
  const lines = Array.from({ length: 1_000 }, (_, at) => line(at)).join('');
  const end = performance.now() + 5_000;
  while (performance.now() < end) if (!sent.write(lines)) await Promise.race([once(sent, 'drain').catch(() => {}), wait(1_000)]);
  sent.destroy();
  return 'left';
};

/** Asks for a large budget, and its process dies: the connection is reset. */
export const killed: ClientTask = async (url) => {
  const teachers = Array.from({ length: 2_000 }, (_, at) => teacher(`T${at}`));
  const { sent } = open(url, `${POLICY}/budgets`, { method: 'POST', headers: JSON_BODY });
  sent.on('error', () => {});
  sent.end(JSON.stringify({ year: 2025, sensitivity: true, teachers }));
  await wait(30);
  sent.socket?.resetAndDestroy();
  return 'left';
};
