import { type AddressInfo, createConnection, createServer, type Socket } from 'node:net';

/** A line as a county office may have it. */
export interface Line {
  /** The bandwidth towards the browser, in bits a second, shared by all connections. */
  readonly bitsPerSecond: number;
  /** The round-trip time of a byte. */
  readonly roundTripMs: number;
}

/** The size of a packet; smaller ones would only cost more timers. */
const PIECE = 1_460;

/** A proxy that simulates a slow line: a connection takes a round trip, every byte half of one, and all share the bandwidth. */
export async function startSlowLine(server: string, { bitsPerSecond, roundTripMs }: Line): Promise<{ readonly url: string; stop(): void }> {
  const { hostname, port } = new URL(server);
  const sockets = new Set<Socket>();
  const half = roundTripMs / 2;
  let freeAt = 0;
  const send = (to: Socket, bytes: Buffer) => {
    for (let at = 0; at < bytes.length; at += PIECE) {
      const piece = bytes.subarray(at, at + PIECE);
      freeAt = Math.max(freeAt, performance.now()) + (piece.length * 8_000) / bitsPerSecond;
      setTimeout(() => to.writable && to.write(piece), freeAt - performance.now() + half);
    }
  };
  const proxy = createServer((browser) => {
    const upstream = createConnection(Number(port), hostname);
    for (const socket of [browser, upstream]) {
      sockets.add(socket.setNoDelay(true));
      socket.on('error', () => socket.destroy());
      socket.on('close', () => sockets.delete(socket));
    }
    const madeAt = performance.now() + roundTripMs;
    browser.on('data', (bytes) => {
      setTimeout(() => upstream.writable && upstream.write(bytes), Math.max(0, madeAt - performance.now()) + half);
    });
    upstream.on('data', (bytes) => send(browser, bytes));
    browser.on('close', () => upstream.destroy());
    upstream.on('close', () => setTimeout(() => browser.end(), Math.max(0, freeAt - performance.now()) + half + 1));
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    stop: () => {
      for (const socket of sockets) socket.destroy();
      proxy.close();
    },
  };
}
