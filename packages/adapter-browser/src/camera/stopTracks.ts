/** Lets the device go: the light beside the lens goes out. */
export function stopTracks(mediaStream: MediaStream): void {
  for (const track of mediaStream.getTracks()) track.stop();
}
