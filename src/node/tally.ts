import { memoryUsage } from 'node:process';
import { PLAIN_SERVICE } from '../api/resources/service.ts';

/** Upper bounds of the duration buckets, in seconds. */
const CLASSES = [0.005, 0.025, 0.1, 0.5, 1, 5, 30] as const;

interface Count {
  readonly labels: string;
  total: number;
  seconds: number;
  readonly within: number[];
}

/** Counts answers by route, method and status, never by anything written by the caller. */
export class Tally {
  readonly #counts = new Map<string, Count>();

  add(route: string, method: string, status: number, seconds: number): void {
    const labels = `route="${route}",method="${method}",status="${status}"`;
    const count = this.#counts.get(labels) ?? { labels, total: 0, seconds: 0, within: CLASSES.map(() => 0) };
    this.#counts.set(labels, count);
    count.total++;
    count.seconds += seconds;
    for (const [at, end] of CLASSES.entries()) if (seconds <= end) count.within[at] = (count.within[at] as number) + 1;
  }

  /** The metrics in the text format of Prometheus. */
  text(underWay: number): string {
    const counts = [...this.#counts.values()];
    const name = 'jintie_request_seconds';
    return [
      PLAIN_SERVICE.metrics().trimEnd(),
      ...told('jintie_requests_under_way', 'gauge', 'Requests that are being computed.', [`jintie_requests_under_way ${underWay}`]),
      ...told('process_resident_memory_bytes', 'gauge', 'Memory in use.', [`process_resident_memory_bytes ${memoryUsage.rss()}`]),
      ...told(
        name,
        'histogram',
        'Time until the answer began.',
        counts.flatMap(({ labels, total, seconds, within }) => [
          ...within.map((count, at) => `${name}_bucket{${labels},le="${CLASSES[at]}"} ${count}`),
          `${name}_bucket{${labels},le="+Inf"} ${total}`,
          `${name}_sum{${labels}} ${seconds.toFixed(6)}`,
          `${name}_count{${labels}} ${total}`,
        ]),
      ),
      '',
    ].join('\n');
  }
}

function told(name: string, type: string, help: string, lines: readonly string[]): string[] {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...lines];
}
