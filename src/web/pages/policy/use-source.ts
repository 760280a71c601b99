import { useEffect, useState } from 'react';
import type { PagePolicy } from '../../policy/policies.ts';

const files = import.meta.glob<string>('../../../../rules/*/source.txt', { query: '?raw', import: 'default' });

/** How to fetch the text of a document, by the id of its policy: the name of the folder that the text lies in. */
export const sources: ReadonlyMap<string, () => Promise<string>> = new Map(
  Object.entries(files).map(([path, load]) => [path.split('/').at(-2) ?? '', load]),
);

/**
 * The text of the document, which its quotations come from.
 *
 * @returns `undefined` while it is being fetched; `null` if there is none, as for a file of the user's own
 */
export function useSource({ file, document }: PagePolicy): string | null | undefined {
  const load = file === null ? sources.get(document.id) : undefined;
  const [source, setSource] = useState<string | null>();
  useEffect(() => {
    let wanted = true;
    const take = (text: string | null) => wanted && setSource(text);
    if (load) load().then(take, () => take(null));
    else take(null);
    return () => {
      wanted = false;
    };
  }, [load]);
  return source;
}
