import type { FaceMesh, Options, Results } from '@mediapipe/face_mesh';
import type { PageEngine } from './PageEngine.js';

/** The package is a script for a tag: it leaves its class on the global object. */
async function loadScript(url: string): Promise<void> {
  if ('FaceMesh' in globalThis) return;
  await new Promise<void>((resolve, reject) => {
    const script = document.createElement('script');
    script.src = url;
    script.onload = () => resolve();
    script.onerror = () => reject(new TypeError(`${url} did not load`));
    document.head.append(script);
  });
}

/** An option that its types leave out and its own script turns on for iPhones: the network runs in wasm, not on webgl. */
interface InferenceOption {
  useCpuInference: boolean;
}

/** MediaPipe's own wasm runtime, one face, refined points. */
export function openMediapipe({ useCpuInference }: InferenceOption): PageEngine {
  let mesh: FaceMesh | null = null;
  let latest: Results | null = null;
  return {
    async open() {
      await loadScript('./engine/face_mesh.js');
      const { FaceMesh: Mesh } = globalThis as { FaceMesh?: typeof FaceMesh };
      if (!Mesh) throw new TypeError('face_mesh.js left no class');
      mesh = new Mesh({ locateFile: (file) => `./engine/${file}` });
      const options: Options & InferenceOption = {
        maxNumFaces: 1,
        refineLandmarks: true,
        selfieMode: false,
        useCpuInference,
      };
      mesh.setOptions(options);
      mesh.onResults((results) => {
        latest = results;
      });
      await mesh.initialize();
    },
    async detect(picture) {
      latest = null;
      await mesh?.send({ image: picture });
      return (latest as Results | null)?.multiFaceLandmarks?.[0]?.length ?? 0;
    },
    async close() {
      await mesh?.close();
      mesh = null;
      latest = null;
    },
    tensors: () => null,
  };
}
