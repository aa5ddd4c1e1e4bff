import type { Texts } from './Texts.js';

/** Simplified Chinese. */
export const zhCN: Texts = {
  title: '活体检测演示',
  lead: '确认屏幕前是一位真人。在您同意之前，不会打开摄像头、加载模型或发送任何信息。',
  steps: [
    '选择年龄段，阅读告知内容，决定是否同意',
    '按提示做三四个简单动作，约 20 秒',
    '结束后摄像头立即关闭，不保存任何图像',
  ],
  mode: '检测方式',
  developer: '检测方式（仅演示版可由开发者选择）',
  modes: {
    local: { name: '本机检测', about: '全部在手机上完成，图像和面部关键点都不会离开设备' },
    native: { name: '微信人脸核身', about: '由微信的页面采集人脸，结果由运营方服务器返回' },
    'web-view': { name: '网页检测', about: '转到运营方的网页完成，结果由服务器返回' },
  },
  notConfigured: '运营方尚未配置后端地址',
  noPage: '请从首页开始',
  theme: '外观',
  themes: { system: '跟随系统', light: '浅色', dark: '深色' },
  language: '语言',
  begin: '下一步',
  diagnostics: '设备诊断',
  handover: {
    native:
      '人脸由微信采集和核验，您的姓名和证件号码会提供给微信。运营方只得到核验结果。开始前会先征求您的同意。',
    'web-view': '将转到运营方的网页进行检测，网页会先征求您的同意。检测结果由运营方的服务器返回。',
  },
  other: { title: '其他方式', body: '在这里接入您的其他核验方式，例如到网点办理或人工视频。' },
  again: '再来一次',
};
