import type { DemoSettings } from '../settings/DemoSettings.js';

/** Words that a person reads before pressing start, and what a consent names them by: SHA-256 of their UTF-8, which a test holds. */
export interface Notice {
  readonly text: string;
  readonly textHash: string;
}

/** What happens where there is a server, by mode. A proposal: put yours here. */
export const notices: Readonly<Record<DemoSettings['lang'], Readonly<Record<DemoSettings['mode'], Notice>>>> =
  {
    'zh-CN': {
      local: {
        text: '图像只在您的手机上判断，不上传、不保存。检测结束后，会将是否完成以及应用版本、系统、语言和网络类型告知运营方的服务器。点击“开始检测”即表示同意。',
        textHash: 'e7a02f3dfbdf23e485489adffa9266adda5c96f4109d728a61a72ae76aef18a0',
      },
      native: {
        text: '人脸由微信采集和核验，您的姓名和证件号码会提供给微信。运营方只得到核验结果。点击“开始检测”即表示同意。',
        textHash: '5a5a80a9c2d58e65de57e098be64b89ad37a7c5ef2167cedb468843ad9b6916a',
      },
      'web-view': {
        text: '将转到运营方的网页进行检测，网页会先征求您的同意。检测结果由运营方的服务器返回。',
        textHash: 'b7e0ee09dd0116de0b4f53bba80d26fa581313785e1eb26eac07460f3d816e32',
      },
    },
    en: {
      local: {
        text: 'Pictures are judged on your phone alone: none is sent or kept. The operator’s server is told whether it was completed, and app version, system, language and kind of network. By pressing start you agree.',
        textHash: 'a4bfee40a5af88203c3aee98f40a6ed616343d6572d0b8fbb5fba58ea3feb26a',
      },
      native: {
        text: 'WeChat takes your face and checks it, and is given your name and the number of your document. The operator gets the result alone. By pressing start you agree.',
        textHash: '3186bd2144751e102aca8f09a3e91e9ccad60d88cabb9defb76970b623ac4a8f',
      },
      'web-view': {
        text: 'You go on to the operator’s web page, which asks for your consent first. The result comes from the operator’s server.',
        textHash: 'e591808a2b5150eb328d92ec1717d5e18d6e329316738115bd2e3aa1da7e16ad',
      },
    },
  };
