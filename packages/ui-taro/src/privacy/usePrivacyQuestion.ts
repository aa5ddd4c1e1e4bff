import Taro from '@tarojs/taro';
import { useEffect, useState } from 'react';
import type { PrivacyQuestion } from './PrivacyQuestion.js';

type Asked = (question: PrivacyQuestion) => void;

/** The platform takes one listener for the whole mini-program and gives no way to take it back: it stays, and asks whoever is there. */
let present: Asked | null = null;
let listening = false;

function listen(): void {
  if (listening || typeof Taro.onNeedPrivacyAuthorization !== 'function') return;
  try {
    Taro.onNeedPrivacyAuthorization((resolve) => {
      if (present === null) {
        resolve({ event: 'disagree' });
        return;
      }
      present({
        agree: (buttonId) => resolve({ event: 'agree', buttonId }),
        decline: () => resolve({ event: 'disagree' }),
      });
    });
    listening = true;
  } catch {
    // Base libraries before 2.32.3 list the call and lack it: they ask by themselves.
  }
}

/** The platform's privacy question while it stands. Whoever leaves the page without an answer has not agreed. */
export function usePrivacyQuestion(): PrivacyQuestion | null {
  const [question, setQuestion] = useState<PrivacyQuestion | null>(null);
  useEffect(() => {
    let open: PrivacyQuestion | null = null;
    const asked: Asked = (next) => {
      const answered = (say: () => void): void => {
        open = null;
        setQuestion(null);
        say();
      };
      open?.decline();
      open = {
        agree: (buttonId) => answered(() => next.agree(buttonId)),
        decline: () => answered(() => next.decline()),
      };
      setQuestion(open);
    };
    present = asked;
    listen();
    return () => {
      if (present === asked) present = null;
      open?.decline();
    };
  }, []);
  return question;
}
