import type { Texts } from "../texts.ts";

/*
 * Terms: notice aviso (in the words of the Regulation: notificación), report denuncia, notifier
 * denunciante, host proveedor de alojamiento, platform servicio, hotline línea de denuncia, abuse
 * desk equipo, evidence pruebas, logs registros, take offline retirar, to forward reenviar,
 * registrar registrador, registrant titular, null-route aplicar null-route, compromised hackeado,
 * AUP política de uso aceptable.
 * What is reported stands after "por", where it needs no article; what the requests call it is la
 * página, lo denunciado, or el contenido where it is certain to be content.
 * Avoided: recurso (an appeal in law), retirar of a notice (it is the word for takedown), desactivado
 * (reads as taken down), transportar a content, participles that must agree with what the notice is
 * about.
 */

/** `en.ts` says what each text is for. */
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
    "mark.returned": "Reaparición",

    "type.csam": "material de abuso sexual infantil",
    "type.csem": "explotación sexual infantil",
    "type.ncii": "imágenes íntimas difundidas sin consentimiento",
    "type.terrorism": "contenido terrorista",
    "type.phishing": "phishing",
    "type.malware": "malware",
    "type.botnet": "servidor de mando y control de una botnet",
    "type.fraud": "fraude",
    "type.brand": "infracción de marca",
    "type.copyright": "infracción de derechos de autor",
    "type.exposed-data": "datos personales o confidenciales expuestos",
    "type.other": "contenido perjudicial",

    "page.phishing": "una página de phishing",
    "pages.phishing": "páginas de phishing",
    "page.fraud": "una página fraudulenta",
    "pages.fraud": "páginas fraudulentas",
    "server.botnet": "un servidor de mando y control de una botnet",
    "servers.botnet": "servidores de mando y control de botnets",
    "it.page": "la página",
    "it.pages": "estas páginas",
    "it.one": "lo denunciado",
    "it.several": "lo denunciado",

    "on.platform": "en su servicio",
    "on.network": "en su red",
    "on.front": "detrás de su proxy o CDN",
    "on.upstream": "en una red a la que dan tránsito",
    "on.registrar": "en un dominio registrado con ustedes",
    "on.hotline": "en su país",
    "on.cert": "en su país",
    "on.site": "en su sitio web",
    "on.peer": "vía P2P desde su red",
    "place.several": "{{count}} URL{{#host}} en {{host}}{{/host}}, indicadas más abajo",

    greeting: "Estimado equipo:",

    "lead.first": "Les escribimos por {{>what}} {{>on}}: {{>place}}.",
    "lead.reminder":
      "Recordatorio {{reminder}}: no hemos recibido respuesta a nuestro aviso{{#noticed}} del {{noticed}}{{/noticed}} por {{>what}} {{>on}}: {{>place}}. Si el caso ya está resuelto, basta con responder con una palabra.",
    "lead.reminder.replied":
      "Recordatorio {{reminder}}: gracias por su respuesta a nuestro aviso{{#noticed}} del {{noticed}}{{/noticed}} por {{>what}} {{>on}}: {{>place}}. No sabemos si el caso se ha resuelto. Si es así, basta con responder con una palabra.",
    "seen-since": "Según una nueva denuncia, el contenido seguía en línea el {{seenSince}}.",
    "lead.escalation":
      "Les escribimos por {{>what}} {{>on}}: {{>place}}. Avisos previos (abajo) sin retirada confirmada.",
    "lead.moved.host":
      "No se requiere nada más respecto a nuestro aviso{{#noticed}} del {{noticed}}{{/noticed}} por {{>what}} ({{>place}}): por lo que vemos, ustedes ya no alojan {{>it}}. Gracias.",
    "lead.moved.other":
      "No se requiere nada más respecto a nuestro aviso{{#noticed}} del {{noticed}}{{/noticed}} por {{>what}} ({{>place}}): otro proveedor aloja ahora {{>it}}. Gracias.",
    "lead.withdrawal":
      "Anulamos nuestro aviso{{#noticed}} del {{noticed}}{{/noticed}} por {{>what}} {{>on}}: {{>place}}. Motivo: el denunciante ha desistido de su denuncia. Les rogamos que no tomen ninguna medida y que reviertan las que hayan tomado únicamente a raíz de nuestro aviso. Les pedimos disculpas.",
    "lead.withdrawal.sensitive":
      "Anulamos nuestro aviso{{#noticed}} del {{noticed}}{{/noticed}} por {{>what}} {{>on}}: {{>place}}. Motivo: el denunciante ha desistido de su denuncia. No les pedimos nada más. Si ya han tomado alguna medida, mantenerla o no es decisión suya, según su propia revisión y su legislación.",
    "lead.correction":
      "Corregimos el motivo indicado en nuestro aviso{{#noticed}} del {{noticed}}{{/noticed}} por {{>what}} {{>on}}: {{>place}}. El motivo correcto figura más abajo; todo lo demás sigue igual.",
    "lead.returned":
      "Les escribimos por {{>what}} {{>on}}: {{>place}}. Se retiró, pero volvió a detectarse{{#seenAgain}} el {{seenAgain}}{{/seenAgain}}.",
    "lead.letter":
      "Les escribimos en relación con nuestro aviso{{#noticed}} del {{noticed}}{{/noticed}} por {{>what}} {{>on}}: {{>place}}.",
    "lead.letter.asked":
      "Nos han preguntado sobre nuestro aviso{{#noticed}} del {{noticed}}{{/noticed}} por {{>what}} {{>on}}: {{>place}}. Esto es lo que consta en la denuncia.",
    live: "URGENTE: según la denuncia, está ocurriendo en directo, ahora mismo.",
    reply: "Indíquennos qué han hecho o qué necesitan.",
    "reply.soon": "Indíquennos en 24 horas qué han hecho o necesitan.",
    "reply.live":
      "Por favor, actúen de inmediato y avísennos, por teléfono si es posible{{#phone}} ({{phone}}){{/phone}}.",
    "may-be-second":
      "Es posible que ya tengan este mensaje: no hemos podido confirmar si nuestro intento anterior les llegó. Les rogamos que traten ambos como uno solo.",

    "please.host": "Por favor, revisen {{>it}} y retiren lo que sea ilícito o contrario a sus condiciones.",
    "please.peer":
      "Por favor, identifiquen al cliente por la dirección, el puerto y la hora, hasta donde su legislación lo permita, conserven ese registro y hagan que el cliente deje de compartirlo.",
    "please.front":
      "Por favor, revisen {{>it}}, dejen de servir lo que sea ilícito o contrario a sus condiciones, reenvíen este aviso al proveedor de alojamiento de origen y dígannos cuál es.",
    "please.upstream":
      "Por favor, hagan que su cliente revise {{>it}} y actúen conforme a su política de uso aceptable.",
    "please.registrar":
      "Por favor, revisen el uso de este dominio conforme a sus condiciones e informen al titular sin los datos del denunciante.",
    "please.hotline": "Por favor, evalúen {{>it}} y actúen según su procedimiento nacional.",
    "please.cert": "Por favor, reenvíen este aviso a quien pueda actuar dentro de su ámbito.",
    "please.site":
      "Por favor, eliminen {{>it}} de su sitio, guarden una copia de los registros y corrijan la vulnerabilidad que se utilizó; su proveedor de alojamiento puede ayudarles.",
    "please.child-abuse.host":
      "Por favor, retiren de inmediato el contenido, consérvenlo con los registros de acceso para la policía, hasta donde permita su legislación, y no alerten hasta entonces a quien lo publicó.",
    "please.child-abuse.peer":
      "Por favor, identifiquen al cliente por la dirección, el puerto y la hora, conserven ese registro para la policía, hasta donde su legislación lo permita o exija, y no alerten al cliente.",
    "please.child-abuse.front":
      "Por favor, dejen de servir de inmediato el contenido y dígannos quién lo aloja. No alerten a quien lo publicó hasta que esté fuera de línea y conservado.",
    "please.child-abuse.upstream":
      "Por favor, hagan que su cliente retire de inmediato el contenido; si no lo hace, apliquen null-route. Pídanle que no alerte a quien lo publicó hasta que esté retirado y conservado.",
    "please.child-abuse.registrar":
      "Por favor, conserven los datos de registro para la policía y comprueben si sus condiciones permiten suspender el dominio. No alerten antes al titular.",
    "please.child-abuse.hotline":
      "Por favor, evalúen el contenido, alerten a la policía y al proveedor de alojamiento según su procedimiento nacional y dígannos si todavía no debemos avisar a este último.",
    "please.child-abuse.cert":
      "Por favor, alerten a la policía o a la línea de denuncia y dígannos quién puede lograr la retirada en su país.",
    "please.intimate.host":
      "Por favor, retiren las imágenes de inmediato, eliminen las copias idénticas que puedan encontrar y conserven los registros de quién las publicó.",
    "please.exposed.host":
      "Por favor, hagan inaccesibles los datos de inmediato, conserven los registros de acceso y avisen a su cliente, para que pueda informar a las personas afectadas.",
    "please.terrorism.host":
      "Por favor, revisen el contenido, retírenlo si es ilícito o contrario a sus condiciones y consérvenlo junto con los registros de quién lo publicó.",
    "please.crime.host": "Por favor, retiren {{>it}} y conserven registros y archivos como prueba.",
    "please.crime.front":
      "Por favor, dejen de servir {{>it}}, reenvíen este aviso al proveedor de alojamiento de origen y dígannos cuál es.",
    "please.crime.upstream":
      "Por favor, hagan que su cliente retire {{>it}} y, si no lo hace, apliquen null-route a la dirección.",
    "please.crime.registrar":
      "Por favor, examinen las pruebas y, si acreditan este abuso, suspendan o inhabiliten el dominio.",
    "please.crime.cert":
      "Por favor, reenvíen este aviso al operador responsable dentro de su ámbito y dígannos si necesitan algo más.",
    hidden: "El contenido quizá solo se vea como se indica abajo.",

    "more.child-abuse":
      "Denúncienlo a la policía o línea de denuncia, no compartan este aviso ni nos envíen el material.",
    "more.child-abuse.upstream":
      "Denúncienlo a la policía o línea de denuncia, compartan este aviso solo con ese cliente y no nos envíen el material.",
    "more.intimate": "No nos envíen ninguna de las imágenes ni reenvíen este aviso a quien las publicó.",
    "more.terrorism": "No reenvíen este aviso a quien publicó el contenido.",
    "more.crime":
      "Busquen el kit, contenido similar y la vía de entrada. Si su cliente fue hackeado, avísenle; pueden reenviar esto sin nombrar al denunciante.",
    "more.victim": "Si el sitio del titular fue hackeado, avísenle en lugar de suspender el dominio.",
    "more.customer": "Pueden reenviar este aviso a su cliente sin nombrar al denunciante.",

    "label.url": "URL",
    "label.host": "Host completo",
    "label.account": "Cuenta",
    "label.address": "IP",
    "label.port": "puerto",
    "label.network": "Su red",
    "label.country": "País",
    "label.registered": "Registro del dominio",
    "label.domain": "Dominio",
    "label.seen": "Última detección",
    "label.first-seen": "Primera detección",
    "label.channel": "Detectado en",
    "label.reason": "Motivo denunciado",
    "label.was": "Motivo anterior (erróneo)",
    "label.removed": "Retirado el",
    "label.brand": "Marca/obra",
    "label.genuine": "Original",
    "label.right": "Número de registro",
    "label.reproduce": "Visualización",
    "label.redirects": "Redirigido desde",
    "label.classification": "Clasificación",
    "label.basis": "Base",
    "label.hash": "Hash",
    "label.screenshot": "Captura de pantalla",
    "label.notifier": "Denunciante",
    "label.behalf": "En nombre de",
    "label.organisations": "Organizaciones denunciantes",
    "label.sender": "Remitente",
    "label.verify": "Verificación",
    "label.phone": "Teléfono",
    "label.number": "Ref.",
    "label.ticket": "Su ref.",
    "label.told-before": "Avisado",
    "label.machine": "JSON",
    screenshot: "en poder del denunciante, disponible a petición",
    "domain.malicious": "parece registrado para este abuso (según la denuncia)",
    "reason.assessment": "ilegal según el denunciante",
    "basis.manual-review": "revisión manual",
    "basis.hash-match": "hash listado",
    "basis.user-report": "denuncia de un usuario",
    "basis.automated-scan": "análisis automatizado",
    "basis.unstated": "no indicada",
    "classification.baseline": "baseline (ilegal casi en todas partes)",
    "classification.A1": "A1 (menor prepúber, acto sexual)",
    "classification.A2": "A2 (menor prepúber, pose sexual)",
    "classification.B1": "B1 (menor púber, acto sexual)",
    "classification.B2": "B2 (menor púber, pose sexual)",
    "channel.message-board": "foro",
    "channel.chat-room": "sala de chat",
    "channel.peer-to-peer": "red entre pares (P2P)",
    "channel.instant-messaging": "mensajería instantánea",
    "channel.live-stream": "emisión en directo",
    "channel.file-host": "alojamiento de archivos",
    "channel.e-mail": "correo electrónico",
    "delivery.delivered": "aceptado por el servidor",
    "delivery.sent": "enviado, entrega no confirmada",
    "delivery.returned": "devuelto, no entregable",
    acknowledged: "recepción confirmada",
    "answer.passed-on": "reenviado a su cliente",
    "answer.removed": "respuesta: retirado",
    "answer.not-ours": "respuesta: no es cliente suyo",
    "answer.form": "respuesta: usar un formulario",
    "answer.refused": "respuesta: no actuarán",
    "answer.not-found": "respuesta: no lo encuentran",
    "answer.question": "respuesta: una pregunta",
    "answer.other": "hubo respuesta, caso sin resolver",
    list: "URL",

    "ground.dsa": "Notificación del art. 16 DSA (Reglamento (UE) 2022/2065); indíquennos su decisión.",
    "ground.dsa-life": "También se aplica su art. 18 (amenazas para la vida o la seguridad).",
    "ground.trusted-flagger": "Alertador fiable: {{flagger}}; pedimos prioridad (art. 22).",
    "ground.us-provider": "18 U.S.C. 2258A exige comunicarlo a la CyberTipline del NCMEC y conservar lo comunicado.",
    "ground.raa":
      "Creemos que es un abuso del DNS; la sección 3.18.2 del Registrar Accreditation Agreement de la ICANN exige actuar con prontitud ante pruebas suficientes.",
    "ground.terms": "Nos basamos en sus condiciones o su política de uso aceptable.",
    "ground.national": "Nos dirigimos a ustedes como contacto nacional para este tipo de denuncias.",
    "ground.site": "Parece que terceros han abusado de su sitio; les pedimos ayuda.",
    "ground.good-faith":
      "El denunciante y nosotros creemos de buena fe exactas y completas la información y las alegaciones.",
    desk: "¿No les compete? ¿A quién?",
    several: "Su respuesta se aplica a todas las URL indicadas, salvo que mencione referencias concretas.",
  },
};
