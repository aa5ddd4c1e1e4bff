import { afterEach, describe, expect, it } from '@jest/globals';
import { openMiniProgram, type MiniProgramHost, type OpenMiniProgramOptions } from '../src/index.js';
import { writeMiniProgram } from './writeMiniProgram.js';

let host: MiniProgramHost;
afterEach(() => host.close());

const face = {
  points: Array.from({ length: 106 }, (_, at) => ({ x: at / 106, y: 0.5 })),
  origin: { x: 0.2, y: 0.2 },
  size: { width: 0.5, height: 0.5 },
  angle: [0, 0, 0],
  confidence: [1],
};

async function told(options: Partial<OpenMiniProgramOptions>): Promise<string> {
  host = openMiniProgram({ directory: writeMiniProgram({}), ...options });
  const page = await host.open();
  host.realm.run(`var told = []; var session = wx.createVKSession({ track: { face: { mode: 2 } } });
    session.on('updateAnchors', (a) => told.push(a.length + ' face of ' + a[0].points.length));
    session.on('removeAnchors', () => told.push('no face'));
    const show = (v) => session.detectFace({ frameBuffer: new Uint8Array([v, 0, 0, 255]).buffer, width: 1, height: 1 });
    session.start((code) => { told.push('code ' + code); show(1); show(0); setTimeout(() => told.push('end'), 20); });`);
  await page.waitFor(() => host.realm.run('told.includes("end")'));
  return String(host.realm.run('told.join()'));
}

describe("the platform's vision kit", () => {
  it('gives the faces that the test finds in a picture, and says when there is none', async () => {
    const vision = { detect: ({ data }: { data: ArrayLike<number> }) => (data[0] === 1 ? [face] : []) };
    expect(await told({ vision })).toBe('code 0,1 face of 106,no face,end');
    expect(host.alive().visionSessions).toBe(1);
    host.realm.run('session.destroy(); show(1)');
    expect(host.alive().visionSessions).toBe(0);
  });

  it('refuses with the codes of its document', async () => {
    const vision = { detect: () => [face] };
    expect(await told({ vision, permission: { scope: false } })).toBe('code 2003002,end');
    host.close();
    expect(await told({ vision, privacy: { needed: true, answer: 'disagree' } })).toBe('code 104,end');
    host.close();
    expect(await told({ vision, privacy: { declared: false } })).toBe('code 112,end');
    host.close();
    expect(await told({ vision: { ...vision, startCode: 1025 } })).toBe('code 1025,end');
  });

  it('is absent where the test scripts none, and that is not a member that is missing', async () => {
    host = openMiniProgram({ directory: writeMiniProgram({}) });
    await host.open();
    expect(host.realm.run('typeof wx.createVKSession + typeof wx.requestFacialVerify')).toBe(
      'undefinedundefined',
    );
    expect(host.missing()).toEqual([]);
  });
});

describe("the platform's own verification", () => {
  it('answers as the test says', async () => {
    const verify = (id: string) => (id === 'good' ? { verifyResult: 'token-1' } : { errCode: 90100 });
    host = openMiniProgram({ directory: writeMiniProgram({}), nativeVerification: { verify } });
    const page = await host.open();
    host.realm.run(`var told = []; for (const verifyId of ['good', 'bad'])
      wx.requestFacialVerify({ verifyId, success: (r) => told.push(r.verifyResult), fail: (e) => told.push(e.errCode) });`);
    await page.waitFor(() => host.realm.run('told.length') === 2);
    expect(host.realm.run('told.join()')).toBe('token-1,90100');
  });
});
