import { HuotiError, type ErrorCode } from '@huoti/protocol';
import { inAppBrowser } from './inAppBrowser.js';
import { probeWasm, type WasmLike, type WasmSupport } from './probeWasm.js';
import { readHostFacts, type HostFacts, type NavigatorFacts } from './readHostFacts.js';

/** What a session can count on in this page. Nothing is opened, downloaded or stored to find out. */
export interface SupportReport {
  /** Whether a live camera session can run here. */
  readonly supported: boolean;
  /** The first thing in the way, as the error that a session would end with; `null` where nothing is. */
  readonly blocker: HuotiError | null;
  readonly secureContext: boolean;
  readonly getUserMedia: boolean;
  readonly wasm: WasmSupport;
  /** Without it, frames are judged on the page's own thread. */
  readonly worker: boolean;
  readonly offscreenCanvas: boolean;
  /** `requestVideoFrameCallback`; without it, frames are looked for on every repaint. */
  readonly videoFrameCallback: boolean;
  /** Name of the app that shows the page; `null` in a browser proper. */
  readonly inAppBrowser: string | null;
  readonly host: HostFacts;
  /** The report as lines of text, to print or to send to support; it holds nothing that tells one person from another. */
  toText(): string;
}

/** What of a page's globals is looked at. */
export interface SupportEnvironment {
  readonly isSecureContext: boolean;
  readonly navigator: NavigatorFacts & {
    readonly mediaDevices?: { readonly getUserMedia?: unknown } | undefined;
  };
  readonly WebAssembly?: WasmLike | undefined;
  readonly Worker?: unknown;
  readonly OffscreenCanvas?: unknown;
  readonly HTMLVideoElement?: { readonly prototype: object } | undefined;
}

/** What {@link checkSupport} takes. */
export interface CheckSupportOptions {
  /** @default the page's globals */
  environment?: SupportEnvironment;
}

const BLOCKERS: readonly (readonly [
  holds: (report: Omit<SupportReport, 'supported' | 'blocker' | 'toText'>) => boolean,
  code: ErrorCode,
  message: string,
])[] = [
  [
    ({ getUserMedia, secureContext }) => !getUserMedia && !secureContext,
    'INSECURE_CONTEXT',
    'browsers give the camera to secure pages only: serve the page by https',
  ],
  [
    ({ getUserMedia }) => !getUserMedia,
    'CAMERA_UNSUPPORTED',
    'this browser or app view has no camera interface: open the page in a current browser',
  ],
  [
    ({ wasm }) => wasm === 'forbidden',
    'CSP_BLOCKED',
    "WebAssembly is forbidden here: add 'wasm-unsafe-eval' to the policy's script-src",
  ],
  [
    ({ wasm }) => wasm === 'missing',
    'BACKEND_UNAVAILABLE',
    'this browser has no WebAssembly: offer the alternative method',
  ],
];

const yesNo = (value: boolean): string => (value ? 'yes' : 'no');

/**
 * Looks, before any heavy download, whether a session can run in this page. It opens no camera and asks for no
 * permission; of `navigator` it reads what {@link readHostFacts} names and whether `mediaDevices.getUserMedia` is there.
 *
 * On iOS 14 `mediaDevices` may be missing until the app view has been given the camera: a blocker there is a reason to
 * offer the alternative method, not proof that the device can't.
 *
 * @example const { supported, toText } = checkSupport(); if (!supported) showHelp(toText());
 */
export function checkSupport({
  environment = globalThis as SupportEnvironment,
}: CheckSupportOptions = {}): SupportReport {
  const { navigator } = environment;
  const facts = {
    secureContext: environment.isSecureContext === true,
    getUserMedia: typeof navigator.mediaDevices?.getUserMedia === 'function',
    wasm: probeWasm(environment.WebAssembly),
    worker: typeof environment.Worker === 'function',
    offscreenCanvas: typeof environment.OffscreenCanvas === 'function',
    videoFrameCallback: 'requestVideoFrameCallback' in (environment.HTMLVideoElement?.prototype ?? {}),
    inAppBrowser: inAppBrowser(navigator.userAgent),
    host: readHostFacts({ navigator }),
  };
  const found = BLOCKERS.find(([holds]) => holds(facts));
  const blocker = found ? new HuotiError(found[1], found[2]) : null;
  return {
    supported: blocker === null,
    blocker,
    ...facts,
    toText: () =>
      [
        `live session: ${blocker ? `no, ${blocker.code}: ${blocker.message}` : 'yes'}`,
        `secure page: ${yesNo(facts.secureContext)}`,
        `camera interface: ${yesNo(facts.getUserMedia)}`,
        `WebAssembly: ${facts.wasm}`,
        `worker: ${yesNo(facts.worker)}`,
        `off-screen canvas: ${yesNo(facts.offscreenCanvas)}`,
        `video frame callback: ${yesNo(facts.videoFrameCallback)}`,
        `app: ${facts.inAppBrowser ?? 'none, a browser'}`,
        `browser: ${facts.host.browser}`,
        `platform: ${facts.host.platform}`,
        `system: ${facts.host.os}`,
        `engine: ${facts.host.engine}`,
        `language: ${facts.host.language}`,
        `network: ${facts.host.network}`,
      ].join('\n'),
  };
}
