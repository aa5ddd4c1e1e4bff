import type { AskingWords } from './AskingWords.js';

/** Traditional Chinese, Taiwan and Hong Kong. */
export const zhTW: AskingWords = {
  codeLabel: '監護人同意的編號',
  codeHelp: '由{operator}在監護人書面同意後提供，共 22 個字母、數字或符號。',
  codeMalformed: '編號不完整，請核對後重新輸入。共 22 個字元。',
  go: '繼續',
  missing: '請勾選此項，才能同意。',
  renewed: '您同意之後，告知內容有更新。請閱讀後重新決定。',
  law: '本次核驗不需要徵得您的同意，法律依據是：',
  grounds: {
    'national-security': '國家安全、國防安全',
    'public-interest': '公共安全、公共衛生或重大公共利益',
    'criminal-procedure': '犯罪偵查、起訴、審判或判決執行',
    'abuse-of-rights': '有充分證據顯示存在惡意或濫用權利',
    'harm-to-others': '否則會嚴重損害您或他人的合法權益',
    'trade-secret': '營業秘密',
    'other-law': '法律法規規定的其他情形',
  },
};
