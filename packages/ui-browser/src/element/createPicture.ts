import type { Frame, FrameSource, FrameStream } from '@huoti/core';

/** What the browser adapter's streams carry besides the contract. Read structurally: any source may offer it. */
interface Previewed {
  readonly preview: {
    readonly element: HTMLVideoElement | HTMLCanvasElement;
    readonly facing: 'user' | 'environment' | 'unknown';
  };
}

const hasPreview = (stream: FrameStream): stream is FrameStream & Previewed => {
  const { preview } = stream as { preview?: { element?: unknown } };
  return preview !== undefined && preview.element instanceof HTMLElement;
};

/** The moving picture in the oval. */
export interface Picture {
  /** Put it where the picture belongs; `data-mirrored` says whether the picture is shown as a mirror. */
  readonly element: HTMLElement;
  watch(source: FrameSource): FrameSource;
  /** Takes the picture away. */
  clear(): void;
}

/** Draws a frame as a person would see it: upright, and unmirrored whatever the sensor does. */
function drawFrame(canvas: HTMLCanvasElement, scratch: HTMLCanvasElement, frame: Frame): void {
  const { widthPx, heightPx, rotationDegrees } = frame;
  const lying = rotationDegrees === 90 || rotationDegrees === 270;
  scratch.width = widthPx;
  scratch.height = heightPx;
  const pixels = new ImageData(widthPx, heightPx);
  pixels.data.set(frame.data);
  scratch.getContext('2d')?.putImageData(pixels, 0, 0);
  canvas.width = lying ? heightPx : widthPx;
  canvas.height = lying ? widthPx : heightPx;
  const context = canvas.getContext('2d');
  if (context === null) return;
  context.translate(canvas.width / 2, canvas.height / 2);
  if (frame.mirrored) context.scale(-1, 1);
  context.rotate((rotationDegrees * Math.PI) / 180);
  context.drawImage(scratch, -widthPx / 2, -heightPx / 2);
}

/**
 * Shows what a session's source gives: the adapter's own element where the stream has one, else the frames themselves,
 * drawn as they pass by.
 *
 * @param onChange called when a picture comes or goes
 */
export function createPicture(onChange: (shown: boolean) => void): Picture {
  const element = document.createElement('div');
  element.className = 'picture';
  element.setAttribute('aria-hidden', 'true');
  let shown: HTMLElement | null = null;

  const show = (next: HTMLElement | null, mirrored = true): void => {
    if (shown === next) return;
    shown?.remove();
    shown = next;
    element.dataset.mirrored = String(mirrored);
    if (next !== null) element.append(next);
    onChange(next !== null);
  };

  const watchStream = (stream: FrameStream): FrameStream => {
    let mine: HTMLElement | null = null;
    let canvas: HTMLCanvasElement | null = null;
    const scratch = document.createElement('canvas');
    const previewed = hasPreview(stream);
    const tripwires = stream.tripwires?.bind(stream);
    if (previewed) {
      mine = stream.preview.element;
      show(mine, stream.preview.facing !== 'environment');
    }
    return {
      kind: stream.kind,
      get warnings() {
        return stream.warnings;
      },
      get mirroringKnown() {
        return stream.mirroringKnown;
      },
      get droppedFrameCount() {
        return stream.droppedFrameCount;
      },
      async nextFrame(options) {
        const frame = await stream.nextFrame(options);
        if (frame !== null && !previewed) {
          if (canvas === null) {
            canvas = document.createElement('canvas');
            mine = canvas;
            show(canvas);
          }
          drawFrame(canvas, scratch, frame);
        }
        return frame;
      },
      ...(tripwires === undefined ? {} : { tripwires }),
      async close() {
        // The last picture goes at once; the device may take a moment longer.
        if (shown === mine) show(null);
        await stream.close();
      },
    };
  };

  return {
    element,
    watch: (source) => ({
      specificationVersion: source.specificationVersion,
      kind: source.kind,
      open: async (options) => watchStream(await source.open(options)),
    }),
    clear: () => show(null),
  };
}
