/** Apps whose built-in browser says so in the user agent. The first that fits names it. */
const APPS: readonly (readonly [name: string, token: RegExp])[] = [
  ['WeCom', /wxwork\//i],
  ['WeChat mini-program', /miniprogram(?!\w).*micromessenger|micromessenger.*miniprogram/i],
  ['WeChat', /micromessenger\//i],
  ['Alipay', /alipayclient\//i],
  ['DingTalk', /dingtalk\//i],
  ['Feishu', /\b(lark|feishu)\//i],
  ['QQ', /\bqq\/\d/i],
  ['Weibo', /__weibo__|weibo \(/i],
  ['Douyin', /\baweme[_/]/i],
  ['Toutiao', /newsarticle\//i],
  ['Xiaohongshu', /xhsminiapp|discover\/|xiaohongshu/i],
  ['Baidu', /baiduboxapp\//i],
  ['UnionPay', /\bupwebview|unionpay\//i],
  ['Meituan', /\bmeituan/i],
  ['Facebook', /\bfban\/|\bfbav\//i],
  ['Instagram', /\binstagram /i],
  ['LINE', /\bline\/\d/i],
  ['Telegram', /\btelegram/i],
  // Android's own mark of a WebView.
  ['Android WebView', /; wv\)/],
];

/** The app that shows the page, or `null` for a browser proper. iOS views without a mark of their own are not told. */
export function inAppBrowser(userAgent: string): string | null {
  return APPS.find(([, token]) => token.test(userAgent))?.[0] ?? null;
}
