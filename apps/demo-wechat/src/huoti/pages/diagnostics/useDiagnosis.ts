import {
  checkCameraAccess,
  createAbortController,
  createCameraElement,
  createFrameOrientation,
  createMiniProgramCameraSource,
  createMiniProgramClock,
  orientLandmarker,
  readMiniProgramFacts,
  type CameraElement,
} from '@huoti/adapter-wechat/miniprogram';
import { isHuotiError } from '@huoti/protocol';
import Taro, { useDidHide } from '@tarojs/taro';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { FrameSize } from '../../diagnosis/Diagnosis.js';
import type { DiagnosisStep } from '../../diagnosis/DiagnosisContext.js';
import { diagnose } from '../../diagnosis/diagnose.js';
import { printDiagnosis } from '../../diagnosis/printDiagnosis.js';
import { probe } from '../../diagnosis/probe.js';
import { createEngine } from '../../engine/createEngine.js';
import { readPlatform } from '../../../platform/platform.js';

/** What the page draws, and the two things it can do. */
export interface DiagnosisView {
  readonly element: CameraElement;
  readonly wanted: boolean;
  readonly frameSize: FrameSize;
  readonly step: DiagnosisStep | null;
  readonly report: string | null;
  /** Code of what ended it early. */
  readonly fault: string | null;
  begin(): void;
  stop(): void;
}

/** One diagnosis at a time; none outlives the page. */
export function useDiagnosis(fetchPackages: () => Promise<unknown>): DiagnosisView {
  const element = useMemo(() => createCameraElement(), []);
  const [wanted, setWanted] = useState(false);
  const [frameSize, setFrameSize] = useState<FrameSize>('medium');
  const [step, setStep] = useState<DiagnosisStep | null>(null);
  const [report, setReport] = useState<string | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const running = useRef<ReturnType<typeof createAbortController> | null>(null);

  useEffect(() => element.onWanted(setWanted), [element]);
  useDidHide(() => element.left('hidden'));
  useEffect(
    () => () => {
      running.current?.abort();
      element.left('unloaded');
    },
    [element],
  );

  const run = async (): Promise<void> => {
    const abort = createAbortController();
    running.current = abort;
    setReport(null);
    setFault(null);
    const platform = readPlatform();
    const { api, profile, wasm } = platform;
    const clock = createMiniProgramClock();
    try {
      const diagnosis = await diagnose({
        api,
        clock,
        signal: abort.signal,
        onStep: setStep,
        showSetting: (setting) => {
          setFrameSize(setting);
          return new Promise((shown) => Taro.nextTick(() => shown()));
        },
        createOrientation: () => createFrameOrientation(),
        createSource: (orientation) =>
          createMiniProgramCameraSource({ api, profile, element, clock, orientation }),
        createLandmarker: (orientation) =>
          orientLandmarker(createEngine({ platform, clock, fetchPackages }), orientation),
        readFacts: () => readMiniProgramFacts({ api, profile, clock, signal: abort.signal }),
        readAccess: () => checkCameraAccess({ api, profile, clock, signal: abort.signal }),
        probe: () => probe(wasm),
      });
      setReport(printDiagnosis(diagnosis));
    } catch (error) {
      if (!abort.signal.aborted) setFault(isHuotiError(error) ? error.code : String(error));
    } finally {
      running.current = null;
      setStep(null);
    }
  };

  return {
    element,
    wanted,
    frameSize,
    step,
    report,
    fault,
    begin: () => {
      if (running.current === null) void run();
    },
    stop: () => running.current?.abort(),
  };
}
