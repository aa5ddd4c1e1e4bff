import type { ConsentWords } from './ConsentWords.js';

/** Japanese. */
export const JA: ConsentWords = {
  direction: 'ltr',
  label: '顔の確認への同意',
  age: {
    title: '年齢',
    question: '年齢を選んでください',
    why: '18歳未満の方は法律で特に守られています。顔から年齢を推定することはありません。',
    adult: '18歳以上',
    teen: '14歳から17歳',
    child: '14歳未満',
  },
  guardian: {
    title: '先に保護者の同意が必要です',
    teen: '18歳未満の方は、保護者の書面による同意を先に得てください。',
    child: '14歳未満の方は、この端末を保護者に渡してください。保護者の書面による同意が必要です。',
    start: '私は保護者です',
    waiting: '保護者の同意を待っています',
    failed: '保護者の同意がまだありません。',
  },
  notice: {
    more: 'すべて読む',
    less: '閉じる',
    questions: '項目ごとに決めてください',
    tickAll: '同意する場合は、先に各項目にチェックを入れてください。',
    agree: '同意する',
    refuse: '同意しない',
  },
  declined: {
    title: '同意されませんでした',
    text: 'カメラは開いていません。何も送っていません。',
    alternative: '別の方法',
    anotherWay: '{operator}が用意する別の方法',
    use: '別の方法を使う',
    again: '顔の確認に戻る',
    close: '閉じる',
    tooYoung: 'この年齢では顔の確認を利用できません。',
  },
  back: '戻る',
  largeText: '大きな文字',
  readAloud: '読み上げ',
  stopReading: '読み上げを止める',
  noVoice: 'この端末には、この言語の音声がありません。',
  on: 'オン',
  off: 'オフ',
};
