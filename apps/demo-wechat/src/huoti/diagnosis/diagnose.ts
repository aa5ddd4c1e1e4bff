import { isHuotiError } from '@huoti/protocol';
import type { Diagnosis, EngineReading } from './Diagnosis.js';
import type { DiagnosisContext } from './DiagnosisContext.js';
import { listCalls } from './listCalls.js';
import { readEngine } from './readEngine.js';
import { readSizes } from './readSizes.js';

/** An engine that does not run is an answer, too. */
const engineOr = async (context: DiagnosisContext): Promise<EngineReading | string> => {
  try {
    return await readEngine(context);
  } catch (error) {
    if (isHuotiError(error) && error.code !== 'ABORTED' && !error.code.startsWith('CAMERA_')) {
      return `${error.code}: ${error.message}`;
    }
    throw error;
  }
};

/**
 * Finds out what documents do not say of a device: sizes, rates, rotation, mirroring, timings. Opens the camera, sends nothing, keeps
 * nothing.
 *
 * @throws HuotiError with a CAMERA_ code; ABORTED
 */
export async function diagnose(context: DiagnosisContext): Promise<Diagnosis> {
  const { api } = context;
  const [facts, access, wasm] = await Promise.all([
    context.readFacts(),
    context.readAccess(),
    context.probe(),
  ]);
  const sizes = await readSizes(context);
  return {
    facts,
    baseLibrary: (api.getAppBaseInfo?.() ?? api.getSystemInfoSync?.())?.SDKVersion ?? 'unknown',
    calls: listCalls(api),
    permission: access.permission,
    privacy: access.privacy,
    wasm,
    sizes,
    engine: await engineOr(context),
  };
}
