/** One list a colour channel (red, green, blue), with a number for every frame. */
export type Channels = readonly [red: readonly number[], green: readonly number[], blue: readonly number[]];
