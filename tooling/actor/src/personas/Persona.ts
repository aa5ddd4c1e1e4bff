/** Red, green, blue in sRGB, 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number];

/** How a head differs from the mean one. Factors are 1 for the mean head. */
export interface HeadShape {
  /** Of the whole head, sideways. */
  readonly width: number;
  /** Of the face below the eyes, up and down. */
  readonly length: number;
  readonly jawWidth: number;
  readonly chinLength: number;
  readonly cheekFullness: number;
  readonly noseWidth: number;
  readonly noseLength: number;
  readonly noseHeight: number;
  readonly eyeSize: number;
  readonly eyeSpacing: number;
  /** Upper lid against the mean, factor of the opening. */
  readonly eyeOpening: number;
  /** Outer corners up (positive) in cm. */
  readonly eyeSlant: number;
  readonly lipFullness: number;
  readonly mouthWidth: number;
  readonly browHeight: number;
}

export type HairStyle =
  | 'short'
  | 'side-part'
  | 'fringe'
  | 'long'
  | 'bun'
  | 'curly'
  | 'receding'
  | 'cropped'
  | 'bald';
export type BeardStyle = 'none' | 'stubble' | 'moustache' | 'goatee' | 'full';
export type Collar = 'round' | 'v-neck' | 'shirt' | 'high';

/** A synthetic person: numbers and colours, and nobody's likeness. */
export interface Persona {
  readonly id: string;
  /** Varies skin grain, hair strands and asymmetry. */
  readonly seed: number;
  readonly skin: Colour;
  readonly lips: Colour;
  readonly iris: Colour;
  /** 0 young, 1 old: lines, bags under the eyes, spots. */
  readonly age: number;
  readonly freckles: number;
  readonly shape: HeadShape;
  readonly brow: { readonly colour: Colour; readonly thickness: number };
  readonly lashes: number;
  readonly hair: { readonly style: HairStyle; readonly colour: Colour; readonly grey: number };
  readonly beard: { readonly style: BeardStyle; readonly colour: Colour };
  readonly glasses: { readonly shape: 'round' | 'square' | 'rimless'; readonly colour: Colour } | null;
  readonly scarf: Colour | null;
  readonly mask: Colour | null;
  readonly clothing: { readonly colour: Colour; readonly collar: Collar };
}
