import type { Texts } from "../texts.ts";

/** Every Turkish word that a desk reads from us; `en.ts` says what each text is for. */
export const turkish: Texts = {
  language: "tr",
  name: "Turkish",
  parts: {
    "mark.reminder": "Hatırlatma {{reminder}}",
    "mark.escalation": "Üst mercie bildirim",
    "mark.moved": "Başka işlem gerekmiyor",
    "mark.withdrawal": "GERİ ÇEKİLDİ",
    "mark.correction": "DÜZELTME",

    "type.csam": "çocukların cinsel istismarı materyali",
    "type.csem": "çocukların cinsel sömürüsü",
    "type.ncii": "rızasız mahrem görüntüler",
    "type.terrorism": "terör içeriği",
    "type.phishing": "oltalama",
    "type.malware": "zararlı yazılım",
    "type.botnet": "botnet",
    "type.fraud": "dolandırıcılık",
    "type.brand": "marka ihlali",
    "type.copyright": "telif hakkı ihlali",
    "type.exposed-data": "ifşa edilmiş veriler",
    "type.other": "zararlı içerik",

    "what.csam": "çocukların cinsel istismarı materyali",
    "what.csem": "bir çocuğun cinsel sömürüsü",
    "what.ncii": "gösterilen kişinin rızası olmadan yayımlanmış mahrem görüntüler",
    "what.terrorism": "terörü teşvik eden veya destekleyen içerik",
    "what.phishing": "oltalama (phishing)",
    "what.malware": "zararlı yazılım dağıtımı",
    "what.botnet": "botnet yönetimi",
    "what.fraud": "dolandırıcılık",
    "what.brand": "bir markanın yanıltıcı kullanımı",
    "what.copyright": "korunan bir eserin izinsiz kullanımı",
    "what.exposed-data": "yayımlama hakkı olmadan ifşa edilmiş veriler",
    "what.other": "zararlı içerik",

    "place.url": "({{host}})",
    "place.host": "({{host}})",
    "place.peer": "({{host}}, port {{port}})",
    "place.account": "({{host}} üzerindeki bir hesapta)",
    "place.several": "({{#host}}{{host}} üzerinde {{/host}}{{count}} adreste)",
    "where.url": "Tam adres, etkisizleştirilmiş hâliyle (hxxp yerine http, [.] yerine ., [:] yerine : okuyunuz):",
    "where.host": "Tam konum, etkisizleştirilmiş hâliyle ([.] yerine ., [:] yerine : okuyunuz), bu sunucudaki her şey:",
    "where.peer": "Tam konum, etkisizleştirilmiş hâliyle ([.] yerine ., [:] yerine : okuyunuz):",
    "where.account": "Tam konum, etkisizleştirilmiş hâliyle ([.] yerine ., [:] yerine : okuyunuz):",
    "where.several":
      "Tam adresler bu iletinin sonundaki listede, her biri bir kez, bizim numaramız ve ilk görülme zamanıyla birlikte yer almaktadır; etkisizleştirilmiştir (hxxp yerine http, [.] yerine ., [:] yerine : okuyunuz).",
    "where.port": "port",
    "where.account-name": "hesap",

    "lead.first": "Aşağıdaki hususu bildiriyoruz: {{>what}} {{>place}}; ilk görülme: {{seen}}. {{>please}}.",
    "lead.reminder":
      "Hatırlatma {{reminder}}: Aşağıdaki hususu size bildirmiştik; konuyu çözen bir yanıttan haberimiz yok: {{>what}} {{>place}}. {{>please}}.",
    "lead.escalation":
      "Aşağıdaki hususu size bildiriyoruz, çünkü bildiğimiz kadarıyla daha önce bildirim yaptığımız taraflar buna son vermedi: {{>what}} {{>place}}. {{>please}}.",
    "lead.moved":
      "Bildirimimiz hakkında ({{>what}} {{>place}}): İçerik artık sizin ağınızdan sunulmuyor. Sizden başka bir işlem istenmiyor. Teşekkür ederiz.",
    "lead.withdrawal":
      "Bildirimimizi geri çekiyoruz ({{>what}} {{>place}}). Lütfen buna dayanarak işlem yapmayınız ve yalnızca bizim sözümüze dayanarak yaptıklarınızı geri alınız. Özür dileriz.",
    "lead.correction":
      "Bildirimimizi düzeltiyoruz ({{>what}} {{>place}}; ilk görülme: {{seen}}). {{>please}}. Lütfen önceki bilgiler yerine bu iletideki bilgileri kullanınız.",
    "may-be-second":
      "Bu bildirim size daha önce ulaşmış olabilir: önceki iletimizin ulaşıp ulaşmadığını belirleyemedik. Lütfen ikisini tek bir bildirim olarak değerlendiriniz.",

    "please.host": "Lütfen delilleri muhafaza ediniz, ardından içeriği kaldırınız veya erişilemez hâle getiriniz",
    "please.upstream": "Lütfen müşterinizin bunu kaldırmasını sağlayınız veya trafiğini taşımayı bırakınız",
    "please.front":
      "Lütfen bunu ağınız üzerinden sunmayı bırakınız ve bu bildirimi arkasındaki barındırma sağlayıcısına iletiniz",
    "please.registrar": "Lütfen alan adının bu şekilde kullanılmasına karşı işlem yapınız",
    "please.hotline": "Lütfen bunu değerlendiriniz ve ulusal usulünüze göre kaldırılmasını sağlayınız",
    "please.cert": "Lütfen görev alanınızdaki sorumlu ağın buna son vermesini sağlayınız",
    "please.site": "Lütfen bunu sitenizden kaldırınız ve siteye girdiği yolu kapatınız",

    "relation.platform":
      "Bu iletiyi, içeriğin görüldüğü hizmetin kötüye kullanım birimi olarak alıyorsunuz{{#range}} ({{range}}){{/range}}.",
    "relation.network":
      "Bu iletiyi, içeriğin sunulduğu ağın kötüye kullanım irtibatı olarak alıyorsunuz{{#range}} ({{range}}){{/range}}.",
    "relation.front":
      "Bu iletiyi, barındırma sağlayıcısının önünde duran hizmetin kötüye kullanım irtibatı olarak alıyorsunuz{{#range}} ({{range}}){{/range}}; içeriğin kendisi başka bir yerde bulunabilir.",
    "relation.upstream":
      "Bu iletiyi, barındıran ağın trafiğini taşıyan ağın kötüye kullanım irtibatı olarak alıyorsunuz{{#range}} ({{range}}){{/range}}.",
    "relation.registrar":
      "Bu iletiyi, alan adının kayıt kuruluşunun kötüye kullanım irtibatı olarak alıyorsunuz{{#range}} ({{range}}){{/range}}.",
    "relation.hotline":
      "Bu iletiyi, içeriğin barındırıldığı ülkenin ihbar hattı olarak alıyorsunuz{{#country}} ({{country}}){{/country}}.",
    "relation.cert":
      "Bu iletiyi, içeriğin barındırıldığı ülkenin siber olaylara müdahale ekibi (CERT) olarak alıyorsunuz{{#country}} ({{country}}){{/country}}.",
    "relation.site": "Bu iletiyi, sitenin kendi irtibatı olarak alıyorsunuz.",

    "label.seen": "İlk görülme:",
    "label.channel": "Görüldüğü yer:",
    "label.addresses": "IP adresi:",
    "label.looked-up": "sorgulanma",
    "label.explanation": "Gerekçe:",
    "label.imitates": "Taklit veya ihlal edilen:",
    "label.legitimate-site": "Meşru adres:",
    "label.reproduce": "Nasıl görülür:",
    "label.classification": "Sınıflandırma:",
    "label.assessed": "Değerlendiren:",
    "label.hash": "Özet (hash):",
    "label.notifier": "Bildiren:",
    "label.sender": "Gönderen:",
    live: "Şu anda canlı olarak gerçekleştiği bildirilmiştir.",
    organisations: "Bildiren kuruluş sayısı: {{organisations}}.",
    "assessed.manual-review": "bildiren kuruluştaki bir kişi",
    "assessed.hash-match": "bilinen özet (hash) listesiyle eşleşme",
    "assessed.user-report": "bildiren kuruluşun ilettiği kullanıcı ihbarı",
    "assessed.automated-scan": "otomatik tarama",
    "assessed.unstated": "bildiren kuruluş, yöntem belirtilmemiş",
    "channel.website": "web sitesi",
    "channel.message-board": "forum",
    "channel.chat-room": "sohbet odası",
    "channel.peer-to-peer": "eşler arası (P2P) ağ",
    "channel.instant-messaging": "anlık mesajlaşma",
    "channel.live-stream": "canlı yayın",
    "channel.file-host": "dosya barındırma hizmeti",
    "channel.e-mail": "e-posta",

    "ask.child-abuse.host":
      "Sizden istediğimiz: 1. Kaldırmadan önce materyali ve onu kimin koyduğuna, kimin eriştiğine ilişkin kayıtları, hukukunuzun gerektirdiği şekilde ve yalnızca yetkili kişilerin erişimine açık olarak muhafaza ediniz. 2. Kaldırınız veya erişilemez hâle getiriniz. 3. Polisinize veya ihbar hattınıza bildiriniz. 4. Materyali koyan kişiyi uyarmayınız. Lütfen bize materyalin hiçbir parçasını göndermeyiniz.",
    "ask.child-abuse.upstream":
      "Sizden istediğimiz: müşterinizin delilleri muhafaza etmesini ve materyali derhâl kaldırmasını sağlayınız; bu gerçekleşmezse adresin trafiğini taşımayı bırakınız. Materyali koyan kişiyi uyarmayınız. Lütfen bize materyalin hiçbir parçasını göndermeyiniz.",
    "ask.child-abuse.registrar":
      "Sizden istediğimiz: koşullarınızın alan adının çözümlenmesini durdurmaya izin verip vermediğine bakınız, kayıt bilgilerini polis için muhafaza ediniz ve alan adı sahibini uyarmayınız. Lütfen bize materyalin hiçbir parçasını göndermeyiniz.",
    "ask.child-abuse.hotline":
      "Sizden istediğimiz: konumu değerlendiriniz, ulusal usulünüze göre polisinize ve barındırma sağlayıcısına haber veriniz ve sağlayıcıya henüz bilgi verilmemesi gerekiyorsa bize bildiriniz.",
    "ask.child-abuse.cert":
      "Sizden istediğimiz: polisinize veya ihbar hattınıza haber veriniz ve ülkenizde kaldırmayı kimin sağlayabileceğini bize bildiriniz.",
    "ask.intimate.host":
      "Sizden istediğimiz: görüntüleri kaldırınız veya erişilemez hâle getiriniz, bulabildiğiniz aynı kopyaları kaldırınız ve onları kimin koyduğuna ilişkin kayıtları muhafaza ediniz. Lütfen bize görüntülerin hiçbirini göndermeyiniz.",
    "ask.terrorism.host":
      "Sizden istediğimiz: içeriği değerlendiriniz, içeriği ve onu kimin koyduğuna ilişkin kayıtları muhafaza ediniz, hukuka veya koşullarınıza aykırıysa kaldırınız veya erişilemez hâle getiriniz.",
    "ask.crime.host":
      "Sizden istediğimiz: günlükleri ve dosyaları delil olarak saklayınız, sayfayı, dosyayı veya makineyi yayından alınız ve sistemine sızılmışsa müşterinize haber veriniz.",
    "ask.crime.registrar":
      "Sizden istediğimiz: bu iletideki delilleri inceleyiniz ve alan adının bu kötüye kullanım için kullanıldığını tespit ederseniz bu kullanımı durdurunuz veya engelleyiniz. Alan adı, sitesine sızılmış bir mağdura aitse lütfen bunun yerine alan adı sahibine haber veriniz.",
    "ask.crime.cert":
      "Sizden istediğimiz: bunu görev alanınızdaki sorumlu ağa iletiniz ve daha fazlasına ihtiyaç duyarsanız bize bildiriniz.",
    "ask.rights.host":
      "Sizden istediğimiz: burada anlatılan kullanımı inceleyiniz ve hukuka veya koşullarınıza aykırı bulursanız kaldırınız veya erişilemez hâle getiriniz.",
    "ask.rights.registrar":
      "Sizden istediğimiz: bu bildirimi alan adı sahibine iletiniz ve kaydı koşullarınıza göre inceleyiniz.",
    "ask.exposed.host":
      "Sizden istediğimiz: verileri derhâl erişilemez hâle getiriniz, erişim günlüklerini saklayınız ve verilerin sahiplerini uyarabilmesi için müşterinize haber veriniz.",
    "ask.host":
      "Sizden istediğimiz: delilleri muhafaza ediniz, içeriği inceleyiniz, hukuka veya koşullarınıza aykırıysa kaldırınız veya erişilemez hâle getiriniz.",
    "ask.front":
      "Sizden istediğimiz: adres yasalara veya koşullarınıza aykırıysa ağınız üzerinden sunmayı bırakınız, bu bildirimi arkasındaki barındırma sağlayıcısına iletiniz ve kim olduğunu bize bildiriniz.",
    "ask.upstream":
      "Sizden istediğimiz: kabul edilebilir kullanım politikanıza göre müşterinizin buna son vermesini sağlayınız; bu gerçekleşmezse adresin trafiğini taşımayı bırakınız.",
    "ask.registrar":
      "Sizden istediğimiz: bu bildirimi alan adı sahibine veya bayinize iletiniz ve alan adının kullanımını koşullarınıza göre inceleyiniz.",
    "ask.hotline": "Sizden istediğimiz: konumu değerlendiriniz ve ulusal usulünüze göre işlem yapınız.",
    "ask.cert": "Sizden istediğimiz: bunu görev alanınızda son verebilecek olana iletiniz.",
    "ask.site":
      "Sizden istediğimiz: günlüklerin bir kopyasını saklayınız, sayfayı veya dosyayı kaldırınız ve oraya nasıl girdiğini bulunuz; barındırma sağlayıcınız size yardımcı olabilir.",

    "ground.dsa":
      "Bu, (AB) 2022/2065 sayılı Tüzük'ün (Dijital Hizmetler Yasası) 16. maddesi uyarınca bir bildirimdir. Lütfen alındığını teyit ediniz ve kararınızı bize bildiriniz.",
    "ground.dsa-life":
      "18. madde, yaşama veya güvenliğe karşı bir suçtan şüphelenen barındırma hizmetlerini yetkili makamlara bilgi vermekle yükümlü kılar.",
    "ground.trusted-flagger":
      "Bildirim, anılan Tüzük'ün 22. maddesi uyarınca güvenilir bir bildirimciden gelmektedir ve önceliklidir.",
    "ground.us-provider":
      "Amerika Birleşik Devletleri'nde bir sağlayıcıysanız: 18 U.S.C. 2258A, açık görünen bir ihlalden fiilen haberdar olan sağlayıcılardan bunu NCMEC'in CyberTipline hattına bildirmelerini ve bildirdiklerini muhafaza etmelerini ister.",
    "ground.raa":
      "Bunun DNS'in kötüye kullanımı olduğu kanısındayız ve bu ileti delillerimizi içermektedir; ICANN Registrar Accreditation Agreement'ın 3.18. bölümü, genel üst düzey alan adlarının kayıt kuruluşlarından işlem yapmaya elverişli delil üzerine harekete geçmelerini ister.",
    "ground.terms": "Bunu kendi kullanım koşullarınıza dayanarak istiyoruz.",
    "ground.national": "Bunu ulusal göreviniz kapsamında istiyoruz.",
    "ground.site": "Sitenizin kötüye kullanıldığı görülmektedir; yardımınızı rica ederiz.",
    "ground.copyright":
      "Bu ileti 17 U.S.C. 512(c)(3) uyarınca bir beyan içermez; böyle bir beyanı yalnızca hak sahibi veya temsilcisi yapabilir.",
    "ground.good-faith": "Bu bildirimdeki bilgilerin doğru ve eksiksiz olduğuna iyi niyetle inanıyoruz.",

    "history.reminder": "Size önceki bildirimlerimiz:",
    "history.escalation": "Sizden önce bildirim yapılanlar:",
    "history.subject": "konu",
    "history.acknowledged": "alındığı teyit edildi",
    "history.ticket": "kayıt numarası",
    "delivery.delivered": "alıcının posta sunucusu kabul etti",
    "delivery.sent": "gönderildi, teslim teyit edilmedi",
    "delivery.returned": "teslim edilemediği için geri döndü",
    "answer.removed": "yanıt: kaldırıldı",
    "answer.not-ours": "yanıt: onlara ait değil",
    "answer.form": "yanıt: bir forma yönlendirme",
    "answer.refused": "yanıt: işlem yapılmayacak",
    "answer.question": "yanıt: bir soru",
    "answer.other": "konuyu çözmeyen bir yanıt",

    reach:
      "Bize ulaşmak için bu iletiyi yanıtlayınız; yanıtları insanlar okur. Bizim numaramız: {{caseId}}{{#ticket}}; sizin numaranız: {{ticket}}{{/ticket}}. Doğru birim değilseniz lütfen hangisi olduğunu bize bildiriniz.",
    "reach.several":
      "Yanıtınız, ilgili adreslerin numaralarını belirtmediği sürece listedeki bütün adresler için geçerlidir.",
    verify: "Bu bildirimin gerçek olduğunu doğrulamak için: {{verifyBy}}",
    machine: "Ekteki xarf.json aynı bilgileri makinece okunabilir biçimde (XARF 4.2), tam adresle birlikte içerir.",
    "machine.several":
      "Ekteki xarf-reports.json aynı bilgileri makinece okunabilir biçimde (XARF 4.2, {{reports}}/{{count}}), tam adreslerle birlikte içerir.",
    list: "Adresler",
  },
};
