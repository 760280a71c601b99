import * as z from 'zod';
import { absentOr, eachOnce, type Issue, issuesOf, listOf } from '../../facts/issue.ts';
import { foldName, type PlaceTown } from '../../facts/place.ts';
import { text } from '../../facts/teacher-schema.ts';
import type { Policy } from '../../policy/policy.ts';

/** The most towns of a list, and the most villages of a town. */
const MOST_PLACES = 1_000;

/** Lists of places of a run, by the fact derived from them. */
export type PlaceLists = Readonly<Record<string, readonly PlaceTown[]>>;

const error = absentOr();

const towns = listOf(
  MOST_PLACES,
  z
    .array(
      z.strictObject(
        {
          town: text(64),
          villages: listOf(MOST_PLACES, z.array(text(64), { error }).min(1))
            .nullish()
            .meta({ description: 'All of the town where not given.' }),
        },
        { error },
      ),
      { error },
    )
    // Names are compared in their folded form and must be unique within a list.
    .check(eachOnce(({ town }: { town: unknown }) => (typeof town === 'string' ? foldName(town) : undefined), 'duplicate-key', 'town')),
);

/** Lists of places in a request; the names of facts are checked by {@link readPlaces}. */
export const placesShape = z
  .record(z.string(), z.unknown(), { error })
  .meta({ additionalProperties: { anyOf: [z.toJSONSchema(towns, { io: 'input' }), { type: 'null' }].map(withoutDialect) } })
  .nullish()
  .meta({
    description:
      'The towns and villages that count in this run instead of those of the policy, by the fact that follows from the place; each list is whole.',
  });

function withoutDialect({ $schema: _, ...schema }: Record<string, unknown>): Record<string, unknown> {
  return schema;
}

/**
 * Checks lists of places against the facts that the policy has a list for; `null` means not given.
 *
 * @returns the valid lists, and all faults
 */
export function readPlaces(policy: Policy, raw: Readonly<Record<string, unknown>>): { places: PlaceLists; issues: Issue[] } {
  const issues: Issue[] = [];
  const places: Record<string, PlaceTown[]> = {};
  for (const [fact, list] of Object.entries(raw)) {
    const path = ['places', fact];
    if (!policy.places.has(fact)) {
      issues.push({ path, code: 'unknown-field' });
    } else if (list !== null) {
      const read = towns.safeParse(list);
      if (read.success) places[fact] = read.data.map(({ town, villages }) => ({ town, ...(villages && { villages }) }));
      else for (const issue of issuesOf(read.error)) issues.push({ ...issue, path: [...path, ...issue.path] });
    }
  }
  return { places, issues };
}

/** Lists of places as a result repeats them. */
export const wirePlaces = z.record(z.string(), z.array(z.object({ town: z.string(), villages: z.array(z.string()).optional() })));

/** The lists of places of a run, for the wire. */
export function echoPlaces(places: PlaceLists): z.infer<typeof wirePlaces> {
  return Object.fromEntries(
    Object.entries(places).map(([fact, list]) => [
      fact,
      list.map(({ town, villages }) => ({ town, ...(villages && { villages: [...villages] }) })),
    ]),
  );
}
