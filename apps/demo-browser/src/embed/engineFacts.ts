import { checkSupport } from '@huoti/adapter-browser';
import { bridgeErrorOf } from '@huoti/adapter-webview';
import type { Hello } from '@huoti/protocol/bridge';

/** What the host is told of this page's engine. Nothing is opened to find out. */
export function engineFacts(): Hello['engine'] {
  const { wasm, getUserMedia, blocker } = checkSupport();
  return {
    wasm: wasm === 'simd' || wasm === 'plain',
    simd: wasm === 'simd',
    threads: globalThis.crossOriginIsolated === true && typeof SharedArrayBuffer === 'function',
    webgl2: typeof WebGL2RenderingContext === 'function',
    camera: getUserMedia,
    ...(blocker === null ? {} : { cameraError: bridgeErrorOf(blocker).code }),
  };
}
