import { readFileSync } from 'node:fs';
import t from 'tap';
import { ask, ProblemError } from '../../src/api/client/client.ts';
import { operations } from '../../src/api/client/operations.ts';
import { clientSource } from '../../src/api/openapi/client-source.ts';
import { describeApi } from '../../src/api/openapi/describe-api.ts';
import { allRoutes } from '../../src/api/routes.ts';

t.test('the client in the repository is the one of this description', async (t) => {
  const standing = readFileSync(new URL('../../src/api/client/operations.ts', import.meta.url), 'utf8');
  const made = clientSource(describeApi(allRoutes(), ''));
  // The formatter sets white space, quotes, commas and brackets; nothing else differs.
  const bare = (text: string): string => text.replaceAll(/[\s"',;|()]|^\/\/.*$/gm, '');
  t.equal(bare(standing), bare(made), 'npm run client');
  t.equal(Object.keys(operations).length, allRoutes().length);
});

t.test(
  'the client fills addresses, asks with what it is given, and turns problems into errors',
  async (t) => {
    const asked: { url: string; init: RequestInit | undefined }[] = [];
    const answers = [
      new Response(JSON.stringify({ rows: [], next: null })),
      new Response(JSON.stringify({ code: 'api.forbidden' }), { status: 403 }),
    ];
    const options = {
      base: 'http://127.0.0.1:8460',
      headers: () => ({ authorization: 'Bearer x' }),
      fetch: (async (url: string | URL | Request, init?: RequestInit) => {
        asked.push({ url: String(url), init });
        return answers.shift() ?? new Response('{}');
      }) as typeof fetch,
    };
    const page = await ask(options, 'evidenceList', { query: { limit: 2, state: 'stored' } });
    t.same(page, { rows: [], next: null });
    t.equal(asked[0]?.url, 'http://127.0.0.1:8460/api/v1/evidence?limit=2&state=stored');
    const problem = await ask(options, 'case', { params: { number: 'C1/2 号' } }).catch(
      (error: unknown) => error,
    );
    t.ok(problem instanceof ProblemError && problem.status === 403);
    t.equal(asked[1]?.url, `http://127.0.0.1:8460/api/v1/cases/${encodeURIComponent('C1/2 号')}`);
  },
);
