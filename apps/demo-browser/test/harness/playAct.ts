import type { Act } from '@huoti/actor/workshop';
import type { SessionEvent } from '@huoti/core';
import type { Page } from 'playwright-core';

/** Pictures a second: what two cores can draw, carry into the page and judge. */
const FPS = 24;
/** A page around the session's circle: light grey. */
const PAGE = [0.82, 0.82, 0.82] as const;

/**
 * Plays an act before the camera of a page that {@link standBeforeCamera} runs in: it hears the session's prompts and stands in the
 * light of the page's own colours, until the returned function is called.
 */
export function playAct(page: Page, act: Act): () => Promise<void> {
  const listeners = new Set<(event: SessionEvent) => void>();
  const stop = act.follow({
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  });
  const shown: { readonly atMs: number; readonly colour: readonly [number, number, number] }[] = [];
  const screen = {
    colourAt: (atMs: number) => [...shown].reverse().find((one) => one.atMs <= atMs)?.colour ?? PAGE,
  };
  const { widthPx, heightPx } = act;
  const picture = { data: new Uint8ClampedArray(widthPx * heightPx * 4), widthPx, heightPx };
  let running = true;
  let ahead = 0;

  const play = async (): Promise<void> => {
    let nowMs = await page.evaluate(() => performance.now());
    let heardAt = performance.now();
    while (running) {
      const began = performance.now();
      // The page's time as it will be when the picture gets there, and never an earlier one.
      ahead = Math.max(ahead + 1, nowMs + (began - heardAt));
      act.drawAt(ahead, screen, picture);
      const pixels = Buffer.from(picture.data.buffer).toString('base64');
      const turn = await page.evaluate(([data, width, height]) => window.huotiTurn(data, width, height), [
        pixels,
        widthPx,
        heightPx,
      ] as const);
      ({ nowMs } = turn);
      heardAt = performance.now();
      shown.push(...turn.colours);
      for (const event of turn.events) for (const listener of listeners) listener(event as SessionEvent);
      const restMs = 1000 / FPS - (performance.now() - began);
      if (restMs > 0) await new Promise((resolve) => setTimeout(resolve, restMs));
    }
  };
  const played = play();
  return async () => {
    running = false;
    stop();
    await played;
  };
}
