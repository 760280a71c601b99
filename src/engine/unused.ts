import { type CodedTeacher, NOT_GIVEN } from '../facts/coded-teacher.ts';
import { defaultOf, type Fact, type FactValue, factOf } from '../facts/dictionary.ts';
import { EMPLOYMENT } from '../facts/employment.ts';
import { PLACEMENTS } from '../facts/placements.ts';
import type { Teacher } from '../facts/teacher.ts';
import type { Plan } from './plan.ts';
import { bondsOf } from './repay.ts';

/** What says who somebody is, where and since when: read whatever the rules are. */
const ALWAYS_READ = ['id', 'name', ...PLACEMENTS, ...Object.values(EMPLOYMENT)];

const UNREAD = new WeakMap<Plan, readonly Fact[]>();

/** The facts that no rule in force reads under a plan: whoever gives one should know that it changes nothing. In the order of the dictionary. */
export function unreadFacts(plan: Plan): readonly Fact[] {
  let unread = UNREAD.get(plan);
  if (!unread) {
    const { dictionary } = plan.policy;
    const inForce = plan.versions.filter((version) => version.inForce !== 0);
    const allowances = (inForce.length > 0 ? inForce : plan.versions).flatMap((version) => version.allowances);
    const read = new Set([...ALWAYS_READ, ...bondsOf(plan).map(({ fact }) => fact)]);
    for (const { facts, rhythm } of allowances) {
      for (const id of rhythm.kind === 'once' ? [...facts, rhythm.fact] : facts) read.add(id);
    }
    for (const id of [...read]) {
      const fact = factOf(dictionary, id);
      if (fact.type === 'boolean' && fact.place) for (const place of Object.values(fact.place)) read.add(place);
    }
    unread = dictionary.facts.filter(({ id }) => !read.has(id));
    UNREAD.set(plan, unread);
  }
  return unread;
}

/** The facts that a teacher gives, from the start or in a change, though no rule in force reads them; not where they only say what the default says. */
export function unusedOf(plan: Plan, { base, changes }: Teacher): Fact[] {
  return unreadFacts(plan).filter((fact) => {
    const says = (value: FactValue | undefined) => value !== null && value !== undefined && value !== defaultOf(fact);
    return says(base[fact.index]) || changes.some(({ named }) => named.some(([one, value]) => one.id === fact.id && says(value)));
  });
}

/** Prepares to tell the same of teachers in codes: sets `seen`, by place among {@link unreadFacts}, to 1 where a teacher gives the fact. */
export function unusedReader(plan: Plan): (teacher: CodedTeacher, seen: Uint8Array) => void {
  const unread = unreadFacts(plan);
  const indices = Uint16Array.from(unread, ({ index }) => index);
  const defaults = Float64Array.from(unread, codeOfDefault);
  const placeOf = new Map(unread.map(({ index }, place) => [index, place]));
  return ({ codes, changes, changeCount }, seen) => {
    for (let place = 0; place < indices.length; place++) {
      const code = codes[indices[place] as number] as number;
      seen[place] = code !== NOT_GIVEN && code !== defaults[place] ? 1 : 0;
    }
    for (let next = 0; next < changeCount; next++) {
      const change = changes[next] as CodedTeacher['changes'][number];
      for (let at = 0; at < change.size; at++) {
        const place = placeOf.get(change.facts[at] as number);
        if (place === undefined) continue;
        if (change.codes[at] !== NOT_GIVEN && change.codes[at] !== defaults[place]) seen[place] = 1;
      }
    }
  };
}

/** The code of what stands in for a fact that is not given; `NOT_GIVEN` where nothing does. */
function codeOfDefault(fact: Fact): number {
  const value = defaultOf(fact);
  if (fact.type === 'enum' && value !== null) return Object.keys(fact.values).indexOf(String(value));
  return typeof value === 'boolean' ? Number(value) : NOT_GIVEN;
}
