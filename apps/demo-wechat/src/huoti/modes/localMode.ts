import {
  createLiveness,
  createMiniProgramTransport,
  createSession,
  type LocalMode,
} from '@huoti/adapter-wechat/miniprogram';
import type { OperatorSession } from '../../backend/OperatorSession.js';
import { serverOf } from '../../handover/serverOf.js';
import { drawPlan } from './drawPlan.js';
import type { ModeOptions } from './ModeOptions.js';

/** Judged in the mini-program. With a session, the server draws the plan and is told how it ended, and nothing else. */
export function localMode(options: ModeOptions, session: OperatorSession | null): LocalMode {
  const { platform, settings, consent, tell } = options;
  return {
    mode: 'local',
    start: (host) => {
      if (session === null) {
        const mirroringKnown = settings.mirrored !== 'unknown';
        const plan = drawPlan({ host, actions: settings.plan, mirroringKnown });
        const alone = createSession({ ...host, plan });
        alone.subscribe(tell);
        return alone;
      }
      const transport = createMiniProgramTransport({ api: platform.api, clock: host.clock });
      const liveness = createLiveness({ host, server: { ...serverOf(session), transport }, consent });
      liveness.subscribe(tell);
      return liveness;
    },
  };
}
