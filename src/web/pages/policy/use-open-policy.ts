import { useState } from 'react';
import { decodeText } from '../../../roster/sheet/decode.ts';
import { computer } from '../../compute/client/computer.ts';
import type { FaultyPolicy } from '../../compute/protocol/orders.ts';
import { rereadRoster } from '../../features/roster/keep-roster.ts';
import { rememberedColumns } from '../../features/roster/remembered.ts';
import { addressOf, go, goInstead } from '../../platform/route.tsx';
import { keep, kept } from '../../platform/storage/keep.ts';
import type { KeptPolicy } from '../../policy/kept-policy.ts';
import { addPolicy, type PagePolicy } from '../../policy/policies.ts';
import { type FileKind, kindOfFile } from './file-kind.ts';

/** The role of a file: a policy, or the text of its document. */
type Wanted = 'policy' | 'source';

/** The outcome of opening the last file. */
export type Opened =
  | { readonly state: 'none' | 'reading' | 'crashed' }
  /** `wanted`: whether the policy was to be opened, or its quotes were to be looked up. */
  | ({ readonly state: 'faulty'; readonly name: string; readonly wanted: Wanted } & FaultyPolicy)
  /** Not a policy file or, if the text of a document was asked for, not text. */
  | { readonly state: 'other-kind'; readonly name: string; readonly kind: FileKind; readonly wanted: Wanted };

/** Opens policy files: a valid one is shown at once, otherwise the faults are reported. */
export interface PolicyOpener {
  readonly opened: Opened;
  open(file: File): Promise<void>;
  /** Looks up the quotes of a policy opened before in the text of its document, or of another one that it names. */
  addSource(policy: PagePolicy, file: File, other?: string): Promise<void>;
  close(): void;
}

/** Opens policy files, each checked in the worker. */
export function useOpenPolicy(): PolicyOpener {
  const [opened, setOpened] = useState<Opened>({ state: 'none' });
  // Whoever has gone on to another page would take what it shows for the file's.
  const refuse = (why: Opened) => {
    setOpened(why);
    if (location.pathname !== '/policy') go(addressOf('/policy'));
  };
  const read = async (file: Omit<KeptPolicy, 'openedAt'>) => {
    const { name, bytes, source = null, others } = file;
    const answer = await computer.ask('policy', { bytes, source, ...(others && { others }), remembered: rememberedColumns() });
    if ('faults' in answer) {
      refuse({ state: 'faulty', name, wanted: source === null && !others ? 'policy' : 'source', ...answer });
      return;
    }
    setOpened({ state: 'none' });
    const { roster, ...policy } = answer;
    if (roster) rereadRoster(policy.key, roster);
    addPolicy({ ...policy, file: name });
    keep(`policy/${answer.key}`, { ...file, openedAt: Date.now() } satisfies KeptPolicy);
    show(answer.key);
  };
  const attempt = async (work: () => Promise<void>) => {
    setOpened({ state: 'reading' });
    try {
      await work();
    } catch {
      refuse({ state: 'crashed' });
    }
  };
  return {
    opened,
    open: (file) =>
      attempt(async () => {
        const bytes = await file.arrayBuffer();
        const kind = kindOfFile(new Uint8Array(bytes), file.name);
        if (kind) refuse({ state: 'other-kind', name: file.name, kind, wanted: 'policy' });
        else await read({ name: file.name, bytes });
      }),
    addSource: ({ key }, file, other) =>
      attempt(async () => {
        const bytes = new Uint8Array(await file.arrayBuffer());
        const kind = kindOfFile(bytes, file.name);
        const policy = kept<KeptPolicy>(`policy/${key}`);
        if (kind && kind !== 'text') refuse({ state: 'other-kind', name: file.name, kind, wanted: 'source' });
        else if (policy) await read(withText(policy, other, decodeText(bytes)));
        else setOpened({ state: 'none' });
      }),
    close: () => setOpened({ state: 'none' }),
  };
}

/** A policy file with the texts that it came with and one more. */
function withText({ openedAt: _, ...policy }: KeptPolicy, other: string | undefined, text: string): Omit<KeptPolicy, 'openedAt'> {
  return other === undefined ? { ...policy, source: text } : { ...policy, others: { ...policy.others, [other]: text } };
}

/** Shows an opened policy where the user is by now: who has gone on to the budget wants the budget of that file. */
function show(key: string): void {
  if (location.pathname === '/policy') go(addressOf('/policy', { policy: key }));
  else {
    const query = new URLSearchParams(location.search);
    query.set('policy', key);
    goInstead(`${location.pathname}?${query}${location.hash}`);
  }
}
