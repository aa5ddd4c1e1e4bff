/** The middle of the skull, in cm of the head at rest: where its back, hair and scarf are measured from. */
export const SKULL_CENTRE = { x: 0, y: 2, z: -3.5 } as const;

/** Half axes of the cranium of a head of mean width, in cm. */
export const SKULL_RADII = { x: 7.5, y: 10, z: 9.3 } as const;

/** The joint of neck and skull that the head turns about, in cm of the head at rest. */
export const HEAD_PIVOT = { x: 0, y: -5, z: -5 } as const;
