import { ConsentTalk, type ConsentTalkOptions } from '@huoti/ui';
import type { ConsentProps } from './ConsentProps.js';

/** What {@link createTalk} asks of the component around it. */
export interface TalkHost {
  /** As they are now: a component's properties change from one drawing to the next. */
  props(): ConsentProps | null | undefined;
  /** BCP 47. */
  language(): string;
  changed(): void;
  /** Wall clock, ms since 1970. @default Date.now */
  epochMs?(): number;
}

/** The asking of `@huoti/ui` with a component's properties, each read when it is needed. */
export function createTalk({ props, language, changed, epochMs = () => Date.now() }: TalkHost): ConsentTalk {
  const options: ConsentTalkOptions = {
    get settings() {
      const given = props();
      // A component that is not to ask does not: this stands for the type alone.
      if (given === null || given === undefined) throw new TypeError('nothing is to be asked');
      const { deployment, level, comparison, ageBand, guardianReceiptId, legalGround } = given;
      return {
        ...{ deployment, level, languages: [language()] },
        ...(comparison === undefined ? {} : { comparison }),
        ...(ageBand === undefined ? {} : { ageBand }),
        ...(guardianReceiptId === undefined ? {} : { guardianReceiptId }),
        ...(legalGround === undefined ? {} : { legalGround }),
      };
    },
    get guardian() {
      return props()?.guardian;
    },
    get renew() {
      return props()?.renew;
    },
    epochMs,
    changed,
  } as ConsentTalkOptions;
  return new ConsentTalk(options);
}
