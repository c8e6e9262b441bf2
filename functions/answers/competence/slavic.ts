import { clauses } from "./clauses.ts";

/**
 * What each language's sayings share: what is reported, who else may be asked, that it is the desk's own, what somebody
 * would do about it, and that without a court or a proof they won't, which is no want of competence.
 */
const inPolish = {
  thing: "(?:domen|adres|ip_|serwer|serwis|stron|witryn|siec|zasob|hosting|host_|url|mail_)",
  party:
    "(?:rejestrator|rejestru_|dostawc|hosting|operator|administrator|wlascicie|wydawc|podmiot|policj|organ|" +
    "instytucj|" +
    "tego_ kto|firm… (?:hosting|ktor|utrzym|obslug))",
  ours: "(?:nasz…|nas_|nami_|nam_)",
  acts: "(?:zablok|blok|usun|wylacz|ingeren|ingerow|dzial|zdj|zarzadz|wstrzym|rozpatr|reag)",
  notForWantOfProof: "(?![^.!?]{0,60}(?: bez | sad|postanowien|podstaw|dowod))",
};
/** "We do not answer for the content of our customers' sites" is said by a host. */
const notOfPolishContent = "(?!~(?:tresc|zawartosc|informacj|dane_|danych_))";

export const polish = clauses({ endsGap: "nasz" }, [
  // Outside what we may and can.
  `(?:nie|poza|wykracza…|wychodzi…) ~(?:naszej|naszym|naszych|nasze|nasza) ~(?:kompetenc|gesti|uprawnien|` +
    `wlasciwosc|zakres|` +
    `odpowiedzialnosc|moc_|mocy|jurysdykc|obszar|obowiazk)`,
  `poza ~(?:nasza|naszymi|naszym) ~(?:siec|serwer|infrastruktur|system|zasob|kontrol)`,
  "nie jestesmy ~(?:dostawc|wlascicielem|operator|administrator|rejestrator|hosting|podmiot|adresat|strona_|organ|" +
    "instytucj|firma_|wlasciw|odpowiedni|kompetentn)",
  `nie jestesmy ~(?:uprawni|upowazni|wladni)… ~do ~${inPolish.acts}`,
  `(?:nie (?:mamy|posiadamy|dysponujemy|ma_)|brak) ~(?:wplywu_|kontroli_|dostepu do ~(?:serwer|tresc|zawart|stron|` +
    `domen|kont|plik)|(?:uprawni|mozliwosc|srodk|narzedzi|praw)… ~${inPolish.acts})${inPolish.notForWantOfProof}`,
  // Not with us, not by us.
  "nie (?:jest |sa |byl… |zosta… |bedzie )?(?:juz |to )?(?:hostowan|utrzymywan|umieszczon|znajduj|lez|dziala|" +
    "stoi_|pochodz|" +
    "korzysta|zarejestrowan|obslugiwan|zlokalizowan|przypisan|przydzielon|delegowan|administrowan|zarzadzan|" +
    `wchodz|figuruj|zwiazan|powiazan)… ~${inPolish.ours}`,
  "nie ~(?:do|w) (?:wlasciwosci|kompetencji|gestii) nasz",
  "nie jest to ~(?:domen|stron|adres|serwer)… ~(?:w naszej|u nas_|nasz… siec)|nie pelnimy ~roli",
  `nie nale(?:zy|za|zal…) ~do ${inPolish.ours}`,
  `(?:u nas|przez nas|z nami|do nas|nasz… (?:siec|serwer|system|infrastruktur|uslug)…) ~nie (?:jest |sa |zosta… )?` +
    "(?:hostow|utrzym|znajduj|obslug|zarejestr|administr|zarzadz|figuruj|korzysta|nalez|stoi_|dziala)",
  "nie (?:jest |sa |byl… |to )?(?:juz )?nasz(?:ym|ymi|a|e|i)? (?:klient|abonent|uzytkownik|siec|adres|serwer|" +
    "domen|klas|" +
    "adresacj|pul|podsiec)" +
    "(?:em|ami|ka|ka|a|y)?_",
  `${inPolish.thing}… ~nie (?:obslugujemy|hostujemy|zarzadzamy|administrujemy|utrzymujemy|prowadzimy)_`,
  `nie (?:obslugujemy|hostujemy|zarzadzamy|administrujemy|utrzymujemy|kontrolujemy|prowadzimy|rejestrowalismy|` +
    `rejestrujemy) ${notOfPolishContent}~${inPolish.thing}`,
  "nie (?:swiadcz|oferuj)… ~(?:uslug|hosting)",
  `nie (?:odpowiadamy|ponosimy ~odpowiedzialnosci) za (?:ten|ta|te|to|wskazan…|` +
    `podan…) ${notOfPolishContent}~${inPolish.thing}`,
  "nie m(?:a|amy) ~(?:nic|zadnego|zadnych)? ?(?:wspolnego|zwiazku|powiazan)_|nas nie dotyczy",
  // Only a part of it is ours.
  "(?:tylko|jedynie|wylacznie) ~(?:rejestrator(?:em|ami)?_|posredni(?:k|c)|resel|odsprzeda|tranzyt|lacz[ea]_|" +
    "transmisj|operatorem|cdn_|proxy_|dns_|kolokacj|uslug… rejestracj)",
  `(?:moze|moga|mozliw…) ~(?:tylko|wylacznie|jedynie) ~${inPolish.party}`,
  `(?:tylko|wylacznie|jedynie) ~${inPolish.party}… ~(?:moze|moga|wladn|decyduje)`,
  `w gestii ~${inPolish.party}|(?:wlasciw…|kompetentn…|odpowiedni…) (?:adresat|podmiot|organ|stron|` +
    `instytucj)… ~jest|` +
    `(?:wlasciw|kompetentn|odpowiedni|odpowiedzialn)… jest ~${inPolish.party}|adresatem ~(?:powin…|` +
    `jest) ~${inPolish.party}`,
  // Others have it.
  `(?:hosting|hostow|znajduj|utrzym|obslug|zarzadz|zapewnia|nalez|przenie|przenios|dzierzaw|dyspozycj|` +
    `posiadani|przydziel|` +
    `zarejestr|prowadz)… ~` +
    "(?:ktos inny|(?:inn|zewnetrzn|obc)… ~(?:firm|dostawc|operator|hosting|siec|sieci|serwer|rejestrator|podmiot))",
  "(?:inn|zewnetrzn)… (?:firm|dostawc|operator|podmiot)… ~(?:hostuje|utrzymuje|obsluguje|zarzadza|" +
    "administruje|odpowiada)",
  `(?:prosze|prosimy|nalezy|trzeba|sugerujemy|zalecamy|radzimy|warto|mozna|powinn…) ~` +
    `(?:kontakt|skontaktow|zwroc|zwrac|skierow|kierow|zglos|zglasz|pisa|napisa|wysla|adresow|zlozy)… ~` +
    `(?:do|z|ze) ~${inPolish.party}|(?:skontaktuj sie|zglos… (?:sie|to)) (?:do|z|ze) ~${inPolish.party}`,
  "(?:pod|na|do) (?:zly|zlego|zlej|niewlasciw…|bledn…|nieodpowiedni…) (?:adres|podmiot|firm|dzial|instytucj)",
  "(?:niewlasciw|bledn|nieodpowiedni)… (?:adresat|odbiorc)|pomyl… ~adres",
]);

