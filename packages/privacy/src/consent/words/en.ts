import type { ConsentWords } from './ConsentWords.js';

/** English. */
export const EN: ConsentWords = {
  direction: 'ltr',
  label: 'Consent to the face check',
  age: {
    title: 'Your age',
    question: 'How old are you?',
    why: 'The law protects people under 18. Your age is not worked out from your face.',
    adult: '18 or older',
    teen: '14 to 17',
    child: 'Under 14',
  },
  guardian: {
    title: 'Your parent or guardian has to agree first',
    teen: 'You are under 18. Please ask your parent or guardian for written consent.',
    child:
      'You are under 14. Please hand this device to your parent or guardian, who has to consent in writing.',
    start: 'I am the parent or guardian',
    waiting: 'Waiting for the consent of the parent or guardian',
    failed: 'There is no consent of a parent or guardian yet.',
  },
  notice: {
    more: 'Read everything',
    less: 'Show less',
    questions: 'Please decide on each point',
    tickAll: 'To agree, tick each point first.',
    agree: 'Agree',
    refuse: 'Do not agree',
  },
  declined: {
    title: 'You did not agree',
    text: 'The camera was not opened, and nothing was sent.',
    alternative: 'Another way',
    anotherWay: 'another way that {operator} offers',
    use: 'Use the other way',
    again: 'Back to the face check',
    close: 'Close',
    tooYoung: 'The face check is not offered at your age.',
  },
  back: 'Back',
  largeText: 'Large text',
  readAloud: 'Read aloud',
  stopReading: 'Stop reading',
  noVoice: 'This device has no voice of its own for this language.',
  on: 'on',
  off: 'off',
};
