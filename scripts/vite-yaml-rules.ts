import type { Plugin } from 'vite';
import { LineCounter, parseDocument } from 'yaml';

/**
 * Compiles YAML text to the source of a JSON module, so that neither the worker nor the page parses YAML when it starts.
 *
 * @throws with `file:line:col` for each fault of the text
 */
export function compileYamlModule(text: string, file: string): string {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false, uniqueKeys: true });
  const faults = [...document.errors, ...document.warnings].map((fault) => {
    const { line, col } = lineCounter.linePos(fault.pos[0]);
    return `${file}:${line}:${col}: ${fault.message}`;
  });
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return `export default ${JSON.stringify(document.toJS())};`;
}

/** The Vite plugin that makes `import document from './policy.yaml'` work. */
export function yamlRules(): Plugin {
  return {
    name: 'jintie:yaml-rules',
    transform: {
      filter: { id: /\.yaml$/ },
      handler: (text, id) => ({ code: compileYamlModule(text, id), moduleType: 'js', map: null }),
    },
  };
}
