import { describe, expect, it } from '@jest/globals';
import { mapFrameToView } from './mapFrameToView.js';
import { OVAL_ASPECT, OVAL_MARGIN_PX, OVAL_MAX_HEIGHT_PX, ovalFor } from './ovalFor.js';

describe('ovalFor', () => {
  it.each([
    [320, 300],
    [375, 480],
    [667, 300],
    [1280, 800],
    [200, 900],
  ])('stays inside a view of %d x %d, in its middle, in shape', (width, height) => {
    const { centreX, centreY, radiusX, radiusY } = ovalFor(width, height);
    expect(centreX - radiusX).toBeGreaterThanOrEqual(OVAL_MARGIN_PX - 1e-9);
    expect(centreY - radiusY).toBeGreaterThanOrEqual(OVAL_MARGIN_PX - 1e-9);
    expect([centreX, centreY]).toEqual([width / 2, height / 2]);
    expect(radiusX / radiusY).toBeCloseTo(OVAL_ASPECT);
    expect(radiusY * 2).toBeLessThanOrEqual(OVAL_MAX_HEIGHT_PX);
  });

  it('has no negative radius in a view without room', () => {
    expect(ovalFor(0, 10)).toMatchObject({ radiusX: 0, radiusY: 0 });
  });
});

describe('mapFrameToView', () => {
  const frame = { widthPx: 640, heightPx: 480 };
  const view = { widthPx: 240, heightPx: 320 };

  it('keeps the middle in the middle and scales by the larger ratio', () => {
    const box = { xPx: 280, yPx: 180, widthPx: 80, heightPx: 120 };
    const mapped = mapFrameToView(box, frame, view);
    expect(mapped.widthPx).toBeCloseTo((80 * 320) / 480);
    expect(mapped.xPx + mapped.widthPx / 2).toBeCloseTo(120);
    expect(mapped.yPx + mapped.heightPx / 2).toBeCloseTo(160);
  });

  it('what is cut away on the side lies outside of the view', () => {
    expect(mapFrameToView({ xPx: 0, yPx: 0, widthPx: 10, heightPx: 10 }, frame, view).xPx).toBeLessThan(-6);
  });

  it('a mirrored view swaps left and right and nothing else', () => {
    const box = { xPx: 200, yPx: 100, widthPx: 100, heightPx: 100 };
    const plain = mapFrameToView(box, frame, view);
    const mirrored = mapFrameToView(box, frame, view, { mirrored: true });
    expect(mirrored.xPx).toBeCloseTo(view.widthPx - plain.xPx - plain.widthPx);
    expect({ ...mirrored, xPx: 0 }).toEqual({ ...plain, xPx: 0 });
  });
});
