/** A job to time, which must do the same each time. A promise is awaited. */
export type Job = () => unknown;

/** The teachers computed by every job before measuring: the first rounds are up to ten times slower. */
const WARM_UP_TEACHERS = 2_000_000;
const LEAST_WARM_UP = 3;

/**
 * So many teachers go through each quick job in a round, at least: one that is over in a millisecond has hardly got back into the caches.
 */
const TEACHERS_A_ROUND = 100_000;

/** How often a quick job is done in a round. @param teachers that go through it each time */
export function repeatsOf(teachers: number): number {
  return Math.ceil(TEACHERS_A_ROUND / teachers);
}

/** How many rounds warm a job up. @param teachers that go through it in a round */
export function warmUpRounds(teachers: number): number {
  return Math.max(LEAST_WARM_UP, Math.ceil(WARM_UP_TEACHERS / teachers));
}

/**
 * Times jobs in turns, one after the other in every round, so that other load on the machine affects them equally. The measure is CPU
 * time of all threads of the process: by the clock, a long job would also wait for other programs, and a short one would not.
 *
 * @param warmUp the number of rounds before measuring
 * @param rounds the number of measured rounds
 * @param repeats by job, so many times in a round, one right after the other, where once is too short to tell
 * @returns by job, milliseconds of doing it once, by round
 */
export async function timeInTurns<Name extends string>(
  jobs: Readonly<Record<Name, Job>>,
  warmUp: number,
  rounds: number,
  repeats: (name: Name) => number = () => 1,
): Promise<Record<Name, number[]>> {
  const all = Object.entries(jobs) as [Name, Job][];
  const times = Object.fromEntries(all.map(([name]) => [name, []])) as unknown as Record<Name, number[]>;
  settle();
  for (let round = 0; round < warmUp; round++) for (const [, job] of all) await job();
  settle();
  for (let round = 0; round < rounds; round++) {
    for (const [name, job] of all) {
      const begun = millisecondsOnCore();
      const often = repeats(name);
      for (let time = 0; time < often; time++) {
        const outcome = job();
        if (outcome instanceof Promise) await outcome;
      }
      times[name].push((millisecondsOnCore() - begun) / often);
    }
  }
  return times;
}

function millisecondsOnCore(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Collects earlier garbage before measuring; needs `--expose-gc`. */
function settle(): void {
  if (!globalThis.gc) throw new Error('start Node with --expose-gc');
  globalThis.gc();
  globalThis.gc();
}
