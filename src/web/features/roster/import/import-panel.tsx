import type { LoadedRoster } from '../loaded-roster.ts';
import type { RosterLoader } from '../use-roster-loader.ts';
import { FaultyRows } from './faulty-rows.tsx';
import './import.css';
import { LayoutSection } from './layout-section.tsx';

interface ImportProps {
  readonly roster: LoadedRoster;
  readonly loader: RosterLoader;
}

/** How a roster file was read, what could not be used, and the ways to correct both. */
export function ImportPanel({ roster, loader }: ImportProps) {
  return (
    <>
      {roster.layout && <LayoutSection roster={roster} layout={roster.layout} loader={loader} />}
      {roster.faults.length + (roster.lost?.faults.length ?? 0) > 0 && <FaultyRows roster={roster} loader={loader} />}
    </>
  );
}
