import { computer } from '../compute/client/computer.ts';
import type { KeptRoster } from '../compute/protocol/orders.ts';
import { correctedRoster } from '../features/roster/kept-roster.ts';
import { JOINED, markUnread } from '../features/settings/use-settings.ts';
import { keep, kept, keptKeys, startKeep } from '../platform/storage/keep.ts';
import type { KeptPolicy } from '../policy/kept-policy.ts';
import { addPolicy } from '../policy/policies.ts';
import { formKey, policyOfForm } from '../policy/use-kept.ts';
import { watchOtherWindows } from './other-window.ts';

/** Restores what an earlier visit has stored in this browser: the policies that were opened and, in the worker, the people of rosters. */
export async function restore(): Promise<void> {
  await startKeep();
  watchOtherWindows();
  if (keptKeys('form/').length > 0) await restoreForms();
  const opened = keptKeys('policy/').map((key) => ({ key, ...(kept<KeptPolicy>(key) as KeptPolicy) }));
  for (const { key, name, bytes, source = null, others } of opened.toSorted((a, b) => a.openedAt - b.openedAt)) {
    const answer = await computer.ask('policy', { bytes, source, ...(others && { others }), remembered: {} }).catch(() => null);
    if (answer === null) continue;
    if ('faults' in answer) keep(key, undefined);
    else {
      const { roster: _, ...policy } = answer;
      addPolicy({ ...policy, file: name });
    }
  }
  for (const key of keptKeys(ROSTER)) {
    const people = await computer.ask('putRoster', kept<KeptRoster>(key) as KeptRoster).catch(() => null);
    // Without a worker, what was stored is still good: it stays for the next visit.
    if (people === null && isGone()) return;
    const form = formKey(key.slice(ROSTER.length), 'budget');
    const before = kept<{ readonly roster?: unknown }>(form);
    const roster = people && correctedRoster(before?.roster, people);
    if (before) keep(form, { ...before, roster });
    if (!roster) keep(key, undefined);
  }
}

/** Forms may have been stored by an earlier program; the code that reads them is only fetched if there are any. */
async function restoreForms(): Promise<void> {
  const { readKeptForms } = await import('../features/settings/stored-settings.ts');
  for (const policy of new Set(keptKeys('form/').map(policyOfForm))) {
    const names = ['settings', 'budget', 'check', 'arrears'] as const;
    const before = Object.fromEntries(names.map((name) => [name, kept(formKey(policy, name))]));
    const { forms, unread, joined } = readKeptForms(before, new Date().getFullYear());
    // What is unchanged is not written again.
    for (const name of names) if (JSON.stringify(forms[name]) !== JSON.stringify(before[name])) keep(formKey(policy, name), forms[name]);
    if (unread) markUnread(policy);
    if (joined) keep(formKey(policy, JOINED), true);
  }
}

function isGone(): boolean {
  return ['not-loaded', 'broken'].includes(computer.health());
}

const ROSTER = 'roster/';
