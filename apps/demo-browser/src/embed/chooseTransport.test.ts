import { describe, expect, it } from '@jest/globals';
import { chooseTransport } from './chooseTransport.js';

const LISTED = 'https://bank.example';

/** A page inside another one, of a server that lists some. */
function framed(search: string, parents: unknown, ok = true) {
  return {
    parent: {},
    location: { search },
    fetch: () => Promise.resolve({ ok, json: () => Promise.resolve({ parents }) }),
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  } as object as Window;
}
const nameOf = async (view: Window): Promise<string | null> => (await chooseTransport(view))?.name ?? null;

describe('the app around the page', () => {
  it('is looked for in the page’s own window where nothing is around it', async () => {
    const view: Record<string, unknown> = { location: { search: '' } };
    view.parent = view;
    // Nobody is there yet: it may come.
    expect(await nameOf(view as object as Window)).toBe('none');
    expect(view).toHaveProperty('huotiBridge');
  });

  it('is the page around it where the server lists that one', async () => {
    expect(await nameOf(framed('', [LISTED]))).toBe('iframe');
    expect(await nameOf(framed(`?parent=${LISTED}`, ['https://other.example', LISTED]))).toBe('iframe');
  });

  it('is nobody whom the address names and the server does not', async () => {
    // The attacker frames the page and names itself in its address.
    expect(await nameOf(framed('?parent=https://evil.example', [LISTED]))).toBeNull();
    expect(await nameOf(framed('?parent=https://evil.example', []))).toBeNull();
    expect(await nameOf(framed('', []))).toBeNull();
    expect(await nameOf(framed('', 'https://evil.example'))).toBeNull();
    expect(await nameOf(framed(`?parent=${LISTED}`, [LISTED], false))).toBeNull();
  });

  it('is not the app’s own object inside of a frame', async () => {
    const view = framed('', []);
    Object.assign(view, { huotiHost: { postMessage: () => undefined, addEventListener: () => undefined } });
    expect(await nameOf(view)).toBeNull();
  });
});
