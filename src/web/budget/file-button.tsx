import { Button } from 'antd';
import { useRef } from 'react';

interface FileButtonProps {
  readonly label: string;
  readonly size?: 'small' | 'middle';
  readonly disabled?: boolean;
  readonly onFile: (file: File) => void;
}

/** A button that opens the browser's own choice of a CSV file. */
export function FileButton({ label, size = 'middle', disabled = false, onFile }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button size={size} disabled={disabled} onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        accept=".csv,.txt,text/csv"
        hidden
        onChange={({ target }) => {
          const file = target.files?.[0];
          // The same file can be opened again after it was corrected.
          target.value = '';
          if (file) onFile(file);
        }}
      />
    </>
  );
}
