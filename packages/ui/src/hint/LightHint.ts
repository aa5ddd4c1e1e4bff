/** What a person may need to hear while the screen lights their face: stay so, or that a colour comes once more and why. */
export type LightHint = 'keep' | 'moved';
