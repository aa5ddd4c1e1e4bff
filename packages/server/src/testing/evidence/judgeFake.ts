import { createEvidenceJudge, type EvidenceJudgeOptions } from '../../judge/createEvidenceJudge.js';
import type { Judgement } from '../../judge/Judgement.js';
import type { JudgeRequest } from '../../ports/Judge.js';
import { TEST_ENGINE_VERSION } from './commitEvidence.js';
import type { PictureFakes } from './createPictureFakes.js';

/** Judges evidence with the fakes that its pictures were made with. */
export const judgeFake = (
  request: JudgeRequest,
  fakes: PictureFakes,
  options: Partial<EvidenceJudgeOptions> = {},
): Promise<Judgement> =>
  createEvidenceJudge({ ...fakes, engineVersions: [TEST_ENGINE_VERSION], ...options }).judge(request);

/** Why a judgement refuses: the reason, and the check that says so. */
export const refusalOf = ({ verified, reason, checks }: Judgement): readonly (string | null | boolean)[] => [
  verified,
  reason,
  checks.find(({ pass }) => !pass)?.name ?? null,
];
