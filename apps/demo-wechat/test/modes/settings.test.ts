import { afterEach, describe, expect, it, jest } from '@jest/globals';

const globals = globalThis as { HUOTI_MODE?: string; HUOTI_BACKEND_URL?: string };

/** The settings as a build with these two has them: the build puts them in as constants. */
async function builtWith(mode: string, backendUrl: string) {
  globals.HUOTI_MODE = mode;
  globals.HUOTI_BACKEND_URL = backendUrl;
  jest.resetModules();
  return import('../../src/settings/DemoSettings.js');
}

afterEach(() => {
  delete globals.HUOTI_MODE;
  delete globals.HUOTI_BACKEND_URL;
});

const LINK = { mode: 'local', backend: 'https://elsewhere.test', plan: 'blink', theme: 'dark' };

describe('settings', () => {
  it('of an operator’s build: no link changes mode, backend or actions', async () => {
    const { readSettings, printSettings } = await builtWith('web-view', 'https://operator.test');
    const settings = readSettings(LINK);
    expect(settings).toMatchObject({
      mode: 'web-view',
      backendUrl: 'https://operator.test',
      plan: '',
      theme: 'dark',
    });
    expect(printSettings(settings)).not.toContain('elsewhere');
  });

  it('of the demo’s own build: a link may name all three, encoded once or twice', async () => {
    const { readSettings } = await builtWith('', '');
    const wanted = { mode: 'local', backendUrl: 'https://elsewhere.test', plan: 'blink,turn-left' };
    const once = { ...LINK, backend: encodeURIComponent(LINK.backend), plan: 'blink%2Cturn-left' };
    expect(readSettings({ ...LINK, plan: 'blink,turn-left' })).toMatchObject(wanted);
    expect(readSettings(once)).toMatchObject(wanted);
    expect(readSettings({ mode: 'everything', backend: '%' })).toMatchObject({
      mode: 'local',
      backendUrl: '',
      plan: '',
    });
  });

  it('pages hand them on whole', async () => {
    const { readSettings, printSettings } = await builtWith('', '');
    const settings = readSettings({ ...LINK, plan: 'blink,turn-left', mirrored: 'unknown' });
    const handed = Object.fromEntries(new URLSearchParams(printSettings(settings)));
    expect(readSettings(handed)).toEqual(settings);
  });
});
