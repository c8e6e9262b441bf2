import type { Texts } from "../texts.ts";

/*
 * Terimler: bildirim (bu ileti), ihbar (bize bildirilen), ihbar eden (kuruluş), yer sağlayıcı (5651), URL,
 * kötüye kullanım, delil, loglar, yayından kaldırmak, erişime kapatmak, kayıt kuruluşu, alan adı sahibi,
 * ihbar hattı, kolluk. "İhbarcı", "etkisizleştirmek", "günlük", "koymak" kullanılmaz. `on.…` adın önünde durur
 * ("ağınızdaki oltalama sayfası hakkında"); türler bu yüzden iyelik eki almış "çocukların" gibi bir sözcükle
 * başlamaz: "ağınızdaki çocukların …" başka anlama gelir.
 */

/** `en.ts` says what each text is for. */
export const turkish: Texts = {
  language: "tr",
  name: "Turkish",
  parts: {
    "mark.live": "CANLI",
    "mark.reminder": "Hatırlatma {{reminder}}",
    "mark.escalation": "Eskalasyon",
    "mark.moved": "İşlem gerekmiyor",
    "mark.withdrawal": "BİLDİRİM GERİ ÇEKİLDİ",
    "mark.correction": "DÜZELTME",
    "mark.returned": "Yeniden ortaya çıktı",

    "type.csam": "çocuk cinsel istismarı içeriği",
    "type.csem": "çocuk cinsel sömürüsü içeriği",
    "type.ncii": "rıza dışı paylaşılan mahrem görüntüler",
    "type.terrorism": "terör içeriği",
    "type.phishing": "oltalama",
    "type.malware": "zararlı yazılım",
    "type.botnet": "botnet komuta ve kontrol (C2) sunucusu",
    "type.fraud": "dolandırıcılık",
    "type.brand": "marka hakkı ihlali",
    "type.copyright": "telif hakkı ihlali",
    "type.exposed-data": "kişisel veya gizli veri sızıntısı",
    "type.other": "zararlı içerik",

    "page.phishing": "oltalama sayfası",
    "pages.phishing": "oltalama sayfaları",
    "page.fraud": "dolandırıcılık sayfası",
    "pages.fraud": "dolandırıcılık sayfaları",
    "server.botnet": "botnet komuta ve kontrol (C2) sunucusu",
    "servers.botnet": "botnet komuta ve kontrol (C2) sunucuları",
    "it.page": "bu sayfayı",
    "it.pages": "bu sayfaları",
    "it.one": "bu kaynağı",
    "it.several": "bu kaynakları",

    "on.platform": "hizmetinizdeki",
    "on.network": "ağınızdaki",
    "on.front": "vekil sunucu veya CDN hizmetinizin arkasındaki",
    "on.upstream": "transit hizmeti verdiğiniz bir ağdaki",
    "on.registrar": "üzerinizden kayıtlı alan adındaki",
    "on.hotline": "ülkenizdeki bir yer sağlayıcıda bulunan",
    "on.cert": "ülkenizdeki bir yer sağlayıcıda bulunan",
    "on.site": "sitenizdeki",
    "on.peer": "ağınızdan paylaşılan",
    "place.several": "{{#host}}{{host}} üzerinde {{/host}}{{count}} URL, liste aşağıda",

    greeting: "Sayın Yetkili,",

    "lead.first": "Size {{>on}} {{>what}} hakkında bildirimde bulunuyoruz: {{>place}}.",
    "lead.reminder":
      "Hatırlatma {{reminder}}: {{>on}} {{>what}} hakkındaki{{#noticed}} {{noticed}} tarihli{{/noticed}} bildirimimize yanıt alamadık: {{>place}}. Sorun giderildiyse tek kelimelik bir yanıt yeterlidir.",
    "lead.reminder.replied":
      "Hatırlatma {{reminder}}: {{>on}} {{>what}} ({{>place}}) hakkındaki{{#noticed}} {{noticed}} tarihli{{/noticed}} bildirimimize verdiğiniz yanıt için teşekkür ederiz. Sorunun giderilip giderilmediğini bilmiyoruz. Giderildiyse tek kelimelik bir yanıt yeterlidir.",
    "seen-since": "Yeni bir ihbara göre {{seenSince}} itibarıyla erişime açıktı.",
    "lead.escalation":
      "Size {{>on}} {{>what}} hakkında bildirimde bulunuyoruz: {{>place}}. Önceki bildirimlere (aşağıda) rağmen kaldırma doğrulanmadı.",
    "lead.moved.host":
      "Ek bir işlem yapmanız gerekmiyor:{{#noticed}} {{noticed}} tarihinde{{/noticed}} bildirdiğimiz {{>what}} ({{>place}}), görebildiğimiz kadarıyla artık sizde bulunmuyor. Teşekkür ederiz.",
    "lead.moved.other":
      "Ek bir işlem yapmanız gerekmiyor:{{#noticed}} {{noticed}} tarihinde{{/noticed}} bildirdiğimiz {{>what}} ({{>place}}) artık başka bir sağlayıcıda bulunuyor. Teşekkür ederiz.",
    "lead.withdrawal":
      "Size{{#noticed}} {{noticed}} tarihinde{{/noticed}} {{>on}} {{>what}} hakkında yaptığımız bildirimi geri çekiyoruz: {{>place}}. Gerekçe: ihbar eden, ihbarını geri çekti. Lütfen işlem yapmayınız; yalnızca bildirimimize dayanarak aldığınız önlemleri geri alınız. Özür dileriz.",
    "lead.withdrawal.sensitive":
      "Size{{#noticed}} {{noticed}} tarihinde{{/noticed}} {{>on}} {{>what}} hakkında yaptığımız bildirimi geri çekiyoruz: {{>place}}. Gerekçe: ihbar eden, ihbarını geri çekti. Sizden herhangi bir talebimiz kalmadı. Aldığınız bir önlemi sürdürüp sürdürmemek, kendi incelemenize ve tabi olduğunuz mevzuata göre sizin kararınızdır.",
    "lead.correction":
      "Size{{#noticed}} {{noticed}} tarihinde{{/noticed}} {{>on}} {{>what}} hakkında yaptığımız bildirimin gerekçesini düzeltiyoruz: {{>place}}. Doğru gerekçe aşağıdadır; diğer bilgiler aynen geçerlidir.",
    "lead.returned":
      "Size {{>on}} {{>what}} hakkında yeniden bildirimde bulunuyoruz: {{>place}}. Kaldırılmıştı, ancak yeniden görüldü{{#seenAgain}} ({{seenAgain}}){{/seenAgain}}.",
    "lead.letter":
      "Bu ileti,{{#noticed}} {{noticed}} tarihinde{{/noticed}} {{>on}} {{>what}} hakkında yaptığımız bildirimle ilgilidir: {{>place}}.",
    "lead.letter.asked":
      "Bu ileti,{{#noticed}} {{noticed}} tarihinde{{/noticed}} {{>on}} {{>what}} hakkında yaptığımız bildirimle ilgili sorunuzun yanıtıdır: {{>place}}. İhbardaki bilgiler aşağıdadır.",
    live: "ACİL: ihbara göre şu anda canlı olarak gerçekleşiyor.",
    reply: "Lütfen yaptığınız işlemi veya sorularınızı bildiriniz.",
    "reply.soon": "Lütfen 24 saat içinde işleminizi veya sorularınızı bildiriniz.",
    "reply.live":
      "Lütfen derhâl harekete geçiniz ve bizi, mümkünse telefonla{{#phone}} ({{phone}}){{/phone}}, bilgilendiriniz.",
    "may-be-second":
      "Bu ileti size daha önce ulaşmış olabilir: önceki gönderimin ulaşıp ulaşmadığını doğrulayamadık. Lütfen ikisini tek bildirim sayınız.",

    "please.host": "Lütfen bildirilen içeriği inceleyiniz; hukuka veya koşullarınıza aykırı olanı kaldırınız.",
    "please.peer":
      "Lütfen tabi olduğunuz mevzuatın izin verdiği ölçüde aboneyi adres, port ve saatten tespit ediniz, bu kaydı saklayınız ve abonenin paylaşımı durdurmasını sağlayınız.",
    "please.front":
      "Lütfen bildirilen içeriği inceleyiniz, hukuka veya koşullarınıza aykırı olanı sunmayı durdurunuz, bildirimi hizmetinizin arkasındaki yer sağlayıcıya iletiniz ve bu sağlayıcının kim olduğunu bize bildiriniz.",
    "please.upstream":
      "Lütfen müşterinizin bildirilen içeriği incelemesini ve kullanım politikanıza (AUP) göre işlem yapmasını sağlayınız.",
    "please.registrar":
      "Lütfen alan adının kullanımını koşullarınıza göre inceleyiniz ve ihbar edenin bilgilerini paylaşmadan alan adı sahibine haber veriniz.",
    "please.hotline": "Lütfen bildirilen içeriği değerlendiriniz ve ulusal usulünüze göre işlem yapınız.",
    "please.cert": "Lütfen bildirimi, sorumluluk alanınızda bu konuda işlem yapabilecek kuruluşa iletiniz.",
    "please.site":
      "Lütfen bildirilen içeriği sitenizden kaldırınız, logların bir kopyasını saklayınız ve kullanılan güvenlik açığını gideriniz; yer sağlayıcınız size yardımcı olabilir.",
    "please.child-abuse.host":
      "Lütfen içeriği derhâl yayından kaldırınız; içeriği ve erişim kayıtlarını, mevzuatın izin verdiği ölçüde, kolluk için saklayınız. Bunlar tamamlanmadan yükleyene haber vermeyiniz.",
    "please.child-abuse.peer":
      "Lütfen aboneyi adres, port ve saatten tespit ediniz; bu kaydı, tabi olduğunuz mevzuatın izin verdiği veya gerektirdiği ölçüde, kolluk için saklayınız ve aboneye haber vermeyiniz.",
    "please.child-abuse.front":
      "Lütfen içeriği sunmayı derhâl durdurunuz ve yer sağlayıcının kim olduğunu bize bildiriniz. İçerik kaldırılıp saklanmadan yükleyene haber vermeyiniz.",
    "please.child-abuse.upstream":
      "Lütfen müşterinizin içeriği derhâl yayından kaldırmasını sağlayınız; kaldırmazsa null route uygulayınız. Müşteriniz, içerik kaldırılıp saklanmadan yükleyene haber vermemelidir.",
    "please.child-abuse.registrar":
      "Lütfen koşullarınıza göre alan adını askıya alma imkânını inceleyiniz, kayıt bilgilerini kolluk için saklayınız ve öncesinde sahibine haber vermeyiniz.",
    "please.child-abuse.hotline":
      "Lütfen içeriği değerlendiriniz, ulusal usulünüze göre kolluğu ve yer sağlayıcıyı bilgilendiriniz; yer sağlayıcıya henüz bildirim yapılmaması gerekiyorsa bize haber veriniz.",
    "please.child-abuse.cert":
      "Lütfen kolluğu veya ihbar hattını bilgilendiriniz ve içeriği ülkenizde kimin kaldırtabileceğini bize bildiriniz.",
    "please.intimate.host":
      "Lütfen görüntüleri derhâl yayından kaldırınız, bulabildiğiniz birebir kopyaları siliniz ve kimin yüklediğine dair kayıtları saklayınız.",
    "please.exposed.host":
      "Lütfen verileri derhâl erişime kapatınız, erişim kayıtlarını saklayınız ve etkilenen kişileri uyarabilmesi için müşterinizi bilgilendiriniz.",
    "please.terrorism.host":
      "Lütfen içeriği inceleyiniz; hukuka veya koşullarınıza aykırıysa kaldırınız; içeriği ve kimin yüklediğine dair kayıtları saklayınız.",
    "please.crime.host": "Lütfen {{>it}} erişime kapatınız; logları ve dosyaları delil olarak saklayınız.",
    "please.crime.front":
      "Lütfen {{>it}} hizmetiniz üzerinden erişime kapatınız, bildirimi hizmetinizin arkasındaki yer sağlayıcıya iletiniz ve bu sağlayıcının kim olduğunu bize bildiriniz.",
    "please.crime.upstream":
      "Lütfen müşterinizin {{>it}} erişime kapatmasını sağlayınız; kapatmazsa IP adresine null route uygulayınız.",
    "please.crime.registrar":
      "Lütfen delilleri inceleyiniz; kötüye kullanım varsa alan adını askıya alınız veya kapatınız.",
    "please.crime.cert":
      "Lütfen bildirimi sorumluluk alanınızdaki ilgili işletmeciye iletiniz ve ek bilgi gerekirse bize bildiriniz.",
    hidden: "İçerik yalnız aşağıdaki koşullarda görünebilir.",

    "more.child-abuse":
      "Lütfen kolluğa veya ihbar hattına bildiriniz, bildirimi paylaşmayınız ve içeriği bize göndermeyiniz.",
    "more.child-abuse.upstream":
      "Lütfen kolluğa veya ihbar hattına bildiriniz, bu bildirimi yalnızca bu müşteriyle paylaşınız ve içeriği bize göndermeyiniz.",
    "more.intimate": "Lütfen görüntüleri bize göndermeyiniz ve bildirimi yükleyene iletmeyiniz.",
    "more.terrorism": "Lütfen bildirimi yükleyene iletmeyiniz.",
    "more.crime":
      "Lütfen saldırı kitini, benzer içerikleri ve giriş yolunu da araştırınız. Müşterinizin sistemi ele geçirildiyse kendisini bilgilendiriniz; bildirimi ihbar edenin adını vermeden iletebilirsiniz.",
    "more.victim": "Site ele geçirildiyse alan adını kapatmak yerine sahibini bilgilendiriniz.",
    "more.customer": "Bildirimi ihbar edenin adını vermeden müşterinize iletebilirsiniz.",

    "label.url": "URL",
    "label.host": "Sunucunun tamamı",
    "label.account": "Hesap",
    "label.address": "IP adresi",
    "label.port": "port",
    "label.network": "Ağınız",
    "label.country": "Ülke",
    "label.registered": "Alan adı kaydı",
    "label.domain": "Alan adı",
    "label.seen": "Son görülme",
    "label.first-seen": "İlk görülme",
    "label.channel": "Görüldüğü yer",
    "label.reason": "İhbardaki gerekçe",
    "label.was": "Önceki gerekçe (yanlış)",
    "label.removed": "Kaldırılma",
    "label.brand": "Marka veya eser",
    "label.genuine": "Gerçek site",
    "label.right": "Tescil numarası",
    "label.reproduce": "Görüntüleme koşulları",
    "label.redirects": "Yönlendiren",
    "label.classification": "Sınıflandırma",
    "label.basis": "Tespit",
    "label.hash": "Hash",
    "label.screenshot": "Ekran görüntüsü",
    "label.notifier": "İhbar eden",
    "label.behalf": "Kimin adına",
    "label.organisations": "İhbar eden kuruluş sayısı",
    "label.sender": "Gönderen",
    "label.verify": "Doğrulama",
    "label.phone": "Telefon",
    "label.number": "Referansımız",
    "label.ticket": "Referansınız",
    "label.told-before": "Önceki bildirim",
    "label.machine": "Dosya",
    screenshot: "ihbar edende mevcut, istenirse gönderilir",
    "domain.malicious": "ihbara göre bu kötüye kullanım için kaydedilmiş görünüyor",
    "reason.assessment": "ihbar edene göre yasa dışı",
    "basis.manual-review": "manuel inceleme",
    "basis.hash-match": "hash ile",
    "basis.user-report": "kullanıcı ihbarı",
    "basis.automated-scan": "otomatik tarama",
    "basis.unstated": "belirtilmedi",
    "classification.baseline": "temel düzey (hemen her yerde yasa dışı)",
    "classification.A1": "A1 (ergenlik öncesi çocuk, cinsel eylem)",
    "classification.A2": "A2 (ergenlik öncesi çocuk, cinsel içerikli poz)",
    "classification.B1": "B1 (ergenlik dönemindeki çocuk, cinsel eylem)",
    "classification.B2": "B2 (ergenlik dönemindeki çocuk, cinsel içerikli poz)",
    "channel.message-board": "forum",
    "channel.chat-room": "sohbet odası",
    "channel.peer-to-peer": "eşler arası ağ",
    "channel.instant-messaging": "anlık mesajlaşma",
    "channel.live-stream": "canlı yayın",
    "channel.file-host": "dosya paylaşım hizmeti",
    "channel.e-mail": "e-posta",
    "delivery.delivered": "posta sunucusunca alındı",
    "delivery.sent": "gönderildi, teslim doğrulanmadı",
    "delivery.returned": "teslim edilemedi, geri döndü",
    acknowledged: "alındığı doğrulandı",
    "answer.passed-on": "müşterilerine iletildi",
    "answer.removed": "yanıt: kaldırıldı",
    "answer.not-ours": "yanıt: müşterileri değil",
    "answer.form": "yanıt: form kullanılsın",
    "answer.refused": "yanıt: işlem yapılmayacak",
    "answer.not-found": "yanıt: bulunamadı",
    "answer.question": "yanıt: soru soruldu",
    "answer.other": "yanıtlandı, sonuçlanmadı",
    list: "URL'ler",

    "ground.dsa": "(AB) 2022/2065 sayılı Tüzüğün (DSA) 16. maddesi uyarınca bildirimdir; lütfen kararınızı bildiriniz.",
    "ground.dsa-life": "Tüzüğün 18. maddesi (yaşama veya güvenliğe yönelik tehditler) de uygulanır.",
    "ground.trusted-flagger":
      "Güvenilir bildirimci ({{flagger}}) tarafından sunulmuştur; 22. madde uyarınca öncelik vermenizi rica ederiz.",
    "ground.us-provider":
      "18 U.S.C. 2258A, NCMEC CyberTipline'a bildirim yapılmasını ve içeriğinin saklanmasını zorunlu kılar.",
    "ground.raa":
      "DNS'in kötüye kullanıldığına inanıyoruz; ICANN RAA sözleşmesinin 3.18.2. maddesi, yeterli delil varsa gecikmeden önlem alınmasını gerektirir.",
    "ground.terms": "Koşullarınıza veya kullanım politikanıza dayanıyoruz.",
    "ground.national": "Size bu tür ihbarların ulusal irtibat noktası olarak başvuruyoruz.",
    "ground.site": "Siteniz kötüye kullanılmış görünüyor; yardımınızı rica ederiz.",
    "ground.good-faith": "İhbar eden ve biz, bilgi ve iddiaların doğru ve eksiksiz olduğuna iyi niyetle inanıyoruz.",
    desk: "Yanlış birim mi? Lütfen doğrusunu iletiniz.",
    several: "Yanıtınız, belirli referans numaraları vermediğiniz sürece listedeki her URL için geçerlidir.",
  },
};
