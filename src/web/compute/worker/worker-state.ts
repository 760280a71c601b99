import { type Dictionary, readDictionary } from '../../../facts/dictionary.ts';
import type { Policy } from '../../../policy/policy.ts';
import { linkPolicies } from '../../../policy/succession.ts';
import type { Setup } from '../protocol/orders.ts';
import { ArrearsSession } from './arrears-session.ts';
import type { KeptRun } from './kept-run.ts';
import type { RosterFile } from './roster-file.ts';
import { RosterInWorker } from './roster-in-worker.ts';

/** What the worker holds between orders: the policies and, for each, the roster read last, the last kept run, and its arrears. */
export class WorkerState {
  readonly dictionary: Dictionary;
  readonly policies: Map<string, Policy>;
  readonly #rosters = new Map<string, RosterInWorker>();
  readonly #runs = new Map<string, KeptRun>();
  readonly #sessions = new Map<string, ArrearsSession>();
  #rostersRead = 0;
  #runsKept = 0;

  constructor({ facts, policies }: Setup) {
    this.dictionary = readDictionary(facts);
    this.policies = new Map(linkPolicies(policies, this.dictionary));
  }

  /** @throws Error if there is none: the page knows the same policies */
  policy(id: string): Policy {
    const policy = this.policies.get(id);
    if (!policy) throw new Error(`there is no policy ${id}`);
    return policy;
  }

  /**
   * Adds a policy under a key. If it computes otherwise than a previous one under it, whatever was computed with that is dropped.
   *
   * @returns the roster that was read with the previous one, to be read again
   */
  takePolicy(key: string, policy: Policy): RosterInWorker | null {
    const isSame = this.policies.get(key)?.version === policy.version;
    const roster = this.#rosters.get(key) ?? null;
    this.policies.set(key, policy);
    if (isSame) return null;
    this.#rosters.delete(key);
    this.#runs.delete(key);
    this.#sessions.delete(key);
    return roster;
  }

  /** The number for the next roster. */
  nextRoster(): number {
    return ++this.#rostersRead;
  }

  /** Makes a roster the policy's current one. */
  takeRoster(policy: string, roster: RosterInWorker): void {
    this.#rosters.set(policy, roster);
    this.#rostersRead = Math.max(this.#rostersRead, roster.number);
  }

  /** @returns `stale` if another roster has been read since */
  roster(policy: string, number: number | null): RosterInWorker | null | 'stale' {
    if (number === null) return null;
    const roster = this.#rosters.get(policy);
    return roster?.number === number ? roster : 'stale';
  }

  /** The file of a roster, if it is still open. */
  file(policy: string, number: number): RosterFile | null {
    const roster = this.roster(policy, number);
    return roster instanceof RosterInWorker ? roster.file : null;
  }

  /** The number for the next kept run. */
  nextRun(): number {
    return ++this.#runsKept;
  }

  keepRun(policy: string, run: KeptRun): void {
    this.#runs.set(policy, run);
  }

  /** @returns `null` if another run has been kept since */
  run({ policy, run: number }: { readonly policy: string; readonly run: number }): KeptRun | null {
    const run = this.#runs.get(policy);
    return run?.number === number ? run : null;
  }

  /** The arrears of a policy. */
  arrears(policy: string): ArrearsSession {
    const session = this.#sessions.get(policy) ?? new ArrearsSession();
    this.#sessions.set(policy, session);
    return session;
  }
}