const inRussian = {
  thing: "(?:домен|сайт|ресурс|сервер|адрес|ip_|сет[ьи]|подсет|площадк|уз[ле]л|хост_|хостинг|страниц|url_)",
  party:
    "(?:регистратор|реестр|хост|провайдер|владел|администратор|оператор|держател|правообладател|полици|" +
    "(?:компетентн|уполномоченн|надлежащ|соответствующ)… (?:орган|организац|компани|лиц|инстанц)|правоохранит|" +
    "компани… котор|организаци… котор|тем_ кто)",
  ours: "(?:наш…|нам_|нами_|нас_)",
  acts:
    "(?:удал|заблок|блок|отключ|повли|влия|вмеш|управл|сня|прекра|изъя|убра|воздейств|рассм|приня|принима|" +
    "реш|разреш)",
  notForWantOfProof: "(?![^.!?]{0,60}(?: без |суд|основани|доказат))",
};
const notOfRussianContent = "(?!~(?:содерж|контент|информац|публик|данные_|данных_))";

export const russian = clauses({ endsGap: "наш" }, [
  `(?:не|вне|сверх|за пределами|за рамки|за рамками) ~наш(?:ей|у|их|его|ем|и)_ ~(?:компетенц|ведени|полномоч|` +
    `юрисдикц|зон|` +
    "ответственност|власти|силах|контрол|обязанност)",
  "(?:вне|за пределами) наш(?:ей|их|его)_ ~(?:сет|сервер|инфраструктур|площад)",
  `(?:вне|не в|за пределами|за рамки) ~(?:компетенци|полномочи|зоны ответственности|ведени)… (?:компании|` +
    `нашей|нашего)`,
  "не в (?:нашей|наших) (?:власти|силах|компетенции)|от нас не завис",
  `(?:не (?:уполномочены|правомочны|компетентны|вправе)_ ~${inRussian.acts}|${inRussian.acts}… ~не ` +
    `(?:уполномочены|правомочны|компетентны|вправе)_)${inRussian.notForWantOfProof}`,
  "не компетентны_ ~в",
  `(?:нет|не имеем|не располагаем|не обладаем|отсутству…) ~(?:доступа?_ ~к ~(?:сайт|сервер|содерж|контент|` +
    `файл|хост|домен|` +
    `ресурс|оборудован)|(?:возможност|полномоч|средств|рычаг|` +
    `прав)… ~${inRussian.acts})${inRussian.notForWantOfProof}`,
  `${inRussian.acts}… ~(?:мы )?(?:не можем|не в состоянии|не имеем возможности) ~на (?:него|нее|них|это)|` +
    `(?:повли|влия|воздейств)… ~не (?:можем|в состоянии)|не (?:можем|в состоянии) ~(?:повли|влия|воздейств)`,
  `не (?:был… |явля… )?(?:принадлеж|относ|входит|находит|числит|зарегистрир|размещ|обслужива|хост|делегир|закрепл|` +
    `выделен|привяз|подключ|администрир|управл|связан|пользу)… ~${inRussian.ours}`,
  `(?:у нас|нами|нам|к нам|через нас|с нами|на наш… (?:сервер|хостинг|площадк|оборудован|мощност)…|` +
    `в наш… сет…) ~не ` +
    "(?:был… )?(?:размещ|обслужив|принадлеж|хост|находит|относит|числит|администрир|управля|связан|" +
    "зарегистрирован… домен|" +
    "делегир)",
  "(?:размещ|зарегистрир|наход|хост|обслуж|делегир|куплен)… ~не (?:у нас|нами|через нас|на наш)",
  "не (?:явля… |относ… к )?(?:больше )?наш(?:и|а|им|ими|ей)? ~?(?:клиент|абонент|пользовател|сервер|адрес|" +
    "домен|сайт|ресурс|" +
    "сеть_|подсеть_|хостинг|компетенци|зона_|юрисдикци)(?:ом|ами|ы|а|я)?_",
  `не (?:обслуживаем|хостим|размещаем|владеем|управляем|администрируем|контролируем|поддерживаем|регистрировали) ` +
    `${notOfRussianContent}~${inRussian.thing}`,
  `${inRussian.thing}… ~не (?:обслуживаем|хостим|размещаем|владеем|управляем|администрируем|регистрировали)_`,
  "не (?:предоставля|оказыва)(?:ем|ет) ~(?:хостинг|услуг)",
  `не (?:отвечаем|несем ~ответственности) за (?:этот|эту|это|эти|данн…|` +
    `указанн…) ${notOfRussianContent}~${inRussian.thing}`,
  "не являемся ~(?:владел|хост|провайдер|регистратор|оператор|администратор|адресат|сторон|лицом|орган|получател)",
  "(?:мы )?не (?:та|тот|те) (?:организац|компани|адрес|орган|сторон|лиц|провайдер)",
  "не (?:имеем|имеет) ~отношения|отношения ~не име(?:ем|ет)_|не из наш(?:его|их|ей)_ ~(?:диапазон|сет|подсет|" +
    "блок|пул)|" +
    "(?:адрес|ip|сервер|домен|сайт|сеть|подсеть|ресурс) (?:это )?не наш(?:а|и)?_|нас не касается|не по нашей части",
  "(?:лишь|только|исключительно|просто|являемся|всего лишь) ~(?:регистратор(?:ом|ы|ами)?_|реселлер|посредник|" +
    "транзит|" +
    "магистрал|cdn_|прокси|реестр_|реестром|канал[ыа]?_|перепрода|dns_|оператор(?:ом)? (?:связи|транзит))",
  `(?:мо[жг]…|вправе) ~(?:только|лишь|исключительно) ~${inRussian.party}`,
  `(?:только|лишь|исключительно) ~${inRussian.party}… ~(?:может|могут|вправе|решает)`,
  `(?:занима(?:ет|ют)ся|в ведении|в компетенции|рассматрива(?:ет|ют)|реша(?:ет|ют)) ~${inRussian.party}`,
  `за (?:этот|эту|это|данн…|указанн…) ~${inRussian.thing}… ~отвеча(?:ет|ют) ~(?:друг|ин|сторон|${inRussian.party})`,
  "(?:размещ|наход|располож|хост|обслуж|припарк|зарегистр|принадлеж|делегир|перенес|переех|переш|уш|выделен|" +
    "арендован)… ~" +
    "(?:друг|сторонн|чуж|ин)(?:ого|ой|ей|ом|ому|ую|ими|им|их|ие|ая|ым)_ ~(?:хост|провайд|компан|регистратор|" +
    "площадк|сет|" +
    "сервер|организац|оператор|оборудован|лиц)",
  `(?:обратитесь|обращайтесь|свяжитесь|напишите|пишите|направьте|направляйте|адресуйте|перешлите|подайте|отправьте|` +
    `(?:следует|необходимо|нужно|надо|рекомендуем|просим|просьба|предлагаем|советуем|стоит|лучше) ~` +
    "(?:обратиться|обращаться|связаться|направ|адресовать|писать|написать|отправ|подать|подавать)…) " +
    `~(?:к|в|с|со|напрямую) ~${inRussian.party}`,
  `(?:адрес|направ|перес|отправ|подат|подав)(?:овать|уйте|ить|ьте|ляйте|лать|лите|ь|айте) ~${inRussian.party}`,
  "вопрос… ~к (?:хостер|регистратор|провайдер|владельц|администратор)",
  "не по адресу(?! рег)|ошиблись адрес|не (?:туда|к нам|к тем) ~(?:обрат|напис|отправ|пиш)|" +
    "(?:обрат|напис|отправ|пиш)… ~не (?:туда|к нам|к тем)|не тому адресат|неверн… адресат",
]);

