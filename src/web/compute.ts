import type { BudgetResult } from '../contract/budget-result.ts';
import type { EntitlementResult } from '../contract/entitlement.ts';
import type { Language, WireIssue } from '../contract/wording.ts';
import type { BundledPolicy } from '../policy/bundled.ts';
import type { RosterFault } from '../roster/reading.ts';

/** What the page asks of the worker; `body` is the request of the API, word for word. */
export interface Orders {
  entitlement: { policy: string; language: Language; body: unknown };
  roster: { policy: string; bytes: ArrayBuffer };
  /** `roster`: the number of a roster read before; its people come besides the cohorts of the body. */
  budget: { policy: string; language: Language; body: unknown; roster: number | null };
}
export type Kind = keyof Orders;

/** A result, or what is wrong with the request. */
export type Answer<T> = { readonly ok: true; readonly result: T } | { readonly ok: false; readonly issues: readonly WireIssue[] };

/** What was found in a roster; its people stay with the worker under this number. */
export interface RosterSummary {
  readonly roster: number;
  readonly people: number;
  readonly faults: readonly RosterFault[];
  readonly unmapped: readonly string[];
}

export interface Answers {
  entitlement: Answer<EntitlementResult>;
  roster: RosterSummary | 'undecodable';
  budget: Answer<BudgetResult>;
}

/** The first message to the worker: the facts and policies that it computes by, the same as the forms are made of. */
export interface Setup {
  readonly facts: unknown;
  readonly policies: readonly BundledPolicy[];
}
export type ToWorker =
  | { readonly setup: Setup }
  | { [K in Kind]: { readonly id: number; readonly kind: K; readonly order: Orders[K] } }[Kind];
export type FromWorker = { readonly id: number; readonly answer: Answers[Kind] } | { readonly id: number; readonly failed: true };

/** Computes in a Web Worker, so that the page never stands still. */
export interface Computer {
  /** Rejects where the computation breaks down; what is wrong with a request is an answer. */
  ask<K extends Kind>(kind: K, order: Orders[K], transfer?: Transferable[]): Promise<Answers[K]>;
}

/** Starts the worker. */
export function startComputer(setup: Setup): Computer {
  const worker = new Worker(new URL('./compute.worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, { resolve(answer: never): void; reject(reason: Error): void }>();
  let last = 0;
  worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
    const caller = waiting.get(data.id);
    waiting.delete(data.id);
    if ('failed' in data) caller?.reject(new Error('the computation failed'));
    else caller?.resolve(data.answer as never);
  };
  worker.onerror = () => {
    for (const { reject } of waiting.values()) reject(new Error('the worker failed'));
    waiting.clear();
  };
  worker.postMessage({ setup } satisfies ToWorker);
  return {
    ask(kind, order, transfer = []) {
      const id = ++last;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        worker.postMessage({ id, kind, order }, transfer);
      });
    },
  };
}
