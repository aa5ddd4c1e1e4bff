/** How fully a hint explains: 0 a few words, 1 what to do, 2 what to do and why it may not work. */
export type HintLevel = 0 | 1 | 2;
