import { isHuotiError } from '@huoti/protocol';
import type { ServerContext } from '@huoti/server';
import type { FastifyInstance } from 'fastify';
import type { ConsoleParts } from './ConsoleParts.js';
import { CONSOLE_PATH } from './consolePath.js';
import type { ConsoleSettings } from './ConsoleSettings.js';
import { PICTURE_POLICY, SECURITY_HEADERS } from './http/securityHeaders.js';
import { sendPage } from './http/sendPage.js';
import { viewOf } from './http/viewOf.js';
import { say } from './language/say.js';
import { createPasswordHasher } from './operators/createPasswordHasher.js';
import { messagePage } from './pages/messagePage.js';
import { openRoutes } from './routes/openRoutes.js';
import { pageRoutes } from './routes/pageRoutes.js';
import { pictureRoute } from './routes/pictureRoute.js';
import { rightsActRoutes } from './routes/rightsActRoutes.js';
import { rightsFileRoutes } from './routes/rightsFileRoutes.js';
import { rightsPageRoutes } from './routes/rightsPageRoutes.js';
import { signInRoutes } from './routes/signInRoutes.js';
import { DEFAULT_SIGN_IN_TIMES } from './signIn/defaultSignInTimes.js';
import { randomName } from './signIn/randomName.js';

/** What {@link consolePlugin} takes. */
export interface ConsolePluginOptions {
  readonly context: ServerContext;
  readonly settings?: ConsoleSettings;
}

/** Largest form, bytes: the longest fields there are, percent-encoded. */
const FORM_BYTES = 8192;
/** Random bytes of the password that nobody has. */
const NOBODY_BYTES = 32;

/**
 * The operator's console, under `/console`: pages drawn on the server for people who have an account. Stands alone: its
 * headers, body parser and error pages are its own and reach no other route.
 *
 * @example await app.register(consolePlugin, { context, settings: { timeZone: 'Asia/Shanghai' } });
 */
export async function consolePlugin(
  app: FastifyInstance,
  { context, settings = {} }: ConsolePluginOptions,
): Promise<void> {
  const passwords = settings.passwords ?? createPasswordHasher();
  const parts: ConsoleParts = {
    context,
    zone: settings.timeZone ?? 'UTC',
    signInTimes: settings.signInTimes ?? DEFAULT_SIGN_IN_TIMES,
    passwords,
    nobodysHash: await passwords.hash(randomName(context.random, NOBODY_BYTES)),
  };
  await app.register(async (scope) => mount(scope, parts), { prefix: CONSOLE_PATH });
}

function mount(scope: FastifyInstance, parts: ConsoleParts): void {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: FORM_BYTES },
    (_request, body, done) => done(null, new URLSearchParams(String(body))),
  );

  // At the very end: whatever a hook of the whole service wrote, the console's own rules hold.
  scope.addHook('onSend', async (_request, reply) => {
    const isPicture = reply.getHeader('content-type') === 'image/jpeg';
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) {
      if (name === 'cache-control' && reply.hasHeader(name)) continue;
      reply.header(name, value);
    }
    if (isPicture) reply.header('content-security-policy', PICTURE_POLICY);
  });

  scope.setNotFoundHandler((request, reply) => {
    const view = viewOf(parts, request);
    const { language } = view;
    const page = messagePage(view, {
      title: say(language, 'missing.title'),
      text: say(language, 'missing.body'),
    });
    return sendPage(reply, page, 404);
  });

  scope.setErrorHandler<Error & { statusCode?: number }>((error, request, reply) => {
    const view = viewOf(parts, request);
    const { language } = view;
    const { statusCode = 500 } = error;
    if (statusCode >= 400 && statusCode < 500) {
      const page = messagePage(view, { title: say(language, 'bad.title'), text: say(language, 'bad.body') });
      return sendPage(reply, page, statusCode);
    }
    request.log.error({ err: error }, 'console');
    const text = say(language, 'broken.body', { id: request.id });
    const page = messagePage(view, { title: say(language, 'broken.title'), text });
    return sendPage(reply, page, isHuotiError(error, 'BUSY') ? 503 : 500);
  });

  openRoutes(scope);
  signInRoutes(scope, parts);
  pageRoutes(scope, parts);
  pictureRoute(scope, parts);
  rightsPageRoutes(scope, parts);
  rightsActRoutes(scope, parts);
  rightsFileRoutes(scope, parts);
}
