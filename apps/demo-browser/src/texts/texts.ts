/** What the page around the element says. The element has catalogues of its own. */
export interface DemoTexts {
  readonly camera: string;
  readonly synthetic: string;
  readonly recording: string;
  readonly sourceLegend: string;
  readonly explainCamera: string;
  readonly explainSynthetic: string;
  readonly explainRecording: string;
  readonly persona: string;
  readonly person: string;
  readonly file: string;
  readonly more: string;
  readonly plan: string;
  readonly planRandom: string;
  readonly scene: string;
  readonly outcome: string;
  readonly raw: string;
  readonly rawServer: string;
  readonly again: string;
  readonly honest: string;
  readonly honestServer: string;
  readonly levelLegend: string;
  readonly levelNone: string;
  readonly levelTrace: string;
  readonly levelFrames: string;
  readonly explainNone: string;
  readonly explainTrace: string;
  readonly explainFrames: string;
  readonly reference: string;
  readonly referenceForget: string;
  readonly referenceSending: string;
  readonly referenceReady: string;
  readonly referenceGone: string;
  readonly referenceRefused: string;
  readonly verified: string;
  readonly notVerified: string;
  readonly verdictPending: string;
  readonly verdictMissing: string;
  readonly noServer: string;
  readonly level: string;
  readonly similarity: string;
  readonly receipt: string;
  readonly checks: string;
  readonly expected: string;
  readonly foot: string;
  readonly status: string;
  readonly reason: string;
  readonly assurance: string;
  readonly duration: string;
  readonly frames: string;
  readonly engine: string;
  readonly chooseFile: string;
  readonly alternative: string;
  readonly otherLanguage: string;
  readonly themeAuto: string;
  readonly themeLight: string;
  readonly themeDark: string;
}

const en: DemoTexts = {
  camera: 'My camera',
  synthetic: 'Synthetic person',
  recording: 'A recording',
  sourceLegend: 'Who is in front of the camera?',
  explainCamera: 'Your camera is used while a check runs, and at no other time.',
  explainSynthetic: 'No camera? Let a synthetic person show you. It is nobody’s face.',
  explainRecording: 'Choose a video file. It is judged in this page and never uploaded.',
  persona: 'Person',
  person: 'Person',
  file: 'Video file',
  more: 'For developers',
  plan: 'Actions',
  planRandom: 'Random, as in use',
  scene: 'Scene',
  outcome: 'What the check says',
  raw: 'The result as the SDK gives it',
  rawServer: 'The signed result, as the backend read it',
  again: 'Run it again',
  honest:
    'A result made on the device alone is never “verified”: only a server that recomputes it can say so.',
  honestServer:
    'Fetched and verified by the demo’s backend, from the service’s signed result. The page itself is never believed.',
  levelLegend: 'Who decides?',
  levelNone: 'This device',
  levelTrace: 'Server, numbers',
  levelFrames: 'Server, pictures',
  explainNone: 'Everything runs in this page. No picture leaves your device, and nothing is stored.',
  explainTrace:
    'The server recomputes the check from face points and times. Anyone can write numbers, so it never says “verified”.',
  explainFrames:
    'The server asks for 8 to 12 small pictures after the fact, recomputes the check from them, and signs what it finds.',
  reference: 'Compare with a picture of your face (optional)',
  referenceForget: 'Delete it',
  referenceSending: 'Sending the picture …',
  referenceReady: 'Enrolled. Only a template of the face is kept, the picture is not.',
  referenceGone: 'Deleted.',
  referenceRefused: 'This picture can’t be used:',
  verified: 'Verified',
  notVerified: 'Not verified',
  verdictPending: 'Waiting for the server’s verdict …',
  verdictMissing: 'The server has no verdict on this session yet.',
  noServer: 'This page is served without the service. Start it with `npm start`.',
  level: 'Level',
  similarity: 'Same face',
  receipt: 'Consent',
  checks: 'Every check, with what was found',
  expected: 'expected',
  foot: 'huoti is open source under Apache-2.0. All files of this page come from this address.',
  status: 'Result',
  reason: 'Reason',
  assurance: 'Worth',
  duration: 'Time',
  frames: 'Frames',
  engine: 'Engine',
  chooseFile: 'Choose a video file first.',
  alternative: 'This is where your other way begins, for example a visit to a branch.',
  otherLanguage: '中文',
  themeAuto: 'Theme: device',
  themeLight: 'Theme: light',
  themeDark: 'Theme: dark',
};

const zh: DemoTexts = {
  camera: '我的摄像头',
  synthetic: '虚拟人物',
  recording: '一段录像',
  sourceLegend: '谁在镜头前？',
  explainCamera: '仅在检测进行时使用摄像头，其他时间一概不用。',
  explainSynthetic: '没有摄像头？请虚拟人物为您演示。它不是任何真人的面孔。',
  explainRecording: '选择一个视频文件。它只在本页面内判断，不会上传。',
  persona: '人物',
  person: '人物',
  file: '视频文件',
  more: '开发者选项',
  plan: '动作',
  planRandom: '随机（与实际使用相同）',
  scene: '场景',
  outcome: '检测结果',
  raw: 'SDK 返回的原始结果',
  rawServer: '后端读到的签名结果',
  again: '再来一次',
  honest: '仅在设备上得出的结果永远不是“已核验”：只有服务端重新计算后才能确认。',
  honestServer: '由演示后端取回服务端签名的结果并验证。页面自己说的一概不算数。',
  levelLegend: '由谁来判断？',
  levelNone: '本机',
  levelTrace: '服务端 数值',
  levelFrames: '服务端 图像',
  explainNone: '全部在本页面内运行。画面不会离开您的设备，也不会被保存。',
  explainTrace: '服务端根据面部关键点和时间重新计算。数值谁都能编造，因此永远不会得出“已核验”。',
  explainFrames: '动作完成后，服务端随机索取 8 至 12 张小图，据此重新计算，并对结论签名。',
  reference: '与您的一张照片比对（可选）',
  referenceForget: '删除',
  referenceSending: '正在发送照片……',
  referenceReady: '已登记。只保留人脸模板，不保留照片。',
  referenceGone: '已删除。',
  referenceRefused: '这张照片无法使用：',
  verified: '已核验',
  notVerified: '未核验',
  verdictPending: '正在等待服务端的结论……',
  verdictMissing: '服务端对本次检测尚无结论。',
  noServer: '当前页面没有服务端。请用 `npm start` 启动。',
  level: '数据级别',
  similarity: '是否同一人',
  receipt: '同意记录',
  checks: '逐项检查及其结果',
  expected: '应为',
  foot: 'huoti 以 Apache-2.0 许可开源。本页面的所有文件均来自当前地址。',
  status: '结果',
  reason: '原因',
  assurance: '可信级别',
  duration: '用时',
  frames: '帧数',
  engine: '引擎',
  chooseFile: '请先选择一个视频文件。',
  alternative: '此处进入您提供的其他方式，例如前往网点办理。',
  otherLanguage: 'English',
  themeAuto: '主题：跟随设备',
  themeLight: '主题：浅色',
  themeDark: '主题：深色',
};

/** The page's languages. */
export const TEXTS = { en, 'zh-CN': zh } as const;
export type DemoLanguage = keyof typeof TEXTS;
