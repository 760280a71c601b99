import type { WireIssue } from '../../contract/wire/wording.ts';

/** One step of a JSON Pointer (RFC 6901). */
export function pointerStep(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** The steps of a JSON Pointer. */
export function pointerSteps(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The first message for each path of a request. */
export function faultsByPointer(issues: readonly WireIssue[]): ReadonlyMap<string, string> {
  const faults = new Map<string, string>();
  for (const { pointer, message } of issues) if (!faults.has(pointer)) faults.set(pointer, message);
  return faults;
}
