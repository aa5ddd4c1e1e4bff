import type { CameraElement } from '../camera/CameraElement.js';
import type { FakePage } from './FakeMiniProgram.js';

/** A page that does as it should: shows its camera while it is wanted, and says when it is ready. */
export function createFakePage(element: CameraElement): FakePage {
  let cameraShown = false;
  let colour: FakePage['colour'] = null;
  let paintCount = 0;
  const page: FakePage = {
    get cameraShown() {
      return cameraShown;
    },
    get colour() {
      return colour;
    },
    get paintCount() {
      return paintCount;
    },
    answersReady: true,
    takesColours: true,
    surface: {
      isVisible: () => true,
      paint(next) {
        paintCount += 1;
        if (!page.takesColours) return new Promise<void>(() => undefined);
        colour = next === null ? null : [next[0], next[1], next[2]];
        return Promise.resolve();
      },
    },
  };
  element.onWanted((wanted) => {
    cameraShown = wanted;
    if (!wanted || !page.answersReady) return;
    void Promise.resolve().then(() => {
      if (cameraShown) element.ready();
    });
  });
  return page;
}
