import { Type, type Static } from '@sinclair/typebox';
import { BridgeErrorSchema } from '../bridgeErrors.js';
import { MAX_BRIDGE_CREDITS, MAX_BRIDGE_FRAME_BYTES } from '../bridgeLimits.js';

const stream = Type.Integer({ minimum: 1, maximum: 2 ** 31 - 1 });
const side = Type.Integer({ minimum: 16, maximum: 4096 });
const facing = Type.Union([Type.Literal('user'), Type.Literal('environment')]);
const format = Type.Union([Type.Literal('jpeg'), Type.Literal('i420')]);

/** How pixels are packed: a JPEG file, or Y, U and V planes one after the other, BT.601, full range. */
export type BridgeFrameFormat = Static<typeof format>;

/** Page to host: open the camera and get ready to send. Wishes: the reply says what it became. */
export const CameraOpenSchema = Type.Object({
  facing,
  idealWidthPx: side,
  idealHeightPx: side,
  idealFps: Type.Integer({ minimum: 1, maximum: 60 }),
  /** What the page can read, best first. */
  formats: Type.Array(format, { minItems: 1, maxItems: 8 }),
});
/** What {@link CameraOpenSchema} describes. */
export type CameraOpen = Static<typeof CameraOpenSchema>;

/** The host's answer: the camera is open. No frame is sent before the page has given credit. */
export const CameraOpenedSchema = Type.Object({
  /** Number of this opening, anew each time. */
  stream,
  widthPx: side,
  heightPx: side,
  fps: Type.Number({ minimum: 0.1, maximum: 240 }),
  facing,
  format,
  /** Whether left and right are swapped in what is sent. `null`: not known, and turns are asked without a side. */
  mirrored: Type.Union([Type.Boolean(), Type.Null()]),
});
/** What {@link CameraOpenedSchema} describes. */
export type CameraOpened = Static<typeof CameraOpenedSchema>;

/** Page to host: let the camera go. */
export const CameraCloseSchema = Type.Object({ stream });
/** What {@link CameraCloseSchema} describes. */
export type CameraClose = Static<typeof CameraCloseSchema>;

/** Host to page, unasked: something happened to the camera. */
export const CameraStateSchema = Type.Object({
  stream,
  state: Type.Union([
    /** The page gave no credit for 3 s. The camera stays open. */
    Type.Literal('stalled'),
    /** The system took it away; it does not come back. */
    Type.Literal('interrupted'),
    Type.Literal('closed'),
  ]),
  error: Type.Optional(BridgeErrorSchema),
});
/** What {@link CameraStateSchema} describes. */
export type CameraState = Static<typeof CameraStateSchema>;

/** Page to host: so many more frames may be sent. Given back when a frame was used, not when it came. */
export const FrameCreditSchema = Type.Object({
  stream,
  credits: Type.Integer({ minimum: 1, maximum: MAX_BRIDGE_CREDITS }),
});
/** What {@link FrameCreditSchema} describes. */
export type FrameCredit = Static<typeof FrameCreditSchema>;

/** Host to page: one picture. Without credit the host keeps the newest and counts what it dropped. */
export const FrameSchema = Type.Object({
  stream,
  /** 0, 1, 2: of those that were sent. */
  sequence: Type.Integer({ minimum: 0, maximum: 2 ** 31 - 1 }),
  /** When the sensor saw it, on the host's monotonic clock, in ms. */
  capturedAtMs: Type.Number({ minimum: 0, maximum: 1e13 }),
  /** Of the pixels as they are packed, before they are turned upright. */
  widthPx: side,
  heightPx: side,
  format,
  /** Clockwise turn that makes it upright. */
  rotationDegrees: Type.Union([Type.Literal(0), Type.Literal(90), Type.Literal(180), Type.Literal(270)]),
  /** Captured and never sent, since the camera was opened. */
  droppedCount: Type.Integer({ minimum: 0, maximum: 2 ** 31 - 1 }),
  /** base64 with padding; left out where the bytes follow the message. */
  data: Type.Optional(Type.String({ maxLength: MAX_BRIDGE_FRAME_BYTES, pattern: '^[A-Za-z0-9+/]*={0,2}$' })),
});
/** What {@link FrameSchema} describes. */
export type BridgeFrame = Static<typeof FrameSchema>;
