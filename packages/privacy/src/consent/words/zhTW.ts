import type { ConsentWords } from './ConsentWords.js';

/** Chinese in traditional characters, in the words of Taiwan. */
export const ZH_TW: ConsentWords = {
  direction: 'ltr',
  label: '人臉查驗徵求同意',
  age: {
    title: '您的年齡',
    question: '請選擇您的年齡層',
    why: '法律對未成年人有特別保護。不會根據您的臉推測年齡。',
    adult: '年滿18歲',
    teen: '14至17歲',
    child: '未滿14歲',
  },
  guardian: {
    title: '須先由監護人同意',
    teen: '您未滿18歲，請先取得父母或其他監護人的書面同意。',
    child: '您未滿14歲，請將裝置交給父母或其他監護人，由監護人作出書面同意。',
    start: '我是監護人',
    waiting: '正在等待監護人同意',
    failed: '尚未取得監護人的同意。',
  },
  notice: {
    more: '查看全文',
    less: '收合',
    questions: '請逐項作出決定',
    tickAll: '如同意，請先逐項勾選。',
    agree: '同意',
    refuse: '不同意',
  },
  declined: {
    title: '您沒有同意',
    text: '相機沒有開啟，也沒有傳送任何資料。',
    alternative: '其他方式',
    anotherWay: '{operator}提供的其他方式',
    use: '使用其他方式',
    again: '返回人臉查驗',
    close: '關閉',
    tooYoung: '您的年齡層不提供人臉查驗。',
  },
  back: '返回',
  largeText: '大字',
  readAloud: '朗讀',
  stopReading: '停止朗讀',
  noVoice: '此裝置沒有該語言的本機語音。',
  on: '開',
  off: '關',
};
