import { planRun, type RunSettings } from '../../engine/plan.ts';
import type { Issue } from '../../facts/issue.ts';
import type { Policy } from '../../policy/policy.ts';
import { readingOptions } from '../../policy/succession.ts';
import { rawRecord, rawSettings, readSettings } from '../wire/settings.ts';
import { MOST_SCENARIOS, type ScenarioRequest } from './schemas.ts';
import { readTargets, type TargetSplits } from './target-splits.ts';

/** A run computed beside the baseline: a scenario, or another option of a reading. */
export interface Alternative {
  readonly settings: RunSettings;
  readonly scenario?: { readonly id: string; readonly title: string | null; readonly splits: TargetSplits };
  readonly option?: { readonly reading: string; readonly option: string };
}

type OwnSettings = ReturnType<typeof readSettings>;

/** Reads the settings of the scenarios from a body that may have other faults. */
export function readScenarios(policy: Policy, body: unknown): OwnSettings[] {
  const list: unknown = Object(body).scenarios;
  return (Array.isArray(list) ? list.slice(0, MOST_SCENARIOS) : []).map((raw, index) => {
    const read = readSettings(policy, rawSettings(raw));
    if (read.value !== null) return read;
    return { value: null, issues: read.issues.map((issue) => ({ ...issue, path: ['scenarios', index, ...issue.path] })) };
  });
}

/**
 * The scenarios of a request and, if they are to be priced, the other options of its readings.
 *
 * @param settings of the baseline
 * @param own the valid settings of the scenarios
 */
export function alternativesOf(
  policy: Policy,
  request: { readonly scenarios?: ScenarioRequest[] | null | undefined; readonly sensitivity?: boolean | null | undefined },
  settings: RunSettings,
  own: readonly OwnSettings[],
): { alternatives: Alternative[]; issues: Issue[] } {
  const issues: Issue[] = [];
  const alternatives = (request.scenarios ?? []).map((scenario, index): Alternative => {
    const there = overlay(settings, own[index]?.value ?? { readings: {}, parameters: {} });
    const { splits, issues: wrong } = readTargets(policy, there, rawRecord(scenario, 'targets'));
    issues.push(...wrong.map((issue) => ({ ...issue, path: ['scenarios', index, ...issue.path] })));
    return { settings: there, scenario: { id: scenario.id, title: scenario.title ?? null, splits } };
  });
  if (request.sensitivity) alternatives.push(...otherOptions(policy, settings));
  return { alternatives, issues };
}

/** Applies the settings of a scenario: each figure or list of places that it names replaces that of the run as a whole. */
function overlay(settings: RunSettings, own: Omit<RunSettings, 'year'>): RunSettings {
  return {
    ...settings,
    readings: { ...settings.readings, ...own.readings },
    parameters: { ...settings.parameters, ...own.parameters },
    ...(own.places && { places: { ...settings.places, ...own.places } }),
  };
}

/** One alternative for each option that the run did not choose. */
function otherOptions(policy: Policy, settings: RunSettings): Alternative[] {
  const { readings: chosen } = planRun(policy, settings);
  return Object.keys(chosen).flatMap((reading) =>
    (readingOptions(policy).get(reading) ?? [])
      .filter((option) => option !== chosen[reading])
      .map((option) => ({ settings: overlay(settings, { readings: { [reading]: option }, parameters: {} }), option: { reading, option } })),
  );
}
