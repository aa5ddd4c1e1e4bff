import type { Performer } from '../footage/Performer.js';
import { answerPrompts } from './answerPrompts.js';
import type { Show } from './Show.js';

/** A person's footage, cut to do what is asked, in the light in which it was recorded. */
export const showOfPerformer = (performer: Performer): Show => ({
  widthPx: performer.widthPx,
  heightPx: performer.heightPx,
  actions: performer.actions,
  follow: (session) => answerPrompts(session, performer.perform),
  drawAt: (atMs, _screen, out) => void performer.drawAt(atMs, out),
});
