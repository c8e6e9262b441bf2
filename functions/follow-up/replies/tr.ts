import type { Lexicon } from "./lexicon.ts";

const off =
  "((kaldiril|silin|engellen|kapatil|donduruldu|durdurul|iptal edil|temizlen|sonlandiril|devre disi birakil|yasaklan|askiya alin|pasife alin|yayindan kaldiril|erisime kapatil|gizlen|izole edil|feshedil|dondurul)(di|du|mistir|mis|mustur|mus|mis durumdadir|di lar|tir|ildi|mistir)|(kaldir|sil|engelle|kapat|durdur|temizle|sonlandir|devre disi birak|yasakla|askiya al|iptal et|pasife al|dondur)(di|ti|tik|dik|mistir|diniz lar|dilar|tilar|mis|du|duk|ttik|mis bulunmaktayiz)|erisime kapandi|yayinda degil|erisilemez|cevrimdisi|offline|pasif durumda[a-z]*)";

/** Turkish. The verb's ending says whether it was done, is being done or not done. */
export const turkish: Lexicon = {
  language: "tr",
  common:
    "ve bir bu icin ile sayin merhaba lutfen olarak tarafindan tarafimiza tarafimizca ilgili sizin bize size bizim biz degil degildir olan oldugu var yok icerik site hesap sunucu musteri musterimiz musterimize sikayetiniz talebiniz tesekkurler tesekkur ederiz saygilarimizla artik en sonra kadar da de olmadan sadece alan adi henuz uzerinden musteriye edilmistir edilmektedir edilecektir alindi",
  polite: [/ (?<!(?:digini|dugunu) )(bilgilerinize|bilginize)( sunariz| rica ederiz)? /g, / (herhangi bir )?sorunuz (olursa|varsa)[a-z ]{0,40}/g],
  joints: / (?=(?:ve|ama|ancak|fakat|cunku|sonra) )/,
  gone: [
    new RegExp(` ${off} `),
    / (artik )?(?:[a-z]+ )?(ulasilamiyor|erisilemiyor|acilmiyor|ulasilamamaktadir|erisilememektedir|erisilemez|ulasilamaz|gorunmuyor|mevcut degil|yayinda degil|aktif degil) /,
    / (kaldirildigini|silindigini|kapatildigini|engellendigini|feshedildigini|donduruldugunu|askiya alindigini) (?:[a-z]+ ){0,8}(bilgilerinize|bilginize|bildiririz|bildiriyoruz|sunariz|teyit ederiz) /,
    / (404|403|410|451) (?:[a-z]+ ){0,3}(donduruyor|veriyor|hatasi|donuyor) | (client|server) ?hold | erisim (?:[a-z]+ ){0,3}(engellendi|kapatildi|engellenmistir|kapatilmistir|kesildi) /,
  ],
  notDone:
    / (neredeyse|hemen hemen|cogu|cogunlugu|yanlis|yanlislikla|degil(?!dir)|yalnizca|sadece|su ana kadar|(biri|ikisi|ucu|dordu)|soyluyor|kaldirilacak[a-z]*|silinecek[a-z]*|kismi|kisim|hesabiniz|adresiniz|henuz|hala|lutfen|rica|talep|istedik|istendi|istenmistir|isteriz|olabilir|gerekir|gerekmektedir|benzer|diger|baska|kismen|bazi|iddia|muhtemelen|yakinda|yarin|tekrar|yeniden|icin|gerekiyor|mi|mu|once|talebiniz|sikayetiniz|mesajiniz|postaniz|biletiniz|ticket) | \? /,
  aside:
    / (turkiye (den|de|icin)|(turkiye|ulke)[a-z]* (?:[a-z]+ )?(erisim|gelen)|yurt icinden|engel|engeli|engelleme|askiya alma|kisitlama|kisitlamasi|yasak|[a-z]*liste(si|miz|den|mizden|sinden)?|arama (motoru|sonuclari)[a-z]*|google dan|onbellek[a-z]*|yedek[a-z]*) /,
  hypothetical:
    / ((bu gibi|bu tur|boyle) durumlarda|sanirim|saniriz|galiba|herhalde|zannedersem|duyduk|soyleniyor|eger|takdirde|durumunda|halinde|[a-z]+(madigi|medigi|digi|dugu|tigi) takdirde|[a-z]+(irse|arsa|ezse|azsa|mezse|mazsa|ilirse)|sonra(ki)?|[a-z]+(inca|ince)|aksi) /,
  stands: [
    / (kaldirilmadi|silinmedi|engellenmedi|kapatilmadi|kaldirilmamistir|silinmemistir|kapatilmamistir) /,
    / (yeniden|tekrar) (?:[a-z]+ ){0,2}(acil|yayina alin|yayina gir|geri gel)[a-z]* /,
    / (kaldirilamadi|silinemedi|kapatilamadi|engellenemedi)[a-z]* /,
    / (hala|halen|yeniden|tekrar) (?:[a-z]+ )?(acik|yayinda|erisilebilir|aktif|aciliyor|calisiyor) /,
  ],
  notOurs: [
    / (bize|tarafimiza|sirketimize|agimiza|firmamiza|bizde|sunucularimizda|bunyemizde|bizim|musterimiz|sistemlerimizde|altyapimizda) (?:[a-z]+ ){0,4}(ait )?(degil|degildir|bulunmamaktadir|bulunmuyor|barindirilmamaktadir|barindirilmiyor|yer almamaktadir|yok) /,
    / (sadece|yalnizca) (?:[a-z]+ ){0,4}(kayit|kayitci|registrar|dns|alan adi|bayi|araci|transit) /,
    / (barindirma|hosting|kayit|saglayici|operator|firma|sahibi)[a-z]* (?:[a-z]+ ){0,3}(iletisime|basvur[a-z]*|iletin|iletiniz|ulas[a-z]*|bildir[a-z]*|yonlendir[a-z]*) /,
    / (baska|farkli) (?:[a-z]+ ){0,3}(firma|sirket|saglayici|hosting)[a-z]* (?:[a-z]+ ){0,4}(tasindi|tasinmistir|gecti|gecmistir|ait|aittir|barindiril[a-z]*|tarafindan) | artik musterimiz degil[a-z]* | yanlis (adres|kisi|firma|departman) /,
  ],
  form: [
    / (form|formu|formumuz|formunu|formundan|formumuzu|formumuzdan|panel|portal|portali|sayfamiz|sayfasi) (?:[a-z]+ ){0,4}(uzerinden|araciligiyla|araciligi|doldur[a-z]*|kullan[a-z]*|ile|iletin|iletiniz|URL) /,
    / (sikayet|bildirim|ihbar)[a-z]* (?:[a-z]+ ){0,8}(adresinden|uzerinden|buradan|sayfasindan|adresine|linkinden)? ?(?:[a-z]+ ){0,2}URL /,
    / (e posta|eposta|mail)[a-z]* (?:[a-z]+ ){0,6}(degerlendirilmemektedir|kabul edilmemektedir|okunmamaktadir|islenmemektedir|takip edilmemektedir|kabul etmiyoruz|alinmamaktadir) | (posta kutusu|adres)[a-z]* (?:[a-z]+ ){0,3}(okunmamaktadir|takip edilmemektedir|izlenmemektedir) /,
  ],
  refused: [
    / (ihlal|aykirilik|ihlali|sorun) (?:[a-z]+ ){0,4}(tespit edilmemistir|tespit edilmedi|bulunmamaktadir|bulunamadi|gorulmemistir|yoktur|saptanmamistir|edilememistir) /,
    / (islem|aksiyon|mudahale) (?:[a-z]+ ){0,3}(yapilmayacaktir|yapilmayacak|yapmayacagiz|alinmayacaktir|yapilamamaktadir|etmiyoruz) /,
    / (mahkeme|savcilik|yargi|hakim)[a-z]* (?:[a-z]+ ){0,4}(olmadan|olmaksizin|gerekmektedir|gerekir|uzerine|gerekli[a-z]*|ile|olmadikca) | (kaldirmiyoruz|kaldirmayacagiz|silmiyoruz|kapatmayacagiz|reddedilmistir|reddedildi|reddediyoruz|kaldiramayiz) | (yasal(dir)? icerik|ifade ozgurlugu|yayinda kalacak[a-z]*) /,
  ],
  question: [
    / (paylasabilir|gonderebilir|iletebilir|belirtebilir|aciklayabilir|bildirebilir|verebilir|teyit edebilir|yollayabilir) (misiniz|misin|miyiz) /,
    [
      / (lutfen|rica) (?:[a-z]+ ){0,8}(gonderin|gonderiniz|iletin|iletiniz|paylasin|paylasiniz|belirtin|belirtiniz|bildirin|bildiriniz|ekleyin|saglayin|saglayiniz|ederiz|aciklayin) /,
      / (form|formu|formumuz|barindirma|hosting|kayit firmasi|portal)[a-z]* /,
    ],
    / (bilgi|belge|kanit|log|url|adres|ekran|saat|tarih|vekalet|detay)[a-z]* (?:[a-z]+ ){0,4}(ihtiyac[a-z]*|gerekiyor|gerekmektedir|eksik[a-z]*|gereklidir) /,
    / (goremiyoruz|bulamadik|erisemedik|dogrulayamadik|acamadik|tekrarlayamadik|goremedik) | (hangi|ne|nerede|nasil|kim|nedir|mi|mu|misiniz|musunuz) (?:[a-z0-9]+ ){0,25}\? /,
  ],
  acknowledged: [
    / (alindi|alinmistir|ulasmistir|ulasti|iletilmistir|iletildi|ilettik|yonlendirdik|yonlendirildi|yonlendirilmistir|inceliyoruz|inceleyecegiz|incelenmektedir|incelenecektir|inceleniyor|degerlendirilmektedir|degerlendiriyoruz|bilgilendirildi|bilgilendirdik|bilgilendirilmistir|donus yapilacaktir|donus yapacagiz|sure verildi|sure verilmistir|verilmistir|kayit altina|kaydedilmistir|olusturuldu|olusturulmustur|islemdedir|kontrol ediyoruz|arastiriyoruz|kapatilacaktir|kaldirilacaktir|silinecektir|engellenecektir|askiya alinacaktir|talep ettik|istedik|uyardik|uyarildi|istenmistir|bekliyoruz|bakiyoruz|bakacagiz|ilgileniyoruz|soz verdi|soz verdiler|(silecegini|kaldiracagini|kapatacagini)|haber verecegiz|bildirecegiz|bilgi verecegiz|kapatacagiz|kaldiracagiz|silecegiz|askiya alacagiz|beklenmektedir|edilmistir|talep edilmistir) /,
    / (tesekkurler|tesekkur ederiz|bildiriminiz icin|tesekkur ederim) /,
  ],
  away: [
    / (izindeyim|izinde|izinli|ofis disinda|ofiste degil|tatil|tatilde|tatildeyim|yokum|donuste|donecegim|raporluyum|artik calismiyor[a-z]*|bayram|kapaliyiz|kapalidir) /,
  ],
};
