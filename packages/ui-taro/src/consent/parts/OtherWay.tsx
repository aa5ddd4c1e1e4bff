import type { ReactElement } from 'react';
import type { ConsentViewProps } from '../ConsentView.js';
import { EvenButton } from './EvenButton.js';

/** The other way to be verified, on every page. */
export function OtherWay({ consent }: ConsentViewProps): ReactElement {
  return (
    <EvenButton
      id="huoti-alternative"
      text={consent.alternativeLabel || consent.words.declined.use}
      onClick={consent.chooseAlternative}
    />
  );
}
