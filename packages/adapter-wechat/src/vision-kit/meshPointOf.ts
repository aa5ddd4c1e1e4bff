/**
 * Which landmark of the 478-point mesh stands where one of the vision kit's 106 points does, as `[point, landmark]`.
 *
 * NOT ESTABLISHED BY WECHAT'S DOCUMENTS: its pages say that there are 106 points, and show none of them by number in text. This is the
 * order that face SDKs with 106 points commonly have (0 to 32 the face's edge, 43 to 51 nose, 52 to 63 and 72 to 77 eyes, 84 to 103
 * mouth); one public report for WeChat, which takes 74 and 77 for the middles of the eyes, fits it. Other SDKs number theirs otherwise.
 * Points whose place on the mesh is not plainly the same (eyebrows, the edge but for two points, lips but for four) are left out.
 */
export const MESH_POINT_OF: readonly (readonly [point: number, landmark: number])[] = [
  // The person's right eye, which is on the left of an unmirrored picture: corners, upper and lower lid.
  [52, 33],
  [53, 160],
  [72, 159],
  [54, 158],
  [55, 133],
  [56, 153],
  [73, 145],
  [57, 144],
  // The left eye.
  [58, 362],
  [59, 385],
  [75, 386],
  [60, 387],
  [61, 263],
  [62, 373],
  [76, 374],
  [63, 380],
  // Nose: bridge between the eyes, tip, under the tip.
  [43, 6],
  [46, 1],
  [49, 2],
  // Mouth: corners, inner lips.
  [84, 61],
  [90, 291],
  [98, 13],
  [102, 14],
  // The face's edge beside the cheekbones, and the chin.
  [2, 234],
  [30, 454],
  [16, 152],
];

/** How many points an anchor has. */
export const ANCHOR_POINTS = 106;
