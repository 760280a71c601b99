/** A line of the log: what happened, and to which request, with nothing that a caller has written but the id that it gave. */
export interface LogLine {
  readonly level: 'info' | 'error';
  readonly event: string;
  readonly requestId?: string;
  /** As the table of addresses has it. */
  readonly route?: string;
  readonly [name: string]: unknown;
}

/** Writes a line of the log as JSON with its time: errors to standard error, the rest to standard output. */
export function log(line: LogLine): void {
  const text = JSON.stringify({ time: new Date().toISOString(), ...line });
  if (line.level === 'error') console.error(text);
  else console.log(text);
}

/** What a line tells of an unexpected error: its kind and where it arose; not its message, which could quote what a person sent. */
export function traceOf(error: unknown): { readonly error: string; readonly at: readonly string[] } {
  const { name, stack } = error instanceof Error ? error : new Error();
  const frames = (stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { error: error instanceof Error ? name : typeof error, at: frames.slice(0, 8).map((line) => line.trim()) };
}
