import type { Texts } from "../texts.ts";

/** Every Polish word that a desk reads from us; `en.ts` says what each text is for. */
export const polish: Texts = {
  language: "pl",
  name: "Polish",
  parts: {
    "mark.reminder": "Przypomnienie {{reminder}}",
    "mark.escalation": "Eskalacja",
    "mark.moved": "Bez dalszych działań",
    "mark.withdrawal": "WYCOFANE",
    "mark.correction": "SPROSTOWANIE",

    "type.csam": "materiały przedstawiające seksualne wykorzystywanie dzieci",
    "type.csem": "seksualne wykorzystywanie dzieci",
    "type.ncii": "intymne wizerunki bez zgody",
    "type.terrorism": "treści terrorystyczne",
    "type.phishing": "phishing",
    "type.malware": "złośliwe oprogramowanie",
    "type.botnet": "botnet",
    "type.fraud": "oszustwo",
    "type.brand": "naruszenie znaku towarowego",
    "type.copyright": "naruszenie praw autorskich",
    "type.exposed-data": "ujawnione dane",
    "type.other": "szkodliwe treści",

    "what.csam": "materiały przedstawiające seksualne wykorzystywanie dzieci",
    "what.csem": "seksualne wykorzystywanie dziecka",
    "what.ncii": "intymne wizerunki opublikowane bez zgody przedstawionej osoby",
    "what.terrorism": "treści nawołujące do terroryzmu lub go wspierające",
    "what.phishing": "phishing",
    "what.malware": "rozpowszechnianie złośliwego oprogramowania",
    "what.botnet": "sterowanie botnetem",
    "what.fraud": "oszustwo",
    "what.brand": "wprowadzające w błąd użycie marki",
    "what.copyright": "korzystanie z chronionego utworu bez zezwolenia",
    "what.exposed-data": "dane ujawnione bez prawa do ich publikacji",
    "what.other": "szkodliwe treści",

    "place.url": "pod adresem {{host}}",
    "place.host": "pod adresem {{host}}",
    "place.peer": "z adresu {{host}}, port {{port}}",
    "place.account": "na koncie w serwisie {{host}}",
    "place.several": "pod wieloma adresami (liczba: {{count}}){{#host}} na {{host}}{{/host}}",
    "where.url": "Dokładny adres, unieszkodliwiony (hxxp oznacza http, [.] oznacza ., [:] oznacza :):",
    "where.host": "Dokładna lokalizacja, unieszkodliwiona ([.] oznacza ., [:] oznacza :), wszystko na tym hoście:",
    "where.peer": "Dokładna lokalizacja, unieszkodliwiona ([.] oznacza ., [:] oznacza :):",
    "where.account": "Dokładna lokalizacja, unieszkodliwiona ([.] oznacza ., [:] oznacza :):",
    "where.several":
      "Dokładne adresy znajdują się na liście na końcu tej wiadomości, każdy jeden raz, z naszym numerem i czasem pierwszej obserwacji; są unieszkodliwione (hxxp oznacza http, [.] oznacza ., [:] oznacza :).",
    "where.port": "port",
    "where.account-name": "konto",

    "lead.first": "Zgłaszamy: {{>what}} {{>place}}; po raz pierwszy zaobserwowano {{seen}}. {{>please}}.",
    "lead.reminder":
      "Przypomnienie {{reminder}}: zgłosiliśmy Państwu poniższą sprawę i nie znamy odpowiedzi, która by ją kończyła: {{>what}} {{>place}}. {{>please}}.",
    "lead.escalation":
      "Zgłaszamy Państwu poniższą sprawę, ponieważ według naszej wiedzy wcześniej powiadomieni nie położyli jej kresu: {{>what}} {{>place}}. {{>please}}.",
    "lead.moved":
      "W sprawie naszego zgłoszenia ({{>what}} {{>place}}): treść nie jest już udostępniana z Państwa sieci. Nie prosimy o nic więcej. Dziękujemy.",
    "lead.withdrawal":
      "Wycofujemy nasze zgłoszenie ({{>what}} {{>place}}). Prosimy nie podejmować w związku z nim działań i cofnąć to, co zrobiono wyłącznie na podstawie naszych słów. Przepraszamy.",
    "lead.correction":
      "Prostujemy nasze zgłoszenie ({{>what}} {{>place}}; po raz pierwszy zaobserwowano {{seen}}). {{>please}}. Prosimy korzystać z informacji w tej wiadomości zamiast z wcześniejszych.",
    "may-be-second":
      "Możliwe, że otrzymali już Państwo to zgłoszenie: nie udało nam się ustalić, czy nasza wcześniejsza wiadomość dotarła. Prosimy traktować obie jako jedno zgłoszenie.",

    "please.host":
      "Prosimy o zabezpieczenie dowodów, a następnie o usunięcie treści lub uniemożliwienie dostępu do niej",
    "please.upstream":
      "Prosimy o doprowadzenie do usunięcia jej przez Państwa klienta albo o zaprzestanie jej przesyłania",
    "please.front":
      "Prosimy o zaprzestanie udostępniania tego przez Państwa sieć i o przekazanie tego zgłoszenia dostawcy hostingu, który za nią stoi",
    "please.registrar": "Prosimy o działanie przeciwko takiemu użyciu nazwy domeny",
    "please.hotline": "Prosimy o ocenę i doprowadzenie do usunięcia zgodnie z Państwa procedurą krajową",
    "please.cert": "Prosimy o spowodowanie, by odpowiedzialna sieć w Państwa obszarze działania to zakończyła",
    "please.site": "Prosimy o usunięcie tego z Państwa strony i zamknięcie drogi, którą się tam dostało",

    "relation.platform":
      "Otrzymują Państwo tę wiadomość jako dział nadużyć usługi, w której to zaobserwowano{{#range}} ({{range}}){{/range}}.",
    "relation.network":
      "Otrzymują Państwo tę wiadomość jako kontakt do spraw nadużyć sieci, z której treść jest udostępniana{{#range}} ({{range}}){{/range}}.",
    "relation.front":
      "Otrzymują Państwo tę wiadomość jako kontakt ds. nadużyć usługi, która stoi przed serwerem{{#range}} ({{range}}){{/range}}; sama treść może znajdować się gdzie indziej.",
    "relation.upstream":
      "Otrzymują Państwo tę wiadomość jako kontakt do spraw nadużyć sieci przenoszącej ruch sieci hostingowej{{#range}} ({{range}}){{/range}}.",
    "relation.registrar":
      "Otrzymują Państwo tę wiadomość jako kontakt do spraw nadużyć rejestratora domeny{{#range}} ({{range}}){{/range}}.",
    "relation.hotline":
      "Otrzymują Państwo tę wiadomość jako punkt zgłoszeniowy kraju, w którym treść jest hostowana{{#country}} ({{country}}){{/country}}.",
    "relation.cert":
      "Otrzymują Państwo tę wiadomość jako zespół reagowania na incydenty (CERT) kraju, w którym treść jest hostowana{{#country}} ({{country}}){{/country}}.",
    "relation.site": "Otrzymują Państwo tę wiadomość jako kontakt samej strony.",

    "label.seen": "Pierwsza obserwacja:",
    "label.channel": "Gdzie:",
    "label.addresses": "Adres IP:",
    "label.looked-up": "sprawdzono",
    "label.explanation": "Uzasadnienie:",
    "label.imitates": "Naśladowane lub naruszone:",
    "label.legitimate-site": "Prawowita strona:",
    "label.reproduce": "Jak to zobaczyć:",
    "label.classification": "Klasyfikacja:",
    "label.assessed": "Ocena:",
    "label.hash": "Skrót (hash):",
    "label.notifier": "Zgłaszający:",
    "label.sender": "Nadawca:",
    live: "Zgłoszono jako odbywające się na żywo.",
    organisations: "Liczba zgłaszających organizacji: {{organisations}}.",
    "assessed.manual-review": "osoba w organizacji zgłaszającej",
    "assessed.hash-match": "zgodność z listą znanych skrótów (hash)",
    "assessed.user-report": "zgłoszenie użytkownika, przekazane przez organizację zgłaszającą",
    "assessed.automated-scan": "automatyczne skanowanie",
    "assessed.unstated": "organizacja zgłaszająca, metody nie podano",
    "channel.website": "strona internetowa",
    "channel.message-board": "forum",
    "channel.chat-room": "czat",
    "channel.peer-to-peer": "sieć peer-to-peer",
    "channel.instant-messaging": "komunikator",
    "channel.live-stream": "transmisja na żywo",
    "channel.file-host": "hosting plików",
    "channel.e-mail": "poczta elektroniczna",

    "ask.child-abuse.host":
      "O co prosimy: 1. Przed usunięciem zabezpieczyć materiał oraz zapisy o tym, kto go umieścił i kto miał do niego dostęp, zgodnie z wymogami Państwa prawa, z dostępem tylko dla osób uprawnionych. 2. Usunąć go lub uniemożliwić dostęp do niego. 3. Zgłosić go Państwa policji lub punktowi zgłoszeniowemu. 4. Nie ostrzegać osoby, która go umieściła. Prosimy nie przesyłać nam żadnej części materiału.",
    "ask.child-abuse.upstream":
      "O co prosimy: spowodować, by Państwa klient zabezpieczył dowody i natychmiast usunął materiał; jeśli to nie nastąpi, zaprzestać przesyłania ruchu dla tego adresu. Nie ostrzegać osoby, która go umieściła. Prosimy nie przesyłać nam żadnej części materiału.",
    "ask.child-abuse.registrar":
      "O co prosimy: sprawdzić, czy Państwa warunki pozwalają wstrzymać rozwiązywanie nazwy domeny, zabezpieczyć dane rejestracyjne dla policji i nie ostrzegać abonenta. Prosimy nie przesyłać nam żadnej części materiału.",
    "ask.child-abuse.hotline":
      "O co prosimy: ocenić lokalizację, powiadomić Państwa policję i dostawcę hostingu zgodnie z procedurą krajową oraz dać nam znać, jeśli dostawcy nie wolno jeszcze informować.",
    "ask.child-abuse.cert":
      "O co prosimy: powiadomić Państwa policję lub punkt zgłoszeniowy i wskazać nam, kto w Państwa kraju może doprowadzić do usunięcia.",
    "ask.intimate.host":
      "O co prosimy: usunąć wizerunki lub uniemożliwić dostęp do nich, usunąć identyczne kopie, które można odnaleźć, i zachować zapisy o tym, kto je umieścił. Prosimy nie przesyłać nam żadnego z wizerunków.",
    "ask.terrorism.host":
      "O co prosimy: ocenić treść, zachować ją wraz z zapisami o tym, kto ją umieścił, oraz usunąć ją lub uniemożliwić dostęp do niej, jeśli narusza prawo lub Państwa warunki.",
    "ask.crime.host":
      "O co prosimy: zachować logi i pliki jako dowody, odłączyć stronę, plik lub maszynę od sieci i powiadomić klienta, jeśli do jego systemu się włamano.",
    "ask.crime.registrar":
      "O co prosimy: zbadać dowody zawarte w tej wiadomości i, jeśli stwierdzą Państwo, że nazwa domeny służy temu nadużyciu, zatrzymać lub utrudnić takie użycie. Jeśli nazwa należy do ofiary, na której stronę się włamano, prosimy zamiast tego powiadomić abonenta.",
    "ask.crime.cert":
      "O co prosimy: przekazać to odpowiedzialnej sieci w Państwa obszarze działania i dać nam znać, jeśli potrzeba więcej informacji.",
    "ask.rights.host":
      "O co prosimy: zbadać opisane tu użycie oraz usunąć je lub uniemożliwić dostęp do niego, jeśli uznają je Państwo za bezprawne lub sprzeczne z Państwa warunkami.",
    "ask.rights.registrar":
      "O co prosimy: przekazać to zgłoszenie abonentowi i zbadać rejestrację według Państwa warunków.",
    "ask.exposed.host":
      "O co prosimy: natychmiast uniemożliwić dostęp do danych, zachować logi dostępu i powiadomić klienta, aby mógł ostrzec osoby, których dane dotyczą.",
    "ask.host":
      "O co prosimy: zabezpieczyć dowody, zbadać treść oraz usunąć ją lub uniemożliwić dostęp do niej, jeśli narusza prawo lub Państwa warunki.",
    "ask.front":
      "O co prosimy: zaprzestać udostępniania tego adresu przez Państwa sieć, jeśli narusza prawo lub Państwa warunki, przekazać to zgłoszenie dostawcy hostingu, który za nią stoi, i wskazać nam go.",
    "ask.upstream":
      "O co prosimy: spowodować, by Państwa klient to zakończył, na podstawie Państwa zasad korzystania; jeśli to nie nastąpi, zaprzestać przesyłania ruchu dla tego adresu.",
    "ask.registrar":
      "O co prosimy: przekazać to zgłoszenie abonentowi lub Państwa odsprzedawcy i zbadać użycie nazwy domeny według Państwa warunków.",
    "ask.hotline": "O co prosimy: ocenić lokalizację i działać zgodnie z Państwa procedurą krajową.",
    "ask.cert": "O co prosimy: przekazać to temu, kto w Państwa obszarze działania może to zakończyć.",
    "ask.site":
      "O co prosimy: zachować kopię logów, usunąć stronę lub plik i ustalić, jak się tam znalazły; może w tym pomóc Państwa dostawca hostingu.",

    "ground.dsa":
      "Jest to zgłoszenie na podstawie art. 16 rozporządzenia (UE) 2022/2065 (akt o usługach cyfrowych). Prosimy o potwierdzenie jego otrzymania i o poinformowanie nas o Państwa decyzji.",
    "ground.dsa-life":
      "Art. 18 zobowiązuje dostawców hostingu do zawiadomienia organów o podejrzeniu przestępstwa przeciwko życiu lub bezpieczeństwu osób.",
    "ground.trusted-flagger":
      "Pochodzi ono od zaufanego podmiotu sygnalizującego w rozumieniu art. 22 tego rozporządzenia i ma pierwszeństwo.",
    "ground.us-provider":
      "Jeśli są Państwo dostawcą w Stanach Zjednoczonych: 18 U.S.C. 2258A wymaga od dostawców mających rzeczywistą wiedzę o widocznym naruszeniu, by zgłosili je do CyberTipline NCMEC i zachowali to, co zgłaszają.",
    "ground.raa":
      "Uważamy, że jest to nadużycie DNS, a ta wiadomość zawiera nasze dowody; sekcja 3.18 umowy Registrar Accreditation Agreement organizacji ICANN wymaga od rejestratorów domen ogólnych działania po otrzymaniu użytecznych dowodów.",
    "ground.terms": "Prosimy o to na podstawie Państwa własnych warunków korzystania z usług.",
    "ground.national": "Prosimy o to w ramach Państwa krajowych kompetencji.",
    "ground.site": "Państwa strona została prawdopodobnie wykorzystana bezprawnie; prosimy o pomoc.",
    "ground.copyright":
      "Ta wiadomość nie zawiera oświadczenia według 17 U.S.C. 512(c)(3); może je złożyć tylko uprawniony lub jego przedstawiciel.",
    "ground.good-faith":
      "Jesteśmy w dobrej wierze przekonani, że informacje w tym zgłoszeniu są prawidłowe i kompletne.",

    "history.reminder": "Nasze wcześniejsze zgłoszenia do Państwa:",
    "history.escalation": "Powiadomieni przed Państwem:",
    "history.subject": "temat",
    "history.acknowledged": "odbiór potwierdzono",
    "history.ticket": "numer sprawy",
    "delivery.delivered": "przyjęte przez serwer pocztowy odbiorcy",
    "delivery.sent": "wysłane, doręczenie niepotwierdzone",
    "delivery.returned": "zwrócone jako niedoręczalne",
    "answer.removed": "odpowiedź: usunięto",
    "answer.not-ours": "odpowiedź: sprawa nie należy do nich",
    "answer.form": "odpowiedź: odesłanie do formularza",
    "answer.refused": "odpowiedź: odmowa działania",
    "answer.question": "odpowiedź: pytanie",
    "answer.other": "odpowiedź, która nie kończy sprawy",

    reach:
      "Aby się z nami skontaktować, prosimy odpowiedzieć na tę wiadomość; czytają ją ludzie. Nasz numer: {{caseId}}{{#ticket}}; Państwa numer: {{ticket}}{{/ticket}}. Jeśli nie są Państwo właściwym adresatem, prosimy o wskazanie właściwego.",
    "reach.several":
      "Państwa odpowiedź dotyczy wszystkich adresów z listy, chyba że wskazuje numery tych, do których się odnosi.",
    verify: "Aby sprawdzić autentyczność tego zgłoszenia: {{verifyBy}}",
    machine: "Załączony plik xarf.json zawiera to samo w postaci czytelnej maszynowo (XARF 4.2), z dokładnym adresem.",
    "machine.several":
      "Załączony plik xarf-reports.json zawiera to samo w postaci czytelnej maszynowo (XARF 4.2, {{reports}} z {{count}}), z dokładnymi adresami.",
    list: "Adresy",
  },
};
