import { beforeAll, describe, expect, it } from '@jest/globals';
import { ASSETS } from '../../src/console/assets/assets.js';
import { browse, type Browsing } from './support/browse.js';
import { seedRights, type SeededRights } from './support/seedRights.js';
import { seedSessions, type Seed } from './support/seedSessions.js';
import { startConsole, type TestConsole } from './support/startConsole.js';

/** Faces are drawn for it, on a machine that may be busy, ms. */
const HOOK_MS = 120_000;

let desk: TestConsole;
let seed: Seed;
let rights: SeededRights;
let who: Readonly<Record<'nobody' | 'viewer' | 'reviewer', Browsing>>;

beforeAll(async () => {
  desk = await startConsole();
  seed = await seedSessions(desk.context, { days: 2, perDay: 4 });
  rights = await seedRights(desk.context);
  who = {
    nobody: await browse(desk.app),
    viewer: await browse(desk.app, 'vera'),
    reviewer: await browse(desk.app, 'rui'),
  };
}, HOOK_MS);

/** What each answers to whom. A route that is not here fails the last test. */
const ROUTES: readonly (readonly [string, 'GET' | 'POST', () => string, number, number, number])[] = [
  ['/console', 'GET', () => '/console', 303, 200, 200],
  ['/console/sessions', 'GET', () => '/console/sessions', 303, 200, 200],
  ['/console/sessions/:id', 'GET', () => `/console/sessions/${seed.verifiedId}`, 303, 200, 200],
  ['/console/audit', 'GET', () => '/console/audit', 303, 403, 200],
  ['/console/rights', 'GET', () => '/console/rights', 303, 200, 200],
  ['/console/rights/:id', 'GET', () => `/console/rights/${rights.access}`, 303, 200, 200],
  // Without the fields that each wants, a reviewer gets as far as what is missing; the archive wants none.
  ['/console/rights', 'POST', () => '/console/rights', 401, 403, 400],
  ['/console/rights/:id/close', 'POST', () => `/console/rights/${rights.access}/close`, 401, 403, 400],
  ['/console/rights/:id/archive', 'POST', () => `/console/rights/${rights.access}/archive`, 401, 403, 200],
  [
    '/console/rights/:id/portable',
    'POST',
    () => `/console/rights/${rights.portability}/portable`,
    401,
    403,
    400,
  ],
  ['/console/rights/:id/correct', 'POST', () => `/console/rights/${rights.access}/correct`, 401, 403, 409],
  ['/console/rights/:id/lift', 'POST', () => `/console/rights/${rights.access}/lift`, 401, 403, 303],
  [
    '/console/sessions/:id/pictures/:name',
    'POST',
    () => `/console/sessions/${seed.verifiedId}/pictures/picture-0-3`,
    ...([401, 403, 200] as const),
  ],
  ['/console/sign-in', 'GET', () => '/console/sign-in', 200, 200, 200],
  ['/console/language', 'GET', () => '/console/language?to=en', 303, 303, 303],
  ...Object.values(ASSETS).map(({ path }) => [path, 'GET', () => path, 200, 200, 200] as const),
];

describe('roles', () => {
  it.each(ROUTES)('%s %s answers as its role matrix says', async (_route, method, path, ...statuses) => {
    const found: number[] = [];
    for (const browsing of [who.nobody, who.viewer, who.reviewer]) {
      const form = { token: browsing === who.nobody ? '' : await browsing.token(), reason: 'case 4711' };
      const answer = method === 'GET' ? await browsing.get(path()) : await browsing.post(path(), form);
      found.push(answer.statusCode);
    }
    expect(found).toEqual(statuses);
  });

  it('a viewer’s page of a session tells how many pictures there are and has no way to one', async () => {
    const { body } = await who.viewer.get(`/console/sessions/${seed.verifiedId}`);
    expect(body).toContain('2 exist');
    expect(body).not.toMatch(/formaction|\/pictures\//);
  });

  it('there is no route that the matrix does not know', () => {
    const known = ROUTES.map(([route, method]) => `${method} ${route}`);
    const posts = ['POST /console/sign-in', 'POST /console/sign-out'];
    const found = desk.routes.filter((route) => !route.startsWith('HEAD '));
    expect([...new Set(found)].sort()).toEqual([...known, ...posts].sort());
  });
});
