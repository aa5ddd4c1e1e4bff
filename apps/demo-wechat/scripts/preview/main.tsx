import { HuotiError } from '@huoti/protocol';
import type { ScreenEvent } from '@huoti/ui';
import { HuotiLiveness, type CameraElement, type TrySession } from '@huoti/ui-taro';
import { DEFAULT_DEPLOYMENT } from '@huoti/privacy';
import { createRoot } from 'react-dom/client';
import { screens } from './screens.js';

const query = new URLSearchParams(location.search);
const scripted = screens[query.get('screen') ?? 'intro'];
const wants = new Set<(wanted: boolean) => void>();
const camera: CameraElement = {
  id: 'camera',
  onWanted(listener) {
    wants.add(listener);
    return () => wants.delete(listener);
  },
  ready: () => undefined,
  fault: () => undefined,
  left: () => undefined,
};

const session = (paint: () => Promise<void>): TrySession => {
  let tell = (_event: ScreenEvent): void => undefined;
  return {
    subscribe(listener) {
      tell = listener;
      return () => undefined;
    },
    async run() {
      for (const event of scripted?.events ?? []) {
        if (event.type === 'phase-change' && event.phase === 'finding') for (const told of wants) told(true);
        tell(event);
      }
      await paint();
      if (scripted?.fail !== undefined) throw new HuotiError(scripted.fail, 'scripted', { retryable: false });
      if (scripted?.end !== undefined) return scripted.end;
      return new Promise(() => undefined);
    },
  };
};

const host = document.createElement('div');
document.body.append(host);
createRoot(host).render(
  <HuotiLiveness
    theme={(query.get('theme') ?? 'light') as 'light' | 'dark'}
    lang={query.get('lang') ?? 'zh-CN'}
    cameraElement={camera}
    evidenceLevel="none"
    light={query.get('screen') === 'intro' ? 'preferred' : 'off'}
    consent={
      scripted?.taps === undefined
        ? null
        : { deployment: DEFAULT_DEPLOYMENT, level: 'frames', comparison: true }
    }
    createSession={({ light }) =>
      session(async () => {
        if (scripted?.paint !== undefined) await light.surface.paint(scripted.paint);
      })
    }
    onAlternative={() => undefined}
  />,
);
const taps = scripted?.idle === true ? [] : ['huoti-start', ...(scripted?.taps ?? [])];
taps.forEach((id, index) => {
  setTimeout(() => document.getElementById(id)?.click(), 50 + index * 120);
});
