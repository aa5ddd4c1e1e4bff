import type { NoticeWords } from './NoticeWords.js';

/** Chinese as written in mainland China. */
export const ZH_CN: NoticeWords = {
  direction: 'ltr',
  title: '{operator}人脸核验告知书',
  anotherWay: '{operator}提供的其他方式',
  time: {
    years: (count) => `${count}年`,
    days: (count) => `${count}天`,
    hours: (count) => `${count}小时`,
    minutes: (count) => `${count}分钟`,
    join: '零',
  },
  workingDays: (count) => `${count}个工作日`,
  summary: {
    purpose:
      '为确认镜头前是真人，{operator}需要使用您的相机查看您的脸。一般几秒钟即可完成，完成后相机随即关闭。',
    level: {
      none: '人脸画面只在您的设备上处理，不会离开设备，也不会保存。',
      trace: '人脸画面不会离开您的设备。您脸上各个点的位置及其变化会发送到{operator}的服务器。{traceKept}',
      frames:
        '几张您脸部的照片，以及您脸上各个点的位置及其变化，会发送到{operator}的服务器。照片：{cropKept}点位：{traceKept}',
    },
    comparison: '您的脸会与您此前在{operator}登记的人脸进行比对。',
    refusal: '您可以不同意。不同意时，您可以改用{alternative}，不会因此受到其他影响。',
    withdrawal: '同意之后，您也可以随时撤回：{contact}。',
  },
  who: {
    title: '谁在处理您的信息',
    paragraphs: [
      '您的个人信息由{operator}处理，并由{operator}负责。联系方式：{contact}。',
      '本软件运行在{operator}自己的页面和服务器上，软件的开发者得不到您的任何信息。',
    ],
  },
  what: {
    title: '用到哪些信息，为什么',
    paragraphs: ['用到的全部信息如下，除此之外不收集其他信息。'],
    item: '{name}：{what}用途：{why}相关权限：{permission}。去向：{where}{kept}',
    items: {
      'camera-picture': {
        name: '相机画面',
        what: '核验进行时相机拍到的画面，只存在于内存中。',
        why: '找到您的脸，判断镜头前是不是真人。',
      },
      'face-points': {
        name: '脸上各个点的位置',
        what: '眼睛、鼻子、嘴巴和脸部轮廓的位置及其变化，脸部和画面四角的明暗与颜色，以及画面中是否有第二张脸。',
        why: '判断您是否按提示做了动作，排除照片、屏幕翻拍和面具。',
      },
      'face-pictures': {
        name: '脸部照片',
        what: '几张裁剪到您脸部范围的照片；照片中如有他人，会先处理到无法辨认，再离开设备。',
        why: '供服务器复核结果。',
      },
      'face-template': {
        name: '人脸特征值',
        what: '由您的脸部照片计算出的一组数字，经您专用的密钥变换后加密保存。',
        why: '判断是否与您登记的人脸一致。',
      },
      'host-facts': {
        name: '浏览器或应用信息',
        what: '浏览器或应用的名称和版本、操作系统、渲染引擎、语言、网络类型（例如 Wi-Fi）。',
        why: '适配您的设备，选择默认语言。',
      },
      'camera-facts': {
        name: '相机参数',
        what: '画面大小和帧率、前置或后置、相机支持的功能。',
        why: '完成相机设置，说明画面不佳的原因。',
      },
      'camera-name': {
        name: '相机名称',
        what: '相机的名称，以及浏览器给它的随机编号。',
        why: '选对相机，发现由程序冒充的相机。',
      },
      'camera-integrity': {
        name: '虚假相机的迹象',
        what: '是否有程序冒充相机，逐项记为是、否或无法判断。',
        why: '防止有人用录像或合成的人脸冒充。',
      },
      'device-abilities': {
        name: '设备能力',
        what: '设备支持哪种计算方式、屏幕能否照亮脸部、相机画面是否左右翻转。',
        why: '使核验能在您的设备上运行。',
      },
      'display-preferences': {
        name: '显示偏好',
        what: '是否要求减少动画、是否使用其他配色、页面和文字的大小、页面是否可见、屏幕亮度，以及能否保持屏幕常亮、振动、朗读文字。',
        why: '使页面适合您，并在您离开页面时关闭相机。',
      },
      'session-key': {
        name: '本次核验的密钥',
        what: '您的设备仅为本次核验生成的随机密钥，其保密部分不离开设备。',
        why: '防止他人冒用您的这次核验。',
      },
      connection: {
        name: '网络地址',
        what: '您的设备访问服务器时使用的网络地址。',
        why: '向您的设备返回结果，防止恶意的大量请求。',
      },
      'session-record': {
        name: '核验记录',
        what: '{operator}用来指代您的编号、核验的时间、结果及原因。',
        why: '把结果交给{operator}，限制尝试次数。',
      },
      'platform-identity': {
        name: '供微信核验的身份信息',
        what: '仅在由微信核验时：{operator}掌握的您的姓名、身份证号码和微信账号标识，密封保存，只提供给微信。',
        why: '供微信核验是您本人；由微信按照其自己的规则查看您的脸。',
      },
      'age-band': {
        name: '年龄段',
        what: '年满18周岁、14至17周岁或不满14周岁，由您或{operator}说明，不会根据人脸推断。',
        why: '遵守保护未成年人的规定。',
      },
      'guardian-consent': {
        name: '监护人的同意',
        what: '仅限未成年人：监护人的代号、何时同意了什么、书面文件存放在何处，不含姓名。',
        why: '证明监护人已经同意。',
      },
      'consent-receipt': {
        name: '您的决定',
        what: '您同意了什么、何时同意、使用的语言，以及您所看文本的校验值，不含任何照片。',
        why: '证明您同意的内容。',
      },
      'rights-request': {
        name: '您提出的请求',
        what: '您就个人信息向{operator}提出了什么请求、何时提出、如何答复。',
        why: '按时答复并留有证明。',
      },
      'audit-entry': {
        name: '操作日志',
        what: '谁在什么时间对您的信息做了什么操作，以代号代替您的身份，不含任何照片。',
        why: '发现并查证滥用行为。',
      },
    },
    permission: { camera: '相机', none: '无' },
    where: {
      stays: '只在您的设备上使用，核验结束即清除。',
      sent: '发送到{operator}的服务器。',
      held: '保存在{operator}的服务器上。',
    },
    kept: '保存{time}，到期彻底删除。',
    keptAtOnce: '得出结果后立即删除。',
    notKept: '不保存。',
    never: [
      '不会根据您的脸推断年龄、性别或情绪。',
      '相机的名称和编号不会离开您的设备。不会在您的设备上存储您的任何信息，核验结束后也不会获取您的任何行为。',
    ],
  },
  effect: {
    title: '为什么需要人脸，对您有什么影响',
    paragraphs: [
      '没有人脸画面，就无法判断镜头前是不是真人。',
      '人脸是敏感个人信息，无法像密码那样更换。一旦泄露或被滥用，可能有人冒充您，使您的人格尊严、人身或财产安全受到损害。因此，能在您的设备上完成的都在设备上完成，只使用此处列明的信息，也不用于其他目的。',
    ],
  },
  where: {
    title: '信息去向',
    level: {
      none: '本次核验中，您的脸部画面和脸上各个点的位置都不会离开您的设备，{operator}的服务器只得知核验的结果。',
      trace: '本次核验中，您脸上各个点的位置会发送到{operator}的服务器，脸部画面不会离开您的设备。',
      frames: '本次核验中，您的脸部照片和脸上各个点的位置会发送到{operator}的服务器。',
    },
    platforms:
      '由微信核验时，{operator}只为核验将上述身份信息提供给微信，不提供其他信息。微信会显示其自己的告知并自行征求您的同意。',
    paragraphs: [
      '传输过程加密，保存的人脸信息也加密。',
      '除法律另有规定外，{operator}如要将其提供给他人、公开或传到境外，必须另行取得您的单独同意。',
    ],
  },
  keep: {
    title: '保存多久',
    paragraphs: ['每一类信息有各自的保存期限，到期彻底删除。'],
    line: '{name}：{time}。',
    lineAtOnce: '{name}：得出结果后立即删除。',
    classes: {
      'face-crop': '脸部照片',
      'evidence-trace': '脸上各个点的位置和虚假相机的迹象',
      session: '核验记录',
      template: '人脸特征值',
      receipt: '您的决定、年龄段和监护人的同意',
      'rights-case': '您提出的请求（自答复之日起）',
      audit: '操作日志',
    },
    backup: '备份中的副本最迟再过{backup}消失。',
  },
  rights: {
    title: '您的权利及行使方式',
    paragraphs: ['请联系：{contact}。{operator}将在{days}内答复。您可以：'],
    each: {
      access: '查阅、复制{operator}掌握的您的信息；',
      portability: '将您的信息以机器可读的格式转移给您指定的其他处理者；',
      correct: '更正、补充您的信息；',
      delete: '删除您的信息；',
      restrict: '限制使用您的信息，即只保存、不使用；',
      withdraw: '撤回同意，与给出同意一样方便；',
      explain: '要求说明核验结果，并由人工重新处理。',
    },
    after: [
      '撤回同意不影响撤回之前已经进行的处理。法律要求{operator}保存的信息，只为该目的保存。',
      '只有在法律规定的情形下，{operator}才可以不经同意核验人脸，每次都会记录理由。',
    ],
  },
  minors: {
    title: '未成年人',
    paragraphs: [],
    teens: {
      'with-guardian': '14至17周岁的，须先取得父母或其他监护人的书面同意。',
      refuse: '14至17周岁的，不提供人脸核验，请使用{alternative}。',
    },
    children: {
      'with-guardian':
        '不满14周岁的，须先取得父母或其他监护人的书面同意。儿童的信息保存不超过所必需的期限，到期删除：',
      refuse: '不满14周岁的，不提供人脸核验，请使用{alternative}。',
    },
  },
  changes: {
    title: '本文本的变更',
    paragraphs: [
      '本文本为{version}版，自{date}起生效。',
      '新版本先行公布，于次日零时（{zone}时间）起生效，不会减少您已有的权利。收集的内容增加或减少、保存期限改变时，会重新征求您的同意。',
    ],
  },
  refusal: {
    title: '如果您不同意',
    paragraphs: [
      '不同意时，相机不会打开，也不会发送任何信息。您可以改用{alternative}。除非您自己再次发起核验，否则不会再次询问。',
    ],
  },
  complaints: {
    title: '投诉',
    paragraphs: [
      '您可以向{operator}投诉：{contact}。您会在{days}内得到答复。',
      '如不满意答复，您可以向网信部门等履行个人信息保护职责的部门或消费者权益保护部门投诉，也可以依法向人民法院起诉。',
    ],
  },
  questions: {
    liveness: '我同意{operator}使用我的相机查看我的脸，核验镜头前是真人。',
    trace: '我同意将我脸上各个点的位置发送到{operator}的服务器。{traceKept}',
    frames:
      '我同意将我的脸部照片和脸上各个点的位置发送到{operator}的服务器。照片：{cropKept}点位：{traceKept}',
    comparison: '我同意将我的脸与我在{operator}登记的人脸进行比对。',
  },
};
