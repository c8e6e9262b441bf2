import type { Texts } from "../texts.ts";

/*
 * Terimler: bildirim (bu ileti), ihbar (bize bildirilen), ihbar eden (kuruluş), yer sağlayıcı (5651),
 * erişim sağlayıcı, kötüye kullanım (abuse) birimi, delil, log kayıtları, yayından kaldırmak, kayıt kuruluşu,
 * alan adı sahibi, ihbar hattı. "İhbarcı", "etkisizleştirmek", "günlük", "koymak" kullanılmaz.
 */

/** Every Turkish word that a desk reads from us; `en.ts` says what each text is for. */
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
    "mark.returned": "Yeniden yayında",

    "type.csam": "çocukların cinsel istismarı içeriği",
    "type.csem": "çocukların cinsel sömürüsü",
    "type.ncii": "rıza dışı paylaşılan mahrem görüntüler",
    "type.terrorism": "terörü teşvik eden içerik",
    "type.phishing": "oltalama",
    "type.malware": "zararlı yazılım",
    "type.botnet": "botnet komuta ve kontrol (C2) sunucusu",
    "type.fraud": "dolandırıcılık",
    "type.brand": "marka hakkı ihlali",
    "type.copyright": "telif hakkı ihlali",
    "type.exposed-data": "kişisel veya gizli veri sızıntısı",
    "type.other": "zararlı içerik",

    "on.platform": "hizmetinizde",
    "on.network": "ağınızda",
    "on.front": "vekil sunucu veya CDN hizmetinizin arkasında",
    "on.upstream": "trafiğini taşıdığınız bir ağda",
    "on.registrar": "sizin aracılığınızla kayıtlı alan adında",
    "on.hotline": "ülkenizdeki bir yer sağlayıcıda",
    "on.cert": "ülkenizdeki bir yer sağlayıcıda",
    "on.site": "sitenizde",
    "on.peer": "ağınızdan yapılan paylaşımda",
    "place.several": "{{#host}}{{host}} üzerinde {{/host}}{{count}} adres (aşağıda)",

    "lead.first": "Bildiriyoruz: {{>on}} {{>type}}, {{>place}}.",
    "lead.reminder":
      "Hatırlatma {{reminder}}:{{#noticed}} {{noticed}} tarihli{{/noticed}} bildirimimiz sonuçlanmadı: {{>on}} {{>type}}, {{>place}}.",
    "lead.escalation":
      "Bildiriyoruz: {{>on}} {{>type}}, {{>place}}. Diğer birimlere yapılan bildirimler (aşağıda) yeterli olmadı.",
    "lead.moved.host":
      "Artık işlem gerekmiyor:{{#noticed}} {{noticed}} tarihinde{{/noticed}} bildirdiğimiz içerik, görebildiğimiz kadarıyla artık sizde barındırılmıyor: {{>type}}, {{>place}}. Teşekkür ederiz.",
    "lead.moved.other":
      "Artık işlem gerekmiyor:{{#noticed}} {{noticed}} tarihinde{{/noticed}} bildirdiğimiz içerik başka bir sağlayıcıya geçti, sizden talebimiz sona erdi: {{>type}}, {{>place}}. Teşekkür ederiz.",
    "lead.withdrawal":
      "{{#noticed}}{{noticed}} tarihli {{/noticed}}bildirimimizi geri çekiyoruz: {{>on}} {{>type}}, {{>place}}. Gerekçe: ihbar eden kuruluş ihbarını geri aldı. Lütfen işlem yapmayınız; yalnızca bildirimimize dayanarak aldığınız önlemleri kaldırınız. Özür dileriz.",
    "lead.correction":
      "{{#noticed}}{{noticed}} tarihli {{/noticed}}bildirimimizdeki gerekçeyi düzeltiyoruz: {{>on}} {{>type}}, {{>place}}. Doğru gerekçe aşağıdadır; diğer hususlar aynıdır.",
    "lead.returned":
      "Yeniden yayında: {{>on}} {{>type}}, {{>place}}. Kaldırılan içerik yeniden görüldü{{#seenAgain}} ({{seenAgain}}){{/seenAgain}}.",
    "lead.letter": "{{#noticed}}{{noticed}} tarihli {{/noticed}}bildirimimiz hakkında: {{>on}} {{>type}}, {{>place}}.",
    "lead.letter.asked":
      "{{#noticed}}{{noticed}} tarihli {{/noticed}}bildirimimiz hakkındaki sorunuza yanıtımızdır: {{>on}} {{>type}}, {{>place}}. İhbarda yer alan bilgiler aşağıdadır.",
    live: "ACİL: ihbara göre şu anda canlı yayımlanıyor.",
    reply: "Lütfen yapılan işlemi veya ihtiyaç duyduğunuz bilgiyi bize bildiriniz.",
    "reply.soon": "Lütfen yapılan işlemi veya ihtiyaç duyduğunuz bilgiyi bize 24 saat içinde bildiriniz.",
    "may-be-second":
      "Önceki gönderimin ulaşıp ulaşmadığını öğrenemedik; bu ileti size daha önce ulaşmış olabilir. Lütfen ikisini tek bildirim sayınız.",

    "please.host": "Lütfen içeriği inceleyiniz; hukuka veya kullanım koşullarınıza aykırı bulursanız kaldırınız.",
    "please.peer":
      "Lütfen tabi olduğunuz mevzuatın izin verdiği ölçüde aboneyi adres, port ve saatten tespit ediniz, bu kaydı saklayınız ve abonenin paylaşımı durdurmasını sağlayınız.",
    "please.front":
      "Lütfen hukuka veya koşullarınıza aykırı içeriği sunmayı durdurunuz; bildirimi arkadaki yer sağlayıcıya iletiniz ve kim olduğunu bize bildiriniz.",
    "please.upstream":
      "Lütfen müşterinizin içeriği incelemesini ve ihlali kabul edilebilir kullanım politikanıza göre sonlandırmasını sağlayınız.",
    "please.registrar":
      "Lütfen alan adının kullanımını koşullarınıza göre inceleyiniz ve alan adı sahibini, ihbar edenin bilgilerini vermeden bilgilendiriniz.",
    "please.hotline": "Lütfen bu adresteki içeriği değerlendiriniz ve ulusal usulünüze göre işlem yapınız.",
    "please.cert": "Lütfen bildirimi, sorumluluk alanınızda ihlali sonlandırabilecek kuruluşa iletiniz.",
    "please.site":
      "Lütfen içeriği sitenizden kaldırınız, log kayıtlarının bir kopyasını saklayınız ve buna yol açan güvenlik açığını gideriniz; yer sağlayıcınız yardımcı olabilir.",
    "please.child-abuse.host":
      "Lütfen içeriği derhâl yayından kaldırınız ve erişim kayıtlarıyla birlikte, tabi olduğunuz mevzuatın izin verdiği veya gerektirdiği ölçüde, kolluk için saklayınız. Yükleyen kişiye haber vermeyiniz.",
    "please.child-abuse.peer":
      "Lütfen aboneyi adres, port ve saatten tespit ediniz; bu kaydı, tabi olduğunuz mevzuatın izin verdiği veya gerektirdiği ölçüde kolluk için saklayınız. Aboneye haber vermeyiniz.",
    "please.child-abuse.front":
      "Lütfen içeriği sunmayı derhâl durdurunuz ve yer sağlayıcıyı bize bildiriniz. Yükleyen kişiye haber vermeyiniz.",
    "please.child-abuse.upstream":
      "Lütfen müşterinizin içeriği derhâl yayından kaldırmasını sağlayınız; kaldırılmazsa bu adrese trafik yönlendirmeyi durdurunuz. Yükleyen kişiye haber vermeyiniz.",
    "please.child-abuse.registrar":
      "Lütfen kayıt bilgilerini kolluk için saklayınız ve koşullarınızın alan adını askıya almaya izin verip vermediğini inceleyiniz. Alan adı sahibine haber vermeyiniz.",
    "please.child-abuse.hotline":
      "Lütfen içeriği değerlendiriniz, ulusal usulünüze göre kolluğu ve yer sağlayıcıyı bilgilendiriniz; yer sağlayıcının henüz bilmemesi gerekiyorsa bize bildiriniz.",
    "please.child-abuse.cert":
      "Lütfen kolluk kuvvetlerini veya ihbar hattını bilgilendiriniz ve içeriği ülkenizde kimin kaldırtabileceğini bize bildiriniz.",
    "please.intimate.host":
      "Lütfen görüntüleri derhâl yayından kaldırınız, bulabildiğiniz birebir kopyaları siliniz ve kimin yüklediğine dair kayıtları saklayınız.",
    "please.exposed.host":
      "Lütfen verileri derhâl erişime kapatınız, erişim (log) kayıtlarını saklayınız ve ilgili kişileri uyarabilmesi için müşterinizi bilgilendiriniz.",
    "please.terrorism.host":
      "Lütfen içeriği inceleyiniz; hukuka veya koşullarınıza aykırıysa kaldırınız; içeriği ve kimin yüklediğine dair kayıtları saklayınız.",
    "please.crime.host": "Lütfen bu adresi erişime kapatınız; log kayıtlarını ve dosyaları delil olarak saklayınız.",
    "please.crime.front":
      "Lütfen içeriği sunmayı durdurunuz, bildirimi arkadaki yer sağlayıcıya iletiniz ve kim olduğunu bize bildiriniz.",
    "please.crime.upstream":
      "Lütfen müşterinizin bu adresi erişime kapatmasını sağlayınız; kapatılmazsa bu adrese trafik yönlendirmeyi durdurunuz.",
    "please.crime.registrar":
      "Lütfen delilleri inceleyiniz; kötüye kullanımı gösteriyorsa alan adını askıya alınız veya kullanımını başka yolla engelleyiniz.",
    "please.crime.cert":
      "Lütfen bildirimi alanınızdaki sorumlu işletmeciye iletiniz ve ek bilgi gerekirse bize bildiriniz.",

    "more.child-abuse":
      "Kolluk kuvvetlerine veya ihbar hattına bildiriniz, bildirimi başkasına iletmeyiniz ve içeriği bize göndermeyiniz.",
    "more.intimate": "Lütfen görüntüleri bize göndermeyiniz ve bildirimi yükleyen kişiye iletmeyiniz.",
    "more.terrorism": "Lütfen bildirimi yükleyen kişiye iletmeyiniz.",
    "more.crime":
      "Müşterinizin sistemi ele geçirildiyse lütfen müşterinizi bilgilendiriniz; bildirimi ihbar edenin adı olmadan iletebilirsiniz.",
    "more.victim": "Alan adı sahibinin sitesi ele geçirildiyse lütfen bunun yerine sahibini bilgilendiriniz.",
    "more.customer": "Bildirimi ihbar edenin adı olmadan müşterinize iletebilirsiniz.",

    "label.url": "Adres",
    "label.host": "Sunucunun tamamı",
    "label.account": "Hesap",
    "label.address": "IP adresi",
    "label.port": "port",
    "label.network": "Ağınız",
    "label.country": "Ülke",
    "label.seen": "Son görülme",
    "label.first-seen": "İlk görülme",
    "label.channel": "Görüldüğü yer",
    "label.reason": "Gerekçe (ihbardaki hâliyle)",
    "label.was": "Önceki yanlış gerekçe",
    "label.removed": "Kaldırılma",
    "label.brand": "Marka veya eser",
    "label.genuine": "Gerçek site",
    "label.right": "Tescil numarası",
    "label.reproduce": "Görüntüleme koşulları",
    "label.redirects": "Yönlendiren",
    "label.classification": "Sınıflandırma",
    "label.basis": "Değerlendirme",
    "label.hash": "Özet değeri",
    "label.screenshot": "Ekran görüntüsü",
    "label.notifier": "İhbar eden",
    "label.organisations": "İhbar eden kuruluş sayısı",
    "label.sender": "Gönderen",
    "label.verify": "Doğrulama",
    "label.number": "Bizim numaramız",
    "label.ticket": "Sizin numaranız",
    "label.told-before": "Daha önce bilgilendirilen",
    "label.machine": "Makinece okunur dosya",
    screenshot: "ihbar edende, istenirse gönderilir",
    "basis.manual-review": "insan incelemesi",
    "basis.hash-match": "bilinen özet listesiyle eşleşme",
    "basis.user-report": "kullanıcı ihbarı",
    "basis.automated-scan": "otomatik tarama",
    "basis.unstated": "belirtilmedi",
    "channel.message-board": "forum",
    "channel.chat-room": "sohbet odası",
    "channel.peer-to-peer": "eşler arası ağ",
    "channel.instant-messaging": "anlık mesajlaşma",
    "channel.live-stream": "canlı yayın",
    "channel.file-host": "dosya paylaşım hizmeti",
    "channel.e-mail": "e-posta",
    "delivery.delivered": "posta sunucusunca alındı",
    "delivery.sent": "gönderildi, teslim doğrulanmadı",
    "delivery.returned": "teslim edilemedi",
    acknowledged: "alındığı doğrulandı",
    "answer.passed-on": "müşterilerine iletildi",
    "answer.removed": "yanıt: kaldırıldı",
    "answer.not-ours": "yanıt: kendilerine ait değil",
    "answer.form": "yanıt: form kullanılsın",
    "answer.refused": "yanıt: işlem yapılmayacak",
    "answer.not-found": "yanıt: bulunamadı",
    "answer.question": "yanıt: soru soruldu",
    "answer.other": "yanıt: sonuçlanmadı",
    list: "Adresler",

    "ground.dsa":
      "(AB) 2022/2065 sayılı Tüzük (Dijital Hizmetler Yasası) madde 16 uyarınca bildirim; lütfen kararınızı bildiriniz.",
    "ground.dsa-life": "Madde 18 (yaşama veya güvenliğe yönelik tehdit) de uygulanır.",
    "ground.trusted-flagger": "Bildirim, güvenilir bildirimciden (madde 22) gelmektedir ve önceliklidir.",
    "ground.us-provider":
      "ABD sağlayıcıları için: 18 U.S.C. 2258A, NCMEC CyberTipline'a bildirimi ve bildirilenin saklanmasını zorunlu kılar.",
    "ground.raa":
      "Bunun DNS kötüye kullanımı olduğuna inanıyoruz; ICANN Kayıt Kuruluşu Akreditasyon Sözleşmesi (RAA) madde 3.18.2, işlem yapılabilir delil üzerine gecikmeksizin önlem alınmasını zorunlu kılar.",
    "ground.terms": "Kullanım koşullarınıza veya kabul edilebilir kullanım politikanıza dayanıyoruz.",
    "ground.national": "Size bu tür ihbarların ulusal irtibat noktası olarak başvuruyoruz.",
    "ground.site": "Siteniz kötüye kullanılmış görünüyor; yardımınızı rica ederiz.",
    "ground.copyright":
      "Bu bildirim 17 U.S.C. 512(c)(3) beyanı değildir; o beyanı yalnızca hak sahibi veya temsilcisi verebilir.",
    "ground.good-faith":
      "İhbar eden kuruluş ve biz, bu bildirimdeki bilgi ve iddiaların doğru ve eksiksiz olduğuna iyi niyetle inanıyoruz.",
    desk: "Yanlış birim mi? Lütfen doğru birimi bildiriniz.",
    several: "Numara belirtilmedikçe yanıtınız listedeki her adres için geçerlidir.",
  },
};
