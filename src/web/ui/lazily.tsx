import { type ComponentType, type JSX, lazy, useState } from 'react';
import { PartBoundary } from './page-boundary.tsx';

/** A component whose program is fetched when it is first rendered, or earlier. */
export interface Lazily<Props> {
  (props: Props): JSX.Element;
  /** Fetches the program ahead of time; if that fails, it is fetched again when the component is rendered. */
  fetchEarly(): void;
}

/**
 * Like React's `lazy`, but without its extra wait of a third of a second when the program arrives soon. If the program cannot be
 * fetched, a message takes its place, and the rest of the page stays.
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
