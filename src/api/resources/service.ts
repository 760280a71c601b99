import type { Env, Hono } from 'hono';
import { version } from '../../../package.json';

/** The addresses for the state of the service; they are not pages. */
export const SERVICE_PATHS = ['/healthz', '/readyz', '/metrics', '/openapi.json'] as const;

export interface Service {
  /** Whether requests can be answered. */
  isReady(): boolean;
  /** The metrics, in the text format of Prometheus. */
  metrics(): string;
}

/** A service that is always ready and has no metrics. */
export const PLAIN_SERVICE: Service = {
  isReady: () => true,
  metrics: () => `# HELP jintie_info The version.\n# TYPE jintie_info gauge\njintie_info{version="${version}"} 1\n`,
};

/** Answers whether the service is up and ready, and its metrics. */
export function tellService<E extends Env>(app: Hono<E>, service: Service): void {
  app.get('/healthz', (c) => c.json({ status: 'ok', version }));
  app.get('/readyz', (c) => (service.isReady() ? c.json({ status: 'ready' }) : c.json({ status: 'starting' }, 503)));
  app.get('/metrics', (c) => c.text(service.metrics()));
}
