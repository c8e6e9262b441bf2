import type { Texts } from "../texts.ts";

/*
 * Terms: notice zgłoszenie, report zgłoszenie zgłaszającego, notifier zgłaszający, host dostawca hostingu,
 * platform usługa, site serwis, terms regulamin, acceptable use policy AUP, hotline hotline,
 * evidence dowody, logs logi, law enforcement policja, take offline wyłączyć, of content
 * zablokować or usunąć, registrar rejestrator, registrant abonent,
 * customer klient, null-route null route, transit tranzyt IP.
 * `what` and `it` stand in the accusative, which of all types but the page is the nominative too: behind
 * zgłaszamy, wskazaliśmy, or an infinitive without nie.
 * Avoided: doniesienie (informing on somebody), dane dostępowe (credentials), dział nadużyć (a
 * department that abuses), wizerunki for pictures, pronouns of a gender for content (in the first
 * sentence they refer to another noun), the page itself in the nominative.
 */

/** `en.ts` says what each text is for. */
export const polish: Texts = {
  language: "pl",
  name: "Polish",
  parts: {
    "mark.live": "NA ŻYWO",
    "mark.reminder": "Przypomnienie {{reminder}}",
    "mark.escalation": "Eskalacja",
    "mark.moved": "Bez dalszych działań",
    "mark.withdrawal": "ZGŁOSZENIE WYCOFANE",
    "mark.correction": "KOREKTA",
    "mark.returned": "Ponownie online",

    "type.csam": "materiały przedstawiające seksualne wykorzystywanie dzieci",
    "type.csem": "seksualne wykorzystywanie dzieci",
    "type.ncii": "intymne zdjęcia lub nagrania rozpowszechniane bez zgody",
    "type.terrorism": "treści terrorystyczne",
    "type.phishing": "phishing",
    "type.malware": "złośliwe oprogramowanie",
    "type.botnet": "serwer zarządzający botnetem (C2)",
    "type.fraud": "oszustwo",
    "type.brand": "naruszenie praw do znaku towarowego",
    "type.copyright": "naruszenie praw autorskich",
    "type.exposed-data": "ujawnione dane osobowe lub poufne",
    "type.other": "szkodliwe treści",

    "page.phishing": "stronę phishingową",
    "pages.phishing": "strony phishingowe",
    "page.fraud": "oszukańczą stronę",
    "pages.fraud": "oszukańcze strony",
    "server.botnet": "serwer zarządzający botnetem (C2)",
    "servers.botnet": "serwery zarządzające botnetem (C2)",
    "it.page": "tę stronę",
    "it.pages": "te strony",
    "it.one": "zgłoszony zasób",
    "it.several": "zgłoszone zasoby",

    "on.platform": "w Państwa usłudze",
    "on.network": "w Państwa sieci",
    "on.front": "za Państwa serwerem proxy lub CDN",
    "on.upstream": "w sieci, której zapewniają Państwo tranzyt IP",
    "on.registrar": "w domenie zarejestrowanej za Państwa pośrednictwem",
    "on.hotline": "na hostingu w Państwa kraju",
    "on.cert": "na hostingu w Państwa kraju",
    "on.site": "w Państwa serwisie",
    "on.peer": "w ruchu P2P z Państwa sieci",
    "place.several": "lista {{count}} adresów URL{{#host}} na {{host}}{{/host}} znajduje się poniżej",

    greeting: "Szanowni Państwo!",

    "lead.first": "Zgłaszamy {{>what}} {{>on}}: {{>place}}.",
    "lead.reminder":
      "Przypomnienie {{reminder}}: nie otrzymaliśmy odpowiedzi na nasze zgłoszenie{{#noticed}} z {{noticed}}{{/noticed}}, w którym wskazaliśmy {{>what}} {{>on}}: {{>place}}. Jeśli sprawa jest już załatwiona, wystarczy odpowiedź jednym słowem.",
    "lead.reminder.replied":
      "Przypomnienie {{reminder}}: dziękujemy za odpowiedź na nasze zgłoszenie{{#noticed}} z {{noticed}}{{/noticed}}, w którym wskazaliśmy {{>what}} {{>on}}: {{>place}}. Nie wiemy, czy sprawa jest już załatwiona. Jeśli tak, wystarczy odpowiedź jednym słowem.",
    "seen-since": "Według nowego zgłoszenia {{seenSince}} było to nadal online.",
    "lead.escalation": "Zgłaszamy {{>what}} {{>on}}: {{>place}}. Mimo zgłoszeń (niżej) nie potwierdzono usunięcia.",
    "lead.moved.host":
      "Nasze zgłoszenie{{#noticed}} z {{noticed}}{{/noticed}}, w którym wskazaliśmy {{>what}} ({{>place}}), nie wymaga już działań: o ile nam wiadomo, nie jest to już hostowane u Państwa. Dziękujemy.",
    "lead.moved.other":
      "Nasze zgłoszenie{{#noticed}} z {{noticed}}{{/noticed}}, w którym wskazaliśmy {{>what}} ({{>place}}), nie wymaga już działań z Państwa strony: hosting zapewnia teraz inny dostawca. Dziękujemy.",
    "lead.withdrawal":
      "Wycofujemy nasze zgłoszenie{{#noticed}} z {{noticed}}{{/noticed}}, w którym wskazaliśmy {{>what}} {{>on}}: {{>place}}. Powód: zgłaszający wycofał swoje zgłoszenie. Prosimy nie podejmować działań i cofnąć te, które podjęto wyłącznie na podstawie naszego zgłoszenia. Przepraszamy.",
    "lead.withdrawal.sensitive":
      "Wycofujemy nasze zgłoszenie{{#noticed}} z {{noticed}}{{/noticed}}, w którym wskazaliśmy {{>what}} {{>on}}: {{>place}}. Powód: zgłaszający wycofał swoje zgłoszenie. O nic więcej nie prosimy. O utrzymaniu podjętych już działań decydują Państwo sami, po własnej ocenie i zgodnie z obowiązującym Państwa prawem.",
    "lead.correction":
      "Korygujemy powód podany w naszym zgłoszeniu{{#noticed}} z {{noticed}}{{/noticed}}, w którym wskazaliśmy {{>what}} {{>on}}: {{>place}}. Właściwy powód podajemy poniżej; wszystko inne pozostaje bez zmian.",
    "lead.returned":
      "Ponownie zgłaszamy {{>what}} {{>on}}: {{>place}}. Mimo usunięcia jest to znów online{{#seenAgain}} ({{seenAgain}}){{/seenAgain}}.",
    "lead.letter":
      "Piszemy w sprawie naszego zgłoszenia{{#noticed}} z {{noticed}}{{/noticed}}, w którym wskazaliśmy {{>what}} {{>on}}: {{>place}}.",
    "lead.letter.asked":
      "Odpowiadamy na Państwa pytanie o nasze zgłoszenie{{#noticed}} z {{noticed}}{{/noticed}}, w którym wskazaliśmy {{>what}} {{>on}}: {{>place}}. Poniżej podajemy informacje od zgłaszającego.",
    live: "PILNE: według zgłaszającego dzieje się to teraz, na żywo.",
    reply: "Prosimy odpisać, jakie działania podjęto lub czego potrzeba.",
    "reply.soon": "Prosimy odpisać w ciągu 24 godzin, co zrobiono lub czego potrzeba.",
    "reply.live":
      "Prosimy działać natychmiast i dać nam znać, w miarę możliwości telefonicznie{{#phone}} ({{phone}}){{/phone}}.",
    "may-be-second":
      "Ta wiadomość mogła już do Państwa dotrzeć: nie udało nam się ustalić, czy poprzednia próba się powiodła. Prosimy traktować obie jako jedną.",

    "please.host": "Prosimy sprawdzić zgłoszoną treść i usunąć to, co narusza prawo lub Państwa regulamin.",
    "please.peer":
      "Prosimy, w zakresie dozwolonym przez prawo, ustalić klienta na podstawie adresu, portu i czasu, zachować te dane i doprowadzić do tego, by klient zaprzestał naruszeń.",
    "please.front":
      "Prosimy sprawdzić zgłoszoną treść, przestać udostępniać to, co narusza prawo lub Państwa regulamin, przekazać zgłoszenie dostawcy hostingu Państwa klienta i wskazać nam tego dostawcę.",
    "please.upstream":
      "Prosimy wezwać klienta do sprawdzenia zgłoszonej treści i działać zgodnie z Państwa regulaminem lub AUP.",
    "please.registrar":
      "Prosimy sprawdzić, czy wykorzystanie tej domeny jest zgodne z Państwa regulaminem, i powiadomić abonenta bez podawania danych zgłaszającego.",
    "please.hotline": "Prosimy ocenić {{>it}} i podjąć działania zgodnie z krajową procedurą.",
    "please.cert": "Prosimy przekazać zgłoszenie podmiotowi z Państwa obszaru działania, który może zareagować.",
    "please.site":
      "Prosimy usunąć {{>it}} z Państwa serwisu, zachować kopię logów i załatać wykorzystaną lukę; pomóc może Państwa dostawca hostingu.",
    "please.child-abuse.host":
      "Prosimy natychmiast zablokować te treści i w granicach prawa zabezpieczyć je wraz z logami dostępu dla policji. Do tego czasu prosimy nie powiadamiać osoby, która je zamieściła.",
    "please.child-abuse.peer":
      "Prosimy ustalić klienta na podstawie adresu, portu i czasu oraz zabezpieczyć te dane dla policji, w zakresie dozwolonym lub wymaganym przez prawo. Prosimy nie powiadamiać klienta.",
    "please.child-abuse.front":
      "Prosimy natychmiast przestać udostępniać te treści i wskazać nam ich dostawcę hostingu. Do czasu ich zablokowania i zabezpieczenia prosimy nie powiadamiać osoby, która je zamieściła.",
    "please.child-abuse.upstream":
      "Prosimy dopilnować, by klient natychmiast zablokował i zabezpieczył te treści i do tego czasu nie powiadamiał osoby, która je zamieściła; jeśli ich nie zablokuje, prosimy zastosować null route.",
    "please.child-abuse.registrar":
      "Prosimy zabezpieczyć dane rejestracyjne dla policji i sprawdzić, czy regulamin pozwala Państwu zawiesić domenę. Do tego czasu prosimy nie powiadamiać abonenta.",
    "please.child-abuse.hotline":
      "Prosimy ocenić te treści, zgodnie z krajową procedurą powiadomić policję i dostawcę hostingu oraz dać nam znać, jeśli dostawcy nie wolno jeszcze powiadamiać.",
    "please.child-abuse.cert":
      "Prosimy powiadomić policję lub hotline i wskazać nam, kto w Państwa kraju może doprowadzić do usunięcia tych treści.",
    "please.intimate.host":
      "Prosimy natychmiast zablokować dostęp do tych materiałów, usunąć ich identyczne kopie, które da się znaleźć, i zachować dane o tym, kto je zamieścił.",
    "please.exposed.host":
      "Prosimy natychmiast uniemożliwić dostęp do tych danych, zachować logi dostępu i powiadomić Państwa klienta, aby mógł ostrzec osoby, których dane dotyczą.",
    "please.terrorism.host":
      "Prosimy sprawdzić te treści, usunąć je, jeśli naruszają prawo lub Państwa regulamin, i zachować je wraz z danymi o tym, kto je zamieścił.",
    "please.crime.host": "Prosimy wyłączyć {{>it}} i zachować logi i pliki jako dowody.",
    "please.crime.front":
      "Prosimy przestać udostępniać {{>it}}, przekazać zgłoszenie dostawcy hostingu Państwa klienta i wskazać nam tego dostawcę.",
    "please.crime.upstream":
      "Prosimy dopilnować, by Państwa klient wyłączył {{>it}}; jeśli tego nie zrobi, prosimy zablokować ruch do tego adresu (null route).",
    "please.crime.registrar": "Prosimy ocenić dowody i, gdy potwierdzają nadużycie, zawiesić lub wyłączyć domenę.",
    "please.crime.cert":
      "Prosimy przekazać zgłoszenie odpowiedzialnemu operatorowi z Państwa obszaru działania i dać nam znać, jeśli potrzeba czegoś więcej.",
    hidden: "Warunki wyświetlenia podano niżej.",

    "more.child-abuse":
      "Prosimy powiadomić policję lub hotline, nie przekazywać nikomu zgłoszenia i nie przesyłać nam tych materiałów.",
    "more.child-abuse.upstream":
      "Prosimy powiadomić policję lub hotline, przekazać zgłoszenie wyłącznie temu klientowi i nie przesyłać nam tych materiałów.",
    "more.intimate":
      "Prosimy nie przesyłać nam tych materiałów ani nie przekazywać zgłoszenia osobie, która je zamieściła.",
    "more.terrorism": "Prosimy nie przekazywać zgłoszenia osobie, która zamieściła te treści.",
    "more.crime":
      "Prosimy też poszukać narzędzi (kit), podobnych treści i drogi włamania. W razie włamania prosimy powiadomić klienta; zgłoszenie można przekazać bez nazwy zgłaszającego.",
    "more.victim": "Jeśli włamano się na stronę abonenta, prosimy go powiadomić zamiast zawieszać domenę.",
    "more.customer": "Zgłoszenie można przekazać Państwa klientowi bez nazwy zgłaszającego.",

    "label.url": "URL",
    "label.host": "Cały host",
    "label.account": "Konto",
    "label.address": "Adres IP",
    "label.port": "port",
    "label.network": "Państwa sieć",
    "label.country": "Kraj",
    "label.registered": "Rejestracja domeny",
    "label.domain": "Domena",
    "label.seen": "Ostatnio online",
    "label.first-seen": "Pierwsze wykrycie",
    "label.channel": "Miejsce wykrycia",
    "label.reason": "Powód",
    "label.was": "Poprzedni powód (błędny)",
    "label.removed": "Usunięto",
    "label.brand": "Marka lub utwór",
    "label.genuine": "Prawdziwa strona",
    "label.right": "Numer rejestracji",
    "label.reproduce": "Warunki wyświetlenia",
    "label.redirects": "Przekierowanie z",
    "label.classification": "Klasyfikacja",
    "label.basis": "Ocena",
    "label.hash": "Hash",
    "label.screenshot": "Zrzut ekranu",
    "label.notifier": "Zgłaszający",
    "label.behalf": "W imieniu",
    "label.organisations": "Liczba organizacji zgłaszających",
    "label.sender": "Nadawca",
    "label.verify": "Weryfikacja",
    "label.phone": "Telefon",
    "label.number": "Nr",
    "label.ticket": "U Państwa",
    "label.told-before": "Powiadomiono",
    "label.machine": "Plik",
    screenshot: "u zgłaszającego, dostępny na prośbę",
    "domain.malicious": "zapewne zarejestrowana w celu tego nadużycia (wg zgłaszającego)",
    "reason.assessment": "nielegalne według zgłaszającego",
    "basis.manual-review": "weryfikacja ręczna",
    "basis.hash-match": "znany hash",
    "basis.user-report": "zgłoszenie użytkownika",
    "basis.automated-scan": "skanowanie automatyczne",
    "basis.unstated": "nie podano",
    "classification.baseline": "baseline (nielegalne prawie wszędzie)",
    "classification.A1": "A1 (dziecko przed okresem dojrzewania, czynność seksualna)",
    "classification.A2": "A2 (dziecko przed okresem dojrzewania, pozowanie seksualne)",
    "classification.B1": "B1 (dziecko w okresie dojrzewania, czynność seksualna)",
    "classification.B2": "B2 (dziecko w okresie dojrzewania, pozowanie seksualne)",
    "channel.message-board": "forum",
    "channel.chat-room": "czat",
    "channel.peer-to-peer": "sieć peer-to-peer",
    "channel.instant-messaging": "komunikator",
    "channel.live-stream": "transmisja na żywo",
    "channel.file-host": "serwis hostingu plików",
    "channel.e-mail": "e-mail",
    "delivery.delivered": "przyjęte przez serwer pocztowy",
    "delivery.sent": "wysłane, doręczenie niepotwierdzone",
    "delivery.returned": "zwrócone jako niedoręczalne",
    acknowledged: "odbiór potwierdzony",
    "answer.passed-on": "przekazane ich klientowi",
    "answer.removed": "odpowiedź: usunięto",
    "answer.not-ours": "odpowiedź: nie ich klient",
    "answer.form": "odpowiedź: odesłanie do formularza",
    "answer.refused": "odpowiedź: odmowa działania",
    "answer.not-found": "odpowiedź: nie znaleziono",
    "answer.question": "odpowiedź: pytanie",
    "answer.other": "jest odpowiedź, sprawa niezałatwiona",
    list: "Adresy URL",

    "ground.dsa": "Zgłoszenie z art. 16 rozporządzenia (UE) 2022/2065 (DSA); prosimy o decyzję.",
    "ground.dsa-life": "Stosuje się też jego art. 18 (zagrożenie życia lub bezpieczeństwa).",
    "ground.trusted-flagger": "Zgłasza zaufany podmiot sygnalizujący ({{flagger}}); prosimy o priorytet (art. 22).",
    "ground.us-provider": "18 U.S.C. 2258A wymaga zgłoszenia do CyberTipline NCMEC i zachowania jego treści.",
    "ground.raa":
      "Uważamy, że jest to nadużycie DNS; punkt 3.18.2 umowy ICANN Registrar Accreditation Agreement wymaga niezwłocznych działań, gdy dowody na to pozwalają.",
    "ground.terms": "Powołujemy się na Państwa regulamin lub AUP.",
    "ground.national": "Zwracamy się do Państwa jako do krajowego punktu kontaktowego dla takich zgłoszeń.",
    "ground.site": "Wygląda na to, że ktoś nadużył Państwa serwisu; prosimy o pomoc.",
    "ground.good-faith": "Zgłaszający i my w dobrej wierze uważamy informacje i zarzuty za prawidłowe i kompletne.",
    desk: "Zły adres? Prosimy o właściwy.",
    several: "Odpowiedź dotyczy wszystkich wymienionych adresów URL, chyba że podano w niej konkretne numery.",
  },
};
