/** Prints the measurements of a process as JSON for its parent; times to a tenth of a microsecond. */
export function printResult(result: object): void {
  process.stdout.write(JSON.stringify(result, (_, value) => (typeof value === 'number' ? Number(value.toFixed(4)) : value)));
}
