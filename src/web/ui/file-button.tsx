import { Button } from 'antd';
import { useRef } from 'react';

interface FileButtonProps {
  readonly label: string;
  /** Names and types of files, as the `accept` attribute of a file input has them. */
  readonly accept: string;
  readonly size?: 'small' | 'middle';
  readonly disabled?: boolean;
  readonly onFile: (file: File) => void;
}

/** The kinds of roster file that can be read. */
export const ROSTERS = '.xlsx,.xlsm,.csv,.txt,text/csv';

/** A button that opens the browser's file dialog. */
export function FileButton({ label, accept, size = 'middle', disabled = false, onFile }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button size={size} disabled={disabled} onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        accept={accept}
        hidden
        onChange={({ target }) => {
          const file = target.files?.[0];
          // Allows the same file to be opened again after it was corrected.
          target.value = '';
          if (file) onFile(file);
        }}
      />
    </>
  );
}
