/** The yardstick of a batch: parses the body and serialises an answer that it holds as objects; a PUT brings that answer. */
let answer: unknown = null;

export default {
  async fetch(request: Request): Promise<Response> {
    const body: unknown = await request.json();
    if (request.method === 'PUT') {
      answer = body;
      return new Response(null, { status: 204 });
    }
    return new Response(JSON.stringify(answer), { headers: { 'content-type': 'application/json' } });
  },
};
