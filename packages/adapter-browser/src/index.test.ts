import { expect, it } from '@jest/globals';
import * as adapter from './index.js';

it('exports these names and no others', () => {
  expect(Object.keys(adapter).sort()).toEqual([
    'checkSupport',
    'createBrowserAssetLoader',
    'createBrowserClock',
    'createBrowserHost',
    'createBrowserLandmarker',
    'createBrowserRandom',
    'createBrowserScreenLight',
    'createCameraSource',
    'createCanvasSource',
    'createCodeWord',
    'createJpegEncoder',
    'createPageLifecycle',
    'createRecordedFileRoute',
    'createRecordingSource',
    'createWorkerLandmarker',
    'foldCameraError',
    'lightSupport',
    'listCameras',
    'readHostFacts',
    'sessionHostFacts',
  ]);
});
