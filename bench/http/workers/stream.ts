/**
 * The yardstick of a stream: parses each line and serialises a line of an answer for it, which it holds as objects and goes through again and
 * again; a PUT brings those lines. As in the product, a piece of the answer goes out for every piece of the request that completes a line.
 */
let answers: readonly unknown[] = [];

export default {
  async fetch(request: Request): Promise<Response> {
    if (request.method === 'PUT') {
      answers = (await request.json()) as unknown[];
      return new Response(null, { status: 204 });
    }
    return new Response(stream(request.body as ReadableStream<Uint8Array>), { headers: { 'content-type': 'application/x-ndjson' } });
  },
};

function stream(body: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  const encoder = new TextEncoder();
  let rest = '';
  let next = 0;
  return new ReadableStream({
    async pull(controller) {
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return controller.close();
        const lines = (rest + decoder.decode(value, { stream: true })).split('\n');
        rest = lines.pop() as string;
        if (lines.length === 0) continue;
        let piece = '';
        for (const line of lines) {
          JSON.parse(line);
          piece += `${JSON.stringify(answers[next])}\n`;
          next = (next + 1) % answers.length;
        }
        controller.enqueue(encoder.encode(piece));
        return;
      }
    },
  });
}
