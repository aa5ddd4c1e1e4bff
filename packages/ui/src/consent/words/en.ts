import type { AskingWords } from './AskingWords.js';

/** English. */
export const en: AskingWords = {
  codeLabel: 'Code of your guardian’s consent',
  codeHelp: '{operator} gives it out once your parent or guardian has consented in writing: 22 characters.',
  codeMalformed: 'This code is not complete. Please check it: it has 22 characters.',
  go: 'Continue',
  missing: 'Tick this to agree.',
  renewed: 'This notice has changed since you agreed. Please read it and decide again.',
  law: 'Your consent is not needed for this check. It rests on the law:',
  grounds: {
    'national-security': 'national security or defence',
    'public-interest': 'public safety, public health or another important public interest',
    'criminal-procedure': 'the investigation, prosecution or trial of a crime, or carrying out a sentence',
    'abuse-of-rights': 'clear evidence of malice or of an abuse of rights',
    'harm-to-others': 'serious harm to your rights or those of others otherwise',
    'trade-secret': 'a trade secret',
    'other-law': 'another case that a law provides for',
  },
};
