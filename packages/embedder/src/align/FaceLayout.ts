/**
 * Where five points of a face lie in the square that a network was trained on: the person's right eye, left eye, nose tip,
 * right and left corner of the mouth, as shares of the side (x, y each).
 */
export type FaceLayout = readonly (readonly [x: number, y: number])[];
