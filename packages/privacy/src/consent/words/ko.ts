import type { ConsentWords } from './ConsentWords.js';

/** Korean. */
export const KO: ConsentWords = {
  direction: 'ltr',
  label: '얼굴 확인 동의',
  age: {
    title: '나이',
    question: '나이를 선택해 주십시오',
    why: '18세 미만은 법으로 특별히 보호합니다. 얼굴로 나이를 추정하지 않습니다.',
    adult: '18세 이상',
    teen: '14세~17세',
    child: '14세 미만',
  },
  guardian: {
    title: '먼저 보호자의 동의가 필요합니다',
    teen: '18세 미만은 먼저 부모 등 보호자의 서면 동의를 받아 주십시오.',
    child: '14세 미만은 이 기기를 부모 등 보호자에게 건네주십시오. 보호자의 서면 동의가 필요합니다.',
    start: '보호자입니다',
    waiting: '보호자의 동의를 기다리고 있습니다',
    failed: '아직 보호자의 동의가 없습니다.',
  },
  notice: {
    more: '전체 읽기',
    less: '접기',
    questions: '항목마다 결정해 주십시오',
    tickAll: '동의하려면 먼저 각 항목에 표시해 주십시오.',
    agree: '동의',
    refuse: '동의하지 않음',
  },
  declined: {
    title: '동의하지 않았습니다',
    text: '카메라를 켜지 않았고 아무것도 보내지 않았습니다.',
    alternative: '다른 방법',
    anotherWay: '{operator}에서 제공하는 다른 방법',
    use: '다른 방법 사용',
    again: '얼굴 확인으로 돌아가기',
    close: '닫기',
    tooYoung: '이 연령대에는 얼굴 확인을 제공하지 않습니다.',
  },
  back: '뒤로',
  largeText: '큰 글자',
  readAloud: '소리 내어 읽기',
  stopReading: '읽기 멈추기',
  noVoice: '이 기기에는 이 언어의 음성이 없습니다.',
  on: '켬',
  off: '끔',
};
