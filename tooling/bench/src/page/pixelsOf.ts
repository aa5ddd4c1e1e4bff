/** Reads a canvas back, as an engine must that computes on the processor: part of its time for the frame. */
export function pixelsOf(picture: HTMLCanvasElement): ImageData {
  const context = picture.getContext('2d');
  if (!context) throw new TypeError('the canvas has no 2d context');
  return context.getImageData(0, 0, picture.width, picture.height);
}
