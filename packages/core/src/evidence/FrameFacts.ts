import type { SessionInput } from '../session/machine/SessionInput.js';

/** What a session's step function is told of a frame, but for its own clock. */
export type FrameFacts = Omit<Extract<SessionInput, { type: 'frame' }>, 'type' | 'atMs'>;
