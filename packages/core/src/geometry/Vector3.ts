/** x, y, z. */
export type Vector3 = readonly [x: number, y: number, z: number];
