import { workerData } from 'piscina';
import type { FaceReading, Judgement, JudgeRequest } from '@huoti/server';
import { answerOf } from './answerOf.js';
import { createEngine, type EngineOptions } from './createEngine.js';
import type { ThreadAnswer } from './ThreadAnswer.js';

/**
 * The entry of a judging thread: one engine, loaded once. It lives in a thread because its backend listens to the process's
 * unhandled errors and its work would stop the event loop.
 */
const engine = createEngine(workerData as EngineOptions);

/** Recomputes one session. */
export const judge = (request: JudgeRequest): Promise<ThreadAnswer<Judgement>> =>
  answerOf(() => engine.judge.judge(request));

/** Reads the face of one picture. */
export const read = (picture: Uint8Array): Promise<ThreadAnswer<FaceReading>> =>
  answerOf(() => engine.faceReader.read(picture));

/** Loads the models. */
export const warmUp = (): Promise<ThreadAnswer<void>> => answerOf(() => engine.warmUp());
