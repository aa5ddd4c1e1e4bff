const MB = 1024 * 1024;

/**
 * What a platform takes, by Taro's name of it. Sources: WeChat's framework/subpackages and framework/structure (20 MB where a service
 * provider builds, which is the case of an operator's supplier), Alipay's framework/subpackages, Douyin's subpackages guide.
 *
 * @typedef {object} PlatformRules
 * @property {'wechat' | 'alipay' | 'douyin'} kind of `@huoti/adapter-wechat`
 * @property {'wxml' | 'axml' | 'ttml'} template suffix of templates
 * @property {'wxss' | 'acss' | 'ttss'} styles suffix of styles
 * @property {number} partBytes largest subpackage
 * @property {number} totalBytes all packages
 * @property {number | null} preloadBytes what the pages of one package may preload together; `null` where none is documented
 */

/** @type {Readonly<Record<string, PlatformRules>>} */
export const PLATFORMS = {
  weapp: {
    kind: 'wechat',
    template: 'wxml',
    styles: 'wxss',
    partBytes: 2 * MB,
    totalBytes: 20 * MB,
    preloadBytes: 2 * MB,
  },
  alipay: {
    kind: 'alipay',
    template: 'axml',
    styles: 'acss',
    partBytes: 2 * MB,
    totalBytes: 20 * MB,
    preloadBytes: null,
  },
  tt: {
    kind: 'douyin',
    template: 'ttml',
    styles: 'ttss',
    partBytes: 2 * MB,
    totalBytes: 16 * MB,
    preloadBytes: 2 * MB,
  },
};
