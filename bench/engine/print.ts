/** Prints what a process measured for the one that started it, as JSON; times to a tenth of a microsecond. */
export function printResult(result: object): void {
  process.stdout.write(JSON.stringify(result, (_, value) => (typeof value === 'number' ? Number(value.toFixed(4)) : value)));
}
