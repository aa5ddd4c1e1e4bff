import type { Static, TSchema } from '@sinclair/typebox';
import type { BridgeCapability } from './bridgeCapabilities.js';
import { BRIDGE_PERMISSION_TIMEOUT_MS, BRIDGE_REQUEST_TIMEOUT_MS } from './bridgeLimits.js';
import {
  CameraCloseSchema,
  CameraOpenedSchema,
  CameraOpenSchema,
  CameraStateSchema,
  FrameCreditSchema,
  FrameSchema,
} from './payloads/camera.js';
import {
  AttestationSchema,
  AttestedSchema,
  BrightnessSchema,
  HapticsSchema,
  KeepAwakeSchema,
  LogSchema,
  NothingSchema,
  OrientationSchema,
  PermissionSchema,
  PermissionStateSchema,
} from './payloads/device.js';
import { HelloSchema, WelcomeSchema } from './payloads/handshake.js';
import { ChallengeSchema, ResultSchema, SessionStartSchema, SessionStateSchema } from './payloads/session.js';

/** Asked by one side, answered by the other within its time. */
const request = <P extends TSchema, R extends TSchema>(
  from: 'page' | 'host',
  payload: P,
  reply: R,
  needs: BridgeCapability | null = null,
  timeoutMs = BRIDGE_REQUEST_TIMEOUT_MS,
) => ({ kind: 'request', from, payload, reply, needs, timeoutMs }) as const;

/** Said by one side, answered by nobody. */
const event = <P extends TSchema>(
  from: 'page' | 'host' | 'either',
  payload: P,
  needs: BridgeCapability | null = null,
) => ({ kind: 'event', from, payload, needs }) as const;

/**
 * Every message there is: who says it, what it carries, what it needs of the host, what answers it and within which time in
 * ms. Both sides and the written specification are held against this one table.
 */
export const BRIDGE_MESSAGES = {
  hello: request('page', HelloSchema, WelcomeSchema),
  'permission.query': request('page', PermissionSchema, PermissionStateSchema, 'permission.query'),
  'permission.request': request(
    'page',
    PermissionSchema,
    PermissionStateSchema,
    'permission.query',
    BRIDGE_PERMISSION_TIMEOUT_MS,
  ),
  'settings.open': request('page', NothingSchema, NothingSchema, 'settings.open'),
  // The system may ask the person first.
  'camera.open': request(
    'page',
    CameraOpenSchema,
    CameraOpenedSchema,
    'camera.host',
    BRIDGE_PERMISSION_TIMEOUT_MS,
  ),
  'camera.close': request('page', CameraCloseSchema, NothingSchema, 'camera.host'),
  'camera.state': event('host', CameraStateSchema, 'camera.host'),
  'frame.credit': event('page', FrameCreditSchema, 'camera.host'),
  frame: { kind: 'frame', from: 'host', payload: FrameSchema, needs: 'camera.host' },
  'session.start': request('host', SessionStartSchema, NothingSchema),
  'session.stop': request('host', NothingSchema, NothingSchema),
  'session.state': event('page', SessionStateSchema),
  'challenge.begin': event('page', ChallengeSchema),
  'challenge.end': event('page', ChallengeSchema),
  result: request('page', ResultSchema, NothingSchema),
  'app.pause': event('host', NothingSchema),
  'app.resume': event('host', NothingSchema),
  'app.interrupt': event('host', NothingSchema),
  'ui.close': event('page', NothingSchema),
  haptics: event('page', HapticsSchema, 'haptics'),
  brightness: request('page', BrightnessSchema, NothingSchema, 'brightness'),
  keepAwake: request('page', KeepAwakeSchema, NothingSchema, 'keepAwake'),
  'orientation.lock': request('page', OrientationSchema, NothingSchema, 'orientation.lock'),
  attestation: request('page', AttestationSchema, AttestedSchema, 'attestation'),
  log: event('either', LogSchema, 'log'),
} as const;

/** Name of a message. */
export type BridgeMessageName = keyof typeof BRIDGE_MESSAGES;

type Entry<N extends BridgeMessageName> = (typeof BRIDGE_MESSAGES)[N];

/** Names of the messages that one side asks and the other answers. */
export type BridgeRequestName = {
  [N in BridgeMessageName]: Entry<N> extends { kind: 'request' } ? N : never;
}[BridgeMessageName];

/** Names of the messages that nobody answers. */
export type BridgeEventName = {
  [N in BridgeMessageName]: Entry<N> extends { kind: 'event' } ? N : never;
}[BridgeMessageName];

/** What a message of that name carries. */
export type BridgePayload<N extends BridgeMessageName> = Static<Entry<N>['payload']>;

/** What a request of that name is answered with. */
export type BridgeReply<N extends BridgeRequestName> =
  Entry<N> extends { reply: infer R extends TSchema } ? Static<R> : never;
