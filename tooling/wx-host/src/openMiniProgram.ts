import { performance } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { Answering } from './api/Answering.js';
import { AppListeners } from './api/AppListeners.js';
import type { HostFacts } from './api/HostFacts.js';
import { NetworkTasks } from './api/NetworkTasks.js';
import type { VisionSession } from './api/visionApi.js';
import { buildHostApi } from './buildHostApi.js';
import { CameraHardware } from './camera/CameraHardware.js';
import type { CameraOptions } from './camera/CameraOptions.js';
import { exposeCamera } from './camera/exposeCamera.js';
import type { HostCore } from './HostCore.js';
import type { OpenMiniProgramOptions } from './HostOptions.js';
import { kindTable } from './kindTable.js';
import type { MiniProgramHost } from './MiniProgramHost.js';
import { loadModules } from './package/loadModules.js';
import { PackageFiles } from './package/PackageFiles.js';
import { readAppConfig } from './package/readAppConfig.js';
import { LogicLayer } from './page/LogicLayer.js';
import { PageStack } from './page/PageStack.js';
import { CameraPermission } from './permission/CameraPermission.js';
import { Privacy } from './permission/Privacy.js';
import { TapGesture } from './permission/TapGesture.js';
import { hiddenNamesOf } from './realm/hiddenNamesOf.js';
import { openRealm, type OpenRealmOptions } from './realm/openRealm.js';
import { HostRecord } from './record/HostRecord.js';
import { compileViews } from './view/compileViews.js';
import { ViewEngine } from './view/ViewEngine.js';
import { wasmGlobal } from './wasm/wasmGlobal.js';
import type { HostWorker } from './worker/HostWorker.js';

const FACTS: HostFacts = {
  platform: 'android',
  system: 'Android 13',
  brand: 'emulated',
  model: 'emulated',
  version: '8.0.50',
  SDKVersion: '3.7.0',
  language: 'zh_CN',
  networkType: 'wifi',
  theme: 'light',
  windowWidth: 375,
  windowHeight: 667,
  pixelRatio: 2,
  brightness: 0.5,
};

const CAMERA: CameraOptions = {
  sizes: {
    small: { widthPx: 288, heightPx: 352 },
    medium: { widthPx: 480, heightPx: 640 },
    large: { widthPx: 720, heightPx: 1280 },
  },
  rotationDegrees: 0,
  mirrored: false,
  readyAfterMs: 20,
  present: true,
  afterReturn: 'ready',
};

/**
 * Opens a built mini-program the way a phone does: its scripts in a bare realm, its pages drawn by the platform's own framework from
 * templates compiled by the platform's own compiler, and JSON alone between the two.
 *
 * @example
 * const host = openMiniProgram({ directory: 'dist/weapp' });
 * const page = await host.open('pages/check/index');
 * await page.tap('#start');
 * await host.camera.play(frames, { fps: 15 }).done;
 * await page.waitForText('done');
 * host.close();
 *
 * @throws TypeError where the folder is not a built mini-program, or a template does not compile
 */
