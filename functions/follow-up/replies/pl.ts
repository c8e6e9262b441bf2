import type { Lexicon } from "./lexicon.ts";

const off =
  "((usunie|zablokowa|wylaczo|zawieszo|skasowa|dezaktywowa|zamknie|odlaczo|wyczyszczo|wypowiedzia|odcie|unieruchomio|wygaszo|ukry|zlikwidowa|zdje|uniemozliwio|rozwiaza)(ny|na|ne|nych|ty|ta|te|ci|ni|nym|no|to)|nieaktywn[aey]|niedostepn[aey]|offline)";
const past =
  "(usunelismy|usunal|usunela|usuneli|usunelam|usunalem|zablokowalismy|zablokowal|zablokowali|zawiesilismy|zawiesil|wylaczylismy|wylaczyl|skasowalismy|skasowal|zamknelismy|dezaktywowalismy|odlaczylismy|zdjelismy|odcielismy)";

/** Polish. */
export const polish: Lexicon = {
  language: "pl",
  common:
    "i w z na nie jest zostala zostalo zostal zostaly sie do dla ze to przez juz panstwa panstwo nasz naszego naszej naszych naszym naszemu prosimy prosze dziekujemy szanowni witam od o jako te ten ta czy ma tylko pod po mamy powazaniem strona konto tresc jestem dzien dobry lub oraz",
  polite: [
    / (informujemy|potwierdzamy|zawiadamiamy|uprzejmie informujemy)( ze)? /g,
    / w razie [a-z ]{0,20}pytan[a-z ]{0,40}/g,
    / prosimy o cierpliwosc/g,
    / (przez|od) panstwa /g,
  ],
  joints: / (?=(?:i|a|ale|jednak|poniewaz|bo|do czasu|od|oraz|wiec|natomiast|gdyz) )/,
  gone: [
    new RegExp(` ${off} `),
    new RegExp(` ${past} `),
    / nie (?:[a-z]+ ){0,2}(juz |jest juz )?(dostepn[aey]|aktywn[aey]|osiagaln[aey]|odpowiada|widoczn[aey]|dziala) /,
    / (zwraca|pokazuje|wyswietla) (?:[a-z]+ ){0,4}(404|403|410|451) | (client|server) ?hold /,
  ],
  notDone:
    / (prawie|niemal|wiekszosc|pomylkowo|omylkowo|przez pomylke|niewlasciw[aey]|nie(?! (?:juz |jest )*(jest|dziala|sa|odpowiada|dostepn[aey]|aktywn[aey]|osiagaln[aey]|widoczn[aey]))|tylko|jedynie|na razie|(jedna?|jeden|dwie|dwa|trzy|cztery|[0-9]+) z|mowi|czesc|czesci|panstwa|pana|pani|nigdy|nic|zaden|zadna|zadne|zostanie|zostana|bedzie|beda|usuniemy|mozemy|moze|moga|powinien|powinna|powinno|powinny|musi|poprosilismy|poproszono|poproszony|prosimy|prosze|wezwalismy|wezwany|przed|czesciowo|niektore|inny|inna|inne|podobn[aey]|twierdzi|podobno|rzekomo|wkrotce|niebawem|jutro|w trakcie|aby|zeby|ponownie|znowu|zawsze|zwykle|jeszcze|o usuniecie|zgloszenie (?:[a-z]+ ){0,2}(zamkniete|usuniete)|wiadomosc (?:[a-z]+ ){0,2}(usunieta|zablokowana)|ticket) | nie zostal[aoy]? | \? /,
  aside:
    / (geo ?blok[a-z]*|dostep z|(w|z|dla) (polsce|polski|ue|unii|europie)|uzytkownikow z|blokad[aey]|zawieszenie|ograniczeni[ae]|zakaz|list[ay]|indeks[u]?|wyszukiwar[a-z]+|wynikow wyszukiwania|z google|cache|kopi[ae] zapasow[aey]|monitoring[u]?) /,
  hypothetical:
    / (w (takich|tych|podobnych) przypadkach|chyba|mysle|myslimy|sadze|sadzimy|wydaje|podobno|slyszelismy|o ile wiemy|jesli|jezeli|gdy|kiedy|o ile|chyba ze|w przypadku|skoro tylko|gdyby|dopoki|jak tylko|po usunieciu) /,
  stands: [
    / nie (?:[a-z]+ ){0,3}(usuniet[aeyo]|zablokowan[aeyo]|zawieszon[aeyo]|wylaczon[aeyo]) /,
    / (wrocil|powrocil)[aoiy]? (?!do |z )/,
    / (nadal|wciaz|ciagle|ponownie|znowu) (?:[a-z]+ ){0,2}(dostepn[aey]|aktywn[aey]|online|dziala) /,
  ],
  notOurs: [
    / nie (?:[a-z]+ ){0,3}(nalezy|naleza|naszych|naszej|naszym|naszego|nasz|nasza|nasze|nami|u nas|jestesmy|obslugujemy|hostujemy|zarzadzamy|hostowan[aey]|jest nasz|odpowiadamy) (?!(regulamin|zasad))/,
    / (tylko|jedynie|wylacznie) (?:[a-z]+ ){0,3}(rejestratorem|rejestrator|rejestr|posrednikiem|dostawca (lacza|domeny)|domene|dns|domen|lacze|kolokacje|adresy) /,
    / (skontaktowac|kontakt|zwrocic|zglosic|skierowac|kierowac|kontaktowac) (?:[a-z]+ ){0,6}(z|do|sie) (?:[a-z]+ ){0,3}(firma|hosting[a-z]*|dostawc[a-z]+|operator[a-z]*|wlasciciel[a-z]*|rejestrator[a-z]*|administrator[a-z]*) /,
    / (nalezy|naleza|hostowana|obslugiwana|znajduje sie|przydzielony|utrzymywana) (?:[a-z]+ ){0,2}(do|w|przez|u|na) (?!(nas|naszej|naszego|naszych|naszym|naszemu)\b)/,
    / (przeniosl|przeniesiona|przeniesiony|przeszedl|odszedl|zmienil|sprzedany) (?:[a-z]+ ){0,4}(do|innego|inny|operatora|dostawce) | nie (jest|jestesmy) (juz )?(?:[a-z]+ ){0,2}klient | (zly|bledny|niewlasciwy) (?:[a-z]+ )?(adres|dzial|adresat) /,
  ],
  form: [
    / (przez|poprzez|formularza|wypelnienie|wypelnic|skorzystac|za pomoca|na|uzyc|korzystajac|uzycie|pomoca) (?:[a-z]+ ){0,6}(formularz|formularza|formularzem|formularzu|portal|portalu|panel zgloszen|platforme) /,
    / (zgloszenia|zgloszenie|zglaszac|naduzycia|skargi|zglos) (?:[a-z]+ ){0,10}(na|pod|przez|poprzez|tutaj|adresem|stronie) (?:[a-z]+ ){0,3}URL /,
    / (skrzynka|adres|poczta) (?:[a-z]+ ){0,4}nie (?:[a-z]+ ){0,2}(monitorowan[aey]|czytan[aey]|obslugiwan[aey]|odczytywan[aey]) | nie (?:[a-z]+ ){0,4}(droga mailowa|mailem|e ?mailem|przez e ?mail) /,
  ],
  refused: [
    / nie (?:[a-z]+ ){0,2}(podejmiemy|podejmujemy|usuniemy|usuwamy|zablokujemy|blokujemy|mozemy usunac|stwierdzilismy|stwierdzono|narusza|naruszenia|widzimy podstaw|uwzglednimy|ma podstaw|znajdujemy) /,
    / (bez|tylko|wylacznie|jedynie|na podstawie|po otrzymaniu) (?:[a-z]+ ){0,4}(nakaz[a-z]*|wyrok[a-z]*|postanowieni[a-z]*|sad[a-z]*|orzeczeni[a-z]*|prokurator[a-z]*) /,
    / (odrzucon[aey]|odrzucamy|odmawiamy|odmowa|bezzasadn[aey]|brak (podstaw|naruszen[a-z]*)|wolnosc[a-z]* slowa|legaln[aey]|pozostanie (?:[a-z]+ )?(dostepn[aey]|online)) /,
  ],
  question: [
    [
      / (prosimy|prosze|prosba|poprosimy|proszeni) (?:[a-z]+ ){0,3}(o )?(?:[a-z]+ ){0,3}(podanie|podac|przeslanie|przeslac|wskazanie|wskazac|dokladnego|pelnomocnictwo|dostarczenie|uzupelnienie|doprecyzowanie|potwierdzenie|wyjasnienie|informacje o|zrzut|logi|adres|wyslac|wyslanie|dane) /,
      / (formularz|klienta o usuniecie) /,
    ],
    / (czy|czyim|jakim|jaki|jaka|jakie|ktory|ktora|ktore|gdzie|kiedy|kto|co|skad|jak|o jaki|o ktora) (?:[a-z0-9]+ ){0,25}\? /,
    / (potrzebujemy|wymagamy|brakuje|niezbedne|potrzebne) (?:[a-z]+ ){0,8}(informacji|dowodow|logow|zrzut[a-z]*|adres[a-z]*|dat[a-z]*|godzin[a-z]*|pelnomocnictw[a-z]*|danych|szczegolow|link[a-z]*) /,
    / nie (?:[a-z]+ ){0,3}(widzimy|mozemy znalezc|znalezlismy|udalo|mozemy odtworzyc|potrafimy|otwiera) /,
  ],
  acknowledged: [
    / (otrzymalismy|przyjelismy|przyjete|zarejestrowan[aeoy]+|przekazalismy|przekazano|przekazan[aey]|przeslalismy|sprawdzamy|sprawdzimy|weryfikujemy|badamy|analizujemy|rozpatrzenie|rozpatrzymy|rozpatrywan[aey]|zajmiemy|zajmujemy|poinformowalismy|powiadomilismy|poprosilismy|skontaktowalismy|odpowiemy|godziny na|godzin na|numerem|w toku|oczekujemy|czekamy|przekazujemy|wyjasniamy|wezwalismy|zostanie|zablokujemy|usuniemy|wylaczymy|zawiesimy|obiecal[aoi]?|zobowiazal[aoi]?|damy znac|poinformujemy|powiadomimy|odpowiedz (?:[a-z]+ ){0,2}najszybciej) /,
    / (dziekujemy|dziekuje|dzieki) (?:[a-z]+ )?za /,
  ],
  away: [
    / (na urlopie|urlop|poza biurem|nieobecn[a-z]+|nieobecnosc[a-z]*|po powrocie|wracam|powroce|zwolnieniu|nie pracuje|nieczynne|dni wolne|biuro (?:[a-z]+ ){0,2}zamkniete) /,
  ],
};
