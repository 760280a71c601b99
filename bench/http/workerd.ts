import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A worker in a process of the Workers runtime of its own, which answers on a port itself: nothing stands before it. */
export interface WorkerServer {
  readonly pid: number;
  readonly port: number;
  /** Where the inspector listens; `null` where none was asked for. */
  readonly inspectorPort: number | null;
  stop(): Promise<void>;
}

/** What the runtime reports on its control descriptor. */
interface Report {
  readonly event: string;
  readonly port: number;
}

/** The product's worker, as `vite build` leaves it; it needs no binding, for its pages are assets, which never reach it. */
export const PRODUCT = join(import.meta.dirname, '../../dist/jintie/index.js');

/** The worker of a yardstick, as `vite build --config bench/http/vite.config.ts` leaves it. */
export function yardstick(name: 'batch' | 'stream' | 'echo'): string {
  return join(import.meta.dirname, `dist/${name}.js`);
}

const BUILT = JSON.parse(readFileSync(join(import.meta.dirname, '../../dist/jintie/wrangler.json'), 'utf8')) as {
  readonly compatibility_date: string;
};

const requireOfWrangler = createRequire(createRequire(import.meta.url).resolve('wrangler/package.json'));
/** The runtime that Wrangler serves the product with. */
const RUNTIME = (requireOfWrangler('workerd') as { readonly default: string }).default;
export const RUNTIME_VERSION = (requireOfWrangler('workerd/package.json') as { readonly version: string }).version;

const CONFIG = `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "worker", worker = (modules = [(name = "worker.js", esModule = embed "worker.js")], compatibilityDate = "${BUILT.compatibility_date}"))],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "worker")]
);
`;

/**
 * Starts a worker with the product's compatibility date, on a free port.
 *
 * @param script one module without imports
 * @param inspected whether an inspector can look into it
 * @throws where the runtime ends before it listens
 */
export async function startWorker(script: string, inspected = false): Promise<WorkerServer> {
  const folder = mkdtempSync(join(tmpdir(), 'jintie-bench-'));
  copyFileSync(script, join(folder, 'worker.js'));
  writeFileSync(join(folder, 'config.capnp'), CONFIG);
  const inspector = inspected ? ['--inspector-addr', '127.0.0.1:0'] : [];
  const child = spawn(RUNTIME, ['serve', '--control-fd=1', ...inspector, join(folder, 'config.capnp')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const ports = new Map<string, number>();
  for await (const line of createInterface(child.stdout)) {
    const { event, port } = JSON.parse(line) as Report;
    ports.set(event, port);
    if (event === 'listen') break;
  }
  const port = ports.get('listen');
  if (port === undefined || child.pid === undefined) throw new Error('the runtime ended before it listened');
  return {
    pid: child.pid,
    port,
    inspectorPort: ports.get('listen-inspector') ?? null,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}
