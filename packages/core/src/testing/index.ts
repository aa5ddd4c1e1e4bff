export { createFakeFrameSource } from './fakeFrameSource.js';
export type { FakeFrameSource, FakeFrameSourceOptions } from './fakeFrameSource.js';
export { frameSourceContract } from './frameSourceContract.js';
export type {
  ContractExpectation,
  ContractRunner,
  FrameSourceHarness,
  OptionalMove,
} from './frameSourceContract.js';
export { createFakeLandmarker } from './fakeLandmarker.js';
export type { FakeLandmarker, FakeLandmarkerOptions } from './fakeLandmarker.js';
export { createFakeScreenLight } from './light/createFakeScreenLight.js';
export type { FakeScreenLight, FakeScreenLightOptions } from './light/createFakeScreenLight.js';
export { createFakeScreen } from './light/createFakeScreen.js';
export type { FakeScreen, ScreenAt, ScreenColour } from './light/createFakeScreen.js';
export { createAreaLightCamera } from './light/createAreaLightCamera.js';
export { createPointLightCamera } from './light/createPointLightCamera.js';
export type { LitCamera, LitScene, LitSurface } from './light/LitScene.js';
export { playLitFrames } from './light/playLitFrames.js';
export type { PlayLitFramesOptions } from './light/playLitFrames.js';
export { REGION_SURFACES } from './light/regionSurfaces.js';
export type { RegionSurface } from './light/regionSurfaces.js';
export { screenSharesOf } from './light/screenSharesOf.js';
export { createManualClock } from './manualClock.js';
export type { ManualClock } from './manualClock.js';
export { createSeededRandom } from './seededRandom.js';
export { createSubject } from './subject/createSubject.js';
export type { Subject, SubjectOptions } from './subject/createSubject.js';
export type { FaceShape } from './subject/FaceShape.js';
export type { SubjectMove, SubjectTiming } from './subject/SubjectMove.js';
export type { SubjectPerson } from './subject/SubjectPerson.js';
export { GOOD_STATISTICS, playSession } from './playSession.js';
export type { PlayedSession, PlaySessionOptions } from './playSession.js';
export { paintFrame, SKIN } from './paintedFrame.js';
export type { PaintOptions, Rgb } from './paintedFrame.js';
export { playOnlineSession } from './onlineSession/playOnlineSession.js';
export type {
  PlayedOnlineSession,
  PlayOnlineSessionOptions,
  WantedPicture,
} from './onlineSession/playOnlineSession.js';
