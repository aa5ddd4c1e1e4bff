import { DEFAULT_PLAN_ACTIONS } from '@huoti/protocol';
import { createPerformance } from '../performance/createPerformance.js';
import { PERSONAS } from '../personas/personas.js';
import type { Persona } from '../personas/Persona.js';
import { DAYLIGHT, type Lighting, type LinearLight } from '../render/Lighting.js';
import { ROOM_NAMES } from '../render/rooms.js';
import { createStage } from '../scenes/createStage.js';
import type { ScreenColour } from '../lighting/ScreenNow.js';
import type { Act } from './Act.js';
import type { Cast } from './Cast.js';

/** Size of every other frame here. */
const WIDTH_PX = 360;
const HEIGHT_PX = 480;
/** The room's light, over that of an ordinary day: the screen's share of it goes the other way. */
const DARKEST = 0.55;
const BRIGHTEST = 1.15;

/** The light that a picture has which was rendered ahead: a page's. */
const PAGE: ScreenColour = [0.82, 0.82, 0.82];

/**
 * One of the drawn people, lit by the renderer's own light.
 *
 * @param options.persona number of PERSONAS. @default drawn
 * @param options.seesLight whether the screen's colours fall on them
 */
export function createPersonaAct(
  { canonicalFace, random }: Pick<Cast, 'canonicalFace' | 'random'>,
  {
    persona = Math.floor(random.next() * PERSONAS.length),
    seesLight,
  }: { persona?: number; seesLight: boolean },
): Act {
  const seed = Math.floor(random.next() * 1e6);
  const performance = createPerformance({ seed });
  const stage = createStage({
    canonicalFace,
    persona: PERSONAS[persona % PERSONAS.length] as Persona,
    room: ROOM_NAMES[Math.floor(random.next() * ROOM_NAMES.length)] ?? 'plain',
    performance,
    lighting: scaled(random.between(DARKEST, BRIGHTEST)),
    widthPx: WIDTH_PX,
    heightPx: HEIGHT_PX,
    textureSizePx: 256,
    seed,
  });
  performance.begin(0);
  return {
    widthPx: WIDTH_PX,
    heightPx: HEIGHT_PX,
    actions: DEFAULT_PLAN_ACTIONS,
    follow: (session) => performance.follow(session),
    drawAt(atMs, screen, out) {
      const colour = seesLight ? screen.colourAt(atMs) : PAGE;
      stage.pictureAt(atMs, colour, out.data);
    },
  };
}

function scaled(factor: number): Lighting {
  const by = ([red, green, blue]: LinearLight): LinearLight => [red * factor, green * factor, blue * factor];
  return { ...DAYLIGHT, key: by(DAYLIGHT.key), ambient: by(DAYLIGHT.ambient), room: DAYLIGHT.room * factor };
}
