// 征求同意：年龄段、告知书、逐项勾选。同意之前不打开摄像头，不下载引擎和模型，不发送任何信息。
const huoti = require('../../huoti-consent/huotiConsent.js');
const agreement = require('./agreement.js');
const deployment = require('./deployment.js');

Page({
  data: { page: '', largeText: false, failed: false },

  onLoad() {
    this.begin();
  },

  begin() {
    this.show(
      huoti.createConsentState({ deployment, level: 'none', languages: ['zh-CN'], atMs: Date.now() }),
    );
  },

  age({ currentTarget }) {
    this.send({ type: 'age-choose', band: currentTarget.dataset.band });
  },

  tick({ currentTarget }) {
    const { choice } = currentTarget.dataset;
    const agreed = this.state.ticked.indexOf(choice) === -1;
    this.send({ type: 'choice-set', choice, agreed });
  },

  fold() {
    this.send({ type: 'text-fold', unfolded: !this.state.unfolded });
  },

  enlarge() {
    this.send({ type: 'text-enlarge', large: !this.state.largeText });
  },

  refuse() {
    this.send({ type: 'notice-decline' });
  },

  agree() {
    this.send({ type: 'notice-agree' });
  },

  reopen() {
    this.send({ type: 'notice-reopen' });
  },

  /** 在这里接入您的其他核验方式。 */
  alternative() {
    wx.showModal({ title: '其他方式', content: this.words.declined.anotherWay, showCancel: false });
  },

  send(event) {
    this.show(huoti.reduceConsent(this.state, event));
  },

  /** 同意之后，检测页所在的分包才开始下载。 */
  open() {
    agreement.leave(this.state.request);
    this.setData({ failed: false });
    wx.redirectTo({ url: '/huoti-engine/check/index', fail: () => this.setData({ failed: true }) });
  },

  show(state) {
    this.state = state;
    const words = (this.words = huoti.wordsOf(state));
    const { page, notice, ticked, unfolded, problem, largeText, declined } = state;
    this.setData({
      ...{ page, words, unfolded, largeText },
      title: notice.title,
      summary: notice.summary,
      sections: unfolded ? notice.sections : [],
      questions: notice.questions.map(({ choice, text }) => ({
        choice,
        text,
        agreed: ticked.indexOf(choice) !== -1,
      })),
      problem: problem ? words.notice.tickAll : '',
      tooYoung: declined !== null && declined !== 'choice',
    });
    if (page === 'agreed') this.open();
  },
});
