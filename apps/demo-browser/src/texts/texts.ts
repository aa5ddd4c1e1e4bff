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
  readonly again: string;
  readonly honest: string;
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
  explainCamera: 'Everything runs in this page. No picture leaves your device, and nothing is stored.',
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
  again: 'Run it again',
  honest:
    'A result made on the device alone is never “verified”: only a server that recomputes it can say so.',
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
  explainCamera: '全部在本页面内运行。画面不会离开您的设备，也不会被保存。',
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
  again: '再来一次',
  honest: '仅在设备上得出的结果永远不是“已核验”：只有服务端重新计算后才能确认。',
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
