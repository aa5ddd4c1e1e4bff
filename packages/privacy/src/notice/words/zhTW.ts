import type { NoticeWords } from './NoticeWords.js';

/** Chinese in traditional characters, in the words of Taiwan. */
export const ZH_TW: NoticeWords = {
  direction: 'ltr',
  title: '{operator}人臉查驗告知書',
  anotherWay: '{operator}提供的其他方式',
  time: {
    years: (count) => `${count}年`,
    days: (count) => `${count}天`,
    hours: (count) => `${count}小時`,
    minutes: (count) => `${count}分鐘`,
    join: '又',
  },
  workingDays: (count) => `${count}個工作日`,
  summary: {
    purpose:
      '為確認鏡頭前是真人，{operator}需要使用您的相機查看您的臉。一般幾秒鐘即可完成，完成後相機隨即關閉。',
    level: {
      none: '臉部畫面只在您的裝置上處理，不會離開裝置，也不會保存。',
      trace: '臉部畫面不會離開您的裝置。您臉上各個點的位置及其變化會傳送到{operator}的伺服器。{traceKept}',
      frames:
        '幾張您臉部的照片，以及您臉上各個點的位置及其變化，會傳送到{operator}的伺服器。照片：{cropKept}點位：{traceKept}',
    },
    comparison: '您的臉會與您先前在{operator}登錄的人臉進行比對。',
    refusal: '您可以不同意。不同意時，您可以改用{alternative}，不會因此受到其他影響。',
    withdrawal: '同意之後，您也可以隨時撤回：{contact}。',
  },
  who: {
    title: '由誰處理您的資料',
    paragraphs: [
      '您的個人資料由{operator}處理，並由{operator}負責。聯絡方式：{contact}。',
      '本軟體在{operator}自己的網頁和伺服器上執行，軟體的開發者得不到您的任何資料。',
    ],
  },
  what: {
    title: '用到哪些資料，為什麼',
    paragraphs: ['用到的全部資料如下，除此之外不蒐集其他資料。'],
    item: '{name}：{what}用途：{why}相關權限：{permission}。去向：{where}{kept}',
    items: {
      'camera-picture': {
        name: '相機畫面',
        what: '查驗進行時相機拍到的畫面，只存在於記憶體中。',
        why: '找到您的臉，判斷鏡頭前是不是真人。',
      },
      'face-points': {
        name: '臉上各個點的位置',
        what: '眼睛、鼻子、嘴巴和臉部輪廓的位置及其變化，臉部和畫面四角的明暗與顏色，以及畫面中是否有第二張臉。',
        why: '判斷您是否按提示做了動作，排除照片、螢幕翻拍和面具。',
      },
      'face-pictures': {
        name: '臉部照片',
        what: '幾張裁切到您臉部範圍的照片；照片中如有他人，會先處理到無法辨認，再離開裝置。',
        why: '供伺服器複核結果。',
      },
      'face-template': {
        name: '人臉特徵值',
        what: '由您的臉部照片計算出的一組數字，經您專用的金鑰轉換後加密保存。',
        why: '判斷是否與您登錄的人臉一致。',
      },
      'host-facts': {
        name: '瀏覽器或應用程式資訊',
        what: '瀏覽器或應用程式的名稱和版本、作業系統、轉譯引擎、語言、網路類型（例如 Wi-Fi）。',
        why: '配合您的裝置，選擇預設語言。',
      },
      'camera-facts': {
        name: '相機參數',
        what: '畫面大小和影格率、前鏡頭或後鏡頭、相機支援的功能。',
        why: '完成相機設定，說明畫面不佳的原因。',
      },
      'camera-name': {
        name: '相機名稱',
        what: '相機的名稱，以及瀏覽器給它的隨機編號。',
        why: '選對相機，發現由程式冒充的相機。',
      },
      'camera-integrity': {
        name: '假相機的跡象',
        what: '是否有程式冒充相機，逐項記為是、否或無法判斷。',
        why: '防止有人用錄影或合成的人臉冒充。',
      },
      'device-abilities': {
        name: '裝置能力',
        what: '裝置支援哪種運算方式、螢幕能否照亮臉部、相機畫面是否左右相反。',
        why: '使查驗能在您的裝置上進行。',
      },
      'display-preferences': {
        name: '顯示偏好',
        what: '是否要求減少動畫、是否使用其他配色、網頁和文字的大小、網頁是否可見、螢幕亮度，以及能否保持螢幕開啟、震動、朗讀文字。',
        why: '使網頁適合您，並在您離開網頁時關閉相機。',
      },
      'session-key': {
        name: '本次查驗的金鑰',
        what: '您的裝置僅為本次查驗產生的隨機金鑰，其保密部分不離開裝置。',
        why: '防止他人冒用您的這次查驗。',
      },
      connection: {
        name: '網路位址',
        what: '您的裝置連上伺服器時使用的網路位址。',
        why: '向您的裝置傳回結果，防止惡意的大量請求。',
      },
      'session-record': {
        name: '查驗紀錄',
        what: '{operator}用來指稱您的編號、查驗的時間、結果及原因。',
        why: '把結果交給{operator}，限制嘗試次數。',
      },
      'platform-identity': {
        name: '供微信查驗的身分資料',
        what: '僅在由微信查驗時：{operator}持有的您的姓名、身分證號碼和微信帳號識別碼，封存保管，只提供給微信。',
        why: '供微信查驗是您本人；由微信按照其自己的規則查看您的臉。',
      },
      'age-band': {
        name: '年齡層',
        what: '年滿18歲、14至17歲或未滿14歲，由您或{operator}說明，不會根據人臉推測。',
        why: '遵守保護未成年人的規定。',
      },
      'guardian-consent': {
        name: '監護人的同意',
        what: '僅限未成年人：監護人的代號、何時同意了什麼、書面文件存放在何處，不含姓名。',
        why: '證明監護人已經同意。',
      },
      'consent-receipt': {
        name: '您的決定',
        what: '您同意了什麼、何時同意、使用的語言，以及您所看文字的驗證碼，不含任何照片。',
        why: '證明您同意的內容。',
      },
      'rights-request': {
        name: '您提出的請求',
        what: '您就個人資料向{operator}提出了什麼請求、何時提出、如何答覆。',
        why: '按時答覆並留有證明。',
      },
      'audit-entry': {
        name: '操作紀錄',
        what: '誰在什麼時間對您的資料做了什麼操作，以代號代替您的身分，不含任何照片。',
        why: '發現並查證濫用行為。',
      },
    },
    permission: { camera: '相機', none: '無' },
    where: {
      stays: '只在您的裝置上使用，查驗結束即清除。',
      sent: '傳送到{operator}的伺服器。',
      held: '保存在{operator}的伺服器上。',
    },
    kept: '保存{time}，到期徹底刪除。',
    keptAtOnce: '得出結果後立即刪除。',
    notKept: '不保存。',
    never: [
      '不會根據您的臉推測年齡、性別或情緒。',
      '相機的名稱和編號不會離開您的裝置。不會在您的裝置上儲存您的任何資料，查驗結束後也不會取得您的任何行為。',
    ],
  },
  effect: {
    title: '為什麼需要人臉，對您有什麼影響',
    paragraphs: [
      '沒有臉部畫面，就無法判斷鏡頭前是不是真人。',
      '人臉是敏感的個人資料，無法像密碼那樣更換。一旦外洩或遭到濫用，可能有人冒充您，使您的人格尊嚴、人身或財產安全受到損害。因此，能在您的裝置上完成的都在裝置上完成，只使用此處列明的資料，也不用於其他目的。',
    ],
  },
  where: {
    title: '資料去向',
    level: {
      none: '本次查驗中，您的臉部畫面和臉上各個點的位置都不會離開您的裝置，{operator}的伺服器只得知查驗的結果。',
      trace: '本次查驗中，您臉上各個點的位置會傳送到{operator}的伺服器，臉部畫面不會離開您的裝置。',
      frames: '本次查驗中，您的臉部照片和臉上各個點的位置會傳送到{operator}的伺服器。',
    },
    platforms:
      '由微信查驗時，{operator}只為查驗將上述身分資料提供給微信，不提供其他資料。微信會顯示其自己的告知並自行徵求您的同意。',
    paragraphs: [
      '傳輸過程加密，保存的人臉資料也加密。',
      '除法律另有規定外，{operator}如要將其提供給他人、公開或傳到境外，必須另外取得您的單獨同意。',
    ],
  },
  keep: {
    title: '保存多久',
    paragraphs: ['每一類資料有各自的保存期限，到期徹底刪除。'],
    line: '{name}：{time}。',
    lineAtOnce: '{name}：得出結果後立即刪除。',
    classes: {
      'face-crop': '臉部照片',
      'evidence-trace': '臉上各個點的位置和假相機的跡象',
      session: '查驗紀錄',
      template: '人臉特徵值',
      receipt: '您的決定、年齡層和監護人的同意',
      'rights-case': '您提出的請求（自答覆之日起）',
      audit: '操作紀錄',
    },
    backup: '備份中的副本最遲再過{backup}消失。',
  },
  rights: {
    title: '您的權利及行使方式',
    paragraphs: ['請聯絡：{contact}。{operator}將在{days}內答覆。您可以：'],
    each: {
      access: '查詢、閱覽、複製{operator}持有的您的資料；',
      portability: '將您的資料以機器可讀的格式移轉給您指定的其他處理者；',
      correct: '更正、補充您的資料；',
      delete: '刪除您的資料；',
      restrict: '限制使用您的資料，即只保存、不使用；',
      withdraw: '撤回同意，與給予同意一樣方便；',
      explain: '要求說明查驗結果，並由人工重新處理。',
    },
    after: [
      '撤回同意不影響撤回之前已經進行的處理。法律要求{operator}保存的資料，只為該目的保存。',
      '只有在法律規定的情形下，{operator}才可以不經同意查驗人臉，每次都會記錄理由。',
    ],
  },
  minors: {
    title: '未成年人',
    paragraphs: [],
    teens: {
      'with-guardian': '14至17歲者，須先取得父母或其他監護人的書面同意。',
      refuse: '14至17歲者，不提供人臉查驗，請使用{alternative}。',
    },
    children: {
      'with-guardian':
        '未滿14歲者，須先取得父母或其他監護人的書面同意。兒童的資料保存不超過所必需的期限，到期刪除：',
      refuse: '未滿14歲者，不提供人臉查驗，請使用{alternative}。',
    },
  },
  changes: {
    title: '本告知書的變更',
    paragraphs: [
      '本告知書為{version}版，自{date}起生效。',
      '新版本先行公布，於次日零時（{zone}時間）起生效，不會減少您已有的權利。蒐集的內容增加或減少、保存期限改變時，會重新徵求您的同意。',
    ],
  },
  refusal: {
    title: '如果您不同意',
    paragraphs: [
      '不同意時，相機不會開啟，也不會傳送任何資料。您可以改用{alternative}。除非您自己再次發起查驗，否則不會再次詢問。',
    ],
  },
  complaints: {
    title: '申訴',
    paragraphs: [
      '您可以向{operator}申訴：{contact}。您會在{days}內得到答覆。',
      '如不滿意答覆，您可以向個人資料保護或消費者保護的主管機關申訴，也可以依法向法院提起訴訟。',
    ],
  },
  questions: {
    liveness: '我同意{operator}使用我的相機查看我的臉，查驗鏡頭前是真人。',
    trace: '我同意將我臉上各個點的位置傳送到{operator}的伺服器。{traceKept}',
    frames:
      '我同意將我的臉部照片和臉上各個點的位置傳送到{operator}的伺服器。照片：{cropKept}點位：{traceKept}',
    comparison: '我同意將我的臉與我在{operator}登錄的人臉進行比對。',
  },
};
