import { openMiniProgram, type OpenMiniProgramOptions, type Picture } from '@huoti/wx-host';
import type { FaceObservation } from '@huoti/core';
import type { EngineFacts } from '@huoti/protocol';
import { writeEngineApp, type EngineApp } from './engineApp.js';

/** The page of the engine's mini-program, open in the executed host. */
export interface OpenEngine {
  readonly host: ReturnType<typeof openMiniProgram>;
  load(worker?: 'auto' | 'never'): Promise<{ facts: EngineFacts; fractions: readonly number[] }>;
  detect(picture: Picture, timestampMs: number): Promise<readonly FaceObservation[]>;
  facts(): EngineFacts;
  dispose(): Promise<void>;
  /** Wasm memories that are still held, after the collector ran. */
  heldMemories(): number;
  madeMemories(): number;
  close(): void;
}

/** Opens it on a phone that the options describe. The app is cleared away with it where none is handed in. */
export async function openEngine(
  options: Partial<OpenMiniProgramOptions> = {},
  app: EngineApp = writeEngineApp(),
): Promise<OpenEngine> {
  const host = openMiniProgram({ directory: app.directory, ...options });
  const page = await host.open(app.route);
  const call = <Result>(method: string, ...values: unknown[]): Result =>
    page.call(method, ...values) as Result;
  return {
    host,
    load: (worker = 'never') => call('load', worker),
    detect: ({ data, widthPx, heightPx }, timestampMs) => {
      const buffer = host.realm.expose(Uint8Array.from(data).buffer);
      return call('detect', buffer, widthPx, heightPx, timestampMs);
    },
    facts: () => call('facts'),
    dispose: () => call('dispose'),
    heldMemories: () => call('heldMemories'),
    madeMemories: () => call('madeMemories'),
    close: () => {
      host.close();
      app.clear();
    },
  };
}
