import type { Texts } from "../texts.ts";

/**
 * Every word in simplified Chinese that a desk reads from us; `en.ts` says what each text is for.
 */
export const chinese: Texts = {
  language: "zh",
  name: "Chinese",
  parts: {
    "mark.reminder": "第{{reminder}}次提醒",
    "mark.escalation": "升级通知",
    "mark.moved": "无需进一步处理",
    "mark.withdrawal": "已撤回",
    "mark.correction": "更正",

    "type.csam": "儿童性虐待内容",
    "type.csem": "儿童性剥削",
    "type.ncii": "未经同意的私密影像",
    "type.terrorism": "恐怖主义内容",
    "type.phishing": "钓鱼网站",
    "type.malware": "恶意软件",
    "type.botnet": "僵尸网络",
    "type.fraud": "诈骗",
    "type.brand": "商标侵权",
    "type.copyright": "著作权侵权",
    "type.exposed-data": "数据泄露",
    "type.other": "有害内容",

    "what.csam": "儿童性虐待内容",
    "what.csem": "对儿童的性剥削",
    "what.ncii": "未经当事人同意而公开的私密影像",
    "what.terrorism": "煽动或支持恐怖主义的内容",
    "what.phishing": "网络钓鱼",
    "what.malware": "传播恶意软件",
    "what.botnet": "控制僵尸网络",
    "what.fraud": "诈骗",
    "what.brand": "误导性使用品牌",
    "what.copyright": "未经许可使用受保护作品",
    "what.exposed-data": "无权公开而被泄露的数据",
    "what.other": "有害内容",

    "place.url": "（位于 {{host}}）",
    "place.host": "（位于 {{host}}）",
    "place.peer": "（来自 {{host}}，端口 {{port}}）",
    "place.account": "（位于 {{host}} 的一个账号）",
    "place.several": "（位于{{#host}} {{host}} 的{{/host}} {{count}} 个地址）",
    "where.url": "确切地址（已作防误点处理，hxxp 即 http，[.] 即 .，[:] 即 :）：",
    "where.host": "确切位置（已作防误点处理，[.] 即 .，[:] 即 :），该主机上的全部内容：",
    "where.peer": "确切位置（已作防误点处理，[.] 即 .，[:] 即 :）：",
    "where.account": "确切位置（已作防误点处理，[.] 即 .，[:] 即 :）：",
    "where.several":
      "确切地址列于本邮件末尾的清单，每个地址仅列一次，并附我方编号和首次发现时间；地址已作防误点处理（hxxp 即 http，[.] 即 .，[:] 即 :）。",
    "where.port": "端口",
    "where.account-name": "账号",

    "lead.first": "兹通报以下情况：{{>what}}{{>place}}，首次发现时间 {{seen}}。{{>please}}。",
    "lead.reminder":
      "第{{reminder}}次提醒：我方此前已向贵方通报以下情况，尚未得知已予解决的答复：{{>what}}{{>place}}。{{>please}}。",
    "lead.escalation": "据我方所知，此前被通知的各方尚未制止以下情况，故向贵方通报：{{>what}}{{>place}}。{{>please}}。",
    "lead.moved": "关于我方此前的通报（{{>what}}{{>place}}）：相关内容已不再由贵方网络提供，贵方无需再作处理。谢谢。",
    "lead.withdrawal":
      "我方撤回此前的通报（{{>what}}{{>place}}）。请勿据此采取措施，并请恢复仅凭我方通报而作出的处理。谨此致歉。",
    "lead.correction":
      "我方更正此前的通报（{{>what}}{{>place}}，首次发现时间 {{seen}}）。{{>please}}。请以本邮件所述事实为准，取代此前的内容。",
    "may-be-second": "贵方可能已收到本通报：我方无法确认此前的邮件是否送达。请将两封邮件作为同一通报处理。",

    "please.host": "请先保全证据，然后删除该内容或使其无法访问",
    "please.upstream": "请要求贵方客户删除该内容，或停止为其提供传输",
    "please.front": "请停止通过贵方网络提供该内容，并将本通报转交其背后的托管服务商",
    "please.registrar": "请对该域名的此种使用采取措施",
    "please.hotline": "请予以评估，并按贵国程序促成删除",
    "please.cert": "请促使贵方职责范围内的责任网络予以制止",
    "please.site": "请从贵方网站删除该内容，并封堵其进入的途径",

    "relation.platform": "贵方收到本邮件，因为贵方是发现该内容的服务的滥用投诉部门{{#range}}（{{range}}）{{/range}}。",
    "relation.network": "贵方收到本邮件，因为贵方是提供该内容的网络的滥用投诉联系人{{#range}}（{{range}}）{{/range}}。",
    "relation.front":
      "贵方收到本邮件，因为贵方是位于主机前端的服务的滥用投诉联系人{{#range}}（{{range}}）{{/range}}；内容本身可能存放在别处。",
    "relation.upstream":
      "贵方收到本邮件，因为贵方是为托管网络提供传输的上游网络的滥用投诉联系人{{#range}}（{{range}}）{{/range}}。",
    "relation.registrar": "贵方收到本邮件，因为贵方是该域名注册商的滥用投诉联系人{{#range}}（{{range}}）{{/range}}。",
    "relation.hotline": "贵方收到本邮件，因为贵方是该内容托管所在国的举报热线{{#country}}（{{country}}）{{/country}}。",
    "relation.cert":
      "贵方收到本邮件，因为贵方是该内容托管所在国的计算机应急响应组织（CERT）{{#country}}（{{country}}）{{/country}}。",
    "relation.site": "贵方收到本邮件，因为贵方是该网站自身的联系人。",

    "label.seen": "首次发现：",
    "label.channel": "发现于：",
    "label.addresses": "解析地址：",
    "label.looked-up": "查询于",
    "label.explanation": "理由：",
    "label.imitates": "被仿冒或被侵权的对象：",
    "label.legitimate-site": "合法网站：",
    "label.reproduce": "查看方法：",
    "label.classification": "分类：",
    "label.assessed": "评估方：",
    "label.hash": "哈希值：",
    "label.notifier": "通报方：",
    "label.sender": "发送方：",
    live: "据通报，该情况正在实时发生。",
    organisations: "已有 {{organisations}} 个机构通报。",
    "assessed.manual-review": "通报机构的工作人员",
    "assessed.hash-match": "与已知哈希值列表匹配",
    "assessed.user-report": "用户举报，由通报机构转达",
    "assessed.automated-scan": "自动扫描",
    "assessed.unstated": "通报机构，未说明方法",
    "channel.website": "网站",
    "channel.message-board": "论坛",
    "channel.chat-room": "聊天室",
    "channel.peer-to-peer": "点对点（P2P）网络",
    "channel.instant-messaging": "即时通讯",
    "channel.live-stream": "直播",
    "channel.file-host": "文件托管服务",
    "channel.e-mail": "电子邮件",

    "ask.child-abuse.host":
      "我方请求：1. 删除之前，请依贵方法律的要求保全该内容以及上传者和访问者的记录，仅供有权人员接触。2. 删除该内容或使其无法访问。3. 向贵方警方或举报热线报告。4. 请勿警示上传者。请勿向我方发送该内容的任何部分。",
    "ask.child-abuse.upstream":
      "我方请求：要求贵方客户保全证据并立即删除该内容；如未照办，请停止为该地址提供传输。请勿警示上传者。请勿向我方发送该内容的任何部分。",
    "ask.child-abuse.registrar":
      "我方请求：查看贵方条款是否允许停止该域名的解析，为警方保全注册记录，并且不要警示注册人。请勿向我方发送该内容的任何部分。",
    "ask.child-abuse.hotline":
      "我方请求：评估该位置，按贵国程序通知警方和托管服务商；如目前尚不得告知托管服务商，请通知我方。",
    "ask.child-abuse.cert": "我方请求：通知贵国警方或举报热线，并告知我方贵国何方可促成删除。",
    "ask.intimate.host":
      "我方请求：删除该影像或使其无法访问，删除贵方能够找到的相同副本，并保全上传者的记录。请勿向我方发送任何相关影像。",
    "ask.terrorism.host":
      "我方请求：评估该内容，保全该内容及上传者的记录；如其违反法律或贵方条款，请删除或使其无法访问。",
    "ask.crime.host":
      "我方请求：保留日志和文件作为证据，将该页面、文件或主机下线；如客户的系统遭到入侵，请告知该客户。",
    "ask.crime.registrar":
      "我方请求：审查本邮件中的证据；如贵方认定该域名被用于此种滥用，请停止或阻断该使用。如该域名属于网站被入侵的受害者，请改为通知注册人。",
    "ask.crime.cert": "我方请求：将本通报转交贵方职责范围内的责任网络；如需更多资料，请告知我方。",
    "ask.rights.host": "我方请求：审查此处所述的使用；如贵方认为其违法或违反贵方条款，请删除或使其无法访问。",
    "ask.rights.registrar": "我方请求：将本通报转交注册人，并依贵方条款审查该注册。",
    "ask.exposed.host": "我方请求：立即使该数据无法访问，保留访问日志，并通知贵方客户，以便其提醒数据所涉及的人员。",
    "ask.host": "我方请求：保全证据，审查该内容；如其违反法律或贵方条款，请删除或使其无法访问。",
    "ask.front":
      "我方请求：如该地址违反法律或贵方条款，请停止通过贵方网络提供，将本通报转交其背后的托管服务商，并告知我方其名称。",
    "ask.upstream": "我方请求：依贵方可接受使用政策要求贵方客户予以制止；如未照办，请停止为该地址提供传输。",
    "ask.registrar": "我方请求：将本通报转交注册人或贵方分销商，并依贵方条款审查该域名的使用。",
    "ask.hotline": "我方请求：评估该位置，并按贵国程序处理。",
    "ask.cert": "我方请求：将本通报转交贵方职责范围内能够予以制止的一方。",
    "ask.site": "我方请求：保留日志副本，删除该页面或文件，并查明其进入的途径；贵方的托管服务商可提供协助。",

    "ground.dsa": "本通报系依据欧盟第 2022/2065 号条例（《数字服务法》）第 16 条作出。请确认收悉，并告知贵方的决定。",
    "ground.dsa-life": "该条例第 18 条要求托管服务提供商在怀疑存在危及生命或安全的犯罪时通知主管机关。",
    "ground.trusted-flagger": "本通报来自该条例第 22 条所称的可信举报者，应优先处理。",
    "ground.us-provider":
      "如贵方为美国的服务提供商：18 U.S.C. 2258A 要求实际知悉明显违法情形的服务提供商向 NCMEC 的 CyberTipline 报告，并保存所报告的内容。",
    "ground.raa":
      "我方认为这属于 DNS 滥用，本邮件载有我方证据；ICANN《注册商认证协议》（Registrar Accreditation Agreement）第 3.18 条要求通用顶级域名注册商在收到可据以采取行动的证据时予以处理。",
    "ground.terms": "我方依据贵方自身的使用条款提出此请求。",
    "ground.national": "我方在贵方的国家职责范围内提出此请求。",
    "ground.site": "贵方网站似乎遭到滥用；我方请求贵方协助。",
    "ground.copyright": "本邮件不构成 17 U.S.C. 512(c)(3) 所称的声明；该声明只能由权利人或其代理人作出。",
    "ground.good-faith": "我方善意地相信，本通报中的信息准确、完整。",

    "history.reminder": "我方此前发给贵方的通报：",
    "history.escalation": "此前已通知：",
    "history.subject": "主题",
    "history.acknowledged": "确认收悉",
    "history.ticket": "工单编号",
    "delivery.delivered": "已被收件方邮件服务器接收",
    "delivery.sent": "已发送，未确认送达",
    "delivery.returned": "因无法投递而退回",
    "answer.removed": "答复：已删除",
    "answer.not-ours": "答复：不属于其管辖",
    "answer.form": "答复：指示使用表单",
    "answer.refused": "答复：不予处理",
    "answer.question": "答复：提出询问",
    "answer.other": "有答复，但未解决",

    reach:
      "如需联系我方，请直接回复本邮件，回复由专人阅读。我方编号为 {{caseId}}{{#ticket}}，贵方编号为 {{ticket}}{{/ticket}}。如贵方并非负责部门，请告知负责方。",
    "reach.several": "贵方的答复适用于清单上的全部地址，除非答复中写明所涉地址的编号。",
    verify: "核实本通报真伪的方法：{{verifyBy}}",
    machine: "附件 xarf.json 以机器可读格式（XARF 4.2）载明相同内容，并包含确切地址。",
    "machine.several":
      "附件 xarf-reports.json 以机器可读格式（XARF 4.2，{{count}} 项中的 {{reports}} 项）载明相同内容，并包含确切地址。",
    list: "地址清单",
  },
};
