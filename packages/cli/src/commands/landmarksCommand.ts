import { extname } from 'node:path';
import {
  captureGates,
  eyeOpenness,
  findFaces,
  measureFrame,
  mouthOpenness,
  yawIndex,
  type FaceObservation,
} from '@huoti/core';
import { HuotiError } from '@huoti/protocol';
import type { Command } from '../Command.js';
import { createCliLandmarker } from '../engine/createCliLandmarker.js';
import { EXIT } from '../exitCodes.js';
import type { DecodedPicture } from '../media/decodePicture.js';
import { readStill } from '../media/readStill.js';
import { drawFaces } from '../output/drawFaces.js';
import { parseWords } from '../parseWords.js';

const USAGE = 'landmarks FILE [--json] [--draw OUT.png]';

const round = (value: number, digits: number): number => Math.round(value * 10 ** digits) / 10 ** digits;

/** The JSON form of a face. */
function describe(face: FaceObservation, picture: DecodedPicture) {
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

type FaceReport = ReturnType<typeof describe>;

function lineOf({ box, yawRadians, pitchRadians, rollRadians, gates, ...face }: FaceReport): string {
  const degrees = (radians: number): string => ((radians * 180) / Math.PI).toFixed(0);
  const failed = gates.filter(({ pass }) => !pass).map(({ code }) => code);
  return [
    `face ${box.widthPx} x ${box.heightPx} px at ${box.xPx}, ${box.yPx}:`,
    `yaw ${degrees(yawRadians)}, pitch ${degrees(pitchRadians)}, roll ${degrees(rollRadians)} degrees,`,
    `eyes ${face.eyeOpenness}, mouth ${face.mouthOpenness},`,
    failed.length === 0 ? 'every gate passed' : `gates failed: ${failed.join(', ')}`,
  ].join(' ');
}

/** `huoti landmarks`: the faces of a picture, or of a clip's first frame. */
export const landmarksCommand: Command = {
  usage: USAGE,
  summary: 'faces, pose, eye and mouth openness, quality gates; a picture with the points drawn',
  details: [
    'FILE is a .jpg, .png or .webp picture, or a clip, whose first frame is taken.',
    '--draw writes the picture with the points of every face on it.',
  ],
  async run({ args, output, signal }) {
    const words = parseWords(args, { usage: USAGE, positionals: 1, flags: ['json'], values: ['draw'] });
    const out = words.value('draw');
    if (out !== null && extname(out).toLowerCase() !== '.png') {
      throw new HuotiError(
        'INVALID_ARGUMENT',
        `--draw ${out}: a PNG is written; give a name that ends in .png`,
      );
    }
    const picture = await readStill(words.positionals[0] ?? '');
    const landmarker = createCliLandmarker();
    try {
      await landmarker.load({ signal });
      const faces = await findFaces(picture, landmarker, { signal });
      if (out !== null) await drawFaces(picture, faces, out);
      const described = faces.map((face) => describe(face, picture));
      if (words.flag('json')) output.data(JSON.stringify({ faces: described }));
      else {
        output.data(`${faces.length} face(s) in ${picture.widthPx} x ${picture.heightPx} px`);
        for (const face of described) output.data(lineOf(face));
      }
      return EXIT.done;
    } finally {
      await landmarker.dispose();
    }
  },
};
