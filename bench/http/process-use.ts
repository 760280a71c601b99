import { readdirSync, readFileSync } from 'node:fs';
import type { Memory } from './results.ts';

/** The CPU time of a process so far, over all its threads, in milliseconds. Available on Linux only. */
export function millisecondsOnCore(pid: number): number {
  let nanoseconds = 0;
  for (const thread of readdirSync(`/proc/${pid}/task`))
    nanoseconds += Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]);
  return nanoseconds / 1e6;
}

/** How much memory a process holds now: resident, with its program. */
export function residentBytes(pid: number): number {
  const kibibytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kibibytes) * 1024;
}

const SAMPLE_MS = 50;

/** Watches the memory of a process from the moment it is made. */
export class MemoryWatch {
  readonly #pid: number;
  readonly #timer: NodeJS.Timeout;
  readonly #freshBytes: number;
  #warmBytes: number;
  #mostBytes: number;

  constructor(pid: number) {
    this.#pid = pid;
    this.#freshBytes = residentBytes(pid);
    this.#warmBytes = this.#freshBytes;
    this.#mostBytes = this.#freshBytes;
    this.#timer = setInterval(() => this.#look(), SAMPLE_MS);
  }

  /** Notes that the process is warm now. */
  markWarm(): void {
    this.#warmBytes = this.#look();
  }

  /** Ends the watching. */
  stop(): Memory {
    clearInterval(this.#timer);
    this.#look();
    return { freshBytes: this.#freshBytes, warmBytes: this.#warmBytes, mostBytes: this.#mostBytes };
  }

  #look(): number {
    const bytes = residentBytes(this.#pid);
    this.#mostBytes = Math.max(this.#mostBytes, bytes);
    return bytes;
  }
}
