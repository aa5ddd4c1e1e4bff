import { describe, expect, it } from '@jest/globals';
import { syntheticTemplate } from '@huoti/embedder/testing';
import { encodeTraceChunk } from '@huoti/protocol';
import { commitEvidence } from '../../testing/evidence/commitEvidence.js';
import { createPictureFakes, FAKE_SKIN } from '../../testing/evidence/createPictureFakes.js';
import { judgeFake, refusalOf } from '../../testing/evidence/judgeFake.js';
import { playEvidence } from '../../testing/evidence/playEvidence.js';
import { turnedReference } from '../../testing/turnedReference.js';

const honest = playEvidence();

describe('pictures that do not belong to the trace', () => {
  // The attacker goes through the session and commits pictures of somebody else, who moved the same way: a face swapped in.
  it('are refused against the reference of who should be seen', async () => {
    const swapped = playEvidence({ person: 'berta' });
    const request = { ...swapped.request, reference: turnedReference(syntheticTemplate('anna')) };
    expect(refusalOf(await judgeFake(request, swapped.fakes))).toEqual([
      false,
      'FACE_MISMATCH',
      'reference-face',
    ]);
  });

  // The attacker swaps the face only while the hard action is shown.
  it.each([1, 3])('are refused where those of chunk %d are of another face', async (swappedChunk) => {
    const fakes = createPictureFakes();
    const [from = 0, to = 0] = [honest.played.cutAtMs[swappedChunk - 1], honest.played.cutAtMs[swappedChunk]];
    const swapped = playEvidence({
      fakes,
      picture: (shown, atMs) => ({ ...shown, person: atMs > from && atMs <= to ? 'berta' : 'anna' }),
    });
    expect(refusalOf(await judgeFake(swapped.request, fakes))).toEqual([false, 'FACE_CHANGED', 'one-face']);
  });

  // The attacker's pictures are those of half a second ago: the trace was moved against them.
  it('are refused where they are of another time', async () => {
    const late = playEvidence({
      observe: (atMs, subject) => [subject.observe(atMs)],
      picture: (shown, atMs) => ({ ...shown, face: honest.played.subject.observe(atMs - 500) }),
    });
    const refused = refusalOf(await judgeFake(late.request, late.fakes));
    expect(refused.slice(0, 2)).toEqual([false, 'EVIDENCE_INCONSISTENT']);
    expect(refused[2]).toMatch(/^picture-/);
  });

  // The attacker relights a photo: the face is lit as it never was on the camera.
  it('are refused where they are lit otherwise than the trace says', async () => {
    const [red, green, blue] = FAKE_SKIN;
    const lit = playEvidence({
      picture: (shown) => ({ ...shown, colour: [red - 40, green - 40, blue + 40] }),
    });
    expect(refusalOf(await judgeFake(lit.request, lit.fakes))[2]).toBe('picture-colours');
  });

  // The attacker sends other pictures of the same session than those that were named: nicer ones.
  it('are refused where they are not those that were asked for', async () => {
    const { request, played, fakes } = honest;
    const { chunk, index } = request.session.requestedPictures[3]!;
    const another = played.pictures[chunk]![index === 0 ? 1 : index - 1]!;
    const parts = new Map(request.parts).set(`picture-${chunk}-${index}`, another);
    expect(refusalOf(await judgeFake({ ...request, parts }, fakes))).toEqual([
      false,
      'EVIDENCE_INCONSISTENT',
      'picture-files',
    ]);
  });

  // The attacker leaves out the one picture that would show it.
  it('are refused where one is missing', async () => {
    const { request, fakes } = honest;
    const { chunk, index } = request.session.requestedPictures[0]!;
    const parts = new Map(request.parts);
    parts.delete(`picture-${chunk}-${index}`);
    expect(refusalOf(await judgeFake({ ...request, parts }, fakes))[2]).toBe('picture-files');
  });

  // The attacker cuts wider than the protocol says, so that the face is small and little of it is judged.
  it('are refused where the crop is not that of the traced face', async () => {
    const { plan, steps, stampsMs, played, fakes } = honest;
    const chunks = played.traces.map((chunk) =>
      encodeTraceChunk({
        ...chunk,
        pictures: chunk.pictures.map((one) => ({ ...one, widthPx: one.widthPx - 40 })),
      }),
    );
    const request = commitEvidence({ plan, steps, chunks, pictures: played.pictures, stampsMs });
    expect(refusalOf(await judgeFake(request, fakes))[2]).toBe('picture-sizes');
  });
});
