import type { AskingWords } from './AskingWords.js';

/** Korean. */
export const ko: AskingWords = {
  codeLabel: '보호자 동의 번호',
  codeHelp: '보호자가 서면으로 동의한 뒤 {operator}에서 드리는 22자 번호입니다.',
  codeMalformed: '번호가 완전하지 않습니다. 22자인지 확인해 주세요.',
  go: '계속',
  missing: '동의하려면 이 항목을 선택해 주세요.',
  renewed: '동의하신 뒤 안내 내용이 바뀌었습니다. 읽고 다시 결정해 주세요.',
  law: '이 확인에는 동의가 필요하지 않습니다. 법적 근거는 다음과 같습니다.',
  grounds: {
    'national-security': '국가 안보 또는 국방',
    'public-interest': '공공의 안전, 공중 보건 또는 그 밖의 중대한 공익',
    'criminal-procedure': '범죄의 수사, 기소, 재판 또는 형의 집행',
    'abuse-of-rights': '악의 또는 권리 남용을 보여 주는 충분한 증거가 있는 경우',
    'harm-to-others': '그렇지 않으면 본인이나 다른 사람의 정당한 이익이 크게 해를 입는 경우',
    'trade-secret': '영업 비밀',
    'other-law': '그 밖에 법령이 정한 경우',
  },
};
