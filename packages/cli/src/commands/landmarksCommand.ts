import { readFile, writeFile } from 'node:fs/promises';
import sharp from 'sharp';
import {
  captureGates,
  eyeOpenness,
  measureFrame,
  mouthOpenness,
  yawIndex,
  type FaceObservation,
} from '@huoti/core';
import { HuotiError } from '@huoti/protocol';
import type { Command } from '../Command.js';
import { createCliLandmarker } from '../engine/createCliLandmarker.js';
import { findFaces } from '../engine/findFaces.js';
import { EXIT } from '../exitCodes.js';
import { decodePicture, type DecodedPicture } from '../media/decodePicture.js';
import { openClip } from '../media/openClip.js';
import { unreadable } from '../media/unreadable.js';
import { parseWords } from '../parseWords.js';

const USAGE = 'landmarks FILE [--json] [--draw OUT.png]';
const PICTURE = /\.(jpe?g|png|webp)$/i;

/** A picture, or the first frame of a clip. */
async function readFirst(path: string): Promise<DecodedPicture> {
  if (PICTURE.test(path)) {
    const bytes = await readFile(path).catch((error: unknown) => {
      throw unreadable(path, 'it can not be read', 'check the path', error);
    });
    return decodePicture(bytes, path);
  }
  const clip = await openClip(path);
  try {
    for await (const frame of clip.frames()) return frame;
    throw unreadable(path, 'it has no frame', 'give a clip with a picture in it');
  } finally {
    await clip.close();
  }
}

const round = (value: number, digits: number): number => Math.round(value * 10 ** digits) / 10 ** digits;

function describe(face: FaceObservation, picture: DecodedPicture): object {
  const frame = {
    ...picture,
    rotationDegrees: 0,
    mirrored: false,
    timestampMs: 0,
    close: () => undefined,
  } as const;
  const statistics = measureFrame(frame, face);
  const { xPx, yPx, widthPx, heightPx } = face.box;
  return {
    box: { xPx: round(xPx, 1), yPx: round(yPx, 1), widthPx: round(widthPx, 1), heightPx: round(heightPx, 1) },
    yawRadians: round(face.pose.yawRadians, 3),
    pitchRadians: round(face.pose.pitchRadians, 3),
    rollRadians: round(face.pose.rollRadians, 3),
    eyeOpenness: round(eyeOpenness(face.landmarks, face.pose).combined, 3),
    mouthOpenness: round(mouthOpenness(face.landmarks, face.pose), 3),
    yawIndex: round(yawIndex(face.landmarks), 3),
    gates: captureGates
      .flatMap((gate) => gate.check(face, statistics))
      .map(({ code, pass, measured, limit, unit }) => ({
        code,
        pass,
        measured: round(measured, 4),
        limit,
        unit,
      })),
  };
}

async function draw(picture: DecodedPicture, faces: readonly FaceObservation[], out: string): Promise<void> {
  const radius = Math.max(0.6, picture.widthPx / 900);
  const dots: string[] = [];
  for (const { landmarks } of faces) {
    for (let index = 0; index < landmarks.length; index += 3) {
      const colour = index >= 468 * 3 ? '#ffb000' : '#00e0a0';
      const x = (landmarks[index] ?? 0).toFixed(1);
      const y = (landmarks[index + 1] ?? 0).toFixed(1);
      dots.push(`<circle cx="${x}" cy="${y}" r="${radius.toFixed(2)}" fill="${colour}"/>`);
    }
  }
  const { widthPx: width, heightPx: height } = picture;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${dots.join('')}</svg>`;
  const raw = { width, height, channels: 4 as const };
  const png = await sharp(
    Buffer.from(picture.data.buffer, picture.data.byteOffset, picture.data.byteLength),
    { raw },
  )
    .composite([{ input: Buffer.from(svg) }])
    .png()
    .toBuffer();
  await writeFile(out, png).catch((error: unknown) => {
    throw new HuotiError(
      'INVALID_ARGUMENT',
      `--draw ${out}: it can't be written; give a path in a folder that exists`,
      {
        cause: error,
      },
    );
  });
}

/** `huoti landmarks`: the faces of a picture, or of a clip's first frame. */
export const landmarksCommand: Command = {
  usage: USAGE,
  summary: 'faces, pose, eye and mouth openness, quality gates; a picture with the points drawn',
  async run({ args, output, signal }) {
    const words = parseWords(args, { usage: USAGE, positionals: 1, flags: ['json'], values: ['draw'] });
    const picture = await readFirst(words.positionals[0] ?? '');
    const landmarker = createCliLandmarker();
    try {
      await landmarker.load({ signal });
      const faces = await findFaces(picture, landmarker, signal);
      const out = words.value('draw');
      if (out !== null) await draw(picture, faces, out);
      const described = faces.map((face) => describe(face, picture));
      if (words.flag('json')) output.data(JSON.stringify({ faces: described }));
      else {
        output.data(`${faces.length} face(s) in ${picture.widthPx} x ${picture.heightPx} px`);
        for (const face of described) output.data(JSON.stringify(face));
      }
      return EXIT.done;
    } finally {
      await landmarker.dispose();
    }
  },
};
