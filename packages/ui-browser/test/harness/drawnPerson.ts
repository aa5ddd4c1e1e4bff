import { HuotiError } from '@huoti/protocol';
import type { Frame, FrameSource, FrameStream } from '@huoti/core';

const WIDTH_PX = 480;
const HEIGHT_PX = 640;

/** A drawn person before a drawn wall: nobody's face. */
function draw(): ImageData {
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH_PX;
  canvas.height = HEIGHT_PX;
  const c = canvas.getContext('2d', { willReadFrequently: true });
  if (c === null) throw new TypeError('no canvas');
  const wall = c.createLinearGradient(0, 0, WIDTH_PX, HEIGHT_PX);
  wall.addColorStop(0, '#cfd8dc');
  wall.addColorStop(1, '#9fb0b8');
  c.fillStyle = wall;
  c.fillRect(0, 0, WIDTH_PX, HEIGHT_PX);
  const ellipse = (x: number, y: number, rx: number, ry: number, fill: string): void => {
    c.fillStyle = fill;
    c.beginPath();
    c.ellipse(x, y, rx, ry, 0, 0, Math.PI * 2);
    c.fill();
  };
  ellipse(240, 690, 230, 190, '#3d5a73');
  c.fillStyle = '#c98f6b';
  c.fillRect(195, 430, 90, 100);
  ellipse(240, 270, 168, 200, '#2f2623');
  ellipse(240, 320, 142, 186, '#d9a37c');
  ellipse(240, 200, 140, 70, '#2f2623');
  for (const x of [185, 295]) {
    ellipse(x, 310, 21, 12, '#ffffff');
    ellipse(x, 310, 10, 11, '#3a2a20');
    c.fillStyle = '#2f2623';
    c.fillRect(x - 28, 278, 56, 8);
  }
  ellipse(240, 368, 16, 11, '#c4875f');
  c.strokeStyle = '#a2504a';
  c.lineWidth = 9;
  c.lineCap = 'round';
  c.beginPath();
  c.arc(240, 408, 42, 0.3, Math.PI - 0.3);
  c.stroke();
  return c.getImageData(0, 0, WIDTH_PX, HEIGHT_PX);
}

/** What is open, for tests to count. */
export const openStreams = { count: 0 };

/** A camera that sees the drawn person, 20 times a second. */
export function createDrawnSource(): FrameSource {
  return {
    specificationVersion: 'v1',
    kind: 'synthetic',
    async open(): Promise<FrameStream> {
      const picture = draw();
      let closed = false;
      openStreams.count += 1;
      return {
        kind: 'synthetic',
        warnings: [],
        mirroringKnown: true,
        droppedFrameCount: 0,
        async nextFrame(): Promise<Frame> {
          await new Promise((resolve) => setTimeout(resolve, 50));
          if (closed) throw new HuotiError('DISPOSED', 'the stream is closed');
          return {
            data: picture.data,
            widthPx: WIDTH_PX,
            heightPx: HEIGHT_PX,
            rotationDegrees: 0,
            mirrored: false,
            timestampMs: performance.now(),
            close: () => undefined,
          };
        },
        async close() {
          if (!closed) openStreams.count -= 1;
          closed = true;
        },
      };
    },
  };
}
