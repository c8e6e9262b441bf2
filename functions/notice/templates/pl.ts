import type { Texts } from "../texts.ts";

/*
 * Terms: notice zgłoszenie, report doniesienie, notifier zgłaszający, host dostawca hostingu,
 * platform usługa, hotline punkt kontaktowy (hotline), abuse desk zespół abuse, evidence dowody,
 * logs logi, access records logi dostępu, take offline wyłączyć, of content usunąć z sieci,
 * defanged nieklikalny, registrar rejestrator, registrant abonent, to route kierować ruch.
 * Avoided: dane dostępowe (credentials), dział nadużyć (a department that abuses), unieszkodliwiony
 * for defanged, wizerunki for pictures, pronouns for content (in the first sentence they refer to
 * another noun).
 */

/** Every Polish word that a desk reads from us; `en.ts` says what each text is for. */
export const polish: Texts = {
  language: "pl",
  name: "Polish",
  parts: {
    "mark.live": "LIVE",
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
    "type.brand": "naruszenie znaku towarowego",
    "type.copyright": "naruszenie praw autorskich",
    "type.exposed-data": "dane ujawnione bez upoważnienia",
    "type.other": "szkodliwe treści",

    "on.platform": "w Państwa usłudze",
    "on.network": "w Państwa sieci",
    "on.front": "za Państwa serwerem proxy lub CDN",
    "on.upstream": "w sieci, której ruch Państwo przenoszą",
    "on.registrar": "pod nazwą domeny zarejestrowaną za Państwa pośrednictwem",
    "on.hotline": "na hostingu w Państwa kraju",
    "on.cert": "na hostingu w Państwa kraju",
    "on.site": "w Państwa serwisie",
    "on.peer": "(udostępnianie z Państwa sieci)",
    "place.several": "adresy URL: {{count}}{{#host}}, na {{host}}{{/host}}, lista poniżej",

    "lead.first": "Zgłaszamy: {{>type}} {{>on}}, {{>place}}.",
    "lead.reminder":
      "Przypomnienie {{reminder}}: sprawa naszego zgłoszenia{{#noticed}} z {{noticed}}{{/noticed}} nie jest zakończona: {{>type}} {{>on}}, {{>place}}.",
    "lead.escalation":
      "Zgłaszamy: {{>type}} {{>on}}, {{>place}}. Zgłoszenia do innych podmiotów (poniżej) nie wystarczyły.",
    "lead.moved.host":
      "Nie są wymagane dalsze działania. Nasze zgłoszenie{{#noticed}} z {{noticed}}{{/noticed}} ({{>type}}, {{>place}}) jest zamknięte: o ile wiemy, treść nie jest już u Państwa hostowana. Dziękujemy.",
    "lead.moved.other":
      "Nie są wymagane dalsze działania. Nasze zgłoszenie{{#noticed}} z {{noticed}}{{/noticed}} ({{>type}}, {{>place}}) jest po Państwa stronie zamknięte: treść przeniesiono do innego dostawcy. Dziękujemy.",
    "lead.withdrawal":
      "Wycofujemy nasze zgłoszenie{{#noticed}} z {{noticed}}{{/noticed}}: {{>type}} {{>on}}, {{>place}}. Powód: zgłaszający wycofał swoje doniesienie. Prosimy nie podejmować działań i cofnąć działania podjęte wyłącznie na podstawie naszego zgłoszenia. Przepraszamy.",
    "lead.correction":
      "Korygujemy uzasadnienie naszego zgłoszenia{{#noticed}} z {{noticed}}{{/noticed}}: {{>type}} {{>on}}, {{>place}}. Właściwe uzasadnienie podajemy poniżej; wszystko inne pozostaje bez zmian.",
    "lead.returned":
      "Ponownie online: {{>type}} {{>on}}, {{>place}}. Treść usunięto, a następnie wykryto ponownie{{#seenAgain}} ({{seenAgain}}){{/seenAgain}}.",
    "lead.letter": "W sprawie naszego zgłoszenia{{#noticed}} z {{noticed}}{{/noticed}}: {{>type}} {{>on}}, {{>place}}.",
    "lead.letter.asked":
      "Otrzymaliśmy Państwa pytanie o nasze zgłoszenie{{#noticed}} z {{noticed}}{{/noticed}}: {{>type}} {{>on}}, {{>place}}. Dane z doniesienia podajemy poniżej.",
    live: "PILNE: według doniesienia dzieje się to na żywo, teraz.",
    reply: "Prosimy o odpowiedź: co Państwo zrobili lub czego potrzeba.",
    "reply.soon": "Prosimy o odpowiedź w ciągu 24 godzin: co Państwo zrobili lub czego potrzeba.",
    "may-be-second":
      "Mogą już Państwo mieć tę wiadomość: nie udało nam się ustalić, czy poprzednia próba wysłania się powiodła. Prosimy traktować obie jako jedno zgłoszenie.",

    "please.host":
      "Prosimy o ocenę treści i jej usunięcie, jeśli uznają ją Państwo za niezgodną z prawem lub z Państwa warunkami.",
    "please.peer":
      "Prosimy, o ile pozwala na to właściwe prawo, o ustalenie klienta na podstawie adresu, portu i czasu, zachowanie tych danych oraz doprowadzenie do zaprzestania działań przez klienta.",
    "please.front":
      "Prosimy o zaprzestanie udostępniania treści, o ile narusza prawo lub Państwa warunki, przekazanie zgłoszenia dostawcy hostingu serwera źródłowego i wskazanie go nam.",
    "please.upstream":
      "Prosimy o doprowadzenie do tego, by Państwa klient sprawdził i usunął naruszenie zgodnie z Państwa zasadami korzystania (AUP).",
    "please.registrar":
      "Prosimy o ocenę wykorzystania tej nazwy domeny w świetle Państwa warunków i powiadomienie abonenta bez danych zgłaszającego.",
    "please.hotline": "Prosimy o ocenę treści i działanie zgodnie z Państwa krajową procedurą.",
    "please.cert":
      "Prosimy o przekazanie zgłoszenia podmiotowi w Państwa obszarze działania, który może zakończyć naruszenie.",
    "please.site":
      "Prosimy o usunięcie treści z Państwa serwisu, zachowanie kopii logów i zamknięcie luki, przez którą ją tam umieszczono; pomóc może Państwa dostawca hostingu.",
    "please.child-abuse.host":
      "Prosimy o natychmiastowe usunięcie treści z sieci i zabezpieczenie jej wraz z logami dostępu dla policji w zakresie dozwolonym lub wymaganym przez prawo. Prosimy nie ostrzegać osoby, która ją umieściła.",
    "please.child-abuse.peer":
      "Prosimy o ustalenie klienta na podstawie adresu, portu i czasu oraz zachowanie tych danych dla policji w zakresie dozwolonym lub wymaganym przez prawo. Prosimy nie ostrzegać klienta.",
    "please.child-abuse.front":
      "Prosimy o natychmiastowe zaprzestanie udostępniania treści i wskazanie, kto ją hostuje. Prosimy nie ostrzegać osoby, która ją umieściła.",
    "please.child-abuse.upstream":
      "Prosimy o doprowadzenie do natychmiastowego usunięcia treści z sieci przez Państwa klienta, a w przeciwnym razie o zaprzestanie kierowania ruchu pod ten adres. Prosimy nie ostrzegać osoby, która ją umieściła.",
    "please.child-abuse.registrar":
      "Prosimy o sprawdzenie, czy Państwa warunki pozwalają zawiesić nazwę domeny, i zachowanie danych rejestracyjnych dla policji. Prosimy nie ostrzegać abonenta.",
    "please.child-abuse.hotline":
      "Prosimy o ocenę treści, powiadomienie policji i dostawcy hostingu zgodnie z Państwa krajową procedurą oraz o informację, jeśli dostawcy nie wolno jeszcze powiadamiać.",
    "please.child-abuse.cert":
      "Prosimy o powiadomienie policji lub krajowego punktu kontaktowego i wskazanie, kto w Państwa kraju może doprowadzić do usunięcia treści.",
    "please.intimate.host":
      "Prosimy o natychmiastowe usunięcie materiałów z sieci, usunięcie identycznych kopii, które mogą Państwo znaleźć, i zachowanie danych o tym, kto je umieścił.",
    "please.exposed.host":
      "Prosimy o natychmiastowe uniemożliwienie dostępu do danych, zachowanie logów dostępu i powiadomienie Państwa klienta, aby mógł ostrzec osoby, których dane dotyczą.",
    "please.terrorism.host":
      "Prosimy o ocenę treści, jej usunięcie, jeśli narusza prawo lub Państwa warunki, i zachowanie jej wraz z danymi o tym, kto ją umieścił.",
    "please.crime.host": "Prosimy o wyłączenie tego zasobu i zachowanie logów oraz plików jako dowodów.",
    "please.crime.front":
      "Prosimy o zaprzestanie udostępniania tego zasobu, przekazanie zgłoszenia dostawcy hostingu serwera źródłowego i wskazanie go nam.",
    "please.crime.upstream":
      "Prosimy o doprowadzenie do wyłączenia tego zasobu przez Państwa klienta, a w przeciwnym razie o zaprzestanie kierowania ruchu pod ten adres.",
    "please.crime.registrar":
      "Prosimy o zbadanie dowodów i, jeśli wynika z nich to nadużycie, o zawieszenie nazwy domeny lub inne przerwanie takiego wykorzystania.",
    "please.crime.cert":
      "Prosimy o przekazanie sprawy odpowiedzialnemu operatorowi w Państwa obszarze działania i o informację, jeśli potrzeba czegoś więcej.",

    "more.child-abuse":
      "Prosimy zgłosić sprawę na policję lub do krajowego punktu kontaktowego, nikomu innemu nie przekazywać zgłoszenia i nie przesyłać nam materiałów.",
    "more.intimate":
      "Prosimy nie przesyłać nam żadnych z tych materiałów ani nie przekazywać tego zgłoszenia osobie, która je umieściła.",
    "more.terrorism": "Prosimy nie przekazywać tego zgłoszenia osobie, która umieściła treść.",
    "more.crime":
      "Jeśli do systemu Państwa klienta się włamano, prosimy go powiadomić; zgłoszenie można przekazać bez nazwy zgłaszającego.",
    "more.victim": "Jeśli na stronę abonenta się włamano, prosimy zamiast tego powiadomić abonenta.",
    "more.customer": "Zgłoszenie można przekazać Państwa klientowi bez nazwy zgłaszającego.",

    "label.url": "URL",
    "label.host": "Cały host",
    "label.account": "Konto",
    "label.address": "Adres IP",
    "label.port": "port",
    "label.network": "Państwa sieć",
    "label.country": "Kraj",
    "label.seen": "Ostatnio online",
    "label.first-seen": "Pierwsze wykrycie",
    "label.channel": "Miejsce wykrycia",
    "label.reason": "Uzasadnienie (zgłaszającego)",
    "label.was": "Poprzednie błędne uzasadnienie",
    "label.removed": "Usunięto",
    "label.brand": "Marka lub utwór",
    "label.genuine": "Prawdziwa strona",
    "label.right": "Numer rejestracji",
    "label.reproduce": "Sposób odtworzenia",
    "label.redirects": "Przekierowanie z",
    "label.classification": "Klasyfikacja",
    "label.basis": "Podstawa oceny",
    "label.hash": "Hash",
    "label.screenshot": "Zrzut ekranu",
    "label.notifier": "Zgłaszający",
    "label.organisations": "Liczba organizacji zgłaszających",
    "label.sender": "Nadawca",
    "label.verify": "Weryfikacja",
    "label.number": "Nasz numer",
    "label.ticket": "Państwa numer",
    "label.told-before": "Wcześniejsze zgłoszenie",
    "label.machine": "Odczyt maszynowy",
    screenshot: "u zgłaszającego, do wglądu na prośbę",
    "basis.manual-review": "ocena przez człowieka",
    "basis.hash-match": "zgodność ze znanymi hashami",
    "basis.user-report": "doniesienie użytkownika",
    "basis.automated-scan": "skanowanie automatyczne",
    "basis.unstated": "nie podano",
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
    "answer.passed-on": "przekazane klientowi",
    "answer.removed": "odpowiedź: usunięto",
    "answer.not-ours": "odpowiedź: sprawa nie należy do nich",
    "answer.form": "odpowiedź: odesłanie do formularza",
    "answer.refused": "odpowiedź: odmowa działania",
    "answer.not-found": "odpowiedź: nie znaleziono",
    "answer.question": "odpowiedź: pytanie",
    "answer.other": "odpowiedź niekończąca sprawy",
    list: "Adresy URL",

    "ground.dsa":
      "Zgłoszenie na podstawie art. 16 rozporządzenia (UE) 2022/2065 (akt o usługach cyfrowych); prosimy poinformować o decyzji.",
    "ground.dsa-life": "Zastosowanie ma także art. 18 (zagrożenie życia lub bezpieczeństwa).",
    "ground.trusted-flagger": "Priorytetowe zgłoszenie zaufanego podmiotu sygnalizującego (art. 22).",
    "ground.us-provider":
      "Dla dostawców w Stanach Zjednoczonych: 18 U.S.C. 2258A wymaga zgłoszenia do CyberTipline NCMEC i zachowania tego zgłoszenia.",
    "ground.raa":
      "Uważamy, że jest to nadużycie DNS; sekcja 3.18.2 umowy ICANN Registrar Accreditation Agreement (RAA) wymaga niezwłocznego podjęcia odpowiednich działań po otrzymaniu użytecznych dowodów.",
    "ground.terms": "Opieramy się na Państwa warunkach korzystania z usług (AUP).",
    "ground.national": "Zwracamy się do Państwa jako do krajowego punktu kontaktowego dla takich zgłoszeń.",
    "ground.site": "Wygląda na to, że Państwa serwis został wykorzystany przez osoby trzecie; prosimy o pomoc.",
    "ground.copyright":
      "Ta wiadomość nie zawiera oświadczenia w rozumieniu 17 U.S.C. 512(c)(3); może je złożyć tylko uprawniony lub jego przedstawiciel.",
    "ground.good-faith":
      "Zgłaszający i my jesteśmy w dobrej wierze przekonani, że te informacje i zarzuty są prawidłowe i kompletne.",
    desk: "Niewłaściwy adresat? Prosimy wskazać właściwego.",
    several: "Odpowiedź dotyczy wszystkich wymienionych adresów URL, chyba że wskazuje konkretne numery.",
  },
};
