import { describe, expect, it } from '@jest/globals';
import { readCameraLabel } from './readCameraLabel.js';

describe('readCameraLabel', () => {
  it.each([
    'OBS Virtual Camera (m-de:vice)',
    'OBS-Camera',
    'ManyCam Virtual Webcam',
    'XSplit VCam',
    'Snap Camera',
    'Dummy video device (0x0000)',
    'v4l2loopback',
    'DroidCam Source 3',
    'Unity Video Capture',
    '虚拟摄像头',
    'fake_device_0',
    '/clips/person.y4m',
  ])('%s is the name of a program', (label) => {
    expect(readCameraLabel({ track: { label } })).toEqual({
      name: 'camera-label',
      tripped: true,
      detail: 'known-program',
    });
  });

  it.each([
    'FaceTime HD Camera (Built-in) (05ac:8514)',
    'HD Pro Webcam C920 (046d:082d)',
    'camera2 1, facing front',
    'Front Camera',
    '前置相机',
    'Integrated Camera (5986:118c)',
    'Surface Camera Front',
    'USB2.0 HD UVC WebCam',
    'Logitech BRIO',
    'HP Wide Vision HD Camera',
    'Jobs Cam',
  ])('%s is not', (label) => {
    expect(readCameraLabel({ track: { label } }).tripped).toBe(false);
  });

  it('a camera without a name is none that was allowed', () => {
    expect(readCameraLabel({ track: { label: '' } })).toMatchObject({ tripped: true, detail: 'no-label' });
  });

  it('no part of the name leaves', () => {
    const label = "Ada's OBS Virtual Camera";
    expect(JSON.stringify(readCameraLabel({ track: { label } }))).not.toMatch(/Ada|OBS/);
  });
});
