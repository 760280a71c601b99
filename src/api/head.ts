/**
 * Answers HEAD like GET, with the same headers and without the body. `Content-Length` is set if the body is complete and would be sent
 * unchanged.
 */
export function withHead<Env extends unknown[]>(
  answer: (request: Request, ...env: Env) => Response | Promise<Response>,
): (request: Request, ...env: Env) => Response | Promise<Response> {
  return (request, ...env) =>
    request.method === 'HEAD' ? headOf(answer(new Request(request, { method: 'GET' }), ...env)) : answer(request, ...env);
}

async function headOf(answered: Response | Promise<Response>): Promise<Response> {
  const { status, headers, body } = await answered;
  const response = new Response(null, { status, headers });
  if (headers.has('content-length') || headers.has('content-encoding') || body === null) await body?.cancel();
  else response.headers.set('Content-Length', String((await new Response(body).arrayBuffer()).byteLength));
  return response;
}
