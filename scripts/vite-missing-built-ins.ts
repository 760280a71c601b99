import compat from 'core-js-compat';
import type { Plugin } from 'vite';

const ID = 'virtual:missing-built-ins';

/**
 * Polyfills to leave out: those that the program does not use, and those that would replace working built-ins by slower code for cases that
 * never occur here: in JSON, in `push`, `includes` and `set`, in errors and flags.
 */
const LEFT_OUT =
  /^(?:es\.(?:json|error|aggregate-error|suppressed-error|symbol|disposable|async-|data-view|math|regexp|array-buffer|weak-map|uint8-array)|es\.array\.(?:includes|push)$|es\.typed-array\.set$|web\.(?:immediate|dom-exception))/;

/** The Vite plugin of `virtual:missing-built-ins`: what the oldest browsers that are served lack of the language, from core-js. */
export function missingBuiltIns(browsers: readonly string[]): Plugin {
  const targets = Object.fromEntries(browsers.map((one) => /^([a-z]+)([\d.]+)$/.exec(one)?.slice(1) as [string, string]));
  const names = compat({ targets, modules: /^(?:es|web)\./ }).list.filter((name) => !LEFT_OUT.test(name));
  return {
    name: 'jintie:missing-built-ins',
    resolveId: { filter: { id: /^virtual:missing-built-ins$/ }, handler: () => `\0${ID}` },
    load: {
      filter: { id: /^\0virtual:missing-built-ins$/ },
      handler: () => names.map((name) => `import 'core-js/modules/${name}.js';`).join('\n'),
    },
  };
}
