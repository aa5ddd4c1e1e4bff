/** How a mini-program's calls answer: one of the first two, then the third. */
export interface MiniProgramCall<Result = unknown> {
  success?: (result: Result) => void;
  fail?: (failure: MiniProgramFailure) => void;
  complete?: () => void;
}

/** What a call that failed says. The text is the platform's own and differs between versions. */
export interface MiniProgramFailure {
  readonly errMsg?: string;
  readonly errno?: number;
  readonly errCode?: number;
}

/** One picture of `onCameraFrame`: RGBA, without time, rotation or mirroring. The buffer is the platform's own. */
export interface MiniProgramCameraFrame {
  readonly width: number;
  readonly height: number;
  readonly data: ArrayBuffer;
}

/** What `onCameraFrame` gives: nothing comes before `start`, and it does not stop by itself. */
export interface MiniProgramFrameListener {
  start(options?: MiniProgramCall & { worker?: MiniProgramWorker }): void;
  stop(options?: MiniProgramCall): void;
}

/** What `createCameraContext` gives. */
export interface MiniProgramCameraContext {
  onCameraFrame(callback: (frame: MiniProgramCameraFrame) => void): MiniProgramFrameListener;
}

/** What `createWorker` gives. Messages are copied. */
export interface MiniProgramWorker {
  postMessage(message: object): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Where the platform may end a worker by itself: iOS's experimental one. */
  onProcessKilled?(listener: () => void): void;
  terminate(): void;
}

/** The part of the file system that is read: package files only. */
export interface MiniProgramFiles {
  /** Reads a package file as it is. */
  readFile(options: MiniProgramCall<{ readonly data: ArrayBuffer | string }> & { filePath: string }): void;
  /** Unpacks a brotli file; base library 2.21.1. */
  readCompressedFile?(
    options: MiniProgramCall<{ readonly data: ArrayBuffer }> & {
      filePath: string;
      compressionAlgorithm: 'br';
    },
  ): void;
}

/** What `request` answers. */
export interface MiniProgramResponse {
  readonly statusCode: number;
  readonly header: Readonly<Record<string, string>>;
  readonly data: ArrayBuffer | string | object;
}

/** A request under way. */
export interface MiniProgramRequestTask {
  abort(): void;
}

/** What a face session of the platform's vision kit gives, of what is used here. */
export interface MiniProgramVisionSession {
  start(callback: (errorCode: number) => void): void;
  on(event: 'updateAnchors', listener: (anchors: readonly MiniProgramFaceAnchor[]) => void): void;
  on(event: 'removeAnchors', listener: () => void): void;
  off?(event: 'updateAnchors' | 'removeAnchors', listener: (...values: never[]) => void): void;
  detectFace(options: {
    frameBuffer: ArrayBuffer;
    width: number;
    height: number;
    scoreThreshold?: number;
    sourceType?: 0 | 1;
    modelMode?: 0 | 1 | 2;
  }): void;
  destroy?(): void;
  stop?(): void;
}

/** One face of the vision kit: 106 points, their confidence and the head's angles. */
export interface MiniProgramFaceAnchor {
  readonly id?: number;
  /** In shares of the picture's width and height. */
  readonly points: readonly { readonly x: number; readonly y: number }[];
  readonly origin: { readonly x: number; readonly y: number };
  readonly size: { readonly width: number; readonly height: number };
  readonly angle: readonly number[];
  readonly confidence: readonly number[] | number;
}

/**
 * The mini-program's own object, as far as it is used: `wx`, `my` or `tt`. Handed in, so that all of it runs without a phone and
 * without Taro. What a platform or an old base library lacks is optional and asked for before it is called.
 */
export interface MiniProgramApi {
  createCameraContext(id?: string): MiniProgramCameraContext;
  getFileSystemManager(): MiniProgramFiles;

  /** Of these two, and of the network type, only what the policy lists is read. */
  getDeviceInfo?(): { readonly platform?: string; readonly system?: string };
  getAppBaseInfo?(): { readonly version?: string; readonly SDKVersion?: string; readonly language?: string };
  /** The older form of the two above. */
  getSystemInfoSync?(): {
    readonly platform?: string;
    readonly system?: string;
    readonly version?: string;
    readonly SDKVersion?: string;
    readonly language?: string;
  };
  getNetworkType?(options: MiniProgramCall<{ readonly networkType?: string }>): void;

  getSetting?(
    options: MiniProgramCall<{ readonly authSetting: Readonly<Record<string, boolean | undefined>> }>,
  ): void;
  authorize?(options: MiniProgramCall & { scope: string }): void;
  /** Only right after a tap. */
  openSetting?(
    options: MiniProgramCall<{ readonly authSetting: Readonly<Record<string, boolean | undefined>> }>,
  ): void;
  getPrivacySetting?(options: MiniProgramCall<{ readonly needAuthorization: boolean }>): void;
  requirePrivacyAuthorize?(options: MiniProgramCall): void;

  /** Brings the workers where they are a subpackage of their own; base library 2.27.3. */
  preDownloadSubpackage?(options: MiniProgramCall & { packageType: 'workers' }): unknown;
  createWorker?(script: string, options?: { useExperimentalWorker?: boolean }): MiniProgramWorker;
  createVKSession?(options: object): MiniProgramVisionSession;

  getRandomValues?(
    options: MiniProgramCall<{ readonly randomValues: ArrayBuffer }> & { length: number },
  ): void;
  request?(
    options: MiniProgramCall<MiniProgramResponse> & {
      url: string;
      method: 'GET' | 'POST' | 'PUT';
      header: Readonly<Record<string, string>>;
      data?: ArrayBuffer | string;
      dataType?: string;
      responseType?: 'arraybuffer' | 'text';
      timeout?: number;
    },
  ): MiniProgramRequestTask;

  setScreenBrightness?(options: MiniProgramCall & { value: number }): void;
  getScreenBrightness?(options: MiniProgramCall<{ readonly value: number }>): void;
  setKeepScreenOn?(options: MiniProgramCall & { keepScreenOn: boolean }): void;
  vibrateShort?(options: MiniProgramCall & { type?: 'heavy' | 'medium' | 'light' }): void;

  onAppHide?(listener: () => void): void;
  offAppHide?(listener: () => void): void;
  onMemoryWarning?(listener: (warning: { readonly level?: number }) => void): void;
  offMemoryWarning?(listener: (warning: { readonly level?: number }) => void): void;
  onAudioInterruptionBegin?(listener: () => void): void;
  offAudioInterruptionBegin?(listener: () => void): void;

  /** The platform's own verification of a face, WeChat only. */
  checkIsSupportFacialRecognition?(options: MiniProgramCall & { checkAliveType?: number }): void;
  requestFacialVerify?(
    options: MiniProgramCall<{ readonly verifyResult?: string }> & { verifyId: string },
  ): void;
}
