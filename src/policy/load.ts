import { isNode, LineCounter, type ParsedNode, parseDocument } from 'yaml';
import type * as z from 'zod';
import { type Dictionary, extendDictionary } from '../facts/dictionary.ts';
import { type Fault, PolicyFileError } from './fault.ts';
import { checkReferences } from './references.ts';
import { type PolicyDocument, policySchema } from './schema.ts';

type Path = readonly PropertyKey[];

/**
 * Reads a policy file.
 *
 * @param text the YAML of a `policy.yaml`
 * @param file its name, for messages
 * @param dictionary the facts that it may speak of
 * @returns the document as plain data, safe to ship as JSON
 * @throws PolicyFileError with every fault, each with its line and column
 */
export function loadPolicy(text: string, file: string, dictionary: Dictionary): PolicyDocument {
  const yaml = readYaml(text, file);
  const result = policySchema.safeParse(yaml.value);
  if (!result.success)
    throw new PolicyFileError(
      file,
      result.error.issues.flatMap((issue) => spread(issue, yaml.locate)),
    );
  const fail = (path: Path, message: string): never => {
    throw new PolicyFileError(file, [{ ...yaml.locate(path), path: path.map(String).join('.'), message }]);
  };
  const faults = checkReferences(result.data, ownFacts(result.data, dictionary, fail)).map(({ path, message }) => ({
    ...yaml.locate(path),
    path: path.map(String).join('.'),
    message,
  }));
  if (faults.length > 0) throw new PolicyFileError(file, faults);
  return result.data;
}

/** The dictionary with the policy's own facts. */
function ownFacts({ facts }: PolicyDocument, dictionary: Dictionary, fail: (path: Path, message: string) => never): Dictionary {
  for (const id of Object.keys(facts)) if (dictionary.byId.has(id)) fail(['facts', id], 'there is a fact of this name already');
  try {
    return extendDictionary(dictionary, facts);
  } catch (error) {
    return fail(['facts'], (error as Error).message);
  }
}

/** An issue at a key that is not known is one fault per key, at the key itself. */
function spread(issue: z.core.$ZodIssue, locate: (path: Path) => Place): Fault[] {
  const paths = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
  return paths.map((path) => ({
    ...locate(path),
    path: path.map(String).join('.'),
    message: issue.code === 'unrecognized_keys' ? 'unknown key' : issue.message,
  }));
}

type Place = Pick<Fault, 'line' | 'column'>;

/**
 * Parses YAML into plain data that remembers where everything stood. Strings stay strings: a bare date is text, a key occurs once.
 *
 * @throws PolicyFileError where it is not YAML
 */
export function readYaml(text: string, file: string): { value: unknown; locate: (path: Path) => Place } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, schema: 'core', prettyErrors: false });
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  if (document.errors.length > 0) {
    throw new PolicyFileError(
      file,
      document.errors.map((error) => ({ ...place(error.pos[0]), path: '', message: error.message })),
    );
  }
  const locate = (path: Path): Place => {
    for (let depth = path.length; depth >= 0; depth--) {
      const node = document.getIn(path.slice(0, depth), true);
      if (isNode(node) && node.range) return place((node as ParsedNode).range[0]);
    }
    return { line: 1, column: 1 };
  };
  return { value: document.toJS({ maxAliasCount: 100 }), locate };
}
