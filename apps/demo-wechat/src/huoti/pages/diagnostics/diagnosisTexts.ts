import type { DiagnosisStep } from '../../diagnosis/DiagnosisContext.js';

/** Words of the diagnostic page. */
export interface DiagnosisTexts {
  readonly title: string;
  readonly lead: string;
  readonly promise: string;
  readonly begin: string;
  readonly stop: string;
  readonly copy: string;
  readonly copied: string;
  readonly failed: string;
  readonly steps: Readonly<Record<DiagnosisStep, string>>;
}

export const diagnosisTexts: Readonly<Record<'zh-CN' | 'en', DiagnosisTexts>> = {
  'zh-CN': {
    title: '设备诊断',
    lead: '打开摄像头约 20 秒，测量画面尺寸、帧率、方向和引擎耗时。请正对摄像头，并按提示转头一次。',
    promise:
      '结果只以文字显示在本页，不会发送，也不会保存。除隐私政策列出的应用版本、系统、语言和网络类型外，只包含下面这些技术数据，不含图像、机型或任何标识符。',
    begin: '开始诊断',
    stop: '停止',
    copy: '复制结果',
    copied: '已复制',
    failed: '诊断没有完成',
    steps: {
      sizes: '正在测量画面，请正对摄像头',
      loading: '正在加载引擎',
      'look-straight': '请正视前方',
      'turn-left': '请向您的左侧转头，并停留片刻',
    },
  },
  en: {
    title: 'Device diagnostics',
    lead: 'Opens the camera for about 20 seconds and measures frame sizes, rates, rotation and how long the engine takes. Face the camera, and turn your head once when asked.',
    promise:
      'The result is text on this page: it is not sent and not kept. Beside app version, system, language and kind of network, which the privacy policy lists, it holds the technical data below and nothing else: no picture, no model of phone, no identifier.',
    begin: 'Begin',
    stop: 'Stop',
    copy: 'Copy the result',
    copied: 'Copied',
    failed: 'It did not finish',
    steps: {
      sizes: 'Measuring. Face the camera',
      loading: 'Loading the engine',
      'look-straight': 'Look straight ahead',
      'turn-left': 'Turn your head to your left, and stay a moment',
    },
  },
};
