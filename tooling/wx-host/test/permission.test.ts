import { afterEach, describe, expect, it } from '@jest/globals';
import {
  openMiniProgram,
  type MiniProgramHost,
  type OpenMiniProgramOptions,
  type OpenPage,
} from '../src/index.js';
import { cameraPage } from './cameraPage.js';
import { writeMiniProgram, type MiniProgramFiles } from './writeMiniProgram.js';

let host: MiniProgramHost;
afterEach(() => host.close());

async function open(
  options: Partial<OpenMiniProgramOptions>,
  files: MiniProgramFiles = cameraPage,
): Promise<OpenPage> {
  host = openMiniProgram({ directory: writeMiniProgram(files), ...options });
  return host.open();
}

/** What a call in the realm answers. */
async function answer(page: OpenPage, expression: string): Promise<unknown> {
  let told: unknown;
  const tell = (value: unknown): void => {
    told = JSON.parse(JSON.stringify(value));
  };
  host.realm.global['tell'] = host.realm.expose(tell);
  host.realm.run(`(${expression}).then(tell, tell)`);
  return page.waitFor(() => told);
}

const AUTHORIZE = `wx.authorize({ scope: 'scope.camera' })`;

describe("the camera's permission", () => {
  it('is asked for once: after a refusal a question fails at once', async () => {
    const page = await open({ permission: { answer: 'refuse' } });
    await page.waitForText('insertCamera:fail auth deny');
    expect(host.permission.askedCount).toBe(1);
    expect(await answer(page, AUTHORIZE)).toMatchObject({ errMsg: 'authorize:fail auth deny' });
    expect(host.permission.askedCount).toBe(1);
  });

  it('is unknown in the settings before the question and known after it', async () => {
    const page = await open({}, {});
    expect(await answer(page, 'wx.getSetting()')).toEqual({ errMsg: 'getSetting:ok', authSetting: {} });
    expect(await answer(page, AUTHORIZE)).toEqual({ errMsg: 'authorize:ok' });
    expect(await answer(page, 'wx.getSetting()')).toMatchObject({ authSetting: { 'scope.camera': true } });
  });

  it('is granted later in the settings, which open after a tap alone', async () => {
    const page = await open({ permission: { scope: false, inSettings: true } });
    await page.waitForText('auth deny');
    expect(await answer(page, 'wx.openSetting()')).toEqual({
      errMsg: 'openSetting:fail can only be invoked by user TAP gesture.',
    });
    expect(host.permission.scope).toBe(false);
    await page.tap('#settings');
    await page.waitForText('camera=true');
    // The refused element stays refused: a new one is asked for.
    expect(host.camera.states()).toEqual(['refused']);
    await page.tap('#again');
    await page.waitForText('started');
  });
});

describe('the privacy agreement', () => {
  const withWindow: MiniProgramFiles = {
    ...cameraPage,
    'app.js': `App({ onLaunch() { wx.onNeedPrivacyAuthorization((resolve, info) => { this.resolve = resolve; this.asked = info.referrer; }); } });`,
    'pages/index.wxml':
      String(cameraPage['pages/index.wxml']) +
      `<button id="agree" open-type="agreePrivacyAuthorization" bindagreeprivacyauthorization="agreed">agree</button>
       <button id="no" bindtap="no">no</button>`,
    'pages/index.js': String(cameraPage['pages/index.js']).replace(
      'Page({',
      `Page({
        agreed() { getApp().resolve({ event: 'agree', buttonId: 'agree' }); },
        no() { getApp().resolve({ event: 'disagree' }); },`,
    ),
  };

  it('holds the camera back until its button is tapped', async () => {
    const page = await open({ privacy: { needed: true } }, withWindow);
    await page.settle();
    expect(host.camera.states()).toEqual(['starting']);
    expect(host.permission.askedCount).toBe(0);
    await page.tap('#agree');
    await page.waitForText('started');
    expect(host.privacy.needed).toBe(false);
  });

  it('refuses the camera where the user disagrees', async () => {
    const page = await open({ privacy: { needed: true } }, withWindow);
    await page.tap('#no');
    await page.waitForText('insertCamera:fail privacy permission is not authorized');
    expect(host.privacy.needed).toBe(true);
  });

  it('is not given by a script that was not helped by a tap', async () => {
    const page = await open({ privacy: { needed: true } }, withWindow);
    page.call('agreed');
    await page.waitForText('privacy permission is not authorized');
  });

  it('fails with 112 where the operator has not declared the camera', async () => {
    const page = await open({ privacy: { declared: false } }, {});
    expect(await answer(page, 'wx.requirePrivacyAuthorize()')).toMatchObject({ errno: 112 });
    expect(await answer(page, AUTHORIZE)).toMatchObject({
      errMsg: 'authorize:fail api scope is not declared in the privacy agreement',
    });
  });

  it("is asked for by the platform's own window where the mini-program has none", async () => {
    const page = await open({ privacy: { needed: true, answer: 'disagree' } }, {});
    expect(await answer(page, 'wx.getPrivacySetting()')).toMatchObject({ needAuthorization: true });
    expect(await answer(page, 'wx.requirePrivacyAuthorize()')).toMatchObject({ errno: 104 });
    host.privacy.answer = 'agree';
    expect(await answer(page, 'wx.requirePrivacyAuthorize()')).toEqual({
      errMsg: 'requirePrivacyAuthorize:ok',
    });
    expect(host.privacy.askedCount).toBe(2);
  });
});
