import { once } from "../../kernel/once.ts";
import { type Lexicon, type Sayings, saying } from "./lexicon.ts";

/** Polish. */
const sayings = (): Sayings => ({
  polite: [
    / (informujemy|potwierdzamy|zawiadamiamy|uprzejmie informujemy)( ze)? /g,
    / w razie [a-z ]{0,20}pytan[a-z ]{0,40}/g,
    / prosimy o cierpliwosc/g,
    / (przez|od) panstwa /g,
  ],
  joints: / (?=(?:i|a|ale|jednak|poniewaz|bo|do czasu|od|oraz|wiec|natomiast|gdyz) )/,
  hypothetical: saying(
    " ",
    [
      "w (takich|tych|podobnych) przypadkach",
      "chyba",
      "mysle",
      "myslimy",
      "sadze",
      "sadzimy",
      "wydaje",
      "podobno",
      "slyszelismy",
      "o ile wiemy",
      "jesli",
      "jezeli",
      "gdy",
      "kiedy",
      "o ile",
      "chyba ze",
      "w przypadku",
      "skoro tylko",
      "gdyby",
      "dopoki",
      "jak tylko",
      "po usunieciu",
    ],
    " ",
  ),
  greetings: [
    saying(
      "^ ",
      [
        "dzien dobry",
        "witam",
        "szanowni panstwo",
        "szanown[yai]",
        "czesc",
        "pozdrawiam",
        "pozdrawiamy",
        "pozdr",
        "z powazaniem",
        "dziekuje",
        "dziekujemy",
        "dzieki",
      ],
      "(?: [a-z]+){0,4} $",
    ),
  ],
  ownTicket: [
    // A field of a ticket system.
    /^ (?:status|stan) (?:zamkniet[aey]|rozwiazan[aey]) $/,
    saying(
      "^ (?:(?:panstwa|to|nasze) )?(?:zgloszenie|ticket|sprawa|sprawe)(?: (?:ID|nr|numer))*",
      "(?: (?:zostalo|zostala|zostal|jest|uznajemy za))? ",
      ["zamkniet[aey]", "rozwiazan[aey]", "zakonczon[aey]", "zamkniete"],
      " $",
    ),
    /^ (?:zamykam|zamykamy) (?:ticket|sprawe|zgloszenie|temat) $/,
  ],
  plain: {
    thing: `
      tresc tresci zawartosc stron[aye] strone strony_internetow[aye] strone_internetowa witryn[aye]
      witryna serwis serwisy serwisu domen[aye]? domene domeny subdomen[aye] plik pliki pliku plikow
      url urls link linki adres_ip adresy_ip adres_url kont[oa] konta
      konto_(hostingowe|klienta|uzytkownika) serwer serwera serwery vps hosting hostingu uslug[aie]?
      usluge usluga dostep dostepu profil post posty ogloszenie ogloszenia zdjeci[ea] film filmy
      sklep kanal grup[aye] instancj[ae] maszyn[aye] maszyne katalog katalogu folder skrypt skrypty
      dane danych instalacj[ae] umow[ae]? umowe ip phishing malware kod zlosliwy_kod calosc wszystko
      wpis wpisy rekordy_dns stref[ae] formularz zasob zasoby materialy material bot abonament
      wirtualny serwer_wirtualny katalog_public_html konto_studenta konto_poczty port dysk umowa
      umowy komputer komputera laptop link_udostepniania folder_udostepniony udostepnienie
      strona_domowa strona_osobista lacze polaczenie router
      konto_(studenta|pracownika|autora|uzytkownika|abonenta) domena_klienta
    `,
    person: "klient[a]? klientow uzytkownik[a]? abonent uzytkownika autor_wpisu autora",
    act: `
      (usunie|zablokowa|wylaczo|zawieszo|skasowa|dezaktywowa|zamknie|odlaczo|wyczyszczo|
        wypowiedzia|odcie|unieruchomio|wygaszo|ukry|zlikwidowa|zdje|uniemozliwio|rozwiaza)(ny|na|ne|
        nych|ty|ta|te|ci|ni|to|no)
      usunelismy usunal usunela usuneli usunelam usunalem zablokowalismy zablokowal zablokowali
      zawiesilismy zawiesil wylaczylismy wylaczyl skasowalismy skasowal zamknelismy zamknal
      dezaktywowalismy odlaczylismy zdjelismy odcielismy przeniesione_do_kwarantanny odlaczono
      odlaczon[aoy]_od_sieci(_uczelnianej)? odciet[aey]_od_(sieci|internetu) zdjalem wylaczylem
      zablokowalem skasowalem ubilem ubity ubita ubite wywalon[aey] wywalilismy wywalilem
      wyrzucon[aey] zabezpieczono_i_usunieto zbanowan[aey] w_kwarantannie w_kwarantanne
    `,
    state: `
      nieaktywn[aey] niedostepn[aey] offline
      (juz_)?nie_(jest_|sa_)?(juz_)?(dostepn[aey]|aktywn[aey]|osiagaln[aey]|odpowiada|
        widoczn[aey]|dziala|dzialaja|istnieje|rozwiazuje_sie|otwiera_sie|laduje_sie)(_juz)?
      strona_nie_dziala nic_(juz_)?nie_jest_dostepne
      (zwraca|pokazuje|wyswietla)_(teraz_|juz_|blad_|kod_|strone_)*(404|403|410|451)
    `,
    who: `
      my ja nasz[a]? nasi nasz_(zespol|klient|administrator|dzial|operator)
      przez_(nas|naszych_(administratorow|technikow)|nasz_zespol|klienta|wlasciciela|uzytkownika|
        abonenta|rejestr|nasze_(go|j)?)
      z_naszych_serwerow z_naszego_serwera po_naszej_stronie na_naszych_(serwerach|routerach)
      wlasciciel wlasciciela wlascicielowi abonent abonenta klientowi on swoje swoj jego
      konto_studenta student(a|ka)? studenta
    `,
    when: `
      dzis dzisiaj wczoraj teraz juz obecnie aktualnie przed_chwila dzis_rano natychmiast
      niezwlocznie bezzwlocznie od_(dzis|wczoraj|TIME|rana) o_(godz_|godzinie_)?TIME TIME godz
      godzin[ay] w_dniu_(TIME|dzisiejszym|wczorajszym) dnia_TIME
      (w_)?(poniedzialek|wtorek|srode|czwartek|piatek|sobote|niedziele)
      [0-9]{1,2}_(stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|wrzesnia|
        pazdziernika|listopada|grudnia)(_20[0-9]{2})?
      trwale na_stale w_trybie_natychmiastowym godzine_temu w_miedzyczasie
    `,
    how: `
      calkowicie w_calosci skutecznie recznie
      (z_powodu|ze_wzgledu_na|w_zwiazku_z|zgodnie_z|na_podstawie|po|w_odpowiedzi_na|w_wyniku|
        za)_(naruszenia_|naruszenie_|naruszeniem_|lamanie_|
        zlamania_)?(panstwa_)?(otrzymaniu_)?(naruszenia|naruszenie|naruszeniem|naduzycia|phishing|
        phishingu|zgloszenia|zgloszenie|zgloszeniem|zgloszeniu|weryfikacji|analizie|analizy|
        regulaminu|regulaminem|otrzymaniu|dsa)
      regulaminu zglosz(on[aey]|onej|onego)_przez_panstwa naruszenia (client|server)_?hold
      z_zewnatrz (w|na)_(client|server)_?hold LAW ze_skutkiem_natychmiastowym ust
      na_podstawie_LAW(_regulaminu)?
    `,
    little: `
      i oraz a takze w we z ze na do od po dla o jest sa byl[aoy]? zostal[aoy]? zosta[l]y zostalo
      zostali ten ta to te tego tej tych jej jego ich wszystkie cal[aey] caly oba obie zgloszon[aey]
      zgloszonej zgloszonego wskazan[aey] wskazanej wskazanych wskazanego wymienion[aey]
      wspomnian[aey] odnosn[aey] przedmiotow[aey] dan[aey] fałszyw[aey] falszyw[aey] zlosliw[aey]
      zainfekowan[aey] zhakowan[aey] powiazan[aey] podan[aey] witam gotowe zrobione tak wiec zatem
      dlatego sie tym ponadto powyzsz[aey] powyzszej ow[aey]? wiazan[aey] podjeto dzialania wykonane
      zrealizowane zgloszenie_(zostalo_)?(zrealizowane|rozwiazane) konto a_takze umowa_z_klientem
      klientem osoby www serwera_www ktorego z_ktorego udostepniano serwowano sieci uczelnianej
      osobist[aey] domow[aey] wraz razem z_zawartoscia wszystkimi moj[aei]?
    `,
    beside: `
      dzien dobry witam dziekujemy dziekuje za zgloszenie informacje pozdrawiam pozdrawiamy z
      powazaniem klient poinformowany wlasciciel poinformowan[ya] powiadomiony ostrzezony zamykam
      zamykamy ticket sprawe sprawa zamknieta zamkniete o_przyczynie_blokady i hasla haslo
      zmienilismy zmienione zresetowane zaktualizowan[aey] wtyczki sprawdzilismy zweryfikowalismy
      potwierdzamy ze a klienta nasza o_tym tym komentarz nota odpowiedz dzieki pozdr dzien_dobry
      zabezpieczono dla organow_scigania milego_dnia przepraszamy_za_(zwloke|opoznienie) sorki
    `,
  },
  doubts: saying(
    " ",
    [
      "now[aey]",
      "(jest|sa|nadal|wciaz) (online|dostepn[aey])",
      "",
      "nie",
      "nic",
      "zad[ea]n[aey]?",
      "nigdy",
      "bez",
      "ale",
      "jednak",
      "lecz",
      "choc",
      "chociaz",
      "oprocz",
      "poza",
      "chyba",
      "jesli",
      "jezeli",
      "gdy",
      "kiedy",
      "dopoki",
      "az",
      "zanim",
      "bedzie",
      "beda",
      "zostanie",
      "zostana",
      "moze",
      "moga",
      "mozemy",
      "powin[a-z]+",
      "musi",
      "musza",
      "nalezy",
      "tylko",
      "jedynie",
      "czesc",
      "czesci",
      "czesciowo",
      "niektore",
      "inn[aey]",
      "drug[aiy]",
      "reszta",
      "pozostal[aey]",
      "polowa",
      "jeszcze",
      "nadal",
      "wciaz",
      "ponownie",
      "znowu",
      "znow",
      "przywroc[a-z]+",
      "wrocil[aoy]?",
      "odblokowan[aey]",
      "tymczasowo",
      "omylkowo",
      "pomylk[a-z]+",
      "blad",
      "blednie",
      "twierdzi",
      "mowi",
      "podobno",
      "rzekomo",
      "wedlug",
      "mysle",
      "sadze",
      "wydaje",
      "prawdopodobnie",
      "byc moze",
      "wkrotce",
      "niebawem",
      "jutro",
      "pozniej",
      "poprosilismy",
      "prosba",
      "usunac",
      "zablokowac",
      "zawiesic",
      "wylaczyc",
      "usuniecie",
      "usuniecia",
      "blokad[aey]",
      "zniesion[aey]",
      "przenies[a-z]+",
      "gdzie indziej",
    ],
    " ",
  ),
  stands: [
    / nie (?:[a-z]+ ){0,3}(usuniet[aeyo]|zablokowan[aeyo]|zawieszon[aeyo]|wylaczon[aeyo]) /,
    / (wrocil|powrocil)[aoiy]? (?!do |z )/,
    / (nadal|wciaz|ciagle|ponownie|znowu) (?:[a-z]+ ){0,2}(dostepn[aey]|aktywn[aey]|online|dziala) /,
  ],
  notOurs: [
    / (innego|inny|innym) (operatora|dostawcy|hostingu|rejestratora|operator|dostawca) /,
    / (nie mamy|nie ma) (?:[a-z]+ ){0,3}nic wspolnego /,
    / nic wspolnego /,
    / (sprawdzic|prosze) (?:[a-z]+ ){0,3}w (bazie )?(ripe|whois) /,
    saying(
      " nie (?:[a-z]+ ){0,3}",
      [
        "nalezy",
        "naleza",
        "naszych",
        "naszej",
        "naszym",
        "naszego",
        "nasz",
        "nasza",
        "nasze",
        "nami",
        "u nas",
        "jestesmy",
        "obslugujemy",
        "hostujemy",
        "zarzadzamy",
        "hostowan[aey]",
        "jest nasz",
        "odpowiadamy",
      ],
      " (?!(regulamin|zasad))",
    ),
    saying(
      " (tylko|jedynie|wylacznie) (?:[a-z]+ ){0,3}",
      [
        "rejestratorem",
        "rejestrator",
        "rejestr",
        "posrednikiem",
        "dostawca (lacza|domeny)",
        "domene",
        "dns",
        "domen",
        "lacze",
        "kolokacje",
        "adresy",
      ],
      " ",
    ),
    saying(
      " ",
      ["skontaktowac", "kontakt", "zwrocic", "zglosic", "skierowac", "kierowac", "kontaktowac"],
      " (?:[a-z]+ ){0,6}(z|do|sie) (?:[a-z]+ ){0,3}",
      [
        "firma",
        "hosting[a-z]*",
        "dostawc[a-z]+",
        "operator[a-z]*",
        "wlasciciel[a-z]*",
        "rejestrator[a-z]*",
        "administrator[a-z]*",
      ],
      " ",
    ),
    saying(
      " ",
      ["nalezy", "naleza", "hostowana", "obslugiwana", "znajduje sie", "przydzielony", "utrzymywana"],
      " (?:[a-z]+ ){0,2}(do|w|przez|u|na) (?!(nas|naszej|naszego|naszych|naszym|naszemu)\\b)",
    ),
    saying(
      " ",
      ["przeniosl", "przeniesiona", "przeniesiony", "przeszedl", "odszedl", "zmienil", "sprzedany"],
      " (?:[a-z]+ ){0,4}(do|innego|inny|operatora|dostawce) ",
    ),
    / nie (jest|jestesmy) (juz )?(?:[a-z]+ ){0,2}klient /,
    / (zly|bledny|niewlasciwy) (?:[a-z]+ )?(adres|dzial|adresat) /,
  ],
  form: [
    saying(
      " ",
      [
        "przez",
        "poprzez",
        "formularza",
        "wypelnienie",
        "wypelnic",
        "skorzystac",
        "za pomoca",
        "na",
        "uzyc",
        "korzystajac",
        "uzycie",
        "pomoca",
      ],
      " (?:[a-z]+ ){0,6}",
      ["formularz", "formularza", "formularzem", "formularzu", "portal", "portalu", "panel zgloszen", "platforme"],
      " ",
    ),
    saying(
      " ",
      ["zgloszenia", "zgloszenie", "zglaszac", "naduzycia", "skargi", "zglos"],
      " (?:[a-z]+ ){0,10}",
      ["na", "pod", "przez", "poprzez", "tutaj", "adresem", "stronie"],
      " (?:[a-z]+ ){0,3}URL ",
    ),
    saying(
      " (skrzynka|adres|poczta) (?:[a-z]+ ){0,4}nie (?:[a-z]+ ){0,2}",
      ["monitorowan[aey]", "czytan[aey]", "obslugiwan[aey]", "odczytywan[aey]"],
      " ",
    ),
    / nie (?:[a-z]+ ){0,4}(droga mailowa|mailem|e ?mailem|przez e ?mail) /,
  ],
  refused: [
    saying(
      " ",
      [
        "bezzasadn[aey]",
        "nie bedzie (stosowana|usunieta|blokowana)",
        "nie (?:[a-z]+ ){0,2}(usuniemy|zablokujemy|zdejmiemy|narusza)",
        "bez (?:[a-z]+ ){0,3}(sadu|wyroku|postanowienia|prokuratur[a-z]*)",
      ],
      " ",
    ),
    saying(
      " nie (?:[a-z]+ ){0,2}",
      [
        "podejmiemy",
        "podejmujemy",
        "usuniemy",
        "usuwamy",
        "zablokujemy",
        "blokujemy",
        "mozemy usunac",
        "stwierdzilismy",
        "stwierdzono",
        "narusza",
        "naruszenia",
        "widzimy podstaw",
        "uwzglednimy",
        "ma podstaw",
        "znajdujemy",
      ],
      " ",
    ),
    saying(
      " ",
      ["bez", "tylko", "wylacznie", "jedynie", "na podstawie", "po otrzymaniu"],
      " (?:[a-z]+ ){0,4}",
      ["nakaz[a-z]*", "wyrok[a-z]*", "postanowieni[a-z]*", "sad[a-z]*", "orzeczeni[a-z]*", "prokurator[a-z]*"],
      " ",
    ),
    saying(
      " ",
      [
        "odrzucon[aey]",
        "odrzucamy",
        "odmawiamy",
        "odmowa",
        "bezzasadn[aey]",
        "brak (podstaw|naruszen[a-z]*)",
        "wolnosc[a-z]* slowa",
        "legaln[aey]",
        "pozostanie (?:[a-z]+ )?(dostepn[aey]|online)",
      ],
      " ",
    ),
  ],
  question: [
    saying(
      " ",
      ["mozecie", "moze pan", "moze pani", "czy moga panstwo", "mogliby", "prosilbym", "poprosze"],
      " (?:[a-z]+ ){0,3}",
      ["podeslac", "przeslac", "wyslac", "podac", "przekazac", "napisac", "o"],
      " ",
    ),
    / (podeslac|przeslac|podac) (?:[a-z]+ ){0,3}(screen[a-z]*|zrzut[a-z]*|link[a-z]*|adres[a-z]*|logi|url) /,
    [
      saying(
        " ",
        ["prosimy", "prosze", "prosba", "poprosimy", "proszeni"],
        " (?:[a-z]+ ){0,3}(o )?(?:[a-z]+ ){0,3}",
        [
          "podanie",
          "podac",
          "przeslanie",
          "przeslac",
          "wskazanie",
          "wskazac",
          "dokladnego",
          "pelnomocnictwo",
          "dostarczenie",
          "uzupelnienie",
          "doprecyzowanie",
          "potwierdzenie",
          "wyjasnienie",
          "informacje o",
          "zrzut",
          "logi",
          "adres",
          "wyslac",
          "wyslanie",
          "dane",
        ],
        " ",
      ),
      / (formularz|klienta o usuniecie) /,
    ],
    saying(
      " ",
      [
        "czy",
        "czyim",
        "jakim",
        "jaki",
        "jaka",
        "jakie",
        "ktory",
        "ktora",
        "ktore",
        "gdzie",
        "kiedy",
        "kto",
        "co",
        "skad",
        "jak",
        "o jaki",
        "o ktora",
      ],
      " (?:[a-z0-9]+ ){0,25}\\? ",
    ),
    saying(
      " ",
      ["potrzebujemy", "wymagamy", "brakuje", "niezbedne", "potrzebne"],
      " (?:[a-z]+ ){0,8}",
      [
        "informacji",
        "dowodow",
        "logow",
        "zrzut[a-z]*",
        "adres[a-z]*",
        "dat[a-z]*",
        "godzin[a-z]*",
        "pelnomocnictw[a-z]*",
        "danych",
        "szczegolow",
        "link[a-z]*",
      ],
      " ",
    ),
    / nie (?:[a-z]+ ){0,3}(widzimy|mozemy znalezc|znalezlismy|udalo|mozemy odtworzyc|potrafimy|otwiera) /,
  ],
  acknowledged: [
    saying(
      " ",
      [
        "zlecilem",
        "zlecilismy",
        "zleciłam",
        "przekazalem",
        "przekazalam",
        "odezwe sie",
        "odezwiemy sie",
        "sprawdze",
        "sprawdzimy",
        "zajmiemy sie",
        "zajme sie",
        "rzuce okiem",
        "popatrze",
        "dam znac",
        "damy znac",
        "podejmie",
        "podejmiemy",
        "dostal (?:[a-z0-9]+ ){0,3}(godzin|czas|dni)",
      ],
      " ",
    ),
    saying(
      " ",
      [
        "otrzymalismy",
        "przyjelismy",
        "przyjete",
        "zarejestrowan[aeoy]+",
        "przekazalismy",
        "przekazano",
        "przekazan[aey]",
        "przeslalismy",
        "sprawdzamy",
        "sprawdzimy",
        "weryfikujemy",
        "badamy",
        "analizujemy",
        "rozpatrzenie",
        "rozpatrzymy",
        "rozpatrywan[aey]",
        "zajmiemy",
        "zajmujemy",
        "poinformowalismy",
        "powiadomilismy",
        "poprosilismy",
        "skontaktowalismy",
        "odpowiemy",
        "godziny na",
        "godzin na",
        "numerem",
        "w toku",
        "oczekujemy",
        "czekamy",
        "przekazujemy",
        "wyjasniamy",
        "wezwalismy",
        "zostanie",
        "zablokujemy",
        "usuniemy",
        "wylaczymy",
        "zawiesimy",
        "obiecal[aoi]?",
        "zobowiazal[aoi]?",
        "damy znac",
        "poinformujemy",
        "powiadomimy",
        "odpowiedz (?:[a-z]+ ){0,2}najszybciej",
      ],
      " ",
    ),
    / (dziekujemy|dziekuje|dzieki) (?:[a-z]+ )?za /,
  ],
  passedOn: [
    saying(
      " (?:przekazal[a-z]+|przekazano|przekazan[aeyo]|przekazujemy|przeslal[a-z]+|przeslano",
      "|przeslan[aeyo]|wyslal[a-z]+) (?:[a-z]+ ){0,6}(?:klientowi|klienta|klientce|abonentowi",
      "|abonenta|wlascicielowi|wlasciciela|resellerowi|resellera|uzytkownikowi|uzytkownika",
      "|administratorowi strony|operatorowi serwisu|najemcy|dzierzawcy) ",
    ),
    saying(
      " (?:poinformowal[a-z]+|powiadomil[a-z]+|wezwal[a-z]+|poprosil[a-z]+|skontaktowal[a-z]+",
      " sie z|zobowiazal[a-z]+|upomnial[a-z]+) (?:[a-z]+ ){0,3}(?:klienta|klientem|abonenta",
      "|wlasciciela|wlascicielem|resellera|resellerem|uzytkownika|uzytkownikiem|najemce) ",
    ),
    saying(
      " (?:klient|abonent|wlasciciel|reseller|uzytkownik|najemca) (?:[a-z]+ ){0,3}(?:zostal",
      "|zostala|ma|otrzymal|dostal) (?:[a-z]+ ){0,3}(?:poinformowany|powiadomiony|wezwany",
      "|poproszony|[0-9]+|czas|godzin|termin|do) ",
    ),
    saying(
      " (?:klient|abonent|wlasciciel|uzytkownik) (?:[a-z]+ ){0,3}(?:obiecal|zobowiazal",
      "|zapewnil|zadeklarowal) ",
    ),
    saying(" (?:jesli|jezeli|gdy) (?:nasz )?(?:klient|abonent|wlasciciel|uzytkownik) nie "),
  ],
  notFound: [
    saying(
      " nie (?:[a-z]+ ){0,4}(?:znalezlismy|znaleziono|znalazl[a-z]+|znajdujemy|widzimy|widac",
      "|stwierdzilismy|stwierdzono|wykryto|wykrylismy|udalo sie (?:[a-z]+ )?(?:odtworzyc",
      "|znalezc|potwierdzic|odnalezc)|odnalezlismy|odnaleziono|potwierdzamy|odtworzyc|widze)",
      " (?!.*narusz)",
    ),
    saying(" (?:zadnego|zadnej|zadnych) (?:[a-z]+ ){0,3}(?:phishingu|tresci|strony|pliku|sladow", "|zlosliw[a-z]+) "),
  ],
  closed: [
    saying(
      " (?:zgloszenie|ticket|sprawa|wniosek)(?: [a-z0-9]+){0,5} (?:zamkniet[aeyo]",
      "|rozwiazan[aeyo]|polaczon[aeyo]|scalon[aeyo]|zakonczon[aeyo]) ",
    ),
    saying(" (?:zamykamy|zamykam) (?:[a-z]+ ){0,2}(?:zgloszenie|ticket|sprawe) "),
  ],
  absent: [
    saying(
      " (?:jestem|bede|przebywam|jestesmy) (?:[a-z]+ ){0,4}(?:na urlopie|poza biurem",
      "|nieobecn[a-z]+|na zwolnieniu|w delegacji|w podrozy) ",
    ),
    saying(" (?:na urlopie|nieobecn[a-z]+|poza biurem) (?:[a-z]+ ){0,2}(?:do|od) "),
    saying(" (?:nie pracuje juz|juz nie pracuje) "),
    saying(" (?:biuro|firma) (?:[a-z]+ ){0,4}(?:zamkniet[aey]|nieczynn[aey]) "),
  ],
  unreached: [
    saying(
      " (?:wiadomosc|wiadomosci|e ?mail|mail) (?:[a-z]+ ){0,3}nie (?:[a-z]+",
      " ){0,3}(?:dostarczon[aey]|doreczon[aey]|dostarczyc|doreczyc|przyjet[aey]) ",
    ),
    saying(" (?:skrzynka) (?:[a-z]+ ){0,4}(?:pelna|przepelniona|nie istnieje|zapelniona) "),
    saying(" (?:potwierdz|potwierdzic|udowodnij|udowodnic) (?:[a-z]+ ){0,5}(?:czlowiekiem|robotem) "),
  ],
  forLater: saying(
    " (?:w przyszlosci|nastepnym razem|kolejne zgloszenia|przyszle zgloszenia|na przyszlosc",
    "|szybciej|szybsz[a-z]+|mozna rowniez|moga panstwo rowniez|takze przez|inne zgloszenia",
    "|nie odpowiada[a-z]*|prosimy nie odpowiadac|sledzic|status)",
  ),
  ofOurs: saying(
    " (?:nasz|naszego|naszemu|naszym|nasza|naszej) (?:[a-z]+ )?(?:klient[a-z]*",
    "|reseller[a-z]*|uzytkownik[a-z]*|biur[a-z]*|dzial[a-z]*|zespol[a-z]*|oddzial[a-z]*) ",
  ),
  away: [
    saying(
      " ",
      [
        "na urlopie",
        "urlop",
        "poza biurem",
        "nieobecn[a-z]+",
        "nieobecnosc[a-z]*",
        "po powrocie",
        "wracam",
        "powroce",
        "zwolnieniu",
        "nie pracuje",
        "nieczynne",
        "dni wolne",
        "biuro (?:[a-z]+ ){0,2}zamkniete",
      ],
      " ",
    ),
  ],
});

export const polish: Lexicon = {
  language: "pl",
  common: `
    i w z na nie jest zostala zostalo zostal zostaly sie do dla ze to przez juz panstwa panstwo nasz
    naszego naszej naszych naszym naszemu prosimy prosze dziekujemy szanowni witam od o jako te ten
    ta czy ma tylko pod po mamy powazaniem strona konto tresc jestem dzien dobry lub oraz
  `,
  sayings: once(sayings),
};
