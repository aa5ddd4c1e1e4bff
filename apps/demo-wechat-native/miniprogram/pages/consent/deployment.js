// 运营方的说明，与服务端的 HUOTI_PRIVACY_FILE 是同一份内容：改成您自己的。没有服务端就无法核实监护人的同意，
// 所以这里不接受未满 18 周岁的人；要接受，请先画出“监护人”一页（createConsentState 的 page 为 guardian）。
module.exports = {
  operator: {
    name: 'huoti demo',
    contact: 'privacy@operator.example',
  },
  timeZone: 'Asia/Shanghai',
  utcOffsetMinutes: 480,
  alternative: {
    'zh-CN': '到网点办理或人工视频核验',
    en: 'a visit to a branch or a video call',
  },
  versions: [
    {
      version: '1',
      publishedAtMs: 1767240000000,
      terms: {
        levels: ['none'],
        purposes: ['liveness'],
        retention: {
          'face-crop': 86400000,
          'evidence-trace': 604800000,
          session: 7776000000,
          template: 31536000000,
          receipt: 94694400000,
          'rights-case': 94694400000,
          audit: 94694400000,
        },
        childRetention: {
          'face-crop': 0,
          'evidence-trace': 0,
          session: 2592000000,
          template: 7776000000,
          receipt: 94694400000,
          'rights-case': 94694400000,
          audit: 94694400000,
        },
        ages: {
          teens: 'refuse',
          children: 'refuse',
        },
        backupDays: 30,
        answerWithinWorkingDays: 15,
      },
    },
  ],
};
