/** One fault of a policy file, where it stands and what it is. */
export interface Fault {
  readonly line: number;
  readonly column: number;
  /** The keys that lead to it, for example `allowances.meal.months`. */
  readonly path: string;
  readonly message: string;
}

/** Thrown where a policy file cannot be loaded; it never loads in part. */
export class PolicyFileError extends Error {
  readonly file: string;
  readonly faults: readonly Fault[];

  constructor(file: string, faults: readonly Fault[]) {
    super(faults.map(({ line, column, path, message }) => `${file}:${line}:${column}: ${path ? `${path}: ` : ''}${message}`).join('\n'));
    this.name = 'PolicyFileError';
    this.file = file;
    this.faults = faults;
  }
}
