import { Type } from '@sinclair/typebox';

/**
 * What a host may offer. Everything is optional: a page uses what it is offered and does without the rest.
 *
 * - `camera.page`: the page may open the camera itself, the host answers the engine's permission request
 * - `camera.host`: the host opens the camera and sends frames; with one of `frames.jpeg`, `frames.i420`
 * - `binary`: frames may come as bytes instead of text
 * - `pull`: stills over a custom scheme; the name is kept for that, version 1.0 has no message for it
 * - `permission.query`: it and `permission.request` are answered
 * - `settings.open`, `haptics`, `brightness`, `keepAwake`, `orientation.lock`, `attestation`, `log`: the message of that name is
 *   understood
 */
export const BRIDGE_CAPABILITIES = [
  'camera.page',
  'camera.host',
  'frames.jpeg',
  'frames.i420',
  'binary',
  'pull',
  'permission.query',
  'settings.open',
  'haptics',
  'brightness',
  'keepAwake',
  'orientation.lock',
  'attestation',
  'log',
] as const;

/** One of {@link BRIDGE_CAPABILITIES}. */
export type BridgeCapability = (typeof BRIDGE_CAPABILITIES)[number];

/** Name of each capability and its version; names that are not known are passed over. */
export const BridgeCapabilitiesSchema = Type.Record(
  Type.String({ pattern: '^[a-z][A-Za-z0-9.]{0,47}$' }),
  Type.Integer({ minimum: 1, maximum: 1000 }),
  { maxProperties: 64, additionalProperties: false },
);
