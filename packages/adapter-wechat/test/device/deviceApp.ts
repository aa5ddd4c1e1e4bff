import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openMiniProgram, type OpenMiniProgramOptions } from '@huoti/wx-host';
import { build } from 'esbuild';
import type { MiniProgramKind } from '../../src/platform/MiniProgramProfile.js';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The part of the view that differs between the platforms. */
const VIEWS: Readonly<
  Record<MiniProgramKind, { suffix: string; api: string; when: string; events: string }>
> = {
  wechat: {
    suffix: 'wxml',
    api: 'wx',
    when: 'wx:if',
    events: 'bindinitdone="onCameraReady" bindstop="onCameraStop" binderror="onCameraError"',
  },
  alipay: {
    suffix: 'axml',
    api: 'my',
    when: 'a:if',
    events: 'onReady="onCameraReady" onStop="onCameraStop" onError="onCameraError"',
  },
  douyin: {
    suffix: 'ttml',
    api: 'tt',
    when: 'tt:if',
    events: 'bindinitdone="onCameraReady" bindstop="onCameraStop" binderror="onCameraError"',
  },
};

/** The page of the README, with a hand for each thing that a test does. */
const page = (kind: MiniProgramKind): string => `
const huoti = require('../huoti.js');
const api = ${VIEWS[kind].api};
const profile = huoti.miniProgramProfiles.${kind};
const clock = huoti.createMiniProgramClock();
const pieces = { api, profile, clock };
Page({
  data: { cameraShown: false, colour: '' },
  onLoad() {
    this.element = huoti.createCameraElement();
    this.element.onWanted((wanted) => this.setData({ cameraShown: wanted }));
    this.controller = huoti.createAbortController();
  },
  onCameraReady() { this.element.ready(); },
  onCameraStop() { this.element.fault({ kind: 'stopped', detail: 'stop' }); },
  onCameraError(event) { this.element.fault({ kind: 'broken', detail: String(event.detail && event.detail.errMsg) }); },
  onHide() { this.element.left('hidden'); },
  onUnload() { this.element.left('unloaded'); },
  onSettings() { this.settings = huoti.openCameraSettings(pieces); },
  settingsAnswer() { return this.settings; },
  access: () => huoti.checkCameraAccess(pieces),
  facts: () => huoti.readMiniProgramFacts(pieces),
  async open() {
    this.source = this.source || huoti.createMiniProgramCameraSource({ ...pieces, element: this.element });
    this.stream = await this.source.open({ signal: this.controller.signal });
  },
  async frame() {
    const frame = await this.stream.nextFrame();
    const { widthPx, heightPx, timestampMs } = frame;
    const seen = { widthPx, heightPx, timestampMs, red: frame.data[0] };
    frame.close();
    return { ...seen, afterClose: frame.data[0] };
  },
  close() { return this.stream.close(); },
  abort() { this.controller.abort(); },
  async random() {
    const random = await huoti.createMiniProgramRandom(pieces);
    return Array.from(random.fill(new Uint8Array(64)));
  },
  async send(url) {
    const transport = huoti.createMiniProgramTransport({ api, clock });
    const { status, header, body } = await transport.send({
      url, method: 'POST', headers: { 'x-sent': 'yes' }, body: new Uint8Array([104, 105]), maxBytes: 1000,
      signal: this.controller.signal,
    });
    return { status, type: header('Content-Type'), body: Array.from(body) };
  },
  async light() {
    const surface = {
      isVisible: () => true,
      paint: (colour) => new Promise((resolve) => this.setData({ colour: colour === null ? '' : colour.join() }, resolve)),
    };
    this.lamp = huoti.createMiniProgramScreenLight({ api, clock, surface });
    return this.lamp.show([1, 0.5, 0]);
  },
  dark() { return this.lamp.close(); },
  native() {
    return huoti.createMiniProgramLiveness({ api, profile, clock, mode: {
      mode: 'native',
      begin: async () => ({ verifyId: 'id' }),
      complete: async () => ({ status: 'completed' }),
    } }).run({ signal: this.controller.signal });
  },
});
`;

/** A page on a platform, open in the executed host. */
export interface OpenDevice {
  readonly host: ReturnType<typeof openMiniProgram>;
  readonly page: Awaited<ReturnType<ReturnType<typeof openMiniProgram>['open']>>;
  call<Result = unknown>(method: string, ...values: unknown[]): Promise<Result>;
  close(): void;
}

/** Our sources as the one file that a mini-program takes. */
const code = build({
  absWorkingDir: here('../..'),
  entryPoints: ['src/index.ts'],
  bundle: true,
  write: false,
  format: 'cjs',
  platform: 'neutral',
  mainFields: ['module', 'main'],
  target: 'es2017',
  // As the built file has it: the hash library asks for a name of 2022.
  define: { 'Object.hasOwn': 'objectHasOwn' },
  banner: { js: 'var objectHasOwn = (of, name) => Object.prototype.hasOwnProperty.call(of, name);' },
  logLevel: 'error',
});

/** Writes a mini-program around the sources and opens its second page, so that there is one to go back to. */
export async function openDevice(
  kind: MiniProgramKind,
  options: Partial<OpenMiniProgramOptions> = {},
): Promise<OpenDevice> {
  const directory = mkdtempSync(join(tmpdir(), 'huoti-device-app-'));
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), text);
  };
  const { suffix, when, events } = VIEWS[kind];
  write('huoti.js', (await code).outputFiles[0]?.text ?? '');
  write('app.json', JSON.stringify({ pages: ['start/index', 'check/index'] }));
  write('app.js', 'App({});\n');
  for (const name of ['start', 'check']) write(`${name}/index.json`, '{}');
  write(`start/index.${suffix}`, '<view></view>');
  write('start/index.js', 'Page({});\n');
  write(
    `check/index.${suffix}`,
    `<view><camera ${when}="{{cameraShown}}" id="huoti-camera" device-position="front" frame-size="small" ${events} />
<view id="colour">{{colour}}</view><button id="settings" ${kind === 'alipay' ? 'onTap' : 'bindtap'}="onSettings">settings</button></view>`,
  );
  write('check/index.js', page(kind));
  const host = openMiniProgram({ directory, kind, ...options });
  await host.open('start/index');
  const opened = await host.open('check/index');
  return {
    host,
    page: opened,
    call: (method, ...values) => Promise.resolve(opened.call(method, ...values)) as Promise<never>,
    close: () => {
      host.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
