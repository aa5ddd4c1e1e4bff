/**
 * A picture as an attacker might change it: mirrored, moved sideways, enlarged about its middle, or lit up. The edge is
 * repeated where nothing was.
 *
 * @template {import('@huoti/core').Frame} F
 * @param {F} picture
 * @param {{mirrored?: boolean, dx?: number, zoom?: number, light?: number}} move `dx` in widths of the picture, `light` in grey levels
 * @returns {F}
 */
export function movedPicture(picture, { mirrored = false, dx = 0, zoom = 1, light = 0 }) {
  const { data, widthPx: w, heightPx: h } = picture;
  const out = new Uint8ClampedArray(data.length);
  const within = (value, most) => Math.max(0, Math.min(most, Math.round(value)));
  for (let y = 0; y < h; y += 1) {
    const fromY = within((y - h / 2) / zoom + h / 2, h - 1);
    for (let x = 0; x < w; x += 1) {
      const straight = (x - dx * w - w / 2) / zoom + w / 2;
      const fromX = within(mirrored ? w - 1 - straight : straight, w - 1);
      for (let channel = 0; channel < 4; channel += 1) {
        const value = data[(fromY * w + fromX) * 4 + channel];
        out[(y * w + x) * 4 + channel] = channel === 3 ? 255 : value + light;
      }
    }
  }
  return { ...picture, data: out };
}
