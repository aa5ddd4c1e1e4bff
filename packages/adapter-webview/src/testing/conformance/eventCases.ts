import { joinBridgeFrame, type BridgeResult } from '@huoti/protocol/bridge';
import { createFakeHostCamera } from '../createFakeHostCamera.js';
import type { ConformanceCase } from './BridgeHarness.js';

const WISH = {
  facing: 'user',
  idealWidthPx: 320,
  idealHeightPx: 240,
  idealFps: 30,
  formats: ['jpeg' as const],
} as const;

/** An id as a server gives it. */
const SESSION_ID = 'session-1'.padEnd(22, '0');

/** What is said without being asked: events, pictures, a result. */
export const eventCases: readonly ConformanceCase[] = [
  {
    title: 'what the page says is heard by the app, in its order',
    async run({ openHost, settle }, expect) {
      const heard: string[] = [];
      const { link } = await openHost({
        onSessionState: ({ state }) => heard.push(state),
        onChallenge: (moment, { action }) => heard.push(`${moment} ${action}`),
        onUiClose: () => heard.push('close'),
        device: { haptics: (pattern) => heard.push(pattern), log: ({ message }) => heard.push(message) },
      });
      link.emit('session.state', { state: 'running' });
      link.emit('challenge.begin', { step: 0, stepCount: 3, action: 'blink' });
      link.emit('challenge.end', { step: 0, stepCount: 3, action: 'blink' });
      link.emit('haptics', { pattern: 'tick' });
      link.emit('log', { level: 'debug', message: 'line' });
      link.emit('ui.close', {});
      await settle();
      expect(heard.join()).toBe('running,begin blink,end blink,tick,line,close');
      link.close();
    },
  },
  {
    title: 'what the app says is heard by the page, also in the same breath as the welcome',
    async run({ startScript, connect, settle }, expect) {
      const script = startScript();
      const say = (name: string): void => script.say({ kind: 'event', name, payload: {} });
      const heard: string[] = [];
      const connecting = connect().then((link) => {
        link?.on('app.pause', () => heard.push('pause'));
        link?.on('app.resume', () => heard.push('resume'));
        link?.on('app.interrupt', () => heard.push('interrupt'));
        return link;
      });
      await settle();
      script.welcome();
      say('app.pause');
      await settle();
      const link = await connecting;
      expect(heard.join()).toBe('pause');
      expect(link?.isAppPaused()).toBe(true);
      say('app.resume');
      say('app.interrupt');
      await settle();
      expect(heard.join()).toBe('pause,resume,interrupt');
      expect(link?.isAppPaused()).toBe(false);
      link?.close();
    },
  },
  {
    title: 'an event that comes twice is heard once, and one that overtakes another is heard first',
    async run({ openScript, settle }, expect) {
      const { script, link } = await openScript();
      const heard: string[] = [];
      link.on('log', ({ message }) => heard.push(message));
      const log = (id: number) => ({
        ...{ id, kind: 'event', name: 'log' },
        payload: { level: 'debug', message: `${id}` },
      });
      for (const id of [501, 503, 502, 503, 501]) script.say(log(id));
      await settle();
      expect(heard.join()).toBe('501,503,502');
      expect(link.refused['heard_before']).toBe(2);
      link.close();
    },
  },
  {
    title: 'a picture arrives with the bytes it was sent with',
    async run({ openHost, settle, harness }, expect) {
      const camera = createFakeHostCamera();
      const { link } = await openHost({ camera });
      const opened = await link.request('camera.open', { ...WISH, formats: ['jpeg'] });
      const arrived: string[] = [];
      link.onFrame(({ frame, bytes }) => {
        const pixels = bytes === null ? frame.data : [...bytes].join();
        arrived.push(`${frame.sequence} ${frame.rotationDegrees} ${frame.droppedCount} ${String(pixels)}`);
      });
      link.emit('frame.credit', { stream: opened.stream, credits: 1 });
      await settle();
      camera.capture({ bytes: new Uint8Array([0, 255, 60, 10]), rotationDegrees: 270 });
      await settle();
      const pixels = harness.host.sendBytes ? '0,255,60,10' : 'AP88Cg==';
      expect(arrived.join()).toBe(`0 270 0 ${pixels}`);
      await link.request('camera.close', { stream: opened.stream });
      expect(camera.isOpen).toBe(false);
      link.close();
    },
  },
  {
    title: 'bytes that are no picture are passed over',
    async run({ harness, openScript, settle }, expect) {
      const { link } = await openScript();
      let frames = 0;
      let pauses = 0;
      link.onFrame(() => (frames += 1));
      link.on('app.pause', () => (pauses += 1));
      const event = JSON.stringify({
        ...{ protocol: 'huoti-bridge', version: '1.0', session: link.session, id: 700 },
        ...{ kind: 'event', name: 'app.pause', timeMs: 1, payload: {} },
      });
      const { sendBytes } = harness.host;
      if (sendBytes) {
        sendBytes(new Uint8Array([1, 2, 3]));
        // The attacker hides an event in what is taken for a picture.
        sendBytes(joinBridgeFrame(event, new Uint8Array(4)));
        sendBytes(new Uint8Array(600_000));
        await settle();
        expect(link.refused['bad_message']).toBe(2);
        expect(link.refused['too_large']).toBe(1);
      }
      await settle();
      expect(frames).toBe(0);
      expect(pauses).toBe(0);
      link.close();
    },
  },
  {
    title: 'a result is told to the app once, however often it is sent',
    async run({ openHost }, expect) {
      const results: BridgeResult[] = [];
      const { link } = await openHost({ onResult: (result) => results.push(result) });
      const result = { sessionId: SESSION_ID, ended: 'completed' } as const;
      await link.request('result', result);
      await link.request('result', result);
      expect(results.length).toBe(1);
      expect(results[0]?.sessionId).toBe(SESSION_ID);
      link.close();
    },
  },
];
