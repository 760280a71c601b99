import { type ComponentType, type JSX, lazy, useState } from 'react';
import { PartBoundary } from './page-boundary.tsx';

/** A component whose program is fetched where it is first drawn, or before. */
export interface Lazily<Props> {
  (props: Props): JSX.Element;
  /** Fetches the program, so that the component is drawn at once; what fails is fetched again where it is drawn. */
  fetchEarly(): void;
}

/**
 * Like React's `lazy`, which has a person wait for a third of a second more once something was not there yet, for what will soon be drawn. Where the
 * program cannot be fetched, that is said in its place, and the rest of the page stays.
 */
export function lazily<Props extends object>(load: () => Promise<ComponentType<Props>>): Lazily<Props> {
  let there: ComponentType<Props> | null = null;
  const fetch = async () => {
    there ??= await load();
    return { default: there };
  };
  const Fetched: ComponentType<Props> = lazy(fetch);
  function Drawn(props: Props) {
    const [Component] = useState(() => there ?? Fetched);
    return (
      <PartBoundary>
        <Component {...props} />
      </PartBoundary>
    );
  }
  return Object.assign(Drawn, { fetchEarly: () => void fetch().catch(() => undefined) });
}