export function openMiniProgram(options: OpenMiniProgramOptions): MiniProgramHost {
  const { directory, kind = 'wechat' } = options;
  const row = kindTable[kind];
  const config = readAppConfig(directory);
  const record = new HostRecord();
  const listenersBox: { current: AppListeners | null } = { current: null };
  const realmOptions: OpenRealmOptions = {
    promise: options.promise ?? 'native',
    engine: options.engine ?? 'new',
    log: (level, values) => record.console.push({ level, values }),
    fail: (thrown) => {
      record.errors.push(thrown);
      listenersBox.current?.emit('Error', String(thrown));
    },
  };
  const realm = openRealm(realmOptions);
  const answering = new Answering(realm, record);
  const later = (work: () => void, delayMs: number): void => answering.later(work, delayMs);
  const listeners = (listenersBox.current = new AppListeners(realm));
  const permission = new CameraPermission(
    { scope: undefined, answer: 'grant', inSettings: undefined, answerAfterMs: 5, ...options.permission },
    row.cameraScope,
    later,
  );
  const privacy = new Privacy({ needed: false, declared: true, answer: 'agree', ...options.privacy }, realm);
  const files = new PackageFiles({
    directory,
    config,
    later,
    delayMs: () => options.packages?.delayMs ?? 20,
    fails: (part) => options.packages?.failing?.includes(part) === true,
  });
  const core: HostCore = {
    ...{ kind, row, options, config, record, realm, files, answering, listeners, permission, privacy },
    facts: { ...FACTS, ...options.facts },
    gesture: new TapGesture(() => performance.now()),
    camera: new CameraHardware({
      ...{ realm, answering, permission, privacy },
      options: { ...CAMERA, ...options.camera },
      readyEvent: row.cameraReady,
    }),
  };
  const hidden = hiddenNamesOf(row, options);
  const modules = loadModules({
    realm,
    hidden,
    read: (path) => files.read(path),
    fetch: (path) => files.fetch(files.partOf(path)),
  });
  const layer = new LogicLayer(core, modules);
  const engine = new ViewEngine(compileViews(directory, kind), (level, text) =>
    record.viewConsole.push(`${level}: ${text}`),
  );
  const stack = new PageStack(core, layer, engine);
  const workers: HostWorker[] = [];
  const tasks = new NetworkTasks();
  const sessions: VisionSession[] = [];
  const api = buildHostApi({ core, stack, realmOptions, workers, tasks, sessions });
  Object.assign(
    realm.global,
    { [row.api]: api },
    realm.expose({
      ...layer.globals(() => stack.instances()),
      ...wasmGlobal(core, realm),
      ...row.globals,
      ...options.globals,
    }),
  );

  const camera = exposeCamera(core.camera);
  let launched = false;
  const appCall = (method: string, ...values: unknown[]): void => {
    realm.call(layer.app?.[method], layer.app, ...values);
  };
  const entry = { path: config.pages[0] ?? '', query: {}, scene: 1001, referrerInfo: {} };
  const settle = (): Promise<void> => setTimeout(15);
  const host: MiniProgramHost = {
    kind,
    launch() {
      if (launched) return;
      launched = true;
      layer.loadApp();
      appCall('onLaunch', entry);
      appCall('onShow', entry);
    },
    async open(route = config.pages[0] ?? '', query = {}) {
      if (!files.partOf(route).independent) host.launch();
      const page = await stack.open(route, query);
      await settle();
      return page;
    },
    front() {
      const page = stack.pages.at(-1);
      if (!page) throw new TypeError('no page is open: call open first');
      return page;
    },
    get pages() {
      return stack.pages;
    },
    async back() {
      if (stack.pages.length < 2) return host.hideApp();
      stack.back();
      await settle();
    },
    async leave() {
      stack.closeAll();
      await settle();
    },
    async hideApp() {
      stack.appHide();
      appCall('onHide');
      listeners.emit('AppHide', {});
      core.camera.hide();
      await settle();
    },
    async showApp() {
      appCall('onShow', entry);
      listeners.emit('AppShow', entry);
      stack.appShow();
      core.camera.show();
      await settle();
    },
    async changeTheme(theme) {
      core.facts.theme = theme;
      listeners.emit('ThemeChange', { theme });
      await settle();
    },
    async resize(windowWidth, windowHeight) {
      Object.assign(core.facts, { windowWidth, windowHeight });
      const size = { windowWidth, windowHeight, screenWidth: windowWidth, screenHeight: windowHeight };
      listeners.emit('WindowResize', { size });
      stack.resize({ size, deviceOrientation: windowWidth > windowHeight ? 'landscape' : 'portrait' });
      await settle();
    },
    async warnOfMemory(level = 10) {
      listeners.emit('MemoryWarning', { level });
      await settle();
    },
    async interruptAudio(phase = 'begin') {
      listeners.emit(phase === 'begin' ? 'AudioInterruptionBegin' : 'AudioInterruptionEnd');
      await settle();
    },
    camera,
    permission: withCount(permission.script, () => permission.asked),
    privacy: withCount(privacy.script, () => privacy.asked),
    facts: core.facts,
    record,
    missing: () => [...record.missing].sort(),
    workers,
    fetchedPackages: () => files.fetched,
    realm,
    api,
    alive: () => ({
      timers: [...realm.timers(), ...workers.flatMap((worker) => worker.timers())],
      frameListeners: camera.runningCount(),
      workers: workers.filter((worker) => !worker.ended).map((worker) => worker.script),
      appListeners: listeners.counts(),
      privacyListener: privacy.listener !== null,
      requests: tasks.list(),
      visionSessions: sessions.filter((session) => !session.ended).length,
    }),
    close() {
      camera.stop();
      stack.closeAll();
      for (const worker of workers) worker.terminate();
      realm.close();
      answering.close();
      engine.close();
    },
  };
  return host;
}

/** A script, as the object that the parts look at, with the count of questions beside it. */
function withCount<Script extends object>(
  script: Script,
  count: () => number,
): Script & { readonly askedCount: number } {
  return Object.defineProperty(script, 'askedCount', { get: count, enumerable: false }) as Script & {
    readonly askedCount: number;
  };
}
