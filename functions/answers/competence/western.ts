import { clauses } from "./clauses.ts";

export const english = clauses({ endsGap: "our_" }, [
  "(?<!we (?:will|shall|did) )(?:contact|ask|approach|write to|turn to|refer to|reach out to|address ~to|" +
    "direct ~to|" +
    "send ~to) ~(?:registrar|registry|hosting|hoster|(?:web ?)?host|operator|site owner|owner of the)_",
  "only ~(?:registrar|registry|hosting provider|hoster|host) (?:can|is able|may|could)_",
  "(?:we|i)(?: are| am| act| do)?(?: as)? (?:only|just|merely|simply) ~(?:registrar|registry|" +
    "(?:domain )?reseller|proxy|cdn|" +
    "carrier|carry|network|transit|upstream|announce)",
  "(?:do|does|can) not (?:host|control|operate|have (?:any )?(?:access|control))_",
  "not the (?:right|correct|appropriate|responsible|competent|relevant) " +
    "(?:party|company|provider|contact|entity|addressee|recipient)_",
  "(?:wrong|incorrect) (?:party|company|provider|addressee|recipient)_|(?:have|reached) the wrong address",
  "(?:outside|not within|beyond) our (?:responsibility|remit|competence|control|jurisdiction|scope|network)_",
  "(?:not hosted (?:by us|with us|here|on our)|hosted elsewhere|not on our (?:network|servers?))_",
  "not (?:belong to|registered (?:with|through|by)|served by|managed by|operated by|assigned to) us_",
  "(?:not|no) (?:a |our )?customers?(?: of ours)?_(?! (?:fault|doing|responsib|intention))|not ours_|" +
    "not (?:on |in |within |part of |one of )?our (?:prefix|range|ip|network|server|(?:web ?)?site|domain|block)s?_",
  "no (?:relationship|connection|affiliation) (?:with|to) th(?:is|e|at)_",
  "(?:belongs?|assigned|allocated|hosted|moved|transferred|registered) ~(?:to|by|with|at) (?:another|a different) " +
    "(?:company|provider|registrar|operator|network|hoster|host)_",
]);

export const german = clauses({ endsGap: "unser" }, [
  "wenden sie sich ~(?:registrar|hoster|provider|hostinganbieter|betreiber|inhaber|eigentumer)",
  "richten sie ~an ~(?:registrar|hoster|provider|hostinganbieter|betreiber|inhaber)",
  "nicht ~zustandig",
  "nicht (?:der|die) (?:richtige|korrekte)r? (?:ansprechpartner|adressat|stelle|empfanger|anbieter)",
  "(?:nicht in|ausserhalb) unsere[nrms]? (?:zustandigkeit|verantwortung|kompetenz|netz|einfluss)",
  "(?:nicht|weder) (?:auf|bei|in) unsere[nrm]? (?:server|netz|system)|nicht (?:bei|von|uber) uns " +
    "(?:gehostet|registriert|betrieben|verwaltet)|nicht (?:zu )?uns_(?! be)",
  "(?:kein|nicht unser) (?:kunde|kundin)(?: von uns)?_",
  "(?:nur|lediglich|bloss) ~(?:registrar|registry|reseller|wiederverkaufer|carrier|transit|cdn_|proxy)",
  "nicht (?:unsere?|in einem unserer) (?:as_|netz|server|domain|adress|ip_|prafix|block)|" +
    "gehor… ~nicht (?:zu )?(?:uns_|unser)",
  "nichts zu tun_|nur (?:upstream|vermittler)|weder ~bei uns (?:gehostet|registriert)",
  "(?:bei|zu|von|an) (?:eine[mnr] )?ander(?:en|em|er) (?:provider|registrar|hoster|anbieter|betreiber)",
]);

export const french = clauses({ endsGap: "notre|nos_" }, [
  "(?:contacte[rz]|voyez ~avec|(?:vous )?adresser a) ~(?:l'|d')?(?:registrar|bureau d'enregistrement|" +
    "hebergeur|exploitant|" +
    "proprietaire|operateur|titulaire)",
  "ne sommes pas (?:competente?s?_|(?:le bon|la bonne|le|l') ?(?:interlocuteur|service|destinataire|entite|" +
    "hebergeur))",
  "(?:n'est|ne releve) pas (?:de (?:notre|nos) (?:competence|ressort|responsabilite)|" +
    "(?:heberge|enregistre)[es]? (?:chez|par|aupres de) nous|heberge[es]? sur nos)",
  "ne nous appartien|(?:sort|hors) de (?:notre|nos) ~(?:competence|ressort|perimetre|controle|responsabilite)",
  "(?:pas|plus) (?:un de )?(?:notre|nos) clients?_",
  "sommes (?:seulement|uniquement|simplement|que) ~(?:registrar|bureau d'enregistrement|revendeur|transitaire|" +
    "operateur|intermediaire)",
  "(?:pas|plus) chez nous_|ne fait pas partie de nos (?:prefixe|plage|client|serveur|reseau)|" +
    "heberge[es]? ailleurs|que le transit",
  "(?:chez|vers) un autre (?:bureau d'enregistrement|hebergeur|prestataire|operateur)",
]);

