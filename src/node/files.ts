import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { type HeaderRule, headersFor, readHeadersFile } from './headers-file.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.md': 'text/markdown; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};
/** Types that are already compressed. */
const DENSE = ['.png', '.woff2', '.xlsx'];
const LEAST_COMPRESSED = 1_024;

const CODINGS: Readonly<Record<string, (bytes: Buffer) => Promise<Buffer>>> = {
  br: (bytes) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  gzip: promisify(gzip),
};

interface PageFile {
  readonly bytes: Buffer;
  readonly headers: readonly (readonly [string, string])[];
  readonly etag: string;
  readonly isDense: boolean;
  readonly compressed: Map<string, Promise<Buffer>>;
}

/** The files of the built page. They are few and never change, so all are held in memory, each compressed on first request. */
export class Files {
  readonly #files = new Map<string, PageFile>();

  /** @throws Error if the folder has no page */
  constructor(folder: string) {
    const rules = readHeadersFile(readFileSync(join(folder, '_headers'), 'utf8'));
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      const path = `/${name.replaceAll('\\', '/')}`;
      if (TYPES[extname(name)]) this.#files.set(path, fileOf(readFileSync(join(folder, name)), path, rules));
    }
    if (!this.#files.has('/index.html')) throw new Error(`there is no page in ${folder}`);
  }

  has(path: string): boolean {
    return this.#files.has(path);
  }

  /** Answers with an existing file. @param status 200, or 404 if the page stands in for something that does not exist */
  async answer(path: string, request: Request, status: 200 | 404 = 200): Promise<Response> {
    const file = this.#files.get(path) as PageFile;
    const headers = new Headers(file.headers as [string, string][]);
    headers.set('ETag', file.etag);
    if (status === 200 && namesTag(request.headers.get('if-none-match'), file.etag)) return new Response(null, { status: 304, headers });
    const coding = file.isDense ? undefined : codingOf(request.headers.get('accept-encoding'));
    if (!file.isDense) headers.set('Vary', 'Accept-Encoding');
    if (coding) headers.set('Content-Encoding', coding);
    const bytes = coding ? await compressed(file, coding) : file.bytes;
    headers.set('Content-Length', String(bytes.length));
    return new Response(new Uint8Array(bytes), { status, headers });
  }
}

function fileOf(bytes: Buffer, path: string, rules: readonly HeaderRule[]): PageFile {
  const type = TYPES[extname(path)] as string;
  const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
  const headers: [string, string][] = [
    ['Content-Type', type],
    ['Cache-Control', 'public, max-age=0, must-revalidate'],
    ...headersFor(rules, path),
  ];
  const isDense = DENSE.includes(extname(path)) || bytes.length < LEAST_COMPRESSED;
  return { bytes, headers: [...new Map(headers)], etag, isDense, compressed: new Map() };
}

function compressed({ bytes, compressed: made }: PageFile, coding: string): Promise<Buffer> {
  const before = made.get(coding);
  if (before) return before;
  const bytesThen = (CODINGS[coding] as (bytes: Buffer) => Promise<Buffer>)(bytes);
  made.set(coding, bytesThen);
  return bytesThen;
}

/** The best of our encodings that a client accepts. */
function codingOf(accepted: string | null): string | undefined {
  const taken = (accepted ?? '').split(',').flatMap((part) => {
    const [name = '', ...parameters] = part.split(';').map((one) => one.trim().toLowerCase());
    return parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter)) ? [] : [name];
  });
  return Object.keys(CODINGS).find((coding) => taken.includes(coding));
}

function namesTag(condition: string | null, etag: string): boolean {
  return (condition ?? '').split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag || tag.trim() === '*');
}
