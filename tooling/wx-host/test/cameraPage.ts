import type { MiniProgramFiles } from './writeMiniProgram.js';

/** A page with a camera that shows what becomes of it: its events, and sizes and first bytes of its pictures. */
export const cameraPage: MiniProgramFiles = {
  'pages/index.wxml': `
    <camera wx:if="{{shown}}" id="cam" frame-size="{{size}}" bindinitdone="onReady" bindstop="onStop" binderror="onFault"></camera>
    <button id="again" bindtap="again">again</button>
    <button id="settings" bindtap="settings">settings</button>
    <text id="log">{{log}}</text>`,
  'pages/index.js': `
    Page({
      data: { shown: true, size: 'medium', log: '' },
      note(text) { this.setData({ log: this.data.log + text + ' ' }); },
      onReady(event) {
        if (!event) return;
        this.note('ready' + event.detail.maxZoom);
        const context = wx.createCameraContext();
        this.kept = [];
        this.listener = context.onCameraFrame((frame) => {
          this.kept.push(frame.data);
          this.note(frame.width + 'x' + frame.height + '=' + new Uint8Array(frame.data)[0]);
        });
        this.listener.start({ success: () => this.note('started'), fail: (e) => this.note(e.errMsg) });
      },
      onStop() { this.note('stop'); },
      onFault(event) { this.note(event.detail.errMsg); },
      again() { this.setData({ shown: false }, () => this.setData({ shown: true })); },
      settings() { wx.openSetting({ success: (r) => this.note('camera=' + r.authSetting['scope.camera']), fail: (e) => this.note(e.errMsg) }); },
      onHide() { this.note('hidden'); },
      onShow() { this.note('shown'); },
    });`,
};
