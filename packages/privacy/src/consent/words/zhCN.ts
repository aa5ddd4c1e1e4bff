import type { ConsentWords } from './ConsentWords.js';

/** Chinese as written in mainland China. */
export const ZH_CN: ConsentWords = {
  direction: 'ltr',
  label: '人脸核验征求同意',
  age: {
    title: '您的年龄',
    question: '请选择您的年龄段',
    why: '法律对未成年人有特别保护。不会根据您的脸推断年龄。',
    adult: '年满18周岁',
    teen: '14至17周岁',
    child: '不满14周岁',
  },
  guardian: {
    title: '须先由监护人同意',
    teen: '您未满18周岁，请先取得父母或其他监护人的书面同意。',
    child: '您不满14周岁，请将设备交给父母或其他监护人，由监护人作出书面同意。',
    start: '我是监护人',
    waiting: '正在等待监护人同意',
    failed: '尚未取得监护人的同意。',
  },
  notice: {
    more: '查看全文',
    less: '收起',
    questions: '请逐项作出决定',
    tickAll: '如同意，请先逐项勾选。',
    agree: '同意',
    refuse: '不同意',
  },
  declined: {
    title: '您没有同意',
    text: '相机没有打开，也没有发送任何信息。',
    alternative: '其他方式',
    anotherWay: '{operator}提供的其他方式',
    use: '使用其他方式',
    again: '返回人脸核验',
    close: '关闭',
    tooYoung: '您的年龄段不提供人脸核验。',
  },
  back: '返回',
  largeText: '大字',
  readAloud: '朗读',
  stopReading: '停止朗读',
  noVoice: '此设备没有该语言的本地语音。',
  on: '开',
  off: '关',
};
