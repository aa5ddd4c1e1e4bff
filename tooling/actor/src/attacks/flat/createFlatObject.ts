import type { LitSurface, SurfaceKind } from '../../lighting/LitScene.js';
import type { TexturedMesh } from '../../pixels/drawMesh.js';
import type { FlatPose } from './FlatPose.js';

/** Cells of the mesh: fine enough that a strong tilt at a wide angle stays true inside of each. */
const COLUMNS = 14;
const ROWS = 10;
/** Nothing comes nearer to the lens than this, in cm. */
const NEAREST_CM = 4;

/** What {@link createFlatObject} takes. */
export interface FlatObjectOptions {
  kind: SurfaceKind;
  widthCm: number;
  heightCm: number;
  /** The part of the texture that is on it, px. */
  texture: {
    readonly leftPx: number;
    readonly topPx: number;
    readonly widthPx: number;
    readonly heightPx: number;
  };
  /** Of the camera's picture. */
  widthPx: number;
  heightPx: number;
  /** Focal length, px. */
  focalPx: number;
}

/** A sheet of paper or a screen, seen by a pinhole camera. */
export interface FlatObject {
  /** The same memory each time. */
  place(pose: FlatPose): { readonly surface: LitSurface; readonly mesh: TexturedMesh };
}

/** A rectangle with a picture on it, held or bent before the camera. */
export function createFlatObject(options: FlatObjectOptions): FlatObject {
  const { kind, widthCm, heightCm, texture, widthPx, heightPx, focalPx } = options;
  const across = COLUMNS + 1;
  const count = across * (ROWS + 1);
  const points = new Float32Array(count * 2);
  const positions = new Float32Array(count * 3);
  const normals = new Float32Array(count * 3);
  const uvs = new Float32Array(count * 2);
  const triangles = new Uint16Array(COLUMNS * ROWS * 6);
  for (let row = 0, t = 0; row <= ROWS; row++) {
    for (let column = 0; column <= COLUMNS; column++) {
      const at = row * across + column;
      uvs[at * 2] = texture.leftPx + (texture.widthPx * column) / COLUMNS;
      uvs[at * 2 + 1] = texture.topPx + (texture.heightPx * row) / ROWS;
      if (row === ROWS || column === COLUMNS) continue;
      triangles.set([at, at + 1, at + across, at + 1, at + across + 1, at + across], t);
      t += 6;
    }
  }
  return {
    place(pose) {
      const [sinYaw, cosYaw] = [Math.sin(pose.yaw), Math.cos(pose.yaw)];
      const [sinPitch, cosPitch] = [Math.sin(pose.pitch), Math.cos(pose.pitch)];
      const [sinRoll, cosRoll] = [Math.sin(pose.roll), Math.cos(pose.roll)];
      const turned = (x: number, y: number, z: number): [number, number, number] => {
        const rx = x * cosRoll - y * sinRoll;
        const ry = x * sinRoll + y * cosRoll;
        const py = ry * cosPitch - z * sinPitch;
        const pz = ry * sinPitch + z * cosPitch;
        return [rx * cosYaw - pz * sinYaw, py, rx * sinYaw + pz * cosYaw];
      };
      for (let row = 0; row <= ROWS; row++) {
        for (let column = 0; column <= COLUMNS; column++) {
          const at = row * across + column;
          const u = (column / COLUMNS - 0.5) * widthCm;
          const v = (row / ROWS - 0.5) * heightCm;
          const angle = u * pose.bend;
          const x = pose.bend === 0 ? u : Math.sin(angle) / pose.bend;
          const z = pose.bend === 0 ? 0 : (1 - Math.cos(angle)) / pose.bend;
          const [px, py, pz] = turned(x, v, z);
          const [nx, ny, nz] = turned(Math.sin(angle), 0, -Math.cos(angle));
          const away = Math.max(NEAREST_CM, pose.zCm + pz);
          positions.set([pose.xCm + px, pose.yCm + py, away], at * 3);
          normals.set([nx, ny, nz], at * 3);
          points[at * 2] = widthPx / 2 + (focalPx * (pose.xCm + px)) / away;
          points[at * 2 + 1] = heightPx / 2 + (focalPx * (pose.yCm + py)) / away;
        }
      }
      return {
        surface: { kind, points, positions, normals, triangles },
        mesh: { points, uvs, triangles },
      };
    },
  };
}
