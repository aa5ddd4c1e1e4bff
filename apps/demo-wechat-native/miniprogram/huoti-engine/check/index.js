// 检测页。引擎、适配层和文案都来自 huoti.js 这一个文件；没有任何图像、关键点或模板离开本页。
const huoti = require('../huoti.js');
const agreement = require('../../pages/consent/agreement.js');
const config = require('./config.js');

const profile = huoti.miniProgramProfiles.wechat;
const text = (key, values) => huoti.formatMessage(huoti.zhCN, key, values);

/** 界面提示最多每 200 毫秒推进一次。 */
const TICK_MS = 200;

Page({
  data: {
    cameraShown: false,
    prompt: '',
    hint: '',
    progress: 0,
    // running、completed、failed 或 error
    status: 'running',
    canRetry: false,
    denied: false,
  },

  onLoad() {
    // 没有先征求同意就进来的（例如从链接），先去征求同意。接入服务端时，把它交给 createLiveness 的 consent。
    this.consent = agreement.take();
    if (this.consent === null) {
      this.gone = true;
      wx.redirectTo({ url: '/pages/consent/index' });
      return;
    }
    this.element = huoti.createCameraElement({ id: 'huoti-camera' });
    this.element.onWanted((wanted) => this.setData({ cameraShown: wanted }));
    this.check();
  },

  onHide() {
    if (this.element) this.element.left('hidden');
  },

  onUnload() {
    this.gone = true;
    if (this.stop) this.stop.abort();
    if (this.element) this.element.left('unloaded');
  },

  onCameraReady() {
    this.element.ready();
  },

  onCameraStop() {
    this.element.fault({ kind: 'stopped', detail: 'stop' });
  },

  onCameraError({ detail }) {
    this.element.fault({ kind: 'broken', detail: detail.errMsg || 'error' });
  },

  leave() {
    wx.navigateBack();
  },

  /** 一次检测；再试一次就是一次全新的检测。 */
  async check() {
    const clock = huoti.createMiniProgramClock();
    const stop = (this.stop = huoti.createAbortController());
    const show = (event) => this.show(event, clock.nowMs());
    this.screen = huoti.createScreenState(clock.nowMs());
    show({ type: 'screen-start' });
    const ticking = setInterval(() => show({ type: 'screen-tick' }), TICK_MS);
    try {
      await this.createLiveness(clock, show).run({ signal: stop.signal });
    } catch (error) {
      const { code, retryable } = huoti.isHuotiError(error) ? error : { code: 'HOST_ERROR', retryable: true };
      show({ type: 'screen-error', code, retryable });
    } finally {
      clearInterval(ticking);
    }
  },

  createLiveness(clock, show) {
    const orientation = huoti.createFrameOrientation({ mirrored: config.mirrored });
    return huoti.createMiniProgramLiveness({
      api: wx,
      profile,
      clock,
      createHost: ({ signal }) =>
        huoti.createMiniProgramHost({
          api: wx,
          profile,
          element: this.element,
          orientation,
          clock,
          signal,
          landmarker: huoti.createMiniProgramLandmarker({
            api: wx,
            wasm: typeof WXWebAssembly === 'undefined' ? null : WXWebAssembly,
            profile,
            manifest: huoti.modelManifest,
            clock,
            fetchPackages: () =>
              Promise.all([
                require.async('../../huoti-weights-a/loaded.js'),
                require.async('../../huoti-weights-b/loaded.js'),
              ]),
          }),
        }),
      mode: {
        mode: 'local',
        start: ({ source, landmarker, random }) => {
          const plan = huoti.createPlan({
            random,
            policy: huoti.DEVICE_ONLY_POLICIES[config.policy],
            mirroringKnown: orientation.mirroringKnown,
            ...(config.actions ? { actions: config.actions } : {}),
          });
          const session = huoti.createSession({ source, landmarker, random, clock, plan });
          session.subscribe(show);
          return session;
        },
      },
    });
  },

  /** 把会话事件变成一行大字和一行小字。 */
  show(event, nowMs) {
    if (this.gone) return;
    this.screen = huoti.reduceScreen(this.screen, event, nowMs);
    const { promptKey, hintKey, overallProgress, outcome, step } = this.screen;
    const next = {
      prompt: text(outcome ? outcome.titleKey : promptKey),
      hint: outcome ? text(outcome.bodyKey) : hintKey ? text(hintKey) : '',
      progress: Math.round(overallProgress * 100),
      status: outcome ? outcome.status : 'running',
      canRetry: Boolean(outcome && outcome.guidance && outcome.guidance.retry),
      denied: Boolean(outcome && outcome.code === 'CAMERA_PERMISSION_DENIED'),
    };
    if (!outcome && !hintKey && step) {
      next.hint = text('step', { index: step.index + 1, count: step.count });
    }
    if (next.denied) {
      // 权限只会询问一次，之后只能在设置里更改。
      next.hint = '请点“打开设置”，允许本小程序使用摄像头。';
      next.canRetry = false;
    }
    if (Object.keys(next).some((key) => next[key] !== this.data[key])) this.setData(next);
  },
});
