import { millisecondsOnCore } from './process-use.ts';

/** A server at work. */
export interface Contender {
  readonly pid: number;
  /** Does the same work once. @returns the milliseconds that its client waited */
  run(): Promise<number>;
}

/** By round, in milliseconds: the client's clock, and the CPU time of the server's process. */
export interface Times {
  readonly clock: readonly number[];
  readonly core: readonly number[];
}

/**
 * Lets servers work in turns, so that other load on the machine affects them equally; the first one changes from round to round. The CPU
 * time of a server counts from its previous turn, so that deferred work such as garbage collection counts as well.
 *
 * @param warmUp the number of rounds before measuring, at least one
 * @param onWarm is called after them
 */
export async function timeInTurns<Name extends string>(
  contenders: Readonly<Record<Name, Contender>>,
  warmUp: number,
  rounds: number,
  onWarm: () => void = () => {},
): Promise<Record<Name, Times>> {
  const all = (Object.entries(contenders) as [Name, Contender][]).map(([name, contender]) => ({
    name,
    contender,
    clock: [] as number[],
    core: [] as number[],
    before: 0,
  }));
  for (let round = -warmUp; round < rounds; round++) {
    if (round === 0) onWarm();
    for (const one of round % 2 === 0 ? all : all.toReversed()) {
      const clock = await one.contender.run();
      const now = millisecondsOnCore(one.contender.pid);
      if (round >= 0) {
        one.clock.push(clock);
        one.core.push(now - one.before);
      }
      one.before = now;
    }
  }
  return Object.fromEntries(all.map(({ name, clock, core }) => [name, { clock, core }])) as unknown as Record<Name, Times>;
}
