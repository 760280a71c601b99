import { type Dispatch, type SetStateAction, useEffect, useRef, useState } from 'react';
import { type BudgetSettings, type BudgetState, emptyBudget, isWork } from '../../../features/budget/state.ts';
import { rosterKey } from '../../../features/roster/keep-roster.ts';
import { SETTINGS, settingsIn } from '../../../features/settings/settings.ts';
import { useSettings } from '../../../features/settings/use-settings.ts';
import { isKept } from '../../../platform/storage/keep.ts';
import { useCatalogue } from '../../../policy/catalogue.ts';
import { useKept } from '../../../policy/use-kept.ts';
import { beginHistory, changed, type History, partsChanged, redone, undone } from './history.ts';

/** The last undo or redo, to be announced. */
export interface Stepped {
  readonly way: 'undone' | 'redone';
  readonly parts: readonly (keyof BudgetSettings)[];
  /** Distinguishes one step from the next. */
  readonly number: number;
}

/** A budget whose settings can be undone. */
export interface BudgetHistory {
  readonly state: BudgetState;
  readonly setState: Dispatch<SetStateAction<BudgetState>>;
  /** `null` if there is nothing to undo. */
  readonly undo: (() => void) | null;
  readonly redo: (() => void) | null;
  /** The last step, while nothing else has changed. */
  readonly stepped: Stepped | null;
}

/** The steps of each policy, for as long as the page is open; of the budget itself the newest state is kept. */
const kept = new Map<string, History>();

/** The budget of this policy. Its settings can also be undone by Ctrl+Z, except in text fields, which have their own undo. */
export function useHistory(): BudgetHistory {
  const { policy } = useCatalogue();
  const { settings, setSettings } = useSettings();
  const [own, keepOwn] = useKept('budget', () => emptyBudget(new Date().getFullYear()), {
    // The people of a roster may not have been stored even though the form was.
    fix: (before) => (isKept(rosterKey(policy.key)) ? before : { ...before, roster: null }),
    isWork,
  });
  const name = `${policy.key} ${policy.version}`;
  const [history, setHistory] = useState(() => {
    const newest = { ...own, ...settings };
    return { ...(kept.get(name) ?? beginHistory(newest)), state: newest };
  });
  // Another page can change a shared setting; here that is a step like any other.
  const [known, setKnown] = useState(settings);
  if (settings !== known) {
    setKnown(settings);
    if (SETTINGS.some((part) => settings[part] !== history.state[part]))
      setHistory(changed(history, { ...history.state, ...settings }, null));
  }
  useEffect(() => {
    kept.set(name, history);
    keepOwn(history.state);
    if (SETTINGS.some((part) => settings[part] !== history.state[part])) setSettings(settingsIn(history.state));
  }, [name, history, keepOwn, settings, setSettings]);
  const [stepped, setStepped] = useState<Stepped | null>(null);
  const setState: BudgetHistory['setState'] = (next) => {
    const field = textFieldInUse();
    setStepped(null);
    setHistory((before) => changed(before, typeof next === 'function' ? next(before.state) : next, field));
  };
  const step = (way: Stepped['way'], to: History | null) => {
    if (!to) return null;
    const parts = partsChanged(history.state, to.state);
    return () => {
      setHistory(to);
      setStepped((last) => ({ way, parts, number: (last?.number ?? 0) + 1 }));
    };
  };
  const undo = step('undone', undone(history));
  const redo = step('redone', redone(history));

  const steps = useRef({ undo, redo });
  useEffect(() => {
    steps.current = { undo, redo };
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const { undo: back, redo: forth } = steps.current;
      const way = wayOf(event);
      const take = way === 'undone' ? back : forth;
      if (way === null || !take || !isShown() || textFieldInUse()) return;
      event.preventDefault();
      take();
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
  return { state: history.state, setState, undo, redo, stepped };
}

/** Ctrl+Z, Ctrl+Shift+Z and Ctrl+Y, with the command key on a Mac. */
function wayOf({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): Stepped['way'] | null {
  if (!(ctrlKey || metaKey) || altKey) return null;
  const letter = key.toLowerCase();
  if (letter === 'z') return shiftKey ? 'redone' : 'undone';
  return letter === 'y' && !shiftKey ? 'redone' : null;
}

/** Pages that are hidden stay in the document. */
function isShown(): boolean {
  return document.querySelector('.budget')?.closest('[hidden]') === null;
}

const NO_TEXT = new Set(['radio', 'checkbox', 'button', 'file']);

/** The field being typed in. The input of a select holds no text of its own. */
function textFieldInUse(): Element | null {
  const field = document.activeElement;
  if (field instanceof HTMLTextAreaElement) return field;
  const isText =
    field instanceof HTMLInputElement && !NO_TEXT.has(field.type) && field.getAttribute('role') !== 'combobox' && !field.readOnly;
  return isText ? field : null;
}
