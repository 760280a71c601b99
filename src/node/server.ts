import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { join } from 'node:path';
import { getRequestListener, RequestError } from '@hono/node-server';
import { withHead } from '../api/head.ts';
import { log, traceOf } from '../api/log.ts';
import { Files } from './files.ts';
import { createHome } from './home.ts';
import { answerUnread, refuse } from './malformed.ts';
import { readServerSettings, type ServerSettings, shownAddress, unknownSettings } from './settings.ts';
import { Threads } from './threads.ts';

/** A connection idle for this long is closed: its client neither reads nor sends. */
const IDLE_MS = 120_000;
/**
 * How long a client may keep a connection between requests: longer than most do, because closing it while a request arrives loses that
 * request.
 */
const KEPT_MS = 75_000;
/** How often a stopping server looks for idle connections. */
const SWEEP_MS = 100;
/** Exit codes of a server that ends by itself: somebody has to fix the cause, or it may be gone at the next start. */
const [NEEDS_FIX, MAY_RETRY] = [2, 1];

process.on('uncaughtException', (error) => {
  log({ level: 'error', event: 'uncaught', ...traceOf(error) });
  process.exit(MAY_RETRY);
});

for (const name of unknownSettings(process.env)) console.error(`${name} is no setting and was not read.`);
const settings = readServerSettings(process.env);
if ('faults' in settings) {
  for (const fault of settings.faults) console.error(fault);
  process.exit(NEEDS_FIX);
}
run(settings);

function run({ host, port, origins, threads: count, grace, isUnnamed, ...rest }: ServerSettings): void {
  const files = new Files(join(import.meta.dirname, '..', 'client'));
  const threads = new Threads(new URL('./thread.js', import.meta.url), count, { JINTIE_ORIGINS: origins });
  const server = serverOf(withHead(createHome({ settings: rest, threads, files }).fetch), rest.logsRequests);
  const onRefused = (error: NodeJS.ErrnoException): void => {
    const isTaken = error.code === 'EADDRINUSE';
    if (isTaken) console.error(`Port ${port} is in use. To use another port, set PORT.`);
    else if (error.code === 'EACCES') console.error(`PORT must be a port that this user may listen on, not ${port}.`);
    else console.error(`HOST must be an address of this machine to listen on, not "${host}" (${error.code}).`);
    process.exit(isTaken ? MAY_RETRY : NEEDS_FIX);
  };
  server.once('error', onRefused);
  server.listen(port, host, () => {
    // From now on an error concerns a single connection.
    server.off('error', onRefused).on('error', (error) => log({ level: 'error', event: 'connection-lost', ...traceOf(error) }));
    console.log(`津贴 Jintie: ${shownAddress(host, (server.address() as AddressInfo).port)}`);
    if (isUnnamed) console.log('By any other name or address requests are refused with 421 until JINTIE_HOSTS lists it.');
  });
  let isStopping = false;
  const stop = (): void => {
    if (isStopping) process.exit(MAY_RETRY);
    isStopping = true;
    void end(server, grace, () => threads.underWay)
      .then(() => threads.stop())
      .then(() => process.exit(0));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

/** A server that answers everything itself, malformed requests too. */
function serverOf(answer: Parameters<typeof getRequestListener>[0], isLogged: boolean): Server {
  const errorHandler = (error: unknown): Response => {
    if (error instanceof RequestError) return answerUnread('malformed-request');
    log({ level: 'error', event: 'failed', ...traceOf(error) });
    return answerUnread('internal');
  };
  const server = createServer({ requireHostHeader: false }, getRequestListener(answer, { errorHandler }));
  const exchanges = new WeakMap<Socket, { readonly incoming: IncomingMessage; readonly outgoing: ServerResponse }>();
  server.on('request', (incoming, outgoing) => exchanges.set(incoming.socket, { incoming, outgoing }));
  server.on('checkExpectation', (incoming, outgoing) => server.emit('request', incoming, outgoing));
  server.on('clientError', ({ code }: NodeJS.ErrnoException, stream) => {
    const socket = stream as Socket;
    const last = exchanges.get(socket);
    const isUnderWay = last !== undefined && !last.outgoing.writableFinished;
    if (code === 'ECONNRESET' || !socket.writable) socket.destroy();
    // A complete request is answered before the malformed one behind it.
    else if (isUnderWay && last.incoming.complete) last.outgoing.once('finish', () => void refuse(socket, code, isLogged));
    else if (isUnderWay && last.outgoing.headersSent) socket.destroy();
    else void refuse(socket, code, isLogged);
  });
  // A stream of many teachers may take longer to send than any limit that suits other requests.
  server.requestTimeout = 0;
  server.timeout = IDLE_MS;
  server.keepAliveTimeout = KEPT_MS;
  return server;
}

/** Accepts no more requests, and ends when those in progress are answered or the time is up. */
function end(server: Server, grace: number, underWay: () => number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      log({ level: 'error', event: 'stopped-early', lost: underWay() });
      server.closeAllConnections();
    }, grace * 1_000);
    // A client that keeps its connection after its answer is not waited for.
    const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS);
    server.close(() => {
      clearTimeout(timer);
      clearInterval(sweep);
      resolve();
    });
    server.closeIdleConnections();
  });
}
