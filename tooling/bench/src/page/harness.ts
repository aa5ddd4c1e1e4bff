import type { BenchPage } from './BenchPage.js';
import { createBench } from './createBench.js';
import type { PageEngineModule } from './PageEngine.js';

declare global {
  interface Window {
    bench: BenchPage;
  }
}

// The entry of every page's harness: it is not counted among an engine's bytes.
const frames: ImageData[] = [];
const canvas = document.createElement('canvas');
const context = canvas.getContext('2d', { willReadFrequently: true });

async function fetchFrame(index: number): Promise<ImageData> {
  const response = await fetch(`/frames/${index}`);
  if (!response.ok) throw new TypeError(`frame ${index}: ${response.status}`);
  const widthPx = Number(response.headers.get('x-width'));
  return new ImageData(new Uint8ClampedArray(await response.arrayBuffer()), widthPx);
}

window.bench = createBench<HTMLCanvasElement>({
  async createEngine() {
    const url = new URL('./engine/engine.js', document.baseURI).href;
    const { createEngine } = (await import(url)) as PageEngineModule;
    return createEngine();
  },
  async keepFrames(count) {
    while (frames.length < count) frames.push(await fetchFrame(frames.length));
  },
  frameCount: () => frames.length,
  show(index) {
    const frame = frames[index];
    if (!context || !frame) throw new TypeError(`frame ${index} was not fetched`);
    if (canvas.width !== frame.width || canvas.height !== frame.height) {
      canvas.width = frame.width;
      canvas.height = frame.height;
    }
    context.putImageData(frame, 0, 0);
    return canvas;
  },
  nowMs: () => performance.now(),
  breathe: () =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve();
      };
      port2.postMessage(null);
    }),
});
