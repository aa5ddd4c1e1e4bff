import { max } from '../random/maths.js';
import { computeNormals } from '../geometry/computeNormals.js';
import { HEAD_PIVOT as PIVOT } from '../geometry/headFrame.js';
import { MORPH_NAMES, type Surface } from '../geometry/Surface.js';
import type { SubjectPose } from './SubjectPose.js';
import type { Vertices } from './Vertices.js';

/** Where the camera looks, and how wide. */
export interface Projection {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Focal length in px. */
  readonly focalPx: number;
}

/** Bends a surface into the pose, turns it with the head, and projects it. Camera at (0, 0, distance), looking down z. */
export function placeVertices(
  surface: Surface,
  pose: SubjectPose,
  projection: Projection,
  vertices: Vertices,
): void {
  bend(surface, pose, vertices);
  surface.slideUvs?.(pose, vertices.positions, vertices.uvs);
  const { positions, normals, restNormals, screen } = vertices;
  const m = rotation(pose);
  const count = positions.length / 3;
  const { focalPx } = projection;
  const middleX = projection.widthPx / 2;
  const middleY = projection.heightPx / 2;
  const weights = surface.headWeights;
  for (let p = 0, o = 0; p < count; p++, o += 3) {
    const lx = (positions[o] as number) - PIVOT.x;
    const ly = (positions[o + 1] as number) - PIVOT.y;
    const lz = (positions[o + 2] as number) - PIVOT.z;
    const nx = restNormals[o] as number;
    const ny = restNormals[o + 1] as number;
    const nz = restNormals[o + 2] as number;
    const weight = weights ? (weights[p] as number) : 1;
    const rest = 1 - weight;
    const x = weight * (m[0] * lx + m[1] * ly + m[2] * lz) + rest * lx + PIVOT.x + pose.xCm;
    const y = weight * (m[3] * lx + m[4] * ly + m[5] * lz) + rest * ly + PIVOT.y + pose.yCm;
    const z = weight * (m[6] * lx + m[7] * ly + m[8] * lz) + rest * lz + PIVOT.z;
    positions[o] = x;
    positions[o + 1] = y;
    positions[o + 2] = z;
    normals[o] = weight * (m[0] * nx + m[1] * ny + m[2] * nz) + rest * nx;
    normals[o + 1] = weight * (m[3] * nx + m[4] * ny + m[5] * nz) + rest * ny;
    normals[o + 2] = weight * (m[6] * nx + m[7] * ny + m[8] * nz) + rest * nz;
    const scale = focalPx / max(4, pose.distanceCm - z);
    screen[o] = middleX + x * scale;
    screen[o + 1] = middleY - y * scale;
    screen[o + 2] = z - pose.distanceCm;
  }
}

function bend(surface: Surface, pose: SubjectPose, vertices: Vertices): void {
  const { positions } = vertices;
  positions.set(surface.rest);
  let bent = false;
  for (const name of MORPH_NAMES) {
    const morph = surface.morphs[name];
    const amount = pose[name];
    if (!morph || amount === 0) continue;
    bent = true;
    for (let o = 0; o < positions.length; o++)
      positions[o] = (positions[o] as number) + (morph[o] as number) * amount;
  }
  if (vertices.resting && !(bent && surface.bends)) return;
  computeNormals(positions, surface.normalTriangles ?? surface.triangles, surface.weld, vertices.restNormals);
  vertices.resting = !bent || !surface.bends;
}

type Matrix = readonly [number, number, number, number, number, number, number, number, number];

/** Yaw, then pitch, then roll; signs as in {@link SubjectPose}. */
function rotation({ yawRadians, pitchRadians, rollRadians }: SubjectPose): Matrix {
  const [cy, sy] = [Math.cos(yawRadians), Math.sin(yawRadians)];
  const [cp, sp] = [Math.cos(pitchRadians), Math.sin(pitchRadians)];
  const [cr, sr] = [Math.cos(rollRadians), Math.sin(rollRadians)];
  // Rows of pitch * yaw.
  const a = [cy, 0, sy] as const;
  const b = [-sp * sy, cp, sp * cy] as const;
  return [
    cr * a[0] + sr * b[0],
    sr * b[1],
    cr * a[2] + sr * b[2],
    -sr * a[0] + cr * b[0],
    cr * b[1],
    -sr * a[2] + cr * b[2],
    -cp * sy,
    -sp,
    cp * cy,
  ];
}
