// 从征求同意的页面到检测页，只经过内存：链接里写什么都不算同意。
let left = null;

module.exports = {
  leave(consent) {
    left = consent;
  },
  /** 只能取用一次；再次进入就再次征求同意。 */
  take() {
    const taken = left;
    left = null;
    return taken;
  },
};
