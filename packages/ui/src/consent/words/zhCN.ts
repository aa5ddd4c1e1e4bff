import type { AskingWords } from './AskingWords.js';

/** Simplified Chinese, mainland. */
export const zhCN: AskingWords = {
  codeLabel: '监护人同意的编号',
  codeHelp: '由{operator}在监护人书面同意后提供，共 22 个字母、数字或符号。',
  codeMalformed: '编号不完整，请核对后重新输入。共 22 个字符。',
  go: '继续',
  missing: '请勾选此项，才能同意。',
  renewed: '您同意之后，告知内容有更新。请阅读后重新决定。',
  law: '本次核验不需要征得您的同意，法律依据是：',
  grounds: {
    'national-security': '国家安全、国防安全',
    'public-interest': '公共安全、公共卫生或重大公共利益',
    'criminal-procedure': '犯罪侦查、起诉、审判或判决执行',
    'abuse-of-rights': '有充分证据表明存在恶意或滥用权利',
    'harm-to-others': '否则会严重损害您或他人的合法权益',
    'trade-secret': '商业秘密',
    'other-law': '法律法规规定的其他情形',
  },
};
