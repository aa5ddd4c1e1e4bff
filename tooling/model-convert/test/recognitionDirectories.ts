import { fileURLToPath } from 'node:url';
import type { RecognitionModelName } from '../src/recognition/recognitionModels.js';

const installed = (name: string): string =>
  fileURLToPath(new URL(`../node_modules/${name}`, import.meta.url));

/** Folders of the installed pinned packages; some let nobody resolve their package.json. */
export const recognitionDirectories: Readonly<Record<RecognitionModelName, string>> = {
  residual: installed('@vladmandic/face-api'),
  mobile: installed('faceplugin-face-recognition-js'),
  pooled: installed('@vladmandic/human'),
};
