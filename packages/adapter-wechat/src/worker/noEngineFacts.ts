import type { EngineFacts } from '@huoti/protocol';

/** Before anything is loaded. */
export const noEngineFacts: EngineFacts = { backend: 'none', fallbacks: [], models: {}, medianFrameMs: null };
