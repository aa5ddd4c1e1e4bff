import type { NoticeWords } from './NoticeWords.js';

const counted = (one: string, many: string) => (count: number) => `${count} ${count === 1 ? one : many}`;

/** English. */
export const EN: NoticeWords = {
  direction: 'ltr',
  title: 'How {operator} checks your face',
  anotherWay: 'another way that {operator} offers',
  time: {
    years: counted('year', 'years'),
    days: counted('day', 'days'),
    hours: counted('hour', 'hours'),
    minutes: counted('minute', 'minutes'),
    join: ' and ',
  },
  workingDays: counted('working day', 'working days'),
  summary: {
    purpose:
      'To make sure that a real person is in front of the camera, {operator} asks to look at your face with your camera. It takes a few seconds; then the camera is switched off.',
    level: {
      none: 'Pictures of your face are looked at on your device only. They do not leave it and are not kept.',
      trace:
        'Pictures of your face do not leave your device. The positions of points on your face, and how they move, are sent to the server of {operator}. {traceKept}',
      frames:
        'A few pictures that show your face, and the positions of points on it, are sent to the server of {operator}. Pictures: {cropKept} Points: {traceKept}',
    },
    comparison: 'Your face is compared with the one that you enrolled with {operator} before.',
    refusal: 'You may say no. Then you can use {alternative} instead, and nothing else changes for you.',
    withdrawal: 'If you agree, you can take it back at any time: {contact}.',
  },
  who: {
    title: 'Who is responsible',
    paragraphs: [
      '{operator} decides why and how your data is used, and answers for it. You can reach {operator} here: {contact}.',
      'The software runs on the pages and servers of {operator}. The makers of the software receive nothing about you.',
    ],
  },
  what: {
    title: 'What is used, and why',
    paragraphs: ['This is everything that is used. Nothing else is collected.'],
    item: '{name}: {what} What for: {why} Permission: {permission}. Where: {where} {kept}',
    items: {
      'camera-picture': {
        name: 'The camera picture',
        what: 'What the camera sees while the check runs, held in memory only.',
        why: 'to find your face and see whether a real person is there.',
      },
      'face-points': {
        name: 'Points on your face',
        what: 'Where your eyes, nose, mouth and the outline of your face are, how they move, how bright and what colour your face and the corners of the picture are, and whether there is a second face.',
        why: 'to see that you do what the screen asks and that it is not a photo, a screen or a mask.',
      },
      'face-pictures': {
        name: 'Pictures of your face',
        what: 'A few pictures, cut down to your face; other people in them are made unrecognisable before the pictures leave the device.',
        why: 'so that the server can repeat the check.',
      },
      'face-template': {
        name: 'The numbers that describe your face',
        what: 'A row of numbers computed from pictures of your face, kept encrypted and changed by a secret key of your own.',
        why: 'to see whether it is the face that you enrolled.',
      },
      'host-facts': {
        name: 'Your browser or app',
        what: 'Name and version of the browser or app, operating system, rendering engine, language, and kind of network (such as Wi-Fi).',
        why: 'so that the check works on your device and speaks your language.',
      },
      'camera-facts': {
        name: 'Camera settings',
        what: 'Size and rate of the picture, which way the camera faces, and what it can do.',
        why: 'to set the camera up and to explain a poor picture.',
      },
      'camera-name': {
        name: 'The name of your camera',
        what: 'The name of the camera and the random number that the browser gives it.',
        why: 'to choose the camera and to notice one that is a program.',
      },
      'camera-integrity': {
        name: 'Signs of a fake camera',
        what: 'Whether a program has put itself in the place of the camera: yes, no or not known for each sign.',
        why: 'to stop people from playing in a recorded or made-up face.',
      },
      'device-abilities': {
        name: 'What your device can do',
        what: 'Which way of computing it has, whether the screen can light your face, and whether the camera mirrors.',
        why: 'so that the check works on your device.',
      },
      'display-preferences': {
        name: 'How you like the screen',
        what: 'Whether you prefer less motion or other colours, how large the page and its letters are, whether the page is visible, how bright the screen is, and whether it can stay on, vibrate and read aloud.',
        why: 'so that the page suits you, and the camera closes when you leave it.',
      },
      'session-key': {
        name: 'A key for this check',
        what: 'A random key that your device makes for this check only; its secret half stays on the device.',
        why: 'so that nobody else can answer in your place.',
      },
      connection: {
        name: 'Your network address',
        what: 'The address from which your device reaches the server.',
        why: 'to answer your device and to hold off floods of requests.',
      },
      'session-record': {
        name: 'The record of the check',
        what: 'The reference that {operator} uses for you, the times, the result and why.',
        why: 'to give {operator} the result and to limit the number of tries.',
      },
      'platform-identity': {
        name: 'Who you are, for WeChat',
        what: 'Only where WeChat does the check: your name, the number of your identity card and your WeChat account, as {operator} knows them, sealed and handed to WeChat alone.',
        why: 'so that WeChat can check that it is you; it looks at your face itself, by its own rules.',
      },
      'age-band': {
        name: 'Your age group',
        what: '18 or older, 14 to 17, or under 14, as you or {operator} said. It is never guessed from your face.',
        why: 'so that the rules that protect minors are kept.',
      },
      'guardian-consent': {
        name: 'The consent of a parent or guardian',
        what: 'For minors: a reference for the parent or guardian, when and to what they consented, and where the paper is. No name.',
        why: 'to prove that a parent or guardian agreed.',
      },
      'consent-receipt': {
        name: 'Your decision',
        what: 'What you agreed to, when, in which language, and the fingerprint of the text that you saw. No picture.',
        why: 'to prove what you agreed to.',
      },
      'rights-request': {
        name: 'Your requests',
        what: 'What you asked of {operator} about your data, when, and how it was answered.',
        why: 'to answer in time and to prove it.',
      },
      'audit-entry': {
        name: 'The log of who did what',
        what: 'What was done with your data, when and by whom, under a code name instead of yours. No picture.',
        why: 'to find and prove misuse.',
      },
    },
    permission: { camera: 'camera', none: 'none' },
    where: {
      stays: 'it stays on your device and is gone when the check ends.',
      sent: 'it is sent to the server of {operator}.',
      held: 'it is held on the server of {operator}.',
    },
    kept: 'Kept for {time}, then deleted for good.',
    keptAtOnce: 'Deleted as soon as the result is known.',
    notKept: 'Not kept.',
    never: [
      'Age, sex and mood are never worked out from your face.',
      'The name and number of your camera never leave your device. Nothing about you is stored on your device, and nothing that you do after the check is watched.',
    ],
  },
  effect: {
    title: 'Why your face, and what that means for you',
    paragraphs: [
      'Without a picture of your face nobody can tell whether a real person is in front of the camera.',
      'A face is sensitive: you cannot change it as you change a password. If data about it got into wrong hands, somebody might try to pass for you or cause you harm. That is why as much as possible happens on your device, only what is listed here is used, and it is used for nothing else.',
    ],
  },
  where: {
    title: 'Where it goes',
    level: {
      none: 'In this check no picture of your face and no point on it leaves your device. The server of {operator} learns how the check ended.',
      trace:
        'In this check the points on your face are sent to the server of {operator}. No picture of your face leaves your device.',
      frames:
        'In this check the pictures of your face and the points on it are sent to the server of {operator}.',
    },
    platforms:
      'Where WeChat does the check, {operator} hands WeChat the data named above for that, and nothing else. WeChat shows its own notice and asks you itself.',
    paragraphs: [
      'What is sent is encrypted on its way, and whatever is kept of your face is kept encrypted.',
      'Before giving it to anybody else, publishing it or taking it abroad, {operator} would have to ask you separately, unless the law provides otherwise.',
    ],
  },
  keep: {
    title: 'How long it is kept',
    paragraphs: ['Each kind has its own time. When it is over, the data is deleted for good.'],
    line: '{name}: {time}.',
    lineAtOnce: '{name}: deleted as soon as the result is known.',
    classes: {
      'face-crop': 'Pictures of your face',
      'evidence-trace': 'Points on your face and signs of a fake camera',
      session: 'The record of the check',
      template: 'The numbers that describe your face',
      receipt: 'Your decision, your age group and the consent of a guardian',
      'rights-case': 'Your requests, once answered',
      audit: 'The log of who did what',
    },
    backup: 'Copies in backups are gone no later than {backup} after that.',
  },
  rights: {
    title: 'Your rights, and how to use them',
    paragraphs: ['Write or call: {contact}. {operator} answers within {days}. You may:'],
    each: {
      access: 'see what {operator} has about you and get a copy;',
      portability: 'take it with you to somebody else, in a form that a machine can read;',
      correct: 'have it corrected or completed;',
      delete: 'have it deleted;',
      restrict: 'have it kept but not used;',
      withdraw: 'take back your consent, as easily as you gave it;',
      explain: 'have the result explained, and have a person look at it again.',
    },
    after: [
      'Taking back your consent does not undo what was done before. Data that a law obliges {operator} to keep is kept and used for that only.',
      'Only where a law says so may {operator} check a face without consent. Each time is recorded with its reason.',
    ],
  },
  minors: {
    title: 'Under 18',
    paragraphs: [],
    teens: {
      'with-guardian': 'From 14 to 17 you need the written consent of a parent or guardian first.',
      refuse: 'From 14 to 17 the face check is not offered; please use {alternative}.',
    },
    children: {
      'with-guardian':
        'Under 14 a parent or guardian has to consent in writing first. Data of children is kept no longer than it is needed, and then deleted:',
      refuse: 'Under 14 the face check is not offered; please use {alternative}.',
    },
  },
  changes: {
    title: 'When this text changes',
    paragraphs: [
      'This is version {version}, in force since {date}.',
      'A new version is published first and comes into force the next day at 00:00 (time zone {zone}). It cannot make your rights smaller. If more or less is collected, or it is kept for another time, you are asked again.',
    ],
  },
  refusal: {
    title: 'If you say no',
    paragraphs: [
      'Then the camera is not opened, and nothing is sent. You can use {alternative} instead. You are not asked again unless you start the check yourself.',
    ],
  },
  complaints: {
    title: 'Complaints',
    paragraphs: [
      'Complain to {operator}: {contact}. You get an answer within {days}.',
      'If you are not satisfied, you can turn to the authority for data protection or consumer protection, or go to court.',
    ],
  },
  questions: {
    liveness:
      'I agree that {operator} uses my camera to look at my face and check that a real person is there.',
    trace: 'I agree that the points on my face are sent to {operator}. {traceKept}',
    frames:
      'I agree that pictures of my face and the points on it are sent to {operator}. Pictures: {cropKept} Points: {traceKept}',
    comparison: 'I agree that my face is compared with the one that I enrolled with {operator}.',
  },
};
