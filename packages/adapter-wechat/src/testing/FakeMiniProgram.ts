import type { CameraElement } from '../camera/CameraElement.js';
import type { MiniProgramLightSurface } from '../light/MiniProgramLightSurface.js';
import type { MiniProgramApi, MiniProgramFailure } from '../platform/MiniProgramApi.js';
import type { MiniProgramProfile } from '../platform/MiniProgramProfile.js';

/** What a call does when it is made: as usual, or one of the things that platforms have been seen to do. */
export type FakeBehaviour =
  /** Answers as the state of the fake says. */
  | 'usual'
  /** Never answers. */
  | 'silent'
  /** Throws instead of answering. */
  | 'throws'
  /** Answers `success`, then `fail`, then both again. */
  | 'twice'
  /** Waits for {@link FakeMiniProgram.answer}. */
  | 'held'
  /** Answers `fail` with this. */
  | { readonly fails: MiniProgramFailure };

/** A request that the fake was asked to send. */
export interface FakeRequest {
  readonly url: string;
  readonly method: string;
  readonly header: Readonly<Record<string, string>>;
  readonly data: ArrayBuffer | null;
}

/** A platform frame, as a test delivers it. Hostile ones are any object. */
export type FakeFrame = Readonly<Record<string, unknown>>;

/** A mini-program platform without a phone, and the page with its `<camera>`: every move is a test's. */
export interface FakeMiniProgram {
  readonly api: MiniProgramApi;
  readonly profile: MiniProgramProfile;
  /** Names of the calls that were made, in order. */
  readonly calls: readonly string[];
  readonly requests: readonly FakeRequest[];

  /** What the person has allowed; changes as they answer prompts. */
  permission: 'granted' | 'refused' | 'not-asked';
  /** How they answer the permission prompt. @default 'granted' */
  nextAnswer: 'granted' | 'refused';
  privacyNeeded: boolean;
  privacyAnswer: 'agree' | 'disagree';
  /** What they switch to when the settings are opened; `null` leaves it. */
  settingsChange: 'granted' | 'refused' | null;
  /** Screen brightness in [0, 1]. */
  brightness: number;
  keepsScreenOn: boolean;

  /** How one call behaves from now on. */
  behave(call: keyof MiniProgramApi | 'listener.start' | 'listener.stop', behaviour: FakeBehaviour): void;
  /** Answers every call of that name that is held. */
  answer(call: string): void;

  /** Puts a page with a `<camera>` under an element: it becomes ready a moment after it is wanted. */
  showPage(element: CameraElement): FakePage;
  /** A captured frame: to every listener that was made, started or not, since platforms have been seen to do so. */
  deliver(frame: FakeFrame): void;
  hideApp(): void;
  warnOfMemory(level?: number): void;
  interruptAudio(): void;

  /** Frame listeners that were started and not stopped. */
  readonly runningListenerCount: number;
  /** Platform listeners (app hidden, memory, audio) that are on. */
  readonly platformListenerCount: number;
  /** A request that was not answered, nor aborted. */
  readonly pendingRequestCount: number;
}

/** The page under a fake platform. */
export interface FakePage {
  /** Whether the page has its `<camera>` in view. */
  readonly cameraShown: boolean;
  /** Whether it answers with the ready event by itself. @default true */
  answersReady: boolean;
  /** A view that takes colours, for the screen light; `null` while it shows none. */
  readonly surface: MiniProgramLightSurface;
  readonly colour: readonly [number, number, number] | null;
  /** How often the view layer was told. */
  readonly paintCount: number;
  /** Whether the view layer takes colours at once. @default true */
  takesColours: boolean;
}
