import { cpus, loadavg, totalmem } from 'node:os';

/** The machine and time of a measurement, without the host name. */
export interface Machine {
  readonly measuredAt: string;
  readonly cores: number;
  readonly cpu: string;
  readonly memoryBytes: number;
  readonly node: string;
  /** Processes that waited for a core, on average of the minute before. */
  readonly load: number;
}

/** The machine as it is now; call it before measuring, or the load includes our own. */
export function describeMachine(): Machine {
  const cores = cpus();
  return {
    measuredAt: new Date().toISOString(),
    cores: cores.length,
    cpu: cores[0]?.model.trim() ?? 'unknown',
    memoryBytes: totalmem(),
    node: process.version,
    load: Number((loadavg()[0] ?? 0).toFixed(2)),
  };
}

/** The machine in a line of Markdown. @param others what else took part, with its version */
export function machineLine({ measuredAt, cores, cpu, memoryBytes, node, load }: Machine, others: readonly string[] = []): string {
  const parts = [`${cores} cores (${cpu})`, `${Math.round(memoryBytes / 2 ** 30)} GiB`, `Node ${node.replace(/^v/, '')}`, ...others];
  return `Measured on ${measuredAt.slice(0, 10)}: ${parts.join(', ')}; load average at the start ${load.toFixed(2)}.`;
}