export const spanish = clauses({ endsGap: "nuestr" }, [
  "(?:contacte|contactar|dirija(?:se)?|dirigirse) ~(?:registrador|registrar|proveedor|hosting|operador|" +
    "titular|propietario|" +
    "administrador)",
  "no somos (?:la|el|los|las)? ?(?:(?:parte|entidad|empresa|organo|responsable) )?(?:competentes?|" +
    "indicad[oa]s?|adecuad[oa]s?|proveedor|titulares?)_",
  "(?:no es|fuera) de nuestra? (?:competencia|incumbencia|control|red|responsabilidad)|no (?:esta|se encuentra) " +
    "(?:(?:alojad|hospedad|registrad)[oa]) (?:en nuestr|con nosotros|por nosotros)",
  "no (?:nos pertenec|es nuestro cliente_|es (?:un )?cliente nuestro_)",
  "somos (?:unicamente|solo|solamente|meramente) ~(?:registrador|registrar|revendedor|intermediario|proveedor)",
  "no es nuestr[oa](?= ?[,.;!]|$)|no pertenece ~a nuestr[oa]s? (?:red|rango|empresa|cliente)|" +
    "(?:a|de|en|con) otr[oa] (?:operador|registrador|proveedor|hosting|empresa)_",
  "nosotros (?:solo|unicamente|solamente) ~(?:transito|el dominio|conectividad)",
]);

export const dutch = clauses({ endsGap: "onze_|ons_" }, [
  "neem contact op met ~(?:registrar|hostingprovider|provider|beheerder|eigenaar)",
  "(?:te wenden|wend u|richt u) ~tot ~(?:registrar|hostingprovider|provider|beheerder|eigenaar)",
  "niet de (?:juiste|aangewezen|bevoegde) (?:partij|instantie|contactpersoon|provider|ontvanger)",
  "(?:niet (?:onder|binnen)|buiten) (?:onze|ons) (?:verantwoordelijkheid|bevoegdheid|beheer|netwerk|macht)",
  "niet (?:op onze (?:servers?|systemen)|in ons netwerk|bij ons (?:gehost|geregistreerd)|door ons (?:gehost|" +
    "beheerd)|" +
    "van ons_)",
  "geen klant (?:van|bij) ons_|niet onze klant_",
  "(?:slechts|alleen|enkel) ~(?:registrar|reseller|wederverkoper|doorgever|transit)",
  "niet (?:bij ons_|(?:onze|ons) (?:server|netwerk|ip_|domein))|" +
    "(?:van|bij) een andere (?:partij|provider|hoster|registrar)",
]);

export const italian = clauses({ endsGap: "nostr" }, [
  "contatt(?:i|are|ate) ~(?:registrar|provider|fornitore|hosting)",
  "non siamo (?:noi )?(?:il|la|i|le)? ?(?:(?:soggetto|parte|ente|societa|referente) )?(?:competent[ei]|" +
    "corrett[oa]|giust[oa]|indicat[oa]|fornitore|titolari)_",
  "non (?:e|rientra) (?:di|nella|tra le) nostr[ae] competenz[ae]|esula dall[ea] nostr",
  "non e (?:ospitat|registrat)[oa] (?:sui|dai|nei|da|presso|con|tramite) (?:di )?no",
  "non (?:ci appartiene|e (?:un )?nostro cliente_|e cliente nostro_)",
  "siamo (?:solo|soltanto|unicamente|solamente) ~(?:registrar|rivenditor|intermediari|fornitore|maintainer)",
  "(?:a|da|presso|di) (?:un )?altro (?:operatore|provider|registrar|fornitore)|presso terzi|" +
    "non (?:rientra|fa parte) (?:nelle|delle|tra le|dei|nella) nostr[aei] (?:class|ret|prefiss)",
  "(?:solo|soltanto) ~(?:il transito|la connettivita)|(?:contatti|contattate|rivolgetevi|si rivolga|" +
    "rivolgersi|rivolgervi) ~" +
    "(?:gestore|titolare|proprietario)",
]);

export const portuguese = clauses({ endsGap: "noss" }, [
  "(?:conta(?:cte|ctar|te|tar)|dirija(?:-se)?|dirigir-se) ~(?:registrador|registrar|provedor|fornecedor|" +
    "hosting|alojamento|" +
    "operador|titular|proprietario)",
  "nao somos (?:a|o|os|as)? ?(?:(?:parte|entidade|empresa|orgao) )?(?:competentes?|indicad[oa]s?|" +
    "corret[oa]s?|adequad[oa]s?|provedor|titulares?)_",
  "(?:nao e|fora) da nossa (?:competencia|alcada|rede|responsabilidade)|fora do nosso (?:controlo|controle|ambito)",
  "nao (?:esta|se encontra) (?:hospedad|alojad|registad|registrad)[oa] (?:n[ao]s? noss|em noss|connosco|conosco)",
  "nao (?:nos pertenc|e (?:um )?nosso cliente_|e cliente nosso_)",
  "somos (?:apenas|somente|so|unicamente) ~(?:registrador|registrar|revendedor|intermediari|agente de registo)",
  "nao (?:e|esta)(?: mais)? (?:noss[oa]|conosco|connosco)(?= ?[,.;!]|$| desde)|nao (?:hospedamos|alojamos) o_|" +
    "(?:de|a|pertence a) outr[ao] (?:operadora|as_|provedor|empresa|registrador)",
  "somos apenas ~(?:transito|proxy|cdn|ponto de troca|operadora)|(?:falar|fale|procurar|procurem|tratar) ~" +
    "(?:provedor|operadora|quem aloja|quem hospeda)",
]);
