import type { ProblemCode } from '../contract/wire/problem.ts';
import type { Bilingual } from '../facts/dictionary.ts';

/** Status and sentences of every problem. */
export const PROBLEMS: Record<ProblemCode, { status: number; title: Bilingual; detail: Bilingual }> = {
  'malformed-request': {
    status: 400,
    title: { zh: '不是合法的 HTTP 请求', en: 'Not a request' },
    detail: {
      zh: '收到的内容不符合 HTTP/1.1，未作任何计算；请检查请求行、Host 等请求头和正文的长度。',
      en: 'What came is not HTTP/1.1; nothing was computed. Look at the request line, the headers (Host) and the length of the body.',
    },
  },
  'malformed-json': {
    status: 400,
    title: { zh: '不是合法的 JSON', en: 'Not JSON' },
    detail: { zh: '请求正文不是 UTF-8 编码的合法 JSON，未作任何计算。', en: 'The body is not JSON in UTF-8; nothing was computed.' },
  },
  'invalid-request': {
    status: 422,
    title: { zh: '请求内容有误', en: 'The request has faults' },
    detail: { zh: '请按 errors 中逐条列出的位置改正后重新提交。', en: 'Mend what errors lists, each with its place, and send it again.' },
  },
  'not-found': {
    status: 404,
    title: { zh: '没有找到', en: 'Not found' },
    detail: {
      zh: '没有这个地址或这项政策；可用的政策见 /api/v1/policies。',
      en: 'There is no such address or policy; /api/v1/policies lists the policies.',
    },
  },
  'method-not-allowed': {
    status: 405,
    title: { zh: '不支持该请求方法', en: 'Method not allowed' },
    detail: { zh: '该地址支持的方法见 Allow 响应头。', en: 'The Allow header lists the methods of this address.' },
  },
  'unsupported-media-type': {
    status: 415,
    title: { zh: '不支持该内容类型', en: 'Unsupported media type' },
    detail: {
      zh: '请用 application/json（批量和预算也可用 application/x-ndjson，检查政策文件也可用 application/yaml）、UTF-8 编码、不压缩地提交。',
      en: 'Send application/json (batches and budgets also application/x-ndjson, checks of policy files also application/yaml), in UTF-8 and not compressed.',
    },
  },
  'unknown-host': {
    status: 421,
    title: { zh: '不认识的主机名', en: 'Unknown host' },
    detail: {
      zh: '这台服务器没有登记请求所用的主机名或地址；请管理员把它写进 JINTIE_HOSTS 后重启服务。',
      en: 'This server does not go by the host of the request; whoever runs it can add the name to JINTIE_HOSTS and start it again.',
    },
  },
  'payload-too-large': {
    status: 413,
    title: { zh: '请求正文过大', en: 'The body is too large' },
    detail: {
      zh: '单人最多 256 KiB，政策文件最多 1.5 MiB，批量和预算最多 8 MiB，补发最多 32 MiB；更大的名册请用 application/x-ndjson 流式提交。',
      en: 'At most 256 KiB for one teacher, 1.5 MiB for a policy file, 8 MiB for a batch or budget, 32 MiB for arrears; stream larger rosters as application/x-ndjson.',
    },
  },
  'unknown-transfer-coding': {
    status: 501,
    title: { zh: '不支持该传输编码', en: 'Unknown transfer coding' },
    detail: {
      zh: '请求的 Transfer-Encoding 只能是 chunked；请不压缩地提交。',
      en: 'The Transfer-Encoding of a request may be chunked and nothing else; send it without compressing it.',
    },
  },
  internal: {
    status: 500,
    title: { zh: '服务器内部错误', en: 'Internal error' },
    detail: { zh: '这不是您的错误；请凭 X-Request-Id 联系维护者。', en: 'This is not your fault; report it with its X-Request-Id.' },
  },
};
