/** Which platform's mini-program is run. */
export type MiniProgramKind = 'wechat' | 'alipay' | 'douyin';
