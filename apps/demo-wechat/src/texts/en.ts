import type { Texts } from './Texts.js';

/** English. */
export const en: Texts = {
  title: 'Liveness demo',
  lead: 'Checks that a real person is in front of the screen. Before you agree no camera is opened, no model is loaded and nothing is sent.',
  steps: [
    'Say your age, read what happens, and decide',
    'Follow three or four small movements, about 20 seconds',
    'The camera goes off at once, and no picture is kept',
  ],
  mode: 'How you are checked',
  developer: 'Way of checking (a developer’s choice: only in the demo)',
  modes: {
    local: {
      name: 'On this device',
      about: 'All of it on the phone: neither pictures nor face points leave it',
    },
    native: {
      name: 'By WeChat',
      about: 'WeChat’s own page takes your face; the result comes from the operator’s server',
    },
    'web-view': {
      name: 'On a web page',
      about: 'On the operator’s page; the result comes from its server',
    },
  },
  notConfigured: 'The operator has set no address of a backend',
  noPage: 'Begin on the first page',
  theme: 'Look',
  themes: { system: 'System', light: 'Light', dark: 'Dark' },
  language: 'Language',
  begin: 'Next',
  diagnostics: 'Device diagnostics',
  handover: {
    native:
      'WeChat takes your face and checks it, and is given your name and the number of your document. The operator gets the result alone. You are asked for your consent first.',
    'web-view':
      'You go on to the operator’s web page, which asks for your consent first. The result comes from the operator’s server.',
  },
  other: {
    title: 'Another way',
    body: 'Put your other way of checking here, such as a branch or a video call.',
  },
  again: 'Once more',
};