const inUkrainian = {
  thing: "(?:домен|сайт|ресурс|сервер|адрес|ip_|мереж|підмереж|майданчик|вузол|вузл|хост_|хостинг|сторінк|url_)",
  party:
    "(?:реєстратор|реєстр|хост|провайдер|власник|адміністратор|оператор|держател|поліці|" +
    "(?:компетентн|уповноважен|належн|відповідн)… (?:орган|організац|компан|особ|інстанц)|правоохорон|" +
    "компані[їяюй]… як|компанії_|організації_|тим_ хто)",
  ours: "(?:наш…|нам_|нами_|нас_)",
  acts:
    "(?:видал|заблок|блок|відключ|вимк|вплив|вплину|втруч|керув|зня|припин|вилуч|прибра|розгля|прийма|" +
    "вирішу|виріши)",
  notForWantOfProof: "(?![^.!?]{0,60}(?: без |суд|підстав|доказ))",
};
const notOfUkrainianContent = "(?!~(?:вміст|контент|інформац|публік|дані_|даних_))";

export const ukrainian = clauses({ endsGap: "наш" }, [
  "(?:не|поза|понад|за межами|за межі|за рамки|поза межами) ~наш(?:ої|у|их|ого|ій|ому|і|ими|" +
    "ою)_ ~(?:компетенц|відан|" +
    "повноваж|юрисдикц|зон|відповідальн|влад|сил|контрол|обов'яз)",
  "(?:поза|за межами|поза межами) наш(?:ої|их|ого|ою|ими)_ ~(?:мереж|сервер|інфраструктур|майданчик)",
  "не в (?:нашій|наших) (?:владі|силах|компетенції)|від нас не залеж",
  `(?:не (?:уповноважені|правомочні|компетентні|вправі)_ ~${inUkrainian.acts}|${inUkrainian.acts}… ~не ` +
    `(?:уповноважені|правомочні|компетентні|вправі)_)${inUkrainian.notForWantOfProof}`,
  `(?:немає|не має[мт]…|не маємо|бракує|відсутн…) ~(?:доступу?_ ~до ~(?:сайт|сервер|вміст|контент|файл|хост|` +
    `домен|ресурс|` +
    `обладнан)|(?:можливост|повноваж|засоб|важел|прав)… ~${inUkrainian.acts})${inUkrainian.notForWantOfProof}`,
  "(?:вплину|вплив)… ~не (?:можемо|в змозі)|не (?:можемо|в змозі) ~(?:вплину|вплив)",
  `не (?:бу… |є )?(?:належ|відноси|входит|знаходит|перебува|зареєстр|розміщ|обслугов|хост|делегов|закріпл|виділен|` +
    `прив'яз|підключ|адмініс|керує|пов'яз|користу)… ~${inUkrainian.ours}`,
  `(?:у нас|в нас|нами|нам|до нас|через нас|з нами|на наш… (?:сервер|хостинг|майданчик|обладнан|потужн)…|` +
    `у наш… мереж…) ~не ` +
    "(?:бу… )?(?:розміщ|обслугов|належ|хост|знаход|відноси|перебува|адмініс|керу|пов'яз|делегов)",
  "(?:розміщ|зареєстр|знаход|хост|обслуг|делегов|придбан)… ~не (?:у нас|в нас|нами|через нас|на наш)",
  "не (?:є |належ… до )?(?:більше )?наш(?:і|а|им|ими|ою|е)? ~?(?:клієнт|абонент|користувач|сервер|адрес|домен|" +
    "сайт|ресурс|" +
    "мереж|підмереж|хостинг|компетенц|зона|юрисдикц)(?:ом|ами|и|а|я|і|ем)?_",
  `не (?:обслуговуємо|хостимо|розміщуємо|володіємо|керуємо|адмініструємо|контролюємо|підтримуємо|реєстрували) ` +
    `${notOfUkrainianContent}~${inUkrainian.thing}`,
  `${inUkrainian.thing}… ~не (?:обслуговуємо|хостимо|розміщуємо|володіємо|керуємо|адмініструємо|реєстрували)_`,
  "не нада(?:ємо|є) ~(?:хостинг|послуг)",
  "не (?:відповідаємо|несемо ~відповідальності) за (?:цей|цю|це|ці|дан…|вказан…|зазначен…) " +
    `${notOfUkrainianContent}~${inUkrainian.thing}`,
  "(?:ми не є|не являємось|не являємося) ~(?:власник|хост|провайдер|реєстратор|оператор|адміністратор|адресат|" +
    "сторон|особ|" +
    "орган|отримувач)",
  "(?:ми )?не (?:та|той|ті) (?:організац|компан|адрес|орган|сторон|особ|провайдер)",
  "не (?:маємо|має) ~(?:стосунку|відношення)|(?:стосунку|відношення) ~не ма(?:ємо|є)_|" +
    "не з наш(?:ого|их|ої)_ ~(?:діапазон|мереж|підмереж|блок|пул)|нам не підпорядк|" +
    "(?:адреса|ip|сервер|домен|сайт|мережа|підмережа|ресурс) (?:це )?не наш(?:а|і)?_|нас не стосується",
  "(?:лише|тільки|виключно|просто|всього лиш…) ~(?:реєстратор(?:ом|и|ами)?_|реселер|посередник|транзит|" +
    "магістрал|cdn_|" +
    "проксі|реєстр_|реєстром|канал[иу]?_|перепрода|dns_|оператор(?:ом)? зв'язку)",
  `(?:мож…|вправі) ~(?:тільки|лише|виключно) ~${inUkrainian.party}`,
  `(?:тільки|лише|виключно) ~${inUkrainian.party}… ~(?:може|можуть|вправі|вирішує)`,
  `(?:займа[єю]т?ьс?ся|опіку[єю]т?ьс?ся|опікується|займається|у віданні|у компетенції|розгляда[єю]…|` +
    `виріш(?:ує|ують)) ` +
    `~${inUkrainian.party}`,
  `за (?:цей|цю|це|дан…|вказан…|зазначен…) ~${inUkrainian.thing}… ~відповіда(?:є|ють) ~(?:інш|сторон|` +
    `${inUkrainian.party})`,
  "(?:розміщ|знаход|розташ|хост|обслуг|припарк|зареєстр|належ|делегов|перенес|переїх|перейш|піш|виділен|орендов)… ~" +
    "(?:інш|сторонн|чуж)(?:ого|ої|ою|ьою|ому|ій|у|ими|им|их|і|а)_ ~(?:хост|провайд|компан|реєстратор|" +
    "майданчик|мереж|" +
    "сервер|" +
    "організац|оператор|обладнан|особ)",
  `(?:зверніться|звертайтес[яь]|зв'яжіться|напишіть|пишіть|надішліть|надсилайте|адресуйте|перешліть|подайте|` +
    `скеруйте|` +
    "(?:слід|необхідно|потрібно|треба|радимо|рекомендуємо|просимо|прохання|пропонуємо|варто|краще) ~" +
    "(?:звернутися|звертатися|зв'язатися|надісл|надсил|адресувати|писати|написати|подати|скерувати|спрямувати)…) " +
    `~(?:(?:до|з|із|зі|напряму|безпосередньо) )?~${inUkrainian.party}`,
  "не за адресою(?! реє)|помилилися адрес|помилились адрес|не (?:туди|до нас|до тих) ~(?:зверн|напис|надісл|пиш)|" +
    "(?:зверн|напис|надісл|пиш)… ~не (?:туди|до нас|до тих)|не тому адресат|хибн… адресат",
]);
