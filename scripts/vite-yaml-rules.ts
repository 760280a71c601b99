import { createHash } from 'node:crypto';
import { join, relative } from 'node:path';
import type { Plugin } from 'vite';
import type { Dictionary } from '../src/facts/dictionary.ts';
import type { BundledPolicy } from '../src/policy/bundled.ts';
import { usageOf } from '../src/policy/document/usage.ts';
import { contentOf, versionOf } from '../src/policy/document/version.ts';
import { readYaml } from '../src/policy/reading/yaml.ts';
import { explainFault } from '../src/text/policy-faults/explain.ts';
import { loadDictionary, loadPayScales, needCommonFile, sharedByPolicies } from './common-files.ts';
import { needPolicyFile } from './policy-file.ts';
import { ROOT } from './root.ts';

/**
 * Checks a policy file and determines its version: the hash of everything it computes with.
 *
 * @throws PolicyFileError with `file:line:column` for each fault
 */
export function bundlePolicy(text: string, file: string, dictionary: Dictionary): BundledPolicy {
  const { document, warnings } = needPolicyFile(text, file, dictionary);
  return {
    document,
    version: versionOf(
      createHash('sha256')
        .update(contentOf(document, dictionary, loadPayScales()))
        .digest('hex'),
    ),
    warnings,
    usage: usageOf(document, dictionary),
  };
}

/** Warnings already printed: a build has several parts, each with its own plugins. */
const TOLD = new Set<string>();

/**
 * The Vite plugin that compiles the YAML of `rules/` to JSON, so that neither the worker nor the page parses YAML when it starts. A build
 * tells the warnings of a policy, once for all that is built, and goes on.
 *
 * @param isQuiet for a further build of the same files, whose warnings are already printed
 */
export function yamlRules({ isQuiet = false } = {}): Plugin {
  let building = false;
  return {
    name: 'jintie:yaml-rules',
    configResolved({ command }) {
      building = command === 'build' && !isQuiet;
    },
    transform: {
      filter: { id: /\.yaml$/ },
      handler(text, id) {
        const file = relative(ROOT, id);
        needCommonFile(text, file);
        const isPolicy = file.endsWith('/policy.yaml');
        if (isPolicy) for (const other of sharedByPolicies()) this.addWatchFile(join(ROOT, other));
        const content = isPolicy ? bundlePolicy(text, file, loadDictionary()) : readYaml(text, file).value;
        for (const warning of isPolicy && building ? (content as BundledPolicy).warnings : []) {
          const line = `${file}:${warning.line}:${warning.column}: ${warning.path}: ${explainFault(warning, 'en')}`;
          if (!TOLD.has(line)) this.warn(line);
          TOLD.add(line);
        }
        return { code: `export default ${JSON.stringify(content)};`, moduleType: 'js', map: null };
      },
    },
  };
}
