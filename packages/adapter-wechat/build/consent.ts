// The asking for a mini-program without a framework: the pages' states and all their words, drawn by a page of your own in the main package.
// Bundled by bundleMiniProgram.mjs; its text is the bundle's type file, so it holds nothing but exports.
export { createNotice, DEFAULT_DEPLOYMENT } from '@huoti/privacy';
export type { Deployment, Notice } from '@huoti/privacy';
export { askingWordsOf, createConsentState, reduceConsent, spokenConsent, wordsOf } from '@huoti/ui';
export type { ConsentEvent, ConsentScreenSettings, ConsentState } from '@huoti/ui';
