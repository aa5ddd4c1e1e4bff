/** What the page tells whoever stands before its camera, each time a picture is handed over. */
export interface CameraTurn {
  /** Page's clock. */
  readonly nowMs: number;
  /** Events of the session since the last turn, as they were told. */
  readonly events: readonly unknown[];
  /** What the screen came to show since the last turn, sRGB in [0, 1]. */
  readonly colours: readonly {
    readonly atMs: number;
    readonly colour: readonly [red: number, green: number, blue: number];
  }[];
}

declare global {
  interface Window {
    /** Puts a picture before the camera: RGBA in base64. */
    huotiTurn(pixels: string, widthPx: number, heightPx: number): CameraTurn;
  }
}

/** Runs in the page before its own scripts: its camera becomes a canvas, as a virtual camera's is, and its screen is watched. */
export function standBeforeCamera(): void {
  const events: unknown[] = [];
  const colours: { atMs: number; colour: [number, number, number] }[] = [];
  const canvas = document.createElement('canvas');
  canvas.width = 360;
  canvas.height = 480;
  const context = canvas.getContext('2d');
  navigator.mediaDevices.getUserMedia = () => Promise.resolve(canvas.captureStream());
  document.addEventListener('huoti-event', (event) => events.push((event as CustomEvent<unknown>).detail));

  let lastStyle = '';
  const look = (): void => {
    const root = document.querySelector('huoti-liveness')?.shadowRoot?.querySelector('.root');
    const style = root?.hasAttribute('data-lit') ? getComputedStyle(root).backgroundColor : '';
    if (style !== lastStyle) {
      lastStyle = style;
      const [red = 209, green = 209, blue = 209] = (style.match(/\d+(\.\d+)?/g) ?? []).map(Number);
      colours.push({ atMs: performance.now(), colour: [red / 255, green / 255, blue / 255] });
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);

  window.huotiTurn = (pixels, widthPx, heightPx) => {
    const binary = atob(pixels);
    const data = new Uint8ClampedArray(binary.length);
    for (let at = 0; at < binary.length; at++) data[at] = binary.charCodeAt(at);
    context?.putImageData(new ImageData(data, widthPx, heightPx), 0, 0);
    return { nowMs: performance.now(), events: events.splice(0), colours: colours.splice(0) };
  };
}
