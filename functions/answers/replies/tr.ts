import { once } from "../../kernel/once.ts";
import { type Lexicon, type Sayings, saying } from "./lexicon.ts";

/** Turkish. The verb's ending says whether it was done, is being done or not done. */
const sayings = (): Sayings => ({
  polite: [
    / (?<!(?:digini|dugunu) )(bilgilerinize|bilginize)( sunariz| rica ederiz)? /g,
    / (herhangi bir )?sorunuz (olursa|varsa)[a-z ]{0,40}/g,
  ],
  joints: / (?=(?:ve|ama|ancak|fakat|cunku|sonra) )/,
  hypothetical: saying(
    " ",
    [
      "(bu gibi|bu tur|boyle) durumlarda",
      "sanirim",
      "saniriz",
      "galiba",
      "herhalde",
      "zannedersem",
      "duyduk",
      "soyleniyor",
      "eger",
      "takdirde",
      "durumunda",
      "halinde",
      "[a-z]+(madigi|medigi|digi|dugu|tigi) takdirde",
      "[a-z]+(irse|arsa|ezse|azsa|mezse|mazsa|ilirse)",
      "sonra(ki)?",
      "[a-z]+(inca|ince)",
      "aksi",
    ],
    " ",
  ),
  greetings: [
    saying(
      "^ ",
      [
        "merhaba(?:lar)?",
        "selam(?:lar)?",
        "sayin",
        "iyi (?:gunler|calismalar|aksamlar)",
        "saygilar(?:imla|imizla)?",
        "tesekkurler",
        "kolay gelsin",
      ],
      "(?: [a-z]+){0,4} $",
    ),
  ],
  ownTicket: [
    // A field of a ticket system.
    /^ durumu? (?:kapatildi|kapali|cozuldu) $/,
    saying(
      "^ (?:(?:ID|bu) )?(?:numarali )?",
      ["talebiniz", "sikayetiniz", "biletiniz", "ticket", "destek talebiniz", "bildiriminiz"],
      " ",
      ["cozuldu", "kapatildi", "kapatilmistir", "cozulmustur", "sonuclandi", "sonuclandirildi", "kapandi"],
      " $",
    ),
  ],
  plain: {
    thing: `
      icerik icerigin?i? icerikler(in|i)? sayfa sayfasi sayfanin sayfayi sayfaya sayfalar(in|i)?
      web_sayfasi site sitesi siteyi siteye sitenin siteler web_sitesi web_site alan_ad(i|inin|ini)
      domain domaini dosya dosyalar(i|in)? dosyayi url baglanti baglantilar hesap hesab(i|in|ini)
      hesaplar musteri_hesab(i|inin|ini) hosting_hesab(i|ini) musterinin sunucu sunucusu sunucusunu
      sunucuyu sunucular vps hosting hizmet hizmeti hizmetler erisim erisimi kullanicinin
      kullanici_hesab(i|ini) profil gonderi gonderiler ilan ilanlar gorsel gorseller video magaza
      kanal grup makine sanal_makine klasor klasoru dizin script veri veriler sozlesme sozlesmesi ip
      ip_adresi phishing oltalama oltalama_(sayfasi|sitesi) kod zararli kayit dns_kayitlari form
      paket hepsi tamami bot baglantiya rektorluk port disk vhost ag_baglantisi ogrencinin
      ogrenci_hesab(i|inin|ini) personel_hesab(i|ini) bilgisayar cihaz hat modem
      kullanici_hesab(i|inin|ini) paylasim dosyanin dosyalar
    `,
    person: "musteri kullanici ogrenci yukleyen",
    act: `
      (kaldiril|silin|engellen|kapatil|durdurul|temizlen|sonlandiril|yasaklan|gizlen|feshedil|
        dondurul)(di|du|mistir|mustur|mis_durumdadir)
      (iptal_edil|devre_disi_birakil|askiya_alin|pasife_alin|yayindan_kaldiril|erisime_kapatil|
        erisime_engellen|izole_edil|tahliye_edil|imha_edil)(di|mistir)
      (kaldir|sil|engelle|kapat|durdur|temizle|sonlandir|devre_disi_birak|yasakla|askiya_al|
        iptal_et|pasife_al|dondur|yayindan_kaldir|erisime_kapat)(di|ti|tik|dik|du|duk)
      erisime_kapand?i erisim_(engellendi|kapatildi|engellenmistir|kapatilmistir|kesildi)
      (kaldirildigini|silindigini|kapatildigini|engellendigini|feshedildigini|durduruldugunu|
        donduruldugunu|askiya_alindigini)
      null_?route_yapildi nullroute_(yapildi|edildi|yaptik) null_?routelandi yayindan_kaldirildigini
      yayindan_cikarildi yayindan_(kaldirildi|kaldirdik) kapandi ucuruldu ucurduk sildik kaldirdik
      silmisler silmis fisi_cekildi kapatmis fisini_cektik kapattim sildim kaldirdim engelledim
      durdurdum banladik banlandi ban(land|lan)i atildi attik ucurdum yok_edildi kesildi
      karantinaya_al(indi|dik) agdan_(cikarildi|ayrildi|cikardik)
      kaldirilmis_(durumda|bulunmaktadir)
    `,
    state: `
      yayinda_degil(dir)? erisilemez cevrimdisi offline pasif_durumda(dir)?
      (artik_)?(ulasilamiyor|erisilemiyor|acilmiyor|ulasilamamaktadir|erisilememektedir|
        erisilemez|ulasilamaz|gorunmuyor|mevcut_degil|yayinda_degil|aktif_degil|cozumlenmiyor|
        calismiyor)
      bulunamiyor (404|403|410)_(hatasi_)?(donduruyor|veriyor|hatasi|donuyor)
    `,
    who: `
      biz ben ekibimiz teknik_ekibimiz musterimiz musterimizin tarafimizca tarafimizdan
      (musteri|musterimiz|ekibimiz|sahibi|kullanici|site_sahibi)_tarafindan sunucularimizdan
      sunucumuzdan bizden kendisi sahibi alan_sahibi
    `,
    when: `
      bugun dun simdi artik az_once demin bu_sabah bu_aksam dun_gece hemen derhal aninda su_anda
      su_an itibariyla itibariyle bugun_itibar(iyla|iyle) saat TIME saat_TIME tarihinde
      kalici_olarak gecikmeden pazartesi sali carsamba persembe cuma
      [0-9]{1,2}_(ocak|subat|mart|nisan|mayis|haziran|temmuz|agustos|eylul|ekim|kasim|
        aralik)(_20[0-9]{2})?
      halihazirda dan den
    `,
    how: `
      tamamen tumuyle basariyla bildiriminiz_(uzerine|dogrultusunda|kapsaminda)
      bildiriminize_istinaden sikayetiniz_(uzerine|dogrultusunda) sikayetinize_istinaden
      ihbariniz_uzerine talebiniz_dogrultusunda (kullanim_)?(kosullari|sozlesmesi|sartlari)_ihlali
      ihlal_nedeniyle ihlali_nedeniyle ihlal ihlali nedeniyle sebebiyle dolayi
      yapilan_(inceleme|kontrol)_sonucu(nda)? inceleme_sonucu(nda)? incelenmis_olup bildirdiginiz
      bildirilen sikayet_ettiginiz belirttiginiz sikayete_konu bahsettiginiz (client|server)_?hold
      bildiriminiz_incelenmis_olup LAW
    `,
    little: `
      ve ile ilgili soz_konusu bahsi_gecen bu o belirtilen bahse_konu adi_gecen sahte zararli tum
      tumu butun her_iki da de olarak tarafindan uzerinden alinmis
      gerekli_(islem|islemler|aksiyon)_(yapildi|yapilmis|alindi|yapilmistir|alinmis|olup)
      islem_(yapildi|tamamlandi|yapilmistir) tamam tamamdir yapildi halledildi cozuldu yanit merhaba
      evet numarali_talebiniz_cozuldu bilginize bilgilerinize bilgi bildiririz bildiriyoruz sunariz
      rica_ederiz teyit_ederiz artik bulunan yer_alan barindirilan kendileri kendisi sabah ayrica
      zaten hem komple bu_sabah
    `,
    beside: `
      merhaba sayin_(ilgili|yetkili) iyi_(calismalar|gunler) tesekkurler tesekkur_ederiz ederim
      bildiriminiz_icin bilginize bilgi_icin bilgilendirme_icin sagolun saygilarimla saygilarimizla
      musteri musterimiz bilgilendirildi bilgilendirilmistir uyarildi sifre sifreler sifresi cpanel
      degistirildi degisti degistirdik guncellendi yenilendi hocam da ve talebiniz talep kapatiyoruz
      bileti kontrol_(edildi|ettik) dogrulandi teyit_edildi bildiriminiz incelenmis_olup selam
      selamlar merhabalar odeme ayrica ftp_sifresi kusura_bakmayin
      gec_(donus|kaldik)_icin_ozur_dileriz
    `,
  },
  doubts: saying(
    " ",
    [
      "yeni",
      "degil(dir)?",
      "yok",
      "hic(bir)?",
      "henuz",
      "hala",
      "halen",
      "ama",
      "ancak",
      "fakat",
      "ragmen",
      "haric",
      "eger",
      "ise",
      "olursa",
      "takdirde",
      "kadar",
      "once",
      "yalnizca",
      "sadece",
      "bir kismi",
      "kismi",
      "kismen",
      "bazi",
      "diger",
      "baska",
      "ikinci",
      "kalan",
      "geri kalan",
      "yarisi",
      "tekrar",
      "yeniden",
      "geri",
      "gecici( olarak)?",
      "yanlis(likla)?",
      "hata",
      "soyluyor",
      "soyledi",
      "iddia",
      "gore",
      "sanirim",
      "galiba",
      "herhalde",
      "muhtemelen",
      "belki",
      "umuyoruz",
      "yakinda",
      "yarin",
      "sonra",
      "istedik",
      "talep",
      "rica",
      "lutfen",
      "kaldirma",
      "silme",
      "engel",
      "engeli",
      "engelleme",
      "askiya alma",
      "tasindi",
      "tasinmistir",
      "acildi",
      "acilmis",
      "[a-z]+(acak|ecek|acaktir|ecektir|acagiz|ecegiz)",
      "[a-z]+(madi|medi|mamis|memis|mamistir|memistir|miyor|muyor|miyoruz)",
    ],
    " ",
  ),
  stands: [
    / (kaldirilmadi|silinmedi|engellenmedi|kapatilmadi|kaldirilmamistir|silinmemistir|kapatilmamistir) /,
    / (yeniden|tekrar) (?:[a-z]+ ){0,2}(acil|yayina alin|yayina gir|geri gel)[a-z]* /,
    / (kaldirilamadi|silinemedi|kapatilamadi|engellenemedi)[a-z]* /,
    / (hala|halen|yeniden|tekrar) (?:[a-z]+ )?(acik|yayinda|erisilebilir|aktif|aciliyor|calisiyor) /,
  ],
  notOurs: [
    / (baska|diger|farkli) (?:[a-z]+ ){0,2}(firma|saglayici|operator|hosting)[a-z]* /,
    / bizde (degil|barinmiyor|durmuyor|yok) /,
    / bizimle (?:[a-z]+ ){0,2}(ilgisi|alakasi) yok /,
    saying(
      " ",
      [
        "bize",
        "tarafimiza",
        "sirketimize",
        "agimiza",
        "firmamiza",
        "bizde",
        "sunucularimizda",
        "bunyemizde",
        "bizim",
        "musterimiz",
        "sistemlerimizde",
        "altyapimizda",
      ],
      " (?:[a-z]+ ){0,4}(ait )?",
      [
        "degil",
        "degildir",
        "bulunmamaktadir",
        "bulunmuyor",
        "barindirilmamaktadir",
        "barindirilmiyor",
        "yer almamaktadir",
        "yok",
      ],
      " ",
    ),
    / (sadece|yalnizca) (?:[a-z]+ ){0,4}(kayit|kayitci|registrar|dns|alan adi|bayi|araci|transit) /,
    saying(
      " ",
      ["barindirma", "hosting", "kayit", "saglayici", "operator", "firma", "sahibi"],
      "[a-z]* (?:[a-z]+ ){0,3}",
      ["iletisime", "basvur[a-z]*", "iletin", "iletiniz", "ulas[a-z]*", "bildir[a-z]*", "yonlendir[a-z]*"],
      " ",
    ),
    saying(
      " (baska|farkli) (?:[a-z]+ ){0,3}(firma|sirket|saglayici|hosting)[a-z]* (?:[a-z]+ ){0,4}",
      ["tasindi", "tasinmistir", "gecti", "gecmistir", "ait", "aittir", "barindiril[a-z]*", "tarafindan"],
      " ",
    ),
    / artik musterimiz degil[a-z]* /,
    / yanlis (adres|kisi|firma|departman) /,
  ],
  form: [
    saying(
      " ",
      [
        "form",
        "formu",
        "formumuz",
        "formunu",
        "formundan",
        "formumuzu",
        "formumuzdan",
        "panel",
        "portal",
        "portali",
        "sayfamiz",
        "sayfasi",
      ],
      " (?:[a-z]+ ){0,4}",
      ["uzerinden", "araciligiyla", "araciligi", "doldur[a-z]*", "kullan[a-z]*", "ile", "iletin", "iletiniz", "URL"],
      " ",
    ),
    saying(
      " (sikayet|bildirim|ihbar)[a-z]* (?:[a-z]+ ){0,8}",
      ["adresinden", "uzerinden", "buradan", "sayfasindan", "adresine", "linkinden"],
      "? ?(?:[a-z]+ ){0,2}URL ",
    ),
    saying(
      " (e posta|eposta|mail)[a-z]* (?:[a-z]+ ){0,6}",
      [
        "degerlendirilmemektedir",
        "kabul edilmemektedir",
        "okunmamaktadir",
        "islenmemektedir",
        "takip edilmemektedir",
        "kabul etmiyoruz",
        "alinmamaktadir",
      ],
      " ",
    ),
    / (posta kutusu|adres)[a-z]* (?:[a-z]+ ){0,3}(okunmamaktadir|takip edilmemektedir|izlenmemektedir) /,
  ],
  refused: [
    / (mahkeme|savcilik|resmi)[a-z]* (?:[a-z]+ ){0,8}(surece|olmadan|olmadikca|gerekir|lazim|sart) /,
    / mumkun degildir /,
    / yukumlulugumuz (?:[a-z]+ ){0,2}(yok|bulunmamaktadir)[a-z]* /,
    / (suc|ihlal|sorun) (?:[a-z]+ ){0,2}yok /,
    / kalacak(tir)? /,
    / (kapatmayiz|kaldirmayiz|silmeyiz) /,
    saying(
      " (ihlal|aykirilik|ihlali|sorun) (?:[a-z]+ ){0,4}",
      [
        "tespit edilmemistir",
        "tespit edilmedi",
        "bulunmamaktadir",
        "bulunamadi",
        "gorulmemistir",
        "yoktur",
        "saptanmamistir",
        "edilememistir",
      ],
      " ",
    ),
    saying(
      " (islem|aksiyon|mudahale) (?:[a-z]+ ){0,3}",
      ["yapilmayacaktir", "yapilmayacak", "yapmayacagiz", "alinmayacaktir", "yapilamamaktadir", "etmiyoruz"],
      " ",
    ),
    saying(
      " (mahkeme|savcilik|yargi|hakim)[a-z]* (?:[a-z]+ ){0,4}",
      ["olmadan", "olmaksizin", "gerekmektedir", "gerekir", "uzerine", "gerekli[a-z]*", "ile", "olmadikca"],
      " ",
    ),
    saying(
      " ",
      [
        "kaldirmiyoruz",
        "kaldirmayacagiz",
        "silmiyoruz",
        "kapatmayacagiz",
        "reddedilmistir",
        "reddedildi",
        "reddediyoruz",
        "kaldiramayiz",
      ],
      " ",
    ),
    / (yasal(dir)? icerik|ifade ozgurlugu|yayinda kalacak[a-z]*) /,
  ],
  question: [
    / (gonderir|yollar|iletir|paylasir|atar|soyler|yazar) (misiniz|misin) /,
    / (link|url|ekran goruntusu)[a-z]* (?:[a-z]+ ){0,3}(kesik|eksik|bos|acilmiyor) /,
    saying(
      " ",
      [
        "paylasabilir",
        "gonderebilir",
        "iletebilir",
        "belirtebilir",
        "aciklayabilir",
        "bildirebilir",
        "verebilir",
        "teyit edebilir",
        "yollayabilir",
      ],
      " (misiniz|misin|miyiz) ",
    ),
    [
      saying(
        " (lutfen|rica) (?:[a-z]+ ){0,8}",
        [
          "gonderin",
          "gonderiniz",
          "iletin",
          "iletiniz",
          "paylasin",
          "paylasiniz",
          "belirtin",
          "belirtiniz",
          "bildirin",
          "bildiriniz",
          "ekleyin",
          "saglayin",
          "saglayiniz",
          "ederiz",
          "aciklayin",
        ],
        " ",
      ),
      / (form|formu|formumuz|barindirma|hosting|kayit firmasi|portal)[a-z]* /,
    ],
    saying(
      " ",
      ["bilgi", "belge", "kanit", "log", "url", "adres", "ekran", "saat", "tarih", "vekalet", "detay"],
      "[a-z]* (?:[a-z]+ ){0,4}",
      ["ihtiyac[a-z]*", "gerekiyor", "gerekmektedir", "eksik[a-z]*", "gereklidir"],
      " ",
    ),
    / (goremiyoruz|bulamadik|erisemedik|dogrulayamadik|acamadik|tekrarlayamadik|goremedik) /,
    / (hangi|ne|nerede|nasil|kim|nedir|mi|mu|misiniz|musunuz) (?:[a-z0-9]+ ){0,25}\? /,
  ],
  acknowledged: [
    saying(
      " ",
      [
        "bakarim",
        "bakacagim",
        "bakiyorum",
        "ilgilenecegim",
        "ilgileniyorum",
        "ilettim",
        "yonlendirdim",
        "sordum",
        "soracagim",
        "donerim",
        "donecegiz",
        "haber veririm",
        "haber veririz",
        "iletecegim",
        "sure verdik",
        "uyardim",
      ],
      " ",
    ),
    saying(
      " ",
      [
        "alindi",
        "alinmistir",
        "ulasmistir",
        "ulasti",
        "iletilmistir",
        "iletildi",
        "ilettik",
        "yonlendirdik",
        "yonlendirildi",
        "yonlendirilmistir",
        "inceliyoruz",
        "inceleyecegiz",
        "incelenmektedir",
        "incelenecektir",
        "inceleniyor",
        "degerlendirilmektedir",
        "degerlendiriyoruz",
        "bilgilendirildi",
        "bilgilendirdik",
        "bilgilendirilmistir",
        "donus yapilacaktir",
        "donus yapacagiz",
        "sure verildi",
        "sure verilmistir",
        "verilmistir",
        "kayit altina",
        "kaydedilmistir",
        "olusturuldu",
        "olusturulmustur",
        "islemdedir",
        "kontrol ediyoruz",
        "arastiriyoruz",
        "kapatilacaktir",
        "kaldirilacaktir",
        "silinecektir",
        "engellenecektir",
        "askiya alinacaktir",
        "talep ettik",
        "istedik",
        "uyardik",
        "uyarildi",
        "istenmistir",
        "bekliyoruz",
        "bakiyoruz",
        "bakacagiz",
        "ilgileniyoruz",
        "soz verdi",
        "soz verdiler",
        "(silecegini|kaldiracagini|kapatacagini)",
        "haber verecegiz",
        "bildirecegiz",
        "bilgi verecegiz",
        "kapatacagiz",
        "kaldiracagiz",
        "silecegiz",
        "askiya alacagiz",
        "beklenmektedir",
        "edilmistir",
        "talep edilmistir",
      ],
      " ",
    ),
    / (tesekkurler|tesekkur ederiz|bildiriminiz icin|tesekkur ederim) /,
  ],
  passedOn: [
    saying(
      " (?:musteri[a-z]*|bayi[a-z]*|kullanici[a-z]*|site sahib[a-z]*|alan adi sahib[a-z]*",
      "|abone[a-z]*|hesap sahib[a-z]*|kiraci[a-z]*) (?:[a-z0-9]+ ){0,8}(?:iletildi",
      "|iletilmistir|ilettik|ilettim|yonlendirildi|yonlendirdik|yonlendirilmistir|bildirildi",
      "|bildirdik|bildirilmistir|bilgilendirildi|bilgilendirdik|bilgilendirilmistir|uyarildi",
      "|uyardik|uyarilmistir|sure verildi|sure verdik|sure verilmistir|sure tanidik|sure",
      " tanindi|istendi|talep ettik|talep edildi|talep edilmistir) ",
    ),
    saying(" (?:musteri[a-z]*) (?:[a-z]+ ){0,6}(?:soz verdi|soyledi|taahhut etti|istedik", "|istenmistir|iletilmis) "),
    saying(" (?:musteri[a-z]*) (?:[a-z]+ ){0,4}(?:vermezse|kaldirmazsa|silmezse) "),
  ],
  notFound: [
    saying(
      " (?:bulamadik|bulunamadi|bulunamamistir|rastlanmadi|rastlanmamistir|rastlamadik",
      "|goremedik|goremiyoruz|gorulmedi|gorulmemistir|tespit edilemedi|tespit edilememistir",
      "|tespit edemedik|tespit edilmedi|tespit edilmemistir|yeniden uretemedik|gorunmuyor",
      "|bulamadim|goremedim) ",
    ),
  ],
  closed: [
    saying(
      " (?:talebiniz|talep|destek talebi|destek talebiniz|ticket|kayit|kaydiniz|vaka",
      "|bildiriminiz)(?: [a-z0-9]+){0,5} (?:kapatildi|kapatilmistir|cozuldu|cozulmustur",
      "|cozumlendi|birlestirildi|birlestirilmistir|sonuclandirildi|sonlandirildi) ",
    ),
  ],
  absent: [
    saying(
      " (?:izindeyim|yillik izindeyim|ofis disindayim|ofiste degilim|tatildeyim|raporluyum",
      "|seyahatteyim|izinliyim) ",
    ),
    saying(" (?:artik|bundan boyle) (?:[a-z]+ ){0,4}calismamaktadir | (?:isten|sirketten", "|gorevinden) ayrilmistir "),
    saying(" (?:ofisimiz|sirketimiz|isyerimiz) (?:[a-z0-9]+ ){0,8}(?:kapalidir|kapali olacaktir", "|kapaliyiz) "),
  ],
  unreached: [
    saying(
      " (?:mesajiniz|e postaniz|iletiniz|mailiniz) (?:[a-z]+ ){0,4}(?:teslim edilemedi|teslim",
      " edilememistir|iletilemedi|iletilememistir|reddedildi|reddedilmistir) ",
    ),
    saying(" (?:posta kutusu|gelen kutusu) (?:[a-z]+ ){0,3}(?:dolu|doldu|bulunamadi|mevcut degil) "),
    saying(" (?:insan oldugunuzu|robot olmadiginizi) "),
  ],
  forLater: saying(
    " (?:bundan sonra|gelecekte|ileride|bir dahaki|sonraki bildirim[a-z]*|daha hizli|ayrica",
    "|dilerseniz|baska bildirim[a-z]*|yanitlamayiniz|cevaplamayiniz|takip edebilirsiniz",
    "|durumunu)",
  ),
  ofOurs: saying(
    " (?:musterimiz[a-z]*|bayimiz[a-z]*|kullanicimiz[a-z]*|ofisimiz[a-z]*|ekibimiz[a-z]*",
    "|birimimiz[a-z]*) ",
  ),
  away: [
    saying(
      " ",
      [
        "izindeyim",
        "izinde",
        "izinli",
        "ofis disinda",
        "ofiste degil",
        "tatil",
        "tatilde",
        "tatildeyim",
        "yokum",
        "donuste",
        "donecegim",
        "raporluyum",
        "artik calismiyor[a-z]*",
        "bayram",
        "kapaliyiz",
        "kapalidir",
      ],
      " ",
    ),
  ],
});

export const turkish: Lexicon = {
  language: "tr",
  common: `
    ve bir bu icin ile sayin merhaba lutfen olarak tarafindan tarafimiza tarafimizca ilgili sizin
    bize size bizim biz degil degildir olan oldugu var yok icerik site hesap sunucu musteri
    musterimiz musterimize sikayetiniz talebiniz tesekkurler tesekkur ederiz saygilarimizla artik en
    sonra kadar da de olmadan sadece alan adi henuz uzerinden musteriye edilmistir edilmektedir
    edilecektir alindi
  `,
  sayings: once(sayings),
};
