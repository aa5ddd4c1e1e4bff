import { beforeAll, describe, expect, it } from '@jest/globals';
import { browse, type Browsing } from './support/browse.js';
import { makeSession, makeVerdict } from './support/makeSession.js';
import { startConsole, type TestConsole } from './support/startConsole.js';

const COUNT = 130;
const idOf = (index: number): string => `p${String(index).padStart(21, '0')}`;
let desk: TestConsole;
let vera: Browsing;

const insert = async (index: number, issuedAtMs: number): Promise<void> => {
  const session = makeSession(idOf(index), { issuedAtMs, subject: index % 2 === 0 ? 'even' : 'odd' });
  const verdict =
    index % 3 === 0
      ? makeVerdict(session, { verified: false, reason: 'FACE_MISMATCH' })
      : makeVerdict(session);
  await desk.context.store.transaction(async ({ sessions, verdicts }) => {
    await sessions.insert(session);
    await verdicts.insertOnce(verdict);
  });
};

beforeAll(async () => {
  desk = await startConsole();
  vera = await browse(desk.app, 'vera');
  // Ten at a time in the same millisecond: the time alone can't tell where a page ended.
  for (let index = 0; index < COUNT; index += 1) await insert(index, 1_000_000 + Math.floor(index / 10));
});

const idsOf = (body: string): string[] =>
  [...body.matchAll(/href="\/console\/sessions\/(p\d{21})"/g)].map(([, id]) => id ?? '');

const nextOf = (body: string): string | undefined =>
  /rel="next" href="([^"]+)"/.exec(body)?.[1]?.replaceAll('&#38;', '&').replaceAll('&#61;', '=');

async function walk(path: string, between: () => Promise<void> = async () => {}): Promise<string[]> {
  const seen: string[] = [];
  let next: string | undefined = path;
  while (next !== undefined) {
    const { body }: { body: string } = await vera.get(next);
    seen.push(...idsOf(body));
    next = nextOf(body);
    await between();
  }
  return seen;
}

describe('paging', () => {
  it('shows each session once, newest first, while new ones come in', async () => {
    let extra = COUNT;
    const seen = await walk('/console/sessions', () => insert((extra += 1), 2_000_000 + extra));
    expect(seen.slice(0, COUNT)).toEqual(
      Array.from({ length: COUNT }, (_, index) => idOf(index)).sort((a, b) => {
        const [first, second] = [Number(a.slice(1)), Number(b.slice(1))];
        return Math.floor(second / 10) - Math.floor(first / 10) || second - first;
      }),
    );
    expect(seen).toHaveLength(COUNT);
  });

  it('keeps the filter from page to page', async () => {
    const seen = await walk('/console/sessions?subject=even&reason=FACE_MISMATCH&state=decided');
    const numbers = seen.map((id) => Number(id.slice(1))).filter((number) => number < COUNT);
    expect(numbers.every((number) => number % 6 === 0)).toBe(true);
    expect(numbers).toHaveLength(Math.ceil(COUNT / 6));
  });

  it('a filter that nothing fits says so', async () => {
    expect((await vera.get('/console/sessions?subject=nobody')).body).toContain('No session fits.');
  });
});
