import { Type, type Static } from '@sinclair/typebox';

/** A message that says all with its name. */
export const NothingSchema = Type.Object({});
/** What {@link NothingSchema} describes. */
export type Nothing = Static<typeof NothingSchema>;

/** Page to host: how it stands with the app's own camera permission, or ask the person for it. */
export const PermissionSchema = Type.Object({ permission: Type.Literal('camera') });
/** The host's answer to both. */
export const PermissionStateSchema = Type.Object({
  state: Type.Union([
    Type.Literal('granted'),
    /** Only the system's settings help. */
    Type.Literal('denied'),
    /** The person has not been asked, or waved it away. */
    Type.Literal('prompt'),
  ]),
});
/** What {@link PermissionStateSchema} describes. */
export type PermissionState = Static<typeof PermissionStateSchema>;

/** Page to host: a short touch that says what a screen says. */
export const HapticsSchema = Type.Object({
  pattern: Type.Union([Type.Literal('tick'), Type.Literal('success'), Type.Literal('failure')]),
});
/** What {@link HapticsSchema} describes. */
export type Haptics = Static<typeof HapticsSchema>;

/** Page to host: brightness of the screen, 0 to 1; `null` gives back what the person had. */
export const BrightnessSchema = Type.Object({
  level: Type.Union([Type.Number({ minimum: 0, maximum: 1 }), Type.Null()]),
});
/** What {@link BrightnessSchema} describes. */
export type Brightness = Static<typeof BrightnessSchema>;

/** Page to host: keep the screen on, or no longer. */
export const KeepAwakeSchema = Type.Object({ on: Type.Boolean() });
/** What {@link KeepAwakeSchema} describes. */
export type KeepAwake = Static<typeof KeepAwakeSchema>;

/** Page to host: hold the screen upright; `null` gives it back. */
export const OrientationSchema = Type.Object({
  orientation: Type.Union([Type.Literal('portrait'), Type.Null()]),
});
/** What {@link OrientationSchema} describes. */
export type Orientation = Static<typeof OrientationSchema>;

/** Page to host: a word of the platform about app and device, bound to the session's nonce, for the server. */
export const AttestationSchema = Type.Object({ nonce: Type.String({ pattern: '^[0-9a-f]{32,128}$' }) });
/** The host's answer, opaque to the page. */
export const AttestedSchema = Type.Object({
  kind: Type.String({ pattern: '^[a-z][a-z0-9-]{0,31}$' }),
  statement: Type.String({ minLength: 1, maxLength: 65_536 }),
});

/** Either way: a line for developers. Never a picture, a landmark, a token or a device name. */
export const LogSchema = Type.Object({
  level: Type.Union([Type.Literal('debug'), Type.Literal('warn')]),
  message: Type.String({ maxLength: 300 }),
  facts: Type.Optional(
    Type.Record(
      Type.String({ pattern: '^[A-Za-z][A-Za-z0-9]{0,31}$' }),
      Type.Union([Type.String({ maxLength: 100 }), Type.Number(), Type.Boolean()]),
      { maxProperties: 16, additionalProperties: false },
    ),
  ),
});
/** What {@link LogSchema} describes. */
export type BridgeLog = Static<typeof LogSchema>;
