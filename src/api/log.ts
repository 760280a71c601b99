/** A line of the log: what happened, and to which request. Of what the caller wrote it contains only the request id. */
export interface LogLine {
  readonly level: 'info' | 'error';
  readonly event: string;
  readonly requestId?: string;
  /** The route as in the table of addresses. */
  readonly route?: string;
  readonly [name: string]: unknown;
}

/** Writes a line of the log as JSON with its time: errors to standard error, the rest to standard output. */
export function log(line: LogLine): void {
  const text = JSON.stringify({ time: new Date().toISOString(), ...line });
  if (line.level === 'error') console.error(text);
  else console.log(text);
}

/** What is logged of an unexpected error: its kind and where it arose, but not its message, which could quote the request. */
export function traceOf(error: unknown): { readonly error: string; readonly at: readonly string[] } {
  const { name, stack } = error instanceof Error ? error : new Error();
  const frames = (stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { error: error instanceof Error ? name : typeof error, at: frames.slice(0, 8).map((line) => line.trim()) };
}
