import type { BenchPage } from './BenchPage.js';
import type { PageEngine } from './PageEngine.js';

/** What {@link createBench} takes. */
export interface BenchOptions<Picture> {
  /** Fetches the engine's code; a second call may give the same engine. */
  createEngine(): Promise<PageEngine<Picture>>;
  keepFrames(count: number): Promise<void>;
  frameCount(): number;
  /** Puts a frame where the engine will read it; not part of any time. */
  show(frame: number): Picture;
  nowMs(): number;
  /** Lets everything else have its turn between two frames. */
  breathe(): Promise<void>;
}

/** Time between two frames as a camera of 30 pictures a second stamps them, in ms. */
const FRAME_INTERVAL_MS = 1000 / 30;

/** Frames that a first result may take: the first frame, or for a model that wants to see motion a few more. */
const MAX_FRAMES_TO_FIRST_RESULT = 30;

/** The measuring itself, the same for every engine on every host. */
export function createBench<Picture>({
  createEngine,
  keepFrames,
  frameCount,
  show,
  nowMs,
  breathe,
}: BenchOptions<Picture>): BenchPage {
  let engine: PageEngine<Picture> | null = null;
  let shown = 0;
  const stamp = (): number => shown++ * FRAME_INTERVAL_MS;

  return {
    keepFrames,
    async start() {
      let picture = show(0);
      const startedMs = nowMs();
      engine = await createEngine();
      await engine.open();
      const loadMs = nowMs() - startedMs;
      for (let tries = 0; tries < MAX_FRAMES_TO_FIRST_RESULT; tries++) {
        if (tries > 0) picture = show(tries % frameCount());
        if ((await engine.detect(picture, stamp())) > 0)
          return { loadMs, firstResultMs: nowMs() - startedMs };
      }
      throw new TypeError(`no landmarks in ${MAX_FRAMES_TO_FIRST_RESULT} frames`);
    },
    async block(fromFrame, count) {
      if (!engine) throw new TypeError('block() before start()');
      const frameMs: number[] = [];
      let foundCount = 0;
      for (let index = 0; index < count; index++) {
        const picture = show((fromFrame + index) % frameCount());
        await breathe();
        const startedMs = nowMs();
        const points = await engine.detect(picture, stamp());
        frameMs.push(nowMs() - startedMs);
        if (points > 0) foundCount++;
      }
      return { frameMs, foundCount };
    },
    async session(count) {
      const one = await createEngine();
      engine = one;
      await one.open();
      for (let index = 0; index < count; index++) await one.detect(show(index % frameCount()), stamp());
      await one.close();
    },
    tensors: () => Promise.resolve(engine?.tensors() ?? null),
  };
}
