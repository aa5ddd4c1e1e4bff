import type { AskingWords } from './AskingWords.js';

/** Japanese. */
export const ja: AskingWords = {
  codeLabel: '保護者の同意コード',
  codeHelp: '保護者が書面で同意したあと、{operator}がお渡しする22文字のコードです。',
  codeMalformed: 'コードが不完全です。22文字あるかご確認ください。',
  go: '続ける',
  missing: '同意するには、こちらにチェックしてください。',
  renewed: '同意いただいたあとに説明の内容が変わりました。お読みのうえ、もう一度お決めください。',
  law: 'この確認には同意は必要ありません。法律上の根拠は次のとおりです。',
  grounds: {
    'national-security': '国の安全または防衛',
    'public-interest': '公共の安全、公衆衛生その他の重要な公共の利益',
    'criminal-procedure': '犯罪の捜査、起訴、裁判または刑の執行',
    'abuse-of-rights': '悪意または権利の濫用を示す十分な証拠があるとき',
    'harm-to-others': 'そうしなければ、ご本人または他の人の正当な利益が著しく損なわれるとき',
    'trade-secret': '営業秘密',
    'other-law': 'その他法令に定めがあるとき',
  },
};
