import { basename, extname, join } from 'node:path';
import type { FaceLandmarker } from '@huoti/core';
import { isHuotiError } from '@huoti/protocol';
import { asPart, readClipRows, readTable } from '../footage/readClipRows.js';
import type { ClipRow } from '../footage/ClipRow.js';
import { findPieces } from '../footage/findPieces.js';
import type { Footage } from '../footage/Footage.js';
import { openFootage } from '../footage/openFootage.js';
import type { Pieces } from '../footage/Pieces.js';
import { workFolder } from '../footage/workFolder.js';
import { readCanonicalFace } from '../node/readCanonicalFace.js';
import type { FootageSource, StillSource, Workshop } from './Workshop.js';

/** The size gate of a session (core, quality/sizeGate): smaller faces are sent nearer before anything is judged. */
export const LEAST_FACE_PX = 80;
export const LEAST_FACE_SHARE = 0.24;

/** What {@link openWorkshop} takes. */
export interface OpenWorkshopOptions {
  /** Folder of the fixtures. */
  fixtures: string;
  /** Loaded. */
  landmarker: FaceLandmarker;
  /** Told of each recording before it is opened: the first time, decoding takes seconds. */
  onFile?: (file: string) => void;
  /** Only these people's halves. @default both */
  parts?: readonly ClipRow['part'][];
  /** Only recordings of these ids. @default all */
  only?: readonly string[];
}

/**
 * Opens what presentations are made of: the genuine clips of the fixtures and their pictures of real people. Decoded once
 * and kept in the system's folder for passing files.
 *
 * @throws HuotiError MEDIA_UNREADABLE without fixtures, HOST_ERROR without ffmpeg
 */
export async function openWorkshop({
  fixtures,
  landmarker,
  onFile = () => undefined,
  parts = ['train', 'test'],
  only,
}: OpenWorkshopOptions): Promise<Workshop> {
  const folder = await workFolder(fixtures);
  const footage: FootageSource[] = [];
  const stills: StillSource[] = [];
  const leftOut: { id: string; why: string }[] = [];
  const openOne = async (row: Omit<ClipRow, 'actions'>): Promise<Footage | null> => {
    onFile(row.file);
    try {
      const one = await openFootage(row, { fixtures, folder, landmarker });
      const small = tooSmall(one);
      if (small === null) return one;
      one.close();
      leftOut.push({ id: row.id, why: small });
    } catch (error) {
      if (!isHuotiError(error, 'MEDIA_UNREADABLE')) throw error;
      leftOut.push({ id: row.id, why: error.message });
    }
    return null;
  };
  const isWanted = (id: string): boolean => only === undefined || only.includes(id);
  for (const row of await readClipRows(fixtures)) {
    if (!parts.includes(row.part) || !isWanted(row.id)) continue;
    const one = await openOne(row);
    if (!one) continue;
    const pieces = findPieces(one, row);
    const frame = frontalFrame(pieces);
    if (frame === null) leftOut.push({ id: row.id, why: 'the face never looks into the camera' });
    else stills.push({ id: row.id, person: row.person, part: row.part, footage: one, frame });
    if (pieces.neutral.length === 0) leftOut.push({ id: row.id, why: 'the face never rests' });
    else footage.push({ footage: one, pieces });
  }
  for (const row of await readTable(join(fixtures, 'liveness-stills.csv'))) {
    const { file = '', person = '', label, part } = row;
    if (label !== 'bona-fide' || !parts.includes(asPart(part))) continue;
    const id = `still-${basename(file, extname(file))}`;
    if (!isWanted(id)) continue;
    const one = await openOne({ file, id, person: person === '' ? file : person, part: asPart(part) });
    if (one?.landmarks(0)) stills.push({ id, person: one.person, part: one.part, footage: one, frame: 0 });
  }
  return { canonicalFace: await readCanonicalFace(), footage, stills, leftOut };
}

function tooSmall({ faceWidthPx, faceShare }: Footage): string | null {
  if (faceWidthPx >= LEAST_FACE_PX && faceShare >= LEAST_FACE_SHARE) return null;
  return (
    `the face is ${Math.round(faceWidthPx)} px and ${faceShare.toFixed(2)} of the shorter side wide, ` +
    `the size gate asks for ${LEAST_FACE_PX} px and ${LEAST_FACE_SHARE}`
  );
}

/** The frame at rest that looks most straight ahead, with eyes as open as they are at rest. */
function frontalFrame({ measures, rest }: Pieces): number | null {
  let best: { frame: number; off: number } | null = null;
  measures.forEach((one, frame) => {
    if (!one || !rest || one.eyes < 0.8 * rest.eyes || one.mouth > rest.mouth + 0.15) return;
    const off = Math.abs(one.yaw) + 0.5 * Math.abs(one.pitch - rest.pitch);
    if (off < 0.25 && (!best || off < best.off)) best = { frame, off };
  });
  return (best as { frame: number } | null)?.frame ?? null;
}
