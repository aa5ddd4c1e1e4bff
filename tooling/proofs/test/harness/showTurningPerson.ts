import { createCameraFile, writePerson, type CameraFile } from '@huoti/demo-browser/testing';

/** Before the first turn, in ms: at a picture every 200 ms it leaves the eight that the service names, however few frames a busy machine judges. */
const LEAD_MS = 3000;
/** From one turn to the next, in ms: whoever missed the first sees the second in the same window. */
const STEP_MS = 3500;

/**
 * A drawn person who turns to the right twice, as a browser's camera.
 *
 * @example const camera = await showTurningPerson();
 */
export async function showTurningPerson(): Promise<CameraFile> {
  const camera = createCameraFile('y4m');
  await writePerson({
    path: camera.path,
    persona: 3,
    actions: ['turn-right', 'turn-right'],
    leadMs: LEAD_MS,
    stepMs: STEP_MS,
  });
  return camera;
}
