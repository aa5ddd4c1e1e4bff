import type { CameraElement } from '../../src/index.js';

/** An element that a test asks for as a source would, and that remembers what the page told it. */
export function fakeCamera(): CameraElement & { want(wanted: boolean): void; readonly said: string[] } {
  const listeners = new Set<(wanted: boolean) => void>();
  const said: string[] = [];
  return {
    id: 'the-camera',
    said,
    onWanted(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    ready: () => said.push('ready'),
    fault: ({ kind, detail }) => said.push(`${kind}: ${detail}`),
    left: (why) => said.push(`left ${why}`),
    want: (wanted) => listeners.forEach((listener) => listener(wanted)),
  };
}
