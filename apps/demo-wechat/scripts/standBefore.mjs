import { createPerformance, createRenderer, createSubject, PERSONAS } from '@huoti/actor';
import { encodePng, readCanonicalFace } from '@huoti/actor/node';
import { zhCN, en } from '@huoti/ui';

/** @typedef {import('@huoti/protocol').Action} Action */

const canonicalFace = await readCanonicalFace();
const persona = PERSONAS[0];
if (persona === undefined) throw new Error('there is no synthetic person');
const subject = createSubject({ canonicalFace, persona });
const renderer = createRenderer({ widthPx: 480, heightPx: 640 });

/** What a prompt asks for, in both languages. @type {ReadonlyMap<string, Action>} */
const ASKED = new Map(
  [zhCN, en].flatMap(({ messages }) =>
    Object.entries(messages)
      .filter(([key]) => key.startsWith('action.'))
      .map(
        ([key, words]) => /** @type {const} */ ([words, /** @type {Action} */ (key.slice('action.'.length))]),
      ),
  ),
);

/**
 * A synthetic person in front of the camera, who does what the page asks.
 *
 * @param {import('@huoti/wx-host').MiniProgramHost} host
 * @param {import('@huoti/wx-host').OpenPage} page
 */
export function standBefore(host, page) {
  const performance = createPerformance({ seed: 3 });
  const startedMs = Date.now();
  performance.begin(0);
  let frame = renderer.render({ people: [] });
  let count = 0;
  const playing = host.camera.play(
    (timeMs) => {
      count += 1;
      const pose = performance.poseAt(timeMs);
      frame = renderer.render({ people: [{ subject, pose }], noiseSeed: count });
      return { widthPx: 480, heightPx: 640, data: frame };
    },
    { fps: 12 },
  );
  let said = '';
  const listening = setInterval(() => {
    const words = page.findAll('#huoti-headline, #step')[0]?.text ?? '';
    // The diagnostic page asks in words of its own, and for one thing.
    const action = ASKED.get(words) ?? (/左侧转头|to your left/.test(words) ? 'turn-left' : undefined);
    if (words !== said && action !== undefined) performance.perform(action, Date.now() - startedMs);
    said = words;
  }, 50);
  return {
    /** What the camera sees now. */
    png: () => encodePng(frame, 480, 640),
    stop() {
      clearInterval(listening);
      playing.stop();
    },
  };
}
