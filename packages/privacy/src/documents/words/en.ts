import type { DocumentWords } from './DocumentWords.js';

/** English. */
export const EN: DocumentWords = {
  comma: ', ',
  space: ' ',
  none: 'none',
  levels: {
    none: 'on the device only',
    trace: 'points on the face are sent',
    frames: 'points and pictures of the face are sent',
  },
  purposes: {
    liveness: 'to see that a real person is in front of the camera',
    comparison: 'to compare the face with an enrolled one',
  },
  hosts: {
    browser: 'web browser',
    webview: 'WebView of an app',
    wechat: 'WeChat mini-program',
    'wechat-web-view': 'page in a WeChat mini-program',
    alipay: 'Alipay mini-program',
    douyin: 'Douyin mini-program',
    node: 'server',
  },
  grounds: {
    'national-security': 'national security and defence',
    'public-interest': 'public security, public health, major public interest',
    'criminal-procedure': 'investigation, prosecution, trial and execution of judgments',
    'abuse-of-rights': 'proven bad faith or abuse of rights',
    'harm-to-others': 'serious harm to the rights of the person or of others',
    'trade-secret': 'trade secrets',
    'other-law': 'other cases that a law provides for',
  },
  sdk: {
    columns: {
      name: 'SDK',
      provider: 'Provider',
      purpose: 'Purpose',
      data: 'Personal information',
      permission: 'Permission',
      processing: 'Way of processing',
      retention: 'Kept for',
      policy: 'Privacy policy',
    },
    provider:
      '{operator}. The SDK runs on the pages and servers of {operator}; its developers receive no personal information.',
    processing: {
      sent: 'Sent encrypted to the server of {operator} and to nobody else',
      stays: 'Used on the device only',
    },
  },
  assessment: {
    title: 'Impact assessment of face checks: {operator}',
    intro:
      'This document is generated from the configuration of the service and holds what the software does. What only the operator can know or judge is left open, with a box to tick or a line to fill in.',
    basis:
      'It follows articles 55 and 56 of the Personal Information Protection Law of China and article 9 of the measures for the security of facial recognition (in force since 2025-06-01). It is a start for whoever assesses and no legal advice.',
    headings: {
      facts: 'The service',
      open: 'Open points of this configuration',
      data: 'What is processed',
      necessity: 'Lawful, legitimate, necessary',
      levels: 'What leaves the device, and what is asked',
      risks: 'Effect on people, and risks',
      measures: 'Protection',
      rights: 'Rights',
      minors: 'Minors',
      filing: 'Filing',
      conclusion: 'Conclusion',
    },
    facts: {
      operator: 'Operator',
      contact: 'Contact',
      date: 'Date of this assessment',
      version: 'Policy version',
      inForce: 'In force since',
      purposes: 'Purposes',
      levels: 'How far data goes',
      hosts: 'Where it is offered',
      grounds: 'Grounds in law other than consent',
      people: 'People whose face is stored',
      alternative: 'The other way',
      answer: 'Requests are answered within',
      backups: 'What is deleted is gone from backups within',
    },
    unknown: 'not known',
    dataColumns: ['Data', 'What it is', 'What for', 'Permission', 'Where it goes', 'Kept for'],
    dataIntro: 'In the words in which people are told.',
    stays: 'stays on the device',
    held: 'arises on the server',
    sentFrom: {
      none: 'server, in every check',
      trace: 'server, where points are sent',
      frames: 'server, where pictures are sent',
    },
    atOnce: 'until the result is known',
    notKept: 'not kept',
    necessity: [
      'The purpose is named, and each kind of data serves it: the table above says which.',
      'The way with the least effect was chosen: what can be done on the device is done there, and no higher level is configured than the purpose needs.',
      'People are asked separately for each thing, before the camera opens, with nothing ticked beforehand, and can take it back as easily.',
      'There is another way that is as good, and whoever refuses has no disadvantage.',
      'The notice names the operator, the purpose, the way, the times, the necessity, the effect on people and how they use their rights.',
    ],
    levelColumns: ['How far data goes', 'What leaves the device', 'What is asked'],
    riskColumns: ['Risk', 'Harm', 'How bad', 'What the software does', 'Remaining risk (judged by hand)'],
    severity: { low: 'low', medium: 'medium', high: 'high' },
    risks: {
      'leak-on-the-way': {
        risk: 'Data is read or changed on its way',
        harm: 'somebody passes for the person, or a result is forged',
        measure:
          'Encrypted connection; each request is signed with a key of the session; the evidence is hashed in a chain that the server checks.',
      },
      'leak-of-points': {
        risk: 'Points of faces leak from the server',
        harm: 'how a face is shaped and moves becomes known',
        measure:
          'Sealed with a key of each session; the key is destroyed with the data when its time is over.',
      },
      'leak-of-pictures': {
        risk: 'Pictures of faces leak from the server',
        harm: 'pictures are used to pass for the person or to make fakes',
        measure:
          'Few pictures, cut to the face, sealed with a key of each session, deleted for good when their time is over; looking at one is logged.',
      },
      'leak-of-templates': {
        risk: 'Templates leak from the server',
        harm: 'the person is found or imitated elsewhere, for life',
        measure:
          'Each template is turned by a key of the person’s own and encrypted; by itself it matches nothing, and a new key makes it worthless.',
      },
      pretending: {
        risk: 'Somebody passes with a photo, a screen, a mask or a made-up video',
        harm: 'somebody acts in the person’s name',
        measure:
          'Actions and colours that nobody knows beforehand, checks of the camera, and the server computes the verdict itself; tries are limited.',
      },
      'wrong-refusal': {
        risk: 'A real person is refused',
        harm: 'the person does not get the service, or groups of people are treated worse',
        measure:
          'A reason that can be mended is told, the other way is offered, and a person can look at the result again.',
      },
      'other-use': {
        risk: 'Data is used for something else by people of the operator',
        harm: 'people are watched or sorted',
        measure:
          'No age, sex or mood is computed; who looked at what is logged in a chain that cannot be rewritten unnoticed; keys and roles are separate.',
      },
      'kept-too-long': {
        risk: 'Data is kept longer than needed',
        harm: 'every other risk lasts longer',
        measure: 'Each class has its own time; expiry deletes for good and leaves a record without a name.',
      },
      bystanders: {
        risk: 'Other people are in the picture',
        harm: 'faces are taken without consent',
        measure:
          'Pictures are cut to the face, and other faces in them are made unrecognisable, before they leave the device.',
      },
      fingerprint: {
        risk: 'The device is recognised again',
        harm: 'people are followed across services',
        measure:
          'Only declared properties are read, none that tells one device from another; nothing is stored on the device.',
      },
      'only-way': {
        risk: 'The face is the only way to the service',
        harm: 'consent is not free',
        measure: 'Another way is shown at equal weight, and a refusal is a result like others.',
      },
      minors: {
        risk: 'Minors are checked',
        harm: 'people who need more protection take part without understanding',
        measure:
          'Age is asked first; a guardian’s written consent has a receipt of its own; under 14 shorter times hold, or nobody is let in.',
      },
    },
    measures: [
      'Private deployment: the software runs on the operator’s own pages and servers and sends nothing to anybody else.',
      'Encryption on the way, and of all that is kept of faces: a data key for each session and each template, wrapped by a master key outside of the database.',
      'Access by roles; API keys with scopes; a log of every access as a hash chain with signed heads, verifiable by hand.',
      'Deletion that survives crashes, destroys the keys and leaves a record without a name; expiry for every class of data.',
      'Consent receipts with the version and the fingerprint of the text; without a valid receipt no check begins.',
    ],
    rights:
      'People can see, get, correct, delete, restrict, carry away and take back. Each request is a case with a due date: {days}, by the operator’s calendar.',
    minors: {
      refused: 'Nobody under 18 is let in.',
      'with-guardian': 'From 14 to 17: only with a guardian’s written consent. Under 14: nobody is let in.',
      children:
        'Under 14: only with a guardian’s written consent, by the rules for children’s personal information, and with times of retention of their own.',
    },
    filing: {
      rule: 'Whoever stores the faces of {threshold} people has to file with the provincial authority for cyberspace within 30 working days (article 15 of the measures).',
      unknown: 'How many there are now is not known.',
      below: 'There are {people} now.',
      near: 'There are {people} now: close to the threshold.',
      reached: 'There are {people} now: the threshold is reached.',
    },
    open: {
      'operator-name': 'The operator’s name and contact are still to be filled in.',
      alternative: 'The other way has no words in this language: name it in the deployment.',
      'why-trace': 'Say why a check on the device only does not do.',
      'why-frames': 'Say why points without pictures do not do.',
      'why-comparison': 'Say why a face has to be compared, and why no other proof of identity does.',
      'long-pictures': 'Say why pictures have to be kept for {cropTime}.',
      grounds: 'Have each ground in law other than consent in writing, with its reference.',
      'children-rules':
        'Have rules and a notice of your own for children under 14, and name who is responsible for them.',
      'count-people': 'Count the people whose face is stored.',
      'prepare-filing': 'Prepare the filing.',
      file: 'File within 30 working days of the day on which the threshold was reached.',
    },
    judgement: 'To be judged by hand:',
    conclusion: [
      'Purpose and way are lawful, legitimate and necessary.',
      'The effect on people is known, and what lessens it works.',
      'The protection is lawful, effective and in proportion to the risk.',
      'The remaining risks are acceptable; or: these changes come first (attach them).',
    ],
    keep: 'Keep this assessment for at least three years, and make a new one before purpose, way or policy change and after an incident.',
    blanks: ['Assessed by', 'Approved by', 'Date'],
  },
};
