/** A command in a document, and the answer that the document shows. */
export interface Example {
  readonly command: string;
  /** The lines of the block after it. */
  readonly answer: string;
}

/** The request that a command makes. */
export interface Command {
  readonly path: string;
  readonly init: { method: string; headers: Record<string, string>; body?: string };
}

/** Every `curl` of a document with the block of JSON that follows it. */
export function examplesOf(markdown: string): Example[] {
  const blocks = [...markdown.matchAll(/```(\w+)\n([\s\S]*?)```/g)].map(([, language, text = '']) => ({ language, text }));
  return blocks.flatMap(({ language, text }, index) => {
    const next = blocks[index + 1];
    return language === 'sh' && text.includes('curl') && next?.language === 'json' ? [{ command: text, answer: next.text }] : [];
  });
}

/** Reads a command: `curl` with -X, -H and -d, or `printf '%s\n' … | curl … --data-binary @-`. */
export function readCommand(text: string): Command {
  const words = [...text.replaceAll('\\\n', ' ').matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');
  const pipe = words.indexOf('|');
  const piped =
    pipe < 0
      ? null
      : words
          .slice(2, pipe)
          .map((line) => `${line}\n`)
          .join('');
  const headers: Record<string, string> = {};
  let [method, body, url] = ['GET', piped, ''];
  for (let at = words.indexOf('curl') + 1; at < words.length; at++) {
    const word = words[at] as string;
    const value = words[at + 1] as string;
    if (word === '-X') method = value;
    else if (word === '-d') body = value;
    else if (word === '-H') headers[value.slice(0, value.indexOf(':'))] = value.slice(value.indexOf(':') + 1).trim();
    else if (word.startsWith('http')) url = word;
    if (/^(-X|-d|-H|--data-binary)$/.test(word)) at++;
  }
  const { pathname, search } = new URL(url);
  return { path: `${pathname}${search}`, init: { method: body === null ? method : 'POST', headers, ...(body !== null && { body }) } };
}

/**
 * Whether an answer is what a document shows of it. A key or an entry `…` stands for everything else, and a text that ends in `…` for any text with
 * that beginning.
 */
export function shows(shown: unknown, answer: unknown): boolean {
  if (typeof shown === 'string' && shown.endsWith('…')) return typeof answer === 'string' && answer.startsWith(shown.slice(0, -1));
  if (Array.isArray(shown)) {
    if (!Array.isArray(answer)) return false;
    const more = shown.at(-1) === '…';
    const listed = more ? shown.slice(0, -1) : shown;
    return (more || listed.length === answer.length) && listed.every((entry, index) => shows(entry, answer[index]));
  }
  if (typeof shown === 'object' && shown !== null) {
    if (typeof answer !== 'object' || answer === null) return false;
    const { '…': more, ...listed } = shown as Record<string, unknown>;
    const there = answer as Record<string, unknown>;
    const complete = more !== undefined || Object.keys(listed).length === Object.keys(there).length;
    return complete && Object.entries(listed).every(([key, value]) => key in there && shows(value, there[key]));
  }
  return shown === answer;
}
