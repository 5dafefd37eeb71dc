// All that is answered over HTTP: the API, the state of the server, and the pages.
import type { Hono } from 'hono';
import { ProblemError } from '@bellwire/model/problem.ts';
import { answerJson, answerProblem } from './answer.ts';
import type { Pages } from './pages.ts';
import type { HttpEnv } from './remote-address.ts';
import type { Api } from './routes.ts';
import { apiRoutes } from './routes.ts';

export interface AppParts {
  readonly api: Api;
  readonly pages: Pages;
  /** Undefined where the server can do its work; else what is in the way, in words. */
  readonly notReady: () => Promise<string | undefined>;
}

export function createApp({ api, pages, notReady }: AppParts): Hono<HttpEnv> {
  const app = apiRoutes(api);
  app.get('/healthz', () => answerJson({ alive: true }));
  app.get('/readyz', async () => {
    const says = await inTime(notReady());
    return says === undefined
      ? answerJson({ ready: true })
      : answerProblem(new ProblemError('not-ready', { says }));
  });
  app.get('*', async (c) => (await pages.answer(c.req.raw)) ?? answerProblem(new ProblemError('not-found')));
  app.notFound(() => answerProblem(new ProblemError('not-found')));
  return app;
}

const mostMs = 2000;

/** Who asks for readiness wants an answer also where the database hangs. */
async function inTime(asked: Promise<string | undefined>): Promise<string | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve(`The answer took longer than ${mostMs} ms.`), mostMs);
  });
  try {
    return await Promise.race([asked, tooLate]);
  } catch {
    return 'The state of the server cannot be found out.';
  } finally {
    clearTimeout(timer);
  }
}
