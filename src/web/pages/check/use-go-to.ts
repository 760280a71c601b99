import { useEffect, useState } from 'react';
import { fieldId, focusField } from '../../ui/field.tsx';

/**
 * Moves to the field at a path of the request.
 *
 * @param showAll shows every field, if the wanted one is not visible
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
