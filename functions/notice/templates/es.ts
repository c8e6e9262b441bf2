import type { Texts } from "../texts.ts";

/*
 * Terms: notice aviso (in the words of the Regulation: notificación), report denuncia, notifier
 * denunciante, host proveedor de alojamiento, platform servicio, hotline línea de denuncia, abuse
 * desk equipo de abuse, evidence pruebas, logs registros, take offline retirar de la red, defanged
 * no activable, registrar registrador, registrant titular, to route encaminar el tráfico.
 * Avoided: retirar of a notice (it is the word for takedown), desactivado (reads as taken down),
 * transportar a content, participles that must agree with what the notice is about.
 */

/** Every Spanish word that a desk reads from us; `en.ts` says what each text is for. */
export const spanish: Texts = {
  language: "es",
  name: "Spanish",
  parts: {
    "mark.live": "LIVE",
    "mark.reminder": "Recordatorio {{reminder}}",
    "mark.escalation": "Escalado",
    "mark.moved": "No se requiere ninguna acción",
    "mark.withdrawal": "AVISO ANULADO",
    "mark.correction": "CORRECCIÓN",
    "mark.returned": "De nuevo en línea",

    "type.csam": "material de abuso sexual infantil",
    "type.csem": "explotación sexual infantil",
    "type.ncii": "imágenes íntimas difundidas sin consentimiento",
    "type.terrorism": "contenido terrorista",
    "type.phishing": "phishing",
    "type.malware": "malware",
    "type.botnet": "control de botnet (C2)",
    "type.fraud": "fraude",
    "type.brand": "infracción de marca",
    "type.copyright": "infracción de derechos de autor",
    "type.exposed-data": "datos divulgados sin autorización",
    "type.other": "contenido perjudicial",

    "on.platform": "en su servicio",
    "on.network": "en su red",
    "on.front": "detrás de su proxy o CDN",
    "on.upstream": "en una red a la que dan tránsito",
    "on.registrar": "bajo un nombre de dominio registrado a través de ustedes",
    "on.hotline": "en un alojamiento de su país",
    "on.cert": "en un alojamiento de su país",
    "on.site": "en su sitio web",
    "on.peer": "en difusión desde su red",
    "place.several": "{{count}} URL{{#host}} en {{host}}{{/host}}, indicadas más abajo",

    "lead.first": "Comunicamos: {{>type}} {{>on}}, {{>place}}.",
    "lead.reminder":
      "Recordatorio {{reminder}}: nuestro aviso{{#noticed}} del {{noticed}}{{/noticed}} sigue sin resolverse: {{>type}} {{>on}}, {{>place}}.",
    "lead.escalation": "Comunicamos: {{>type}} {{>on}}, {{>place}}. Los avisos a otros (abajo) no han bastado.",
    "lead.moved.host":
      "No se requiere ninguna otra acción. Nuestro aviso{{#noticed}} del {{noticed}}{{/noticed}} ({{>type}}, {{>place}}) queda cerrado: hasta donde vemos, el contenido ya no está alojado con ustedes. Gracias.",
    "lead.moved.other":
      "No se requiere ninguna otra acción. Nuestro aviso{{#noticed}} del {{noticed}}{{/noticed}} ({{>type}}, {{>place}}) queda cerrado para ustedes: el contenido se ha trasladado a otro proveedor. Gracias.",
    "lead.withdrawal":
      "Anulamos nuestro aviso{{#noticed}} del {{noticed}}{{/noticed}}: {{>type}} {{>on}}, {{>place}}. Motivo: el denunciante ha desistido de su denuncia. Les rogamos que no actúen y que reviertan las medidas tomadas únicamente a raíz de nuestro aviso. Les pedimos disculpas.",
    "lead.correction":
      "Corregimos el motivo que indicamos en nuestro aviso{{#noticed}} del {{noticed}}{{/noticed}}: {{>type}} {{>on}}, {{>place}}. El motivo correcto figura más abajo; todo lo demás sigue igual.",
    "lead.returned":
      "De nuevo en línea: {{>type}} {{>on}}, {{>place}}. El contenido se retiró y se ha vuelto a detectar{{#seenAgain}} ({{seenAgain}}){{/seenAgain}}.",
    "lead.letter": "Sobre nuestro aviso{{#noticed}} del {{noticed}}{{/noticed}}: {{>type}} {{>on}}, {{>place}}.",
    "lead.letter.asked":
      "Nos preguntaron por nuestro aviso{{#noticed}} del {{noticed}}{{/noticed}}: {{>type}} {{>on}}, {{>place}}. Lo que indica la denuncia figura más abajo.",
    live: "URGENTE: según la denuncia, está ocurriendo en directo, ahora mismo.",
    reply: "Rogamos respuesta: qué han hecho o necesitan.",
    "reply.soon": "Rogamos respuesta en 24 horas: qué han hecho o necesitan.",
    "may-be-second":
      "Es posible que ya tengan este mensaje: no hemos podido averiguar si nuestro intento anterior les llegó. Les rogamos que traten ambos como uno solo.",

    "please.host":
      "Les rogamos que examinen el contenido y lo retiren si lo consideran ilícito o contrario a sus condiciones.",
    "please.peer":
      "Les rogamos que identifiquen, en la medida en que su legislación lo permita, al cliente por la dirección, el puerto y la hora, conserven ese registro y hagan que el cliente cese.",
    "please.front":
      "Les rogamos que dejen de servir el contenido en la medida en que infrinja la ley o sus condiciones, trasladen este aviso al proveedor de alojamiento de origen y nos digan cuál es.",
    "please.upstream":
      "Les rogamos que hagan que su cliente lo examine y le ponga fin conforme a su política de uso aceptable (AUP).",
    "please.registrar":
      "Les rogamos que examinen el uso de este nombre de dominio conforme a sus condiciones e informen al titular sin los datos del denunciante.",
    "please.hotline": "Les rogamos que evalúen el contenido y actúen según su procedimiento nacional.",
    "please.cert": "Les rogamos que trasladen este aviso a quien, en su ámbito, pueda ponerle fin.",
    "please.site":
      "Les rogamos que retiren el contenido de su sitio, guarden una copia de los registros y corrijan la vulnerabilidad por la que se introdujo; su proveedor de alojamiento puede ayudarles.",
    "please.child-abuse.host":
      "Les rogamos que retiren inmediatamente el contenido y lo conserven con sus registros de acceso para la policía, hasta donde su legislación permita o exija. No adviertan a quien lo publicó.",
    "please.child-abuse.peer":
      "Les rogamos que identifiquen al cliente por la dirección, el puerto y la hora y conserven ese registro para la policía, hasta donde su legislación permita o exija. No adviertan al cliente.",
    "please.child-abuse.front":
      "Les rogamos que dejen de servir el contenido de inmediato y nos digan quién lo aloja. No adviertan a quien lo publicó.",
    "please.child-abuse.upstream":
      "Les rogamos que hagan que su cliente retire de inmediato el contenido y, si no lo hace, dejen de encaminar el tráfico hacia esa dirección. No adviertan a quien lo publicó.",
    "please.child-abuse.registrar":
      "Les rogamos que conserven los datos de registro para la policía y comprueben si sus condiciones permiten suspender el nombre de dominio. No adviertan al titular.",
    "please.child-abuse.hotline":
      "Les rogamos que evalúen el contenido, alerten a la policía y al proveedor de alojamiento según su procedimiento nacional y nos indiquen si este aún no debe ser informado.",
    "please.child-abuse.cert":
      "Les rogamos que alerten a la policía o a la línea de denuncia y nos indiquen quién en su país puede lograr su retirada.",
    "please.intimate.host":
      "Les rogamos que retiren las imágenes de la red de inmediato, eliminen las copias idénticas que puedan encontrar y conserven los registros de quién las publicó.",
    "please.exposed.host":
      "Les rogamos que hagan inaccesibles los datos de inmediato, conserven los registros de acceso e informen a su cliente para que pueda avisar a los afectados.",
    "please.terrorism.host":
      "Les rogamos que examinen el contenido, lo retiren si infringe la ley o sus condiciones y lo conserven junto con los registros de quién lo publicó.",
    "please.crime.host": "Les rogamos que lo retiren de la red y conserven los registros y archivos como prueba.",
    "please.crime.front":
      "Les rogamos que dejen de servirlo, trasladen este aviso al proveedor de alojamiento de origen y nos digan cuál es.",
    "please.crime.upstream":
      "Les rogamos que hagan que su cliente lo retire de la red y, si no lo hace, dejen de encaminar el tráfico hacia la dirección.",
    "please.crime.registrar":
      "Les rogamos que examinen las pruebas y, si acreditan este abuso, suspendan el nombre de dominio o interrumpan su uso de otro modo.",
    "please.crime.cert":
      "Les rogamos que trasladen este aviso al operador responsable de su ámbito y nos digan si necesitan algo más.",

    "more.child-abuse":
      "Denúncienlo ante la policía o la línea de denuncia nacional; no trasladen este aviso a otros ni nos envíen el material.",
    "more.intimate": "No nos envíen ninguna de las imágenes ni trasladen este aviso a quien las publicó.",
    "more.terrorism": "Les rogamos que no trasladen este aviso a quien publicó el contenido.",
    "more.crime":
      "Si su cliente ha sufrido una intrusión, infórmenle; pueden trasladarle este aviso sin el nombre del denunciante.",
    "more.victim": "Si el sitio del titular ha sido vulnerado, les rogamos que, en vez de ello, informen al titular.",
    "more.customer": "Pueden trasladar este aviso a su cliente sin el nombre del denunciante.",

    "label.url": "URL",
    "label.host": "Host completo",
    "label.account": "Cuenta",
    "label.address": "Dirección IP",
    "label.port": "puerto",
    "label.network": "Su red",
    "label.country": "País",
    "label.seen": "Última detección",
    "label.first-seen": "Primera detección",
    "label.channel": "Lugar de detección",
    "label.reason": "Motivo (denunciado)",
    "label.was": "Motivo erróneo anterior",
    "label.removed": "Retirado el",
    "label.brand": "Marca u obra",
    "label.genuine": "Sitio auténtico",
    "label.right": "Número de registro",
    "label.reproduce": "Cómo reproducirlo",
    "label.redirects": "Redirigido desde",
    "label.classification": "Clasificación",
    "label.basis": "Evaluación",
    "label.hash": "Hash",
    "label.screenshot": "Captura de pantalla",
    "label.notifier": "Denunciante",
    "label.organisations": "Organizaciones denunciantes",
    "label.sender": "Remitente",
    "label.verify": "Verificación",
    "label.number": "Nuestro número",
    "label.ticket": "Su número",
    "label.told-before": "Aviso anterior",
    "label.machine": "Datos estructurados",
    screenshot: "en poder del denunciante, se envía a petición",
    "basis.manual-review": "revisión humana",
    "basis.hash-match": "coincidencia con hashes conocidos",
    "basis.user-report": "denuncia de un usuario",
    "basis.automated-scan": "análisis automatizado",
    "basis.unstated": "no indicada",
    "channel.message-board": "foro",
    "channel.chat-room": "sala de chat",
    "channel.peer-to-peer": "red entre pares (P2P)",
    "channel.instant-messaging": "mensajería instantánea",
    "channel.live-stream": "emisión en directo",
    "channel.file-host": "alojamiento de archivos",
    "channel.e-mail": "correo electrónico",
    "delivery.delivered": "aceptado por el servidor de correo",
    "delivery.sent": "enviado, entrega no confirmada",
    "delivery.returned": "devuelto por no poder entregarse",
    acknowledged: "recepción confirmada",
    "answer.passed-on": "trasladado a su cliente",
    "answer.removed": "respuesta: retirado",
    "answer.not-ours": "respuesta: no les corresponde",
    "answer.form": "respuesta: remisión a un formulario",
    "answer.refused": "respuesta: no actuarán",
    "answer.not-found": "respuesta: no lo encuentran",
    "answer.question": "respuesta: una pregunta",
    "answer.other": "respuesta que no lo resuelve",
    list: "URL",

    "ground.dsa":
      "Notificación conforme al artículo 16 del Reglamento (UE) 2022/2065 de Servicios Digitales; rogamos comuniquen su decisión.",
    "ground.dsa-life": "También se aplica el artículo 18 (amenaza para la vida o la seguridad).",
    "ground.trusted-flagger": "Aviso prioritario de alertador fiable (artículo 22).",
    "ground.us-provider":
      "Para proveedores en los Estados Unidos: 18 U.S.C. 2258A exige comunicarlo a la CyberTipline de NCMEC y conservar lo comunicado.",
    "ground.raa":
      "Consideramos que es un abuso del DNS; la sección 3.18.2 del ICANN Registrar Accreditation Agreement (RAA) exige adoptar con prontitud medidas adecuadas ante pruebas suficientes.",
    "ground.terms": "Nos basamos en sus condiciones de uso (AUP).",
    "ground.national": "Nos dirigimos a ustedes como contacto nacional para este tipo de avisos.",
    "ground.site": "Parece que su sitio ha sido utilizado indebidamente; les pedimos ayuda.",
    "ground.copyright":
      "Este mensaje no contiene ninguna declaración conforme a 17 U.S.C. 512(c)(3); solo puede hacerla el titular del derecho o su representante.",
    "ground.good-faith":
      "El denunciante y nosotros consideramos de buena fe exactas y completas esta información y estas alegaciones.",
    desk: "¿Destinatario equivocado? Indíquennos el correcto.",
    several: "Su respuesta vale para todas las URL indicadas, salvo que mencione los números a los que se refiere.",
  },
};
