import { useEffect, useState } from 'react';
import type { PagePolicy } from '../../policy/policies.ts';

const sources = import.meta.glob<string>('../../../../rules/*/source.txt', { query: '?raw', import: 'default' });

/**
 * The text of the document, which its quotations come from.
 *
 * @returns `undefined` while it is being fetched; `null` if there is none, as for a file of the user's own
 */
export function useSource({ file, document }: PagePolicy): string | null | undefined {
  const load = file === null ? sources[`../../../rules/${document.id}/source.txt`] : undefined;
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
