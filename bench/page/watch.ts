/** What {@link watchPage} puts into the page. Times are those of `performance.now()`. */
export interface PageWatch {
  /** When a file was chosen last, and when a key was pressed last. */
  chosenAt: number;
  pressedAt: number;
  /** Resolves with the time at which an element with this text was drawn. */
  drawn(selector: string, text: string): Promise<number>;
  /** The longest task of the main thread that began in that time; `null` where none took 50 ms. */
  longestTask(from: number, to: number): number | null;
  /** Resolves with the time as soon as no task has been long for half a second. */
  rest(): Promise<number>;
  /** Notes the frames from now on, until the function that it gives is called: that has the time of each. */
  frames(): () => readonly number[];
}

declare global {
  var watch: PageWatch;
}

/** Watches the page from its beginning. Runs in the page, so it sees nothing outside itself. */
export function watchPage(): void {
  const REST_MS = 500;
  const tasks: PerformanceEntry[] = [];
  const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries()));
  observer.observe({ type: 'longtask', buffered: true });
  const note = (name: 'chosenAt' | 'pressedAt') => () => {
    watch[name] = performance.now();
  };
  addEventListener('change', note('chosenAt'), { capture: true });
  addEventListener('keydown', note('pressedAt'), { capture: true });

  globalThis.watch = {
    chosenAt: Number.NaN,
    pressedAt: Number.NaN,
    drawn: (selector, text) =>
      new Promise((resolve) => {
        const isThere = () => [...document.querySelectorAll(selector)].some(({ textContent }) => textContent?.includes(text));
        // What is in the document is on the screen after the next frame, and a message comes after that.
        const afterFrame = () =>
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => resolve(performance.now());
            port2.postMessage(null);
          });
        const changes = new MutationObserver(() => {
          if (!isThere()) return;
          changes.disconnect();
          afterFrame();
        });
        changes.observe(document, { subtree: true, childList: true, characterData: true });
      }),
    longestTask: (from, to) => {
      tasks.push(...observer.takeRecords());
      const durations = tasks.filter(({ startTime }) => startTime >= from && startTime < to).map(({ duration }) => duration);
      return durations.length > 0 ? Math.max(...durations) : null;
    },
    rest: () =>
      new Promise((resolve) => {
        const asked = performance.now();
        const look = () => {
          const last = tasks.at(-1);
          const busyUntil = Math.max(asked, last ? last.startTime + last.duration : 0);
          if (performance.now() - busyUntil >= REST_MS) resolve(performance.now());
          else setTimeout(look, 50);
        };
        look();
      }),
    frames: () => {
      const times: number[] = [];
      let going = true;
      const next = (time: number) => {
        times.push(time);
        if (going) requestAnimationFrame(next);
      };
      requestAnimationFrame(next);
      return () => {
        going = false;
        return times;
      };
    },
  };
}
