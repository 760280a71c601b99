import { useEffect, useState } from 'react';
import { fieldId, focusField } from '../../ui/field.tsx';

/**
 * Leads to the field of a place in the request.
 *
 * @param showAll shows every field, where the one that is wanted is not there
 */
export function useGoTo(showAll: () => void): (pointer: string) => void {
  const [wanted, setWanted] = useState<string | null>(null);
  useEffect(() => {
    if (wanted === null) return;
    focusField(wanted);
    setWanted(null);
  }, [wanted]);
  return (pointer) => {
    const id = fieldId(pointer);
    if (document.getElementById(id)) {
      focusField(id);
    } else {
      showAll();
      setWanted(id);
    }
  };
}
