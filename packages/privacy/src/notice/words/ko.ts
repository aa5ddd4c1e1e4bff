import type { NoticeWords } from './NoticeWords.js';

/** Korean. The operator's name may end in a vowel or not, so that no particle after it depends on that. */
export const KO: NoticeWords = {
  direction: 'ltr',
  title: '{operator} 얼굴 확인 안내',
  anotherWay: '{operator}에서 제공하는 다른 방법',
  time: {
    years: (count) => `${count}년`,
    days: (count) => `${count}일`,
    hours: (count) => `${count}시간`,
    minutes: (count) => `${count}분`,
    join: ' ',
  },
  workingDays: (count) => `${count}영업일`,
  summary: {
    purpose:
      '카메라 앞에 실제 사람이 있는지 확인하기 위해 {operator}에서 카메라로 회원님의 얼굴을 봅니다. 몇 초면 끝나고, 끝나면 카메라가 꺼집니다.',
    level: {
      none: '얼굴 영상은 이 기기 안에서만 처리합니다. 기기 밖으로 나가지 않고 저장되지 않습니다.',
      trace:
        '얼굴 영상은 기기 밖으로 나가지 않습니다. 얼굴 각 점의 위치와 움직임을 {operator} 서버로 보냅니다. {traceKept}',
      frames:
        '얼굴이 담긴 사진 몇 장과 얼굴 각 점의 위치와 움직임을 {operator} 서버로 보냅니다. 사진: {cropKept} 각 점의 위치: {traceKept}',
    },
    comparison: '회원님의 얼굴을 이전에 {operator}에 등록한 얼굴과 비교합니다.',
    refusal:
      '동의하지 않아도 됩니다. 그 경우 다음 방법을 이용할 수 있고, 다른 불이익은 없습니다: {alternative}.',
    withdrawal: '동의한 뒤에도 언제든지 철회할 수 있습니다: {contact}.',
  },
  who: {
    title: '누가 책임지나요',
    paragraphs: [
      '회원님의 개인정보는 {operator}에서 처리하고 책임집니다. 연락처: {contact}.',
      '이 소프트웨어는 {operator}의 페이지와 서버에서 실행됩니다. 소프트웨어를 만든 쪽은 회원님에 관한 어떤 정보도 받지 않습니다.',
    ],
  },
  what: {
    title: '무엇을 왜 사용하나요',
    paragraphs: ['사용하는 정보는 아래가 전부입니다. 그 밖의 정보는 수집하지 않습니다.'],
    item: '{name}: {what} 목적: {why} 필요한 권한: {permission}. 가는 곳: {where} {kept}',
    items: {
      'camera-picture': {
        name: '카메라 영상',
        what: '확인하는 동안 카메라에 비친 모습. 메모리에만 있습니다.',
        why: '얼굴을 찾고 실제 사람이 있는지 보기 위해.',
      },
      'face-points': {
        name: '얼굴 각 점의 위치',
        what: '눈, 코, 입, 얼굴 윤곽의 위치와 움직임, 얼굴과 영상 네 모서리의 밝기와 색, 두 번째 얼굴이 있는지 여부.',
        why: '화면의 안내대로 움직였는지 보고 사진, 화면 재촬영, 가면을 가려내기 위해.',
      },
      'face-pictures': {
        name: '얼굴 사진',
        what: '회원님의 얼굴만 잘라 낸 사진 몇 장. 다른 사람이 있으면 기기 밖으로 나가기 전에 알아볼 수 없게 처리합니다.',
        why: '서버에서 결과를 다시 확인하기 위해.',
      },
      'face-template': {
        name: '얼굴 특징을 나타내는 숫자',
        what: '얼굴 사진에서 계산한 숫자의 나열. 회원님 전용 키로 바꾼 뒤 암호화하여 보관합니다.',
        why: '등록한 얼굴과 같은지 보기 위해.',
      },
      'host-facts': {
        name: '브라우저 또는 앱 정보',
        what: '브라우저 또는 앱의 이름과 버전, 운영체제, 렌더링 엔진, 언어, 네트워크 종류(예: Wi-Fi).',
        why: '기기에 맞추고 처음 언어를 고르기 위해.',
      },
      'camera-facts': {
        name: '카메라 설정',
        what: '영상의 크기와 속도, 카메라의 방향, 카메라가 할 수 있는 것.',
        why: '카메라를 설정하고 영상이 좋지 않은 까닭을 설명하기 위해.',
      },
      'camera-name': {
        name: '카메라 이름',
        what: '카메라의 이름과 브라우저가 카메라에 붙인 임의의 번호.',
        why: '카메라를 고르고 프로그램으로 된 가짜 카메라를 알아채기 위해.',
      },
      'camera-integrity': {
        name: '가짜 카메라의 흔적',
        what: '프로그램이 카메라인 척하는지 여부. 항목마다 예, 아니요, 알 수 없음 가운데 하나.',
        why: '녹화하거나 합성한 얼굴로 속이는 것을 막기 위해.',
      },
      'device-abilities': {
        name: '기기가 할 수 있는 것',
        what: '어떤 방식으로 계산할 수 있는지, 화면으로 얼굴을 비출 수 있는지, 카메라 영상의 좌우가 바뀌었는지 여부.',
        why: '이 기기에서 확인이 되게 하기 위해.',
      },
      'display-preferences': {
        name: '화면 설정',
        what: '움직임을 줄이는 설정, 색 설정, 페이지와 글자의 크기, 페이지가 보이는지 여부, 화면 밝기, 그리고 화면을 켜 두기, 진동, 소리 내어 읽기가 되는지 여부.',
        why: '화면을 회원님에게 맞추고 페이지를 떠나면 카메라를 끄기 위해.',
      },
      'session-key': {
        name: '이번 확인을 위한 키',
        what: '이번 확인만을 위해 기기가 만드는 임의의 키. 비밀 부분은 기기 밖으로 나가지 않습니다.',
        why: '다른 사람이 회원님 대신 응답하지 못하게 하기 위해.',
      },
      connection: {
        name: '네트워크 주소',
        what: '기기가 서버에 접속할 때의 주소.',
        why: '기기에 응답하고 대량의 악의적인 요청을 막기 위해.',
      },
      'session-record': {
        name: '확인 기록',
        what: '{operator}에서 회원님을 가리키는 번호, 시각, 결과와 그 까닭.',
        why: '결과를 {operator}에 전달하고 시도 횟수를 제한하기 위해.',
      },
      'age-band': {
        name: '연령대',
        what: '18세 이상, 14세에서 17세, 14세 미만 가운데 하나. 회원님이나 {operator}에서 알려 준 것이며, 얼굴로 추정하지 않습니다.',
        why: '미성년자를 보호하는 규정을 지키기 위해.',
      },
      'guardian-consent': {
        name: '보호자의 동의',
        what: '미성년자의 경우: 보호자를 가리키는 번호, 언제 무엇에 동의했는지, 서면이 있는 곳. 이름은 없습니다.',
        why: '보호자가 동의했음을 증명하기 위해.',
      },
      'consent-receipt': {
        name: '회원님의 결정',
        what: '무엇에, 언제, 어느 언어로 동의했는지와 보여 드린 글의 검증값. 사진은 없습니다.',
        why: '동의한 내용을 증명하기 위해.',
      },
      'rights-request': {
        name: '회원님의 요청',
        what: '개인정보에 관해 {operator}에 무엇을 언제 요청했고 어떻게 답했는지.',
        why: '기한 안에 답하고 이를 증명하기 위해.',
      },
      'audit-entry': {
        name: '작업 기록',
        what: '누가 언제 회원님의 정보에 무엇을 했는지. 회원님의 이름 대신 부호를 쓰며, 사진은 없습니다.',
        why: '오남용을 찾아내고 증명하기 위해.',
      },
    },
    permission: { camera: '카메라', none: '없음' },
    where: {
      stays: '기기 안에서만 쓰고 확인이 끝나면 사라집니다.',
      sent: '{operator} 서버로 보냅니다.',
      held: '{operator} 서버에 둡니다.',
    },
    kept: '보관 기간은 {time}이며, 지나면 완전히 삭제합니다.',
    keptAtOnce: '결과가 나오면 바로 삭제합니다.',
    notKept: '보관하지 않습니다.',
    never: [
      '얼굴로 나이, 성별, 감정을 추정하지 않습니다.',
      '카메라의 이름과 번호는 기기 밖으로 나가지 않습니다. 기기에 회원님의 정보를 저장하지 않고, 확인이 끝난 뒤의 행동을 알아내지 않습니다.',
    ],
  },
  effect: {
    title: '왜 얼굴이 필요하고 어떤 영향이 있나요',
    paragraphs: [
      '얼굴 영상이 없으면 카메라 앞에 실제 사람이 있는지 알 수 없습니다.',
      '얼굴은 민감한 정보이며 비밀번호처럼 바꿀 수 없습니다. 새어 나가거나 잘못 쓰이면 누군가 회원님인 척하여 인격, 신체, 재산에 해를 입힐 수 있습니다. 그래서 할 수 있는 것은 기기 안에서 하고, 여기에 적은 정보만 쓰며, 다른 목적으로 쓰지 않습니다.',
    ],
  },
  where: {
    title: '어디로 가나요',
    level: {
      none: '이번 확인에서는 얼굴 영상과 얼굴 각 점의 위치가 기기 밖으로 나가지 않습니다. {operator} 서버는 확인의 결과만 압니다.',
      trace:
        '이번 확인에서는 얼굴 각 점의 위치를 {operator} 서버로 보냅니다. 얼굴 영상은 기기 밖으로 나가지 않습니다.',
      frames: '이번 확인에서는 얼굴 사진과 얼굴 각 점의 위치를 {operator} 서버로 보냅니다.',
    },
    paragraphs: [
      '보낼 때도 보관할 때도 암호화합니다.',
      '법에 달리 정한 경우가 아니면, {operator}에서 다른 이에게 제공하거나 공개하거나 국외로 옮기려면 따로 회원님의 동의를 받아야 합니다.',
    ],
  },
  keep: {
    title: '얼마나 보관하나요',
    paragraphs: ['종류마다 기간이 있으며, 지나면 완전히 삭제합니다.'],
    line: '{name}: {time}.',
    lineAtOnce: '{name}: 결과가 나오면 바로 삭제합니다.',
    classes: {
      'face-crop': '얼굴 사진',
      'evidence-trace': '얼굴 각 점의 위치와 가짜 카메라의 흔적',
      session: '확인 기록',
      template: '얼굴 특징을 나타내는 숫자',
      receipt: '회원님의 결정, 연령대, 보호자의 동의',
      'rights-case': '회원님의 요청(답한 날부터)',
      audit: '작업 기록',
    },
    backup: '백업에 남은 사본도 그 뒤 {backup} 안에 없어집니다.',
  },
  rights: {
    title: '회원님의 권리와 행사 방법',
    paragraphs: ['다음으로 연락해 주십시오: {contact}. {operator}에서 {days} 안에 답합니다. 회원님은'],
    each: {
      access: '{operator}에 있는 회원님의 정보를 보고 사본을 받을 수 있습니다.',
      portability: '기계가 읽을 수 있는 형태로 받아 다른 곳으로 옮길 수 있습니다.',
      correct: '고치거나 보태 달라고 할 수 있습니다.',
      delete: '삭제해 달라고 할 수 있습니다.',
      restrict: '보관만 하고 쓰지 말라고 할 수 있습니다.',
      withdraw: '동의할 때처럼 쉽게 동의를 철회할 수 있습니다.',
      explain: '결과에 대한 설명과 사람의 재검토를 요구할 수 있습니다.',
    },
    after: [
      '동의를 철회해도 그 전에 한 처리에는 영향이 없습니다. 법에 따라 {operator}에서 보관해야 하는 정보는 그 목적으로만 보관합니다.',
      '{operator}에서 동의 없이 얼굴을 확인할 수 있는 것은 법에 정한 경우뿐이며, 그때마다 까닭을 기록합니다.',
    ],
  },
  minors: {
    title: '18세 미만',
    paragraphs: [],
    teens: {
      'with-guardian': '14세에서 17세는 먼저 부모 등 보호자의 서면 동의가 필요합니다.',
      refuse: '14세에서 17세는 얼굴 확인을 이용할 수 없습니다. 다음 방법을 이용해 주십시오: {alternative}.',
    },
    children: {
      'with-guardian':
        '14세 미만은 먼저 부모 등 보호자의 서면 동의가 필요합니다. 아동의 정보는 필요한 동안만 보관하고 삭제합니다.',
      refuse: '14세 미만은 얼굴 확인을 이용할 수 없습니다. 다음 방법을 이용해 주십시오: {alternative}.',
    },
  },
  changes: {
    title: '이 안내가 바뀔 때',
    paragraphs: [
      '이 안내는 버전 {version}이며 {date}부터 효력이 있습니다.',
      '새 버전은 먼저 공개하고 다음 날 0시({zone} 시각)부터 효력이 있습니다. 회원님의 권리를 줄이지 않습니다. 수집하는 것이 늘거나 줄거나 보관 기간이 바뀌면 다시 동의를 구합니다.',
    ],
  },
  refusal: {
    title: '동의하지 않으면',
    paragraphs: [
      '카메라를 켜지 않고 아무것도 보내지 않습니다. 다음 방법을 이용할 수 있습니다: {alternative}. 회원님이 직접 다시 시작하지 않는 한 다시 묻지 않습니다.',
    ],
  },
  complaints: {
    title: '불만이 있을 때',
    paragraphs: [
      '{operator}에 말씀해 주십시오: {contact}. {days} 안에 답을 받습니다.',
      '답에 만족하지 못하면 개인정보 보호 기관이나 소비자 보호 기관에 신고하거나 법원에 소송을 제기할 수 있습니다.',
    ],
  },
  questions: {
    liveness: '{operator}에서 내 카메라로 내 얼굴을 보고 실제 사람이 있는지 확인하는 것에 동의합니다.',
    trace: '내 얼굴 각 점의 위치를 {operator} 서버로 보내는 것에 동의합니다. {traceKept}',
    frames:
      '내 얼굴 사진과 얼굴 각 점의 위치를 {operator} 서버로 보내는 것에 동의합니다. 사진: {cropKept} 각 점의 위치: {traceKept}',
    comparison: '내 얼굴을 {operator}에 등록한 얼굴과 비교하는 것에 동의합니다.',
  },
};
