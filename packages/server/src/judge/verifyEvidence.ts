import { isLit } from '@huoti/core';
import type { JudgeRequest } from '../ports/Judge.js';
import { captureFacts } from './checks/captureFacts.js';
import { chunkContents } from './checks/chunkContents.js';
import { chunkParts } from './checks/chunkParts.js';
import { frameTimes } from './checks/frameTimes.js';
import { hashChain } from './checks/hashChain.js';
import { manifestContent } from './checks/manifestContent.js';
import { manifestHash } from './checks/manifestHash.js';
import { manifestSession } from './checks/manifestSession.js';
import { pictureAgreement } from './checks/pictureAgreement.js';
import { pictureCount } from './checks/pictureCount.js';
import { pictureDecoding } from './checks/pictureDecoding.js';
import { pictureFaces } from './checks/pictureFaces.js';
import { pictureFiles } from './checks/pictureFiles.js';
import { pictureFrames } from './checks/pictureFrames.js';
import { pictureLight } from './checks/pictureLight.js';
import { pictureSizes } from './checks/pictureSizes.js';
import { planContent } from './checks/planContent.js';
import { planSession } from './checks/planSession.js';
import { planSignature } from './checks/planSignature.js';
import { planTime } from './checks/planTime.js';
import { replay } from './checks/replay.js';
import type { RunCheck } from './checks/runChecks.js';
import { serverTimes } from './checks/serverTimes.js';
import { tripwires } from './checks/tripwires.js';
import type { JudgeNotes } from './JudgeNotes.js';
import type { JudgeTools } from './JudgeTools.js';
import { PICTURE_TOLERANCES } from './pictures/pictureTolerances.js';
import type { SeenPicture } from './pictures/SeenPicture.js';
import { confirmedLight } from './signals/confirmedLight.js';
import { lookAtTexture } from './signals/lookAtTexture.js';
import { noPicture } from './signals/noPicture.js';

/** What {@link verifyEvidence} takes besides the evidence. */
export interface VerifyOptions {
  check: RunCheck;
  tools: JudgeTools;
  /** Told what holds as it is found. */
  notes: JudgeNotes;
  signal?: AbortSignal | undefined;
}

/**
 * Judges evidence by the session's own record and by nothing that a client says of itself, a check at a time. The first
 * one that fails ends it.
 *
 * @returns the pictures, each with the face that was found in it; none at level trace
 * @throws HuotiError for a broken machine, ABORTED; and whatever `check` ends the list with
 */
export async function verifyEvidence(
  { session, parts }: JudgeRequest,
  { check, tools, notes, signal }: VerifyOptions,
): Promise<readonly SeenPicture[]> {
  const { reveals, steps, requestedPictures, planHash } = session;

  // The plan is one that this server signed,
  const claims = await check('plan-signature', () => planSignature(session));
  // for this session, and the very text that the session's record has,
  await check('plan-session', () => planSession(claims, session));
  // alive when it was begun and when the session was completed,
  await check('plan-time', () => planTime(claims, session));
  // of this session's policy, with no step told beforehand.
  const plan = await check('plan-content', () => planContent(claims, session));

  // The manifest is the one that the session was completed with,
  const manifestBytes = await check('manifest-hash', () => manifestHash(parts, session.evidenceHash));
  // it can be read,
  const manifest = await check('manifest-content', () => manifestContent(manifestBytes));
  // and it speaks of this session and this plan. What it declares of its source only ever lowers what a result is worth.
  await check('manifest-session', () => manifestSession(manifest, session));
  notes.established = { ...notes.established, source: manifest.capture.source };

  // Every chunk that was committed is there, and none is larger than a chunk can be.
  const packed = await check('chunk-parts', () => chunkParts(parts, reveals));
  // They are what was committed, each before the next step was known.
  await check('hash-chain', () => hashChain(packed, { planHash, reveals, manifest }));
  // They can be read, in their places, with as many frames and pictures as were committed.
  const chunks = await check('chunk-contents', () => chunkContents(packed, { reveals, manifest }));

  // Frames come forwards, at a camera's pace.
  await check('frame-times', () => frameTimes(chunks));
  // They took as long as the server saw them take: no time to make them up, and none left over.
  await check('server-times', () => serverTimes(chunks, session));
  // They come from an engine whose numbers are known here, and from a camera that does not change shape.
  const { engineVersions } = tools;
  await check('capture-facts', () => captureFacts(manifest, chunks, { engineVersions }));

  // No tripwire of the client's tripped, where the policy refuses cameras that are none.
  notes.tripwires = await check('tripwires', () => tripwires(session.policy, manifest.capture));

  // The engine's own judgement of these numbers: completed, each step in the chunk that followed its reveal.
  const replayed = await check('replay', () => replay(chunks, { plan, steps }));
  notes.established = { ...notes.established, replayed: true, lit: isLit(replayed.outcomes) };
  notes.readings = noPicture(replayed.signals);
  if (session.policy.evidenceLevel !== 'frames') return [];

  // The server named pictures to see,
  await check('picture-count', () => pictureCount(requestedPictures));
  // and was sent those, as they were committed before it named them,
  const sent = await check('picture-files', () =>
    pictureFiles(requestedPictures, { parts, chunks, manifest }),
  );
  // each at the size of the crop that the trace asks for,
  await check('picture-sizes', () => pictureSizes(sent));
  // a whole JPEG and nothing else,
  const decoded = await check('picture-decoding', () => pictureDecoding(sent, tools.decoder));
  // with one face in it.
  const pictures = await check('picture-faces', () => pictureFaces(decoded, tools.landmarker, { signal }));

  // The trace says of each picture's frame what the picture shows:
  const differences = await check('picture-frames', () => pictureFrames(pictures));
  const agreement = (name: string, measure: keyof typeof PICTURE_TOLERANCES): Promise<void> =>
    check(name, () => pictureAgreement(differences, measure, PICTURE_TOLERANCES[measure]));
  // where the face is and how it is shaped,
  await agreement('picture-landmarks', 'landmarkWidths');
  // how it is turned,
  await agreement('picture-yaw', 'yawRadians');
  await agreement('picture-pitch', 'pitchRadians');
  await agreement('picture-roll', 'rollRadians');
  // how far eyes and mouth are open,
  await agreement('picture-eyes', 'eyes');
  await agreement('picture-mouth', 'mouth');
  // and how it is lit.
  await agreement('picture-colours', 'colourLevels');
  // also in the colours that the screen showed.
  const litChunk = steps.findIndex(({ action }) => action === 'light') + 1;
  const ofLight = pictures.filter(({ reference }) => litChunk > 0 && reference.chunk === litChunk);
  const shown = await check('picture-light', () => pictureLight(ofLight));

  // From here on the trace's colours are those of pictures, and the pictures speak for themselves as well.
  const texture = await lookAtTexture(pictures, { net: tools.textureNet, signal });
  notes.readings = { ...confirmedLight(replayed.signals, shown), ...texture };
  return pictures;
}
