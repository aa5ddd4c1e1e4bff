import type { FastifyInstance } from 'fastify';
import type { ConsoleParts } from '../ConsoleParts.js';
import { CONSOLE_PATH } from '../consolePath.js';
import { formHolds } from '../http/formHolds.js';
import { formOf } from '../http/formOf.js';
import { isOwnPost } from '../http/isOwnPost.js';
import { localPath } from '../http/localPath.js';
import { queryOf } from '../http/queryOf.js';
import { sendPage } from '../http/sendPage.js';
import { viewOf } from '../http/viewOf.js';
import { say } from '../language/say.js';
import { messagePage } from '../pages/messagePage.js';
import { signInPage } from '../pages/signInPage.js';
import { parseSignInToken } from '../signIn/parseSignInToken.js';
import { signIn } from '../signIn/signIn.js';
import { signInCookie } from '../signIn/signInCookie.js';
import { signedIn } from './signedIn.js';

/** Longest field that is looked at, in characters: a password has 128 at most, as many as 256 units of UTF-16. */
const MAX_FIELD = 256;

/** In, and out again. */
export function signInRoutes(scope: FastifyInstance, parts: ConsoleParts): void {
  const { context, passwords, nobodysHash, signInTimes: times } = parts;

  scope.get('/sign-in', async (request, reply) => {
    const view = viewOf(parts, request);
    const query = queryOf(request);
    const back = localPath(query.get('back'));
    const key = query.has('ended')
      ? 'in.ended'
      : query.has('back') && back !== CONSOLE_PATH
        ? 'in.needed'
        : null;
    const note = key === null ? undefined : { text: say(view.language, key), isFault: false };
    return sendPage(reply, signInPage(view, { note, back }));
  });

  scope.post('/sign-in', async (request, reply) => {
    const view = viewOf(parts, request);
    if (!isOwnPost(request)) {
      const title = say(view.language, 'refused.title');
      return sendPage(reply, messagePage(view, { title, text: say(view.language, 'refused.post') }), 403);
    }
    const form = formOf(request);
    const [name, password] = [form.get('name') ?? '', form.get('password') ?? ''];
    const back = localPath(form.get('back'));
    const refuse = (text: string, status: number) =>
      sendPage(reply, signInPage(view, { note: { text, isFault: true }, back }), status);
    if (name.length > MAX_FIELD || password.length > MAX_FIELD) {
      return refuse(say(view.language, 'in.wrong'), 401);
    }
    const before = parseSignInToken(signInCookie.read(request) ?? '');
    const answer = await signIn(context, {
      ...{ name, password, address: request.ip, passwords, nobodysHash, times },
      replaces: before?.id ?? null,
    });
    if (answer.ok) {
      return reply.header('set-cookie', signInCookie.set(request, answer.token.value)).redirect(back, 303);
    }
    if (answer.code === 'WRONG') return refuse(say(view.language, 'in.wrong'), 401);
    reply.header('retry-after', answer.retryAfterS);
    const minutes = Math.ceil(answer.retryAfterS / 60);
    return refuse(say(view.language, 'in.throttled', { minutes }), 429);
  });

  scope.post(
    '/sign-out',
    signedIn(parts, async ({ request, reply, visitor, view }) => {
      if (!formHolds(request, visitor)) {
        const title = say(view.language, 'refused.title');
        return sendPage(reply, messagePage(view, { title, text: say(view.language, 'refused.post') }), 403);
      }
      const { id } = visitor.operator;
      await context.store.transaction(async ({ operators, audit }) => {
        await operators.deleteSignIn(visitor.signInId);
        const row = {
          atMs: context.time.nowMs(),
          actor: `operator:${id}`,
          object: id,
          pseudonym: null,
          facts: {},
        };
        await audit.append({ ...row, action: 'operator-sign-out' });
      });
      return reply
        .header('set-cookie', signInCookie.clear(request))
        .redirect(`${CONSOLE_PATH}/sign-in?ended=1`, 303);
    }),
  );
}
