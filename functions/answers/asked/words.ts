import type { AskedThing } from "../../case/letter.ts";
import type { AnswerLanguage } from "../replies/languages.ts";

/**
 * Words by which a desk asks for what a report may hold, as `plainWords` writes them. Blanks separate entries, `_`
 * is a blank within one, each may be a pattern. A thing counts where one of `asks` is in its sentence; with `!`
 * before it, it is a question of its own. `little`: all else that may be in the letter. No denial, condition or
 * other thing may be here. A missing word leaves the letter to a person.
 */
export type AskedWords = Readonly<Record<AskedThing | "asks" | "little", string>> & { readonly unspaced?: true };

export const askedWords: Record<AnswerLanguage, AskedWords> = {
  en: {
    time: `(date_and_)?(time|timestamp|times|timestamps)(_zone)?(_(with|including|incl|and)_(the_)?time_?zone)?
      time_?zone date (date|dates)_and_(time|times)
      !when_(exactly_)?(was_it|was_this|did_you)_(seen|see_it|see_this|observed|detected)
      !what_time_was_(it|this)_seen !at_what_time_(was_it_seen|did_you_see_it)
      !(in_)?(what|which)_time_?zone_is_(it|that)`,
    address: `ip ips ip_address(es)? ip_addresses !(what|which)_ip(_address)?_is_it`,
    page: `(full|complete)_(url|link) url urls exact_link page !which_(page|url)_is_it`,
    reproduce: `how_to_reproduce_(it|this|that|the_issue) steps_to_reproduce(_(it|this))?
      !how_can_we_reproduce_(it|this) !how_do_we_reproduce_(it|this)
      !how_did_you_(reach|see)_(it|this|the_page)`,
    brand: `(imitated|affected|impersonated)_brand
      !which_brand_is_(it|this|affected|imitated|impersonated)(_about)?
      !what_brand_is_(affected|imitated|impersonated)`,
    asks: `send provide share specify tell give state indicate let_us_know need require`,
    little: `hello hi dear sir madam team please kindly could can you we us me the a an of for and
      or with at in on this your report notice exact precise exactly also again to look into
      investigate thank_you thanks many regards best kind abuse desk team at_which seen it was
      which we_could_not_reproduce_(this|it|that) we_can_not_reproduce_(this|it)
      we_were_not_able_to_reproduce_(this|it)`,
  },
  de: {
    time: `(datum_und_)?(uhrzeit|zeitpunkt|zeitstempel|zeitangabe)(_(mit|inkl|inklusive|samt)_zeitzone)?
      zeitzone datum
      !wann_(genau_)?(haben_sie|wurde|war)_(das|es|die_seite|den_inhalt)_(gesehen|beobachtet|festgestellt|online)
      !in_welcher_zeitzone`,
    address: `ip ip_adressen? ipadresse !welche_ip(_adresse)?_ist_(das|betroffen)`,
    page: `(vollstandigen?|genauen?|exakten?)_(url|link|adresse_der_seite) url seite
      !welche_(seite|url)_ist_betroffen`,
    reproduce: `schritte_zur_reproduktion
      !wie_(konnen_wir|kann_man|lasst_sich)_(das|es|dies)_(reproduzieren|nachvollziehen)`,
    brand: `(nachgeahmte|betroffene)_marke !welche_marke_(ist_betroffen|wird_nachgeahmt)`,
    asks: `senden schicken nennen teilen mitteilen brauchen benotigen angeben ubermitteln`,
    little: `hallo guten_(tag|morgen|abend) sehr_geehrte_damen_und_herren bitte konnten konnen sie
      wir uns mir die der das den dem des ein eine einen und oder mit samt zu zur zum fur in ihrer
      ihre ihrem meldung genaue genauen genau exakte exakten auch noch vielen dank danke
      freundliche freundlichen grusse grussen mit_freundlichen_grussen abuse team
      wir_konnten_(das|es|dies)_nicht_(nachvollziehen|reproduzieren)`,
  },
  fr: {
    time: `(date_et_)?(l_)?(heure|horodatage)(_(exacte?|precise?))?(_avec_(le_)?fuseau(_horaire)?)?
      fuseau(_horaire)? date !quand_(l_)?avez_vous_(vu|vue|constate)(_(cette_page|ce_contenu))?
      !dans_quel_fuseau_horaire`,
    address: `(l_)?adresses?_ip ip !quelle_est_l_adresse_ip`,
    page: `url page (url|lien|adresse)_(complete?|exacte?) !quelle_est_l_url`,
    reproduce: `etapes_(pour_reproduire|de_reproduction)
      !comment_(reproduire|pouvons_nous_reproduire)(_(cela|le_probleme))?`,
    brand: `marque_(concernee|imitee) !quelle_marque_est_(concernee|imitee)`,
    asks: `envoyer indiquer preciser communiquer donner fournir transmettre besoin`,
    little: `bonjour bonsoir madame monsieur merci d de_nous de du des la le les l nous vous
      pouvez pourriez s_il_vous_plait svp veuillez et ou avec a au aussi avons cordialement votre
      signalement equipe abuse exacte exact precise
      nous_n_avons_pas_pu_(reproduire|le_reproduire)(_cela)?`,
  },
  es: {
    time: `(fecha_y_)?hora(_exacta)?(_con_(la_)?zona_horaria)? zona_horaria fecha marca_de_tiempo
      !cuando_(lo_)?(vieron|vio|observaron)(_(esto|la_pagina))? !en_que_zona_horaria`,
    address: `direccion_ip direcciones_ip ip !cual_es_la_(direccion_)?ip`,
    page: `url (url|enlace)_(completa|completo|exacta|exacto) !cual_es_la_url`,
    reproduce: `pasos_para_reproducirlo !como_(podemos_reproducirlo|se_reproduce|reproducirlo)`,
    brand: `marca_(afectada|imitada) !que_marca_(es_la_afectada|se_imita|esta_afectada)`,
    asks: `enviar enviarnos envien enviennos indicar indicarnos indiquen indiquennos facilitar
      facilitarnos necesitamos proporcionar`,
    little: `hola buenos_dias buenas_tardes estimados estimado por_favor podrian pueden podria
      puede nos la el los las de del y o con a en su aviso reporte exacta exacto gracias muchas un
      una saludos cordiales equipo abuse tambien no_(hemos_podido|pudimos)_reproducirlo`,
  },
  nl: {
    time: `(datum_en_)?(tijd|tijdstip|tijdstempel)(_(met|inclusief|incl)_tijdzone)? tijdzone datum
      !wanneer_(heeft_u|hebt_u|is)_(dit|het)_(gezien|waargenomen) !in_welke_tijdzone`,
    address: `ip ip_adres(sen)? !welk_ip(_adres)?_is_het`,
    page: `(volledige|exacte)_(url|link) url pagina !welke_(pagina|url)_is_het`,
    reproduce: `stappen_om_(dit|het)_te_reproduceren !hoe_kunnen_we_(dit|het)_reproduceren
      !hoe_is_(dit|het)_te_reproduceren`,
    brand: `(nagebootste|betrokken)_merk !welk_merk_(is_betrokken|wordt_nagebootst)`,
    asks: `sturen stuur doorgeven geven geef noemen vermelden nodig verstrekken aangeven`,
    little: `hallo goedendag goedemorgen geachte beste kunt u ons wij we de het een en of met van
      voor hebben graag alstublieft aub ook exacte exact precieze uw melding bedankt dank alvast
      vriendelijke groet groeten met_vriendelijke_groet abuse team
      wij_konden_(dit|het)_niet_reproduceren`,
  },
  it: {
    time: `(data_e_)?(l_)?(ora|orario)(_esatt[ao])?(_con_(il_)?fuso(_orario)?)? fuso_orario data
      !quando_(lo_)?avete_(visto|rilevato)(_la_pagina)? !in_quale_fuso_orario`,
    address: `(l_)?indirizz[oi]_ip ip !qual_e_l_indirizzo_ip`,
    page: `url (url|link)_(completo|esatto) !qual_e_l_url`,
    reproduce: `passaggi_per_riprodurlo !come_(possiamo_riprodurlo|si_riproduce|riprodurlo)`,
    brand: `marchio_(imitato|interessato) !quale_marchio_e_(imitato|interessato)`,
    asks: `inviare inviarci inviateci indicare indicarci indicateci fornire fornirci serve servono
      comunicarci`,
    little: `buongiorno buonasera salve gentili gentile potete potreste per_favore per_cortesia ci
      il la lo le l i gli un una e o con di del della a in vostra segnalazione esatto esatta anche
      grazie cordiali distinti saluti abuse non_siamo_riusciti_a_riprodurlo`,
  },
  pt: {
    time: `(data_e_)?(hora|horario)(_exat[ao])?(_com_(o_)?fuso(_horario)?)? fuso_horario data
      !quando_(voces_)?(viram|observaram)(_isso|_a_pagina)? !em_que_fuso_horario`,
    address: `endereco_ip enderecos_ip ip !qual_e_o_(endereco_)?ip`,
    page: `url (url|link)_(complet[ao]|exat[ao]) !qual_e_a_url`,
    reproduce: `passos_para_reproduzir !como_(podemos_reproduzir|reproduzir)(_isso)?`,
    brand: `marca_(imitada|afetada) !qual_marca_(e_imitada|foi_imitada|e_afetada)`,
    asks: `enviar enviem informar informem indicar indiquem fornecer precisamos`,
    little: `ola bom_dia boa_tarde boa_noite prezados prezado por_favor podem poderiam pode
      poderia nos a o os as de do da e ou com um uma em sua seu notificacao denuncia exata exato
      tambem obrigado obrigada atenciosamente abuse equipe nao_conseguimos_reproduzir(_isso)?`,
  },
  pl: {
    time: `(date_i_)?(godzine|godziny|czas|czasu|date|daty|data)(_(z|ze)_(strefa_czasowa|podaniem_strefy_czasowej))?
      (strefe|strefy)_czasow(a|ej) (date|data)_i_(godzine|godzina)
      !kiedy_(dokladnie_)?(panstwo_)?(to_widzieli|to_zaobserwowano)`,
    address: `adres_ip adresu_ip adresy_ip ip !jaki_to_adres_ip`,
    page: `(pelny|dokladny)_(adres_url|url|link) adres_url url`,
    reproduce: `!jak_(mozemy_)?(to_)?odtworzyc(_to)? kroki_do_odtworzenia`,
    brand: `!jakiej_marki_to_dotyczy !jaka_marka_jest_nasladowana`,
    asks: `podac podanie przeslac przeslanie prosimy_o prosze_o wskazac potrzebujemy`,
    little: `dzien_dobry witam szanowni_panstwo prosze prosimy o i oraz z ze nam czy mogliby
      panstwo moga dokladna dokladny dokladnej panstwa zgloszenia dziekujemy dziekuje pozdrawiam
      pozdrawiamy z_powazaniem zespol abuse tez nie_udalo_nam_sie_tego_odtworzyc`,
  },
  ru: {
    time: `(дату_и_)?(точное_)?время(_(с_указанием|с|и)_часов(ого|ой|ым|ую)_(пояса|поясом|пояс))?
      часовой_пояс дату !когда_(именно_)?вы_это_видели !в_каком_часовом_поясе`,
    address: `ip ip_адрес(а)? адрес_ip !какой_это_ip(_адрес)?`,
    page: `url (полн(ую|ый)|точн(ую|ый))_(ссылку|адрес|url) !какая_это_страница`,
    reproduce: `!как_(это_)?воспроизвести(_это)? шаги_(для_)?воспроизведения`,
    brand: `!какой_бренд_(подделывается|затронут) !о_каком_бренде_идет_речь`,
    asks: `пришлите сообщите укажите предоставьте уточните просим_(указать|сообщить|прислать)
      нужно необходимо`,
    little: `здравствуйте добрый_день пожалуйста нам и или с в также точное точный просим спасибо
      с_уважением служба abuse благодарим нам_не_удалось_(это_)?воспроизвести(_это)?`,
  },
  uk: {
    time: `(дату_і_)?(точний_)?час(_(із_зазначенням|з|і)_часового_поясу)? часовий_пояс дату
      !коли_(саме_)?ви_це_бачили !у_якому_часовому_поясі`,
    address: `ip ip_адрес(у|а)? !яка_це_ip_адреса`,
    page: `url (повн(е|у)|точн(е|у))_(посилання|адресу|url)`,
    reproduce: `!як_(це_)?відтворити(_це)? кроки_(для_)?відтворення`,
    brand: `!який_бренд_(підробляється|зачеплено) !про_який_бренд_йдеться`,
    asks: `надішліть повідомте вкажіть надайте уточніть просимо_(вказати|надіслати|повідомити)
      потрібно необхідно`,
    little: `добрий_день вітаємо будь_ласка нам і та або з у також точний точне просимо дякуємо
      з_повагою служба abuse нам_не_вдалося_(це_)?відтворити(_це)?`,
  },
  tr: {
    time: `(tarih_ve_)?(saati|saat|zamani|zaman|zaman_damgasi(ni)?|tarihi|tarih)(_dilimi(ni)?)?(_ve_saat_dilimi(ni)?)?
      saat_dilimi(ni)? !ne_zaman_(goruldu|gordunuz) !hangi_saat_diliminde`,
    address: `ip(_adresi|_adresini)? !ip_adresi_nedir`,
    page: `(tam_)?(url|url_adresi|url_adresini|baglantiyi) sayfa !hangi_sayfa`,
    reproduce: `!nasil_(tekrar_edebiliriz|yeniden_olusturabiliriz|gorebiliriz)`,
    brand: `!hangi_marka(_taklit_ediliyor)? taklit_edilen_marka(yi)?`,
    asks: `iletir gonderir paylasir bildirir belirtir iletebilir gonderebilir paylasabilir
      bildirebilir belirtebilir iletiniz gonderiniz bildiriniz`,
    little: `merhaba merhabalar sayin yetkili lutfen misiniz musunuz bize ve ile tam kesin
      tesekkurler tesekkur_ederiz saygilar saygilarimizla iyi_calismalar abuse ekibi`,
  },
  zh: {
    unspaced: true,
    time: `(准确的?|具体的?|确切的?)?(发现|查看|访问)?(的)?时间((及|和|与)?时区|戳)?
      (准确的?)?(日期和时间|日期|时区)`,
    address: `ip地址 ip`,
    page: `(完整的?|准确的?)?(网址|链接|url)`,
    reproduce: `复现(的)?(步骤|方法) 重现(的)?(步骤|方法) !如何(复现|重现)`,
    brand: `被仿冒的?品牌 !(仿冒|涉及)的?是?哪个品牌`,
    asks: `请提供 请告知 请发送 烦请提供 麻烦提供 能否提供 可否提供 请说明`,
    little: `您好 你好 谢谢 感谢 此致 敬礼 请 并 和 及 与 以及 的 我们 我方 贵方 您 无法复现
      未能复现 吗 一下`,
  },
  ja: {
    unspaced: true,
    time: `(正確な|確認された|詳細な)?(日時|時刻|時間|タイムスタンプ)((と|及び|および|、)?タイムゾーン)?
      タイムゾーン !いつ確認されましたか`,
    address: `ipアドレス ip`,
    page: `(完全な|正確な)?url`,
    reproduce: `再現(手順|方法) !どのように再現できますか`,
    brand: `(模倣|偽装)されているブランド(名)? 対象のブランド(名)? !どのブランドですか`,
    asks: `お送りください お知らせください ご教示ください お教えください 教えてください
      ご連絡ください ご提供ください お知らせいただけますでしょうか お送りいただけますでしょうか
      ご教示いただけますでしょうか ご提供いただけますでしょうか お願いいたします お願いします`,
    little: `ご連絡ありがとうございます お世話になっております お手数ですが 恐れ入りますが
      よろしくお願いいたします 当方では再現できませんでした 再現できませんでした を と の は が に
      も 及び および また また、 確認 ご`,
  },
  ko: {
    time: `(정확한_)?(날짜와_)?(시간|시각|일시|날짜)(을|를|과|와|이|가)?(_시간대(를|를_포함)?)?
      시간대(를|와|을)? 타임스탬프(를)? !언제_(확인하셨나요|확인하셨습니까)`,
    address: `ip ip_주소(를|와)? !ip_주소가_무엇인가요`,
    page: `(전체_|정확한_)?url(을|를)? 전체_링크(를)?`,
    reproduce: `재현_(방법|절차)(을|를)? !어떻게_재현할_수_있나요`,
    brand: `사칭된_브랜드(를)? !어떤_브랜드인가요`,
    asks: `알려 보내 제공해 회신해`,
    little: `안녕하세요 안녕하십니까 감사합니다 주세요 주십시오 주시기 바랍니다 주시겠습니까
      주실_수_있나요 및 와 과 정확한 저희_쪽에서는_재현되지_않습니다 드림`,
  },
};
