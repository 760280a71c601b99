/** The reason of an aborted signal, and `throwIfAborted`, which Chromium has from 98 and 100; no library of ours brings them. */
export {};

if (!('throwIfAborted' in AbortSignal.prototype)) {
  const reasons = new WeakMap<AbortSignal, unknown>();
  const abort = AbortController.prototype.abort;
  AbortController.prototype.abort = function (reason: unknown = new DOMException('signal is aborted without reason', 'AbortError')) {
    if (!this.signal.aborted) reasons.set(this.signal, reason);
    abort.call(this);
  };
  Object.defineProperties(AbortSignal.prototype, {
    reason: {
      configurable: true,
      get(this: AbortSignal) {
        return reasons.get(this);
      },
    },
    throwIfAborted: {
      configurable: true,
      writable: true,
      value(this: AbortSignal) {
        if (this.aborted) throw this.reason;
      },
    },
  });
}
