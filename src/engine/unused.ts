import { NO_MONTHS } from '../calendar/month-set.ts';
import { type CodedTeacher, NOT_GIVEN } from '../facts/coded-teacher.ts';
import { type Fact, type FactValue, factOf } from '../facts/dictionary.ts';
import { EMPLOYMENT } from '../facts/employment.ts';
import { PLACEMENTS } from '../facts/placements.ts';
import type { Teacher } from '../facts/teacher.ts';
import { defaultOf } from '../facts/value.ts';
import { factsOfAllowance } from '../policy/document/usage.ts';
import type { CompiledClaim } from './compiled-claim.ts';
import type { Plan } from './plan.ts';

/** Facts that identify a person, their placement and their employment: read whatever the rules are. */
const ALWAYS_READ = ['id', 'name', ...PLACEMENTS, ...Object.values(EMPLOYMENT)];

/** A fact that may be given without any effect. */
interface Idle {
  readonly fact: Fact;
  /** It is read only together with this fact: a village cannot be located without its town. */
  readonly without: Fact | null;
}

const IDLE = new WeakMap<Plan, readonly Idle[]>();

/** The facts that no rule in force reads under a plan, and those that are read with another fact alone. In the order of the dictionary. */
function idleFacts(plan: Plan): readonly Idle[] {
  let idle = IDLE.get(plan);
  if (!idle) {
    const { dictionary } = plan.policy;
    const inForce = plan.versions.filter((version) => version.inForce !== NO_MONTHS);
    const allowances = (inForce.length > 0 ? inForce : plan.versions).flatMap((version) =>
      version.allowances.filter(({ window }) => inForce.length === 0 || (version.inForce & window) !== NO_MONTHS),
    );
    const read = new Set([...ALWAYS_READ, ...plan.claiming.flatMap(({ claims }) => claims.flatMap(factsBehind))]);
    for (const { facts, rhythm, funding } of allowances) {
      for (const id of [...facts, ...(funding?.facts ?? []), ...(rhythm.kind === 'dated' ? [rhythm.fact] : [])]) read.add(id);
    }
    const towns = new Map<string, Fact>();
    for (const id of [...read]) {
      const fact = factOf(dictionary, id);
      if (fact.type !== 'boolean' || !fact.place) continue;
      const { town, village } = fact.place;
      for (const place of [town, village]) read.add(place);
      towns.set(village, factOf(dictionary, town));
    }
    idle = dictionary.facts.flatMap((fact): Idle[] => {
      const without = towns.get(fact.id) ?? null;
      return without || !read.has(fact.id) ? [{ fact, without }] : [];
    });
    IDLE.set(plan, idle);
  }
  return idle;
}

/** What a claim reads, and what decides what it takes back, be it of an earlier version that rules no month of the year. */
function factsBehind({ facts, takesBack, policy }: CompiledClaim): readonly string[] {
  return [...facts, ...takesBack.flatMap((id) => factsOfAllowance(policy.document, id))];
}

/** The facts that {@link unusedOf} may report, in the order of the dictionary. */
export function unreadFacts(plan: Plan): readonly Fact[] {
  return idleFacts(plan).map(({ fact }) => fact);
}

/**
 * The facts that a teacher gives, from the start or in a change, although no rule in force reads them, or none can without another fact;
 * not where their value is the default (of what the fast readers keep no code of, texts, days and periods, any value counts).
 */
export function unusedOf(plan: Plan, { base, changes }: Teacher): Fact[] {
  const gives = (fact: Fact) => {
    const silent = isText(fact) ? null : defaultOf(fact);
    const says = (value: FactValue | undefined) => value !== null && value !== undefined && value !== silent;
    return says(base[fact.index]) || changes.some(({ named }) => named.some(([one, value]) => one.id === fact.id && says(value)));
  };
  return idleFacts(plan).flatMap(({ fact, without }) => (gives(fact) && !(without && gives(without)) ? [fact] : []));
}

/** Prepares the same for teachers as codes: sets `seen`, by place among {@link unreadFacts}, to 1 where a teacher gives the fact. */
export function unusedReader(plan: Plan): (teacher: CodedTeacher, seen: Uint8Array) => void {
  const idle = idleFacts(plan);
  const indices = Uint16Array.from(idle, ({ fact }) => fact.index);
  const needed = Int16Array.from(idle, ({ without }) => without?.index ?? -1);
  const defaults = Float64Array.from(idle, ({ fact }) => codeOfDefault(fact));
  const placeOf = new Map(idle.map(({ fact: { index } }, place) => [index, place]));
  return (teacher, seen) => {
    const { codes, changes, changeCount } = teacher;
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
    for (let place = 0; place < needed.length; place++) {
      if (seen[place] === 1 && needed[place] !== -1 && isGiven(teacher, needed[place] as number)) seen[place] = 0;
    }
  };
}

function isGiven({ codes, changes, changeCount }: CodedTeacher, index: number): boolean {
  if (codes[index] !== NOT_GIVEN) return true;
  for (let next = 0; next < changeCount; next++) {
    const change = changes[next] as CodedTeacher['changes'][number];
    for (let at = 0; at < change.size; at++) if (change.facts[at] === index && change.codes[at] !== NOT_GIVEN) return true;
  }
  return false;
}

/** The code of the default of a fact; `NOT_GIVEN` where it has none. */
function codeOfDefault(fact: Fact): number {
  const value = defaultOf(fact);
  if (fact.type === 'enum' && value !== null) return Object.keys(fact.values).indexOf(String(value));
  return value === null || isText(fact) ? NOT_GIVEN : Number(value);
}

/** Whether the code of a fact does not tell its value. */
function isText({ type }: Fact): boolean {
  return type === 'text' || type === 'date' || type === 'periods';
}
