import type { Texts } from "../texts.ts";

/** Every Spanish word that a desk reads from us; `en.ts` says what each text is for. */
export const spanish: Texts = {
  language: "es",
  name: "Spanish",
  parts: {
    "mark.reminder": "Recordatorio {{reminder}}",
    "mark.escalation": "Escalada",
    "mark.moved": "Sin más acciones",
    "mark.withdrawal": "RETIRADA",
    "mark.correction": "CORRECCIÓN",

    "type.csam": "material de abuso sexual infantil",
    "type.csem": "explotación sexual infantil",
    "type.ncii": "imágenes íntimas sin consentimiento",
    "type.terrorism": "contenido terrorista",
    "type.phishing": "phishing",
    "type.malware": "malware",
    "type.botnet": "botnet",
    "type.fraud": "fraude",
    "type.brand": "infracción de marca",
    "type.copyright": "infracción de derechos de autor",
    "type.exposed-data": "datos expuestos",
    "type.other": "contenido dañino",

    "what.csam": "material de abuso sexual infantil",
    "what.csem": "explotación sexual de un menor",
    "what.ncii": "imágenes íntimas publicadas sin el consentimiento de la persona mostrada",
    "what.terrorism": "contenido que incita al terrorismo o lo apoya",
    "what.phishing": "suplantación de identidad (phishing)",
    "what.malware": "distribución de malware",
    "what.botnet": "control de una botnet",
    "what.fraud": "fraude",
    "what.brand": "uso engañoso de una marca",
    "what.copyright": "uso no autorizado de una obra protegida",
    "what.exposed-data": "datos expuestos sin derecho a publicarlos",
    "what.other": "contenido dañino",

    "place.url": "en {{host}}",
    "place.host": "en {{host}}",
    "place.peer": "desde {{host}}, puerto {{port}}",
    "place.account": "en una cuenta de {{host}}",
    "place.several": "en {{count}} direcciones{{#host}} de {{host}}{{/host}}",
    "where.url": "Dirección exacta, desactivada (léase hxxp como http, [.] como ., [:] como :):",
    "where.host": "Ubicación exacta, desactivada (léase [.] como ., [:] como :), todo lo que hay en este host:",
    "where.peer": "Ubicación exacta, desactivada (léase [.] como ., [:] como :):",
    "where.account": "Ubicación exacta, desactivada (léase [.] como ., [:] como :):",
    "where.several":
      "Las direcciones exactas figuran en la lista al final de este mensaje, cada una una sola vez, con nuestro número y el momento en que se vio por primera vez; están desactivadas (léase hxxp como http, [.] como ., [:] como :).",
    "where.port": "puerto",
    "where.account-name": "cuenta",

    "lead.first": "Les comunicamos lo siguiente: {{>what}} {{>place}}, visto por primera vez el {{seen}}. {{>please}}.",
    "lead.reminder":
      "Recordatorio {{reminder}}: les comunicamos lo siguiente y no nos consta ninguna respuesta que lo resuelva: {{>what}} {{>place}}. {{>please}}.",
    "lead.escalation":
      "Les comunicamos lo siguiente porque, hasta donde sabemos, los destinatarios anteriores no le han puesto fin: {{>what}} {{>place}}. {{>please}}.",
    "lead.moved":
      "Sobre nuestro aviso ({{>what}} {{>place}}): el contenido ya no se sirve desde su red. No les pedimos nada más. Muchas gracias.",
    "lead.withdrawal":
      "Retiramos nuestro aviso ({{>what}} {{>place}}). Les rogamos que no tomen ninguna medida al respecto y que deshagan lo que hayan hecho solo por nuestra palabra. Les pedimos disculpas.",
    "lead.correction":
      "Corregimos nuestro aviso ({{>what}} {{>place}}, visto por primera vez el {{seen}}). {{>please}}. Les rogamos que utilicen los datos de este mensaje en lugar de los anteriores.",
    "may-be-second":
      "Es posible que ya hayan recibido este aviso: no hemos podido averiguar si les llegó nuestro mensaje anterior. Les rogamos que traten ambos como uno solo.",

    "please.host": "Les rogamos que conserven las pruebas y después retiren el contenido o impidan el acceso a él",
    "please.upstream": "Les rogamos que hagan que su cliente lo retire o que dejen de transportarlo",
    "please.front":
      "Les rogamos que dejen de servirlo a través de su red y que remitan este aviso al alojamiento que hay detrás",
    "please.registrar": "Les rogamos que actúen contra este uso del nombre de dominio",
    "please.hotline": "Les rogamos que lo evalúen y hagan que se retire según su procedimiento nacional",
    "please.cert": "Les rogamos que hagan que la red responsable de su ámbito le ponga fin",
    "please.site": "Les rogamos que lo retiren de su sitio y cierren la vía por la que llegó allí",

    "relation.platform":
      "Reciben este aviso como equipo de abuso del servicio en el que se ha visto{{#range}} ({{range}}){{/range}}.",
    "relation.network":
      "Reciben este aviso como contacto de abuso de la red desde la que se sirve{{#range}} ({{range}}){{/range}}.",
    "relation.front":
      "Reciben este aviso como contacto de abuso del servicio que está delante del alojamiento{{#range}} ({{range}}){{/range}}; el contenido puede estar guardado en otro lugar.",
    "relation.upstream":
      "Reciben este aviso como contacto de abuso de la red que da tránsito a la red de alojamiento{{#range}} ({{range}}){{/range}}.",
    "relation.registrar":
      "Reciben este aviso como contacto de abuso del registrador del dominio{{#range}} ({{range}}){{/range}}.",
    "relation.hotline":
      "Reciben este aviso como línea de denuncia del país en el que está alojado{{#country}} ({{country}}){{/country}}.",
    "relation.cert":
      "Reciben este aviso como equipo de respuesta a incidentes (CERT) del país en el que está alojado{{#country}} ({{country}}){{/country}}.",
    "relation.site": "Reciben este aviso como contacto del propio sitio.",

    "label.seen": "Visto por primera vez:",
    "label.channel": "Visto en:",
    "label.addresses": "Resuelve a:",
    "label.looked-up": "consultado",
    "label.explanation": "Por qué lo es:",
    "label.imitates": "Imitado o infringido:",
    "label.legitimate-site": "Sitio legítimo:",
    "label.reproduce": "Cómo verlo:",
    "label.classification": "Clasificación:",
    "label.assessed": "Evaluado por:",
    "label.hash": "Hash:",
    "label.notifier": "Notificante:",
    "label.sender": "Enviado por:",
    live: "Comunicado como algo que ocurre en directo.",
    organisations: "Comunicado por {{organisations}} organizaciones.",
    "assessed.manual-review": "una persona de la organización notificante",
    "assessed.hash-match": "coincidencia con una lista de hashes conocidos",
    "assessed.user-report": "denuncia de un usuario, remitida por la organización notificante",
    "assessed.automated-scan": "análisis automatizado",
    "assessed.unstated": "la organización notificante, método no indicado",
    "channel.website": "un sitio web",
    "channel.message-board": "un foro",
    "channel.chat-room": "una sala de chat",
    "channel.peer-to-peer": "una red entre pares (P2P)",
    "channel.instant-messaging": "mensajería instantánea",
    "channel.live-stream": "una transmisión en directo",
    "channel.file-host": "un servicio de alojamiento de archivos",
    "channel.e-mail": "correo electrónico",

    "ask.child-abuse.host":
      "Qué pedimos: 1. Antes de retirarlo, conservar el material y los registros de quién lo publicó y quién accedió a él, según exija su legislación, con acceso solo para quienes estén autorizados. 2. Retirarlo o impedir el acceso. 3. Denunciarlo a su policía o línea de denuncia. 4. No avisar a quien lo publicó. Les rogamos que no nos envíen nada del material.",
    "ask.child-abuse.upstream":
      "Qué pedimos: que su cliente conserve las pruebas y retire el material de inmediato; si no lo hace, dejar de transportar la dirección. No avisar a quien lo publicó. Les rogamos que no nos envíen nada del material.",
    "ask.child-abuse.registrar":
      "Qué pedimos: examinar si sus condiciones les permiten suspender la resolución del nombre de dominio, conservar los datos de registro para la policía y no avisar al titular. Les rogamos que no nos envíen nada del material.",
    "ask.child-abuse.hotline":
      "Qué pedimos: evaluar la ubicación, avisar a su policía y al proveedor de alojamiento según su procedimiento nacional y decirnos si aún no debe informarse al proveedor.",
    "ask.child-abuse.cert":
      "Qué pedimos: avisar a su policía o línea de denuncia e indicarnos quién puede lograr la retirada en su país.",
    "ask.intimate.host":
      "Qué pedimos: retirar las imágenes o impedir el acceso a ellas, retirar las copias idénticas que puedan encontrar y conservar los registros de quién las publicó. Les rogamos que no nos envíen ninguna de las imágenes.",
    "ask.terrorism.host":
      "Qué pedimos: evaluar el contenido, conservarlo junto con los registros de quién lo publicó y retirarlo o impedir el acceso a él si infringe la ley o sus condiciones.",
    "ask.crime.host":
      "Qué pedimos: conservar los registros y archivos como prueba, desconectar la página, el archivo o la máquina y avisar a su cliente si su sistema ha sido vulnerado.",
    "ask.crime.registrar":
      "Qué pedimos: examinar las pruebas de este mensaje y, si comprueban que el nombre de dominio se utiliza para este abuso, detener o dificultar ese uso. Si el nombre pertenece a una víctima cuyo sitio ha sido vulnerado, les rogamos que informen en su lugar al titular.",
    "ask.crime.cert": "Qué pedimos: remitir esto a la red responsable de su ámbito y decirnos si necesitan algo más.",
    "ask.rights.host":
      "Qué pedimos: examinar el uso aquí descrito y retirarlo o impedir el acceso a él si lo consideran ilícito o contrario a sus condiciones.",
    "ask.rights.registrar": "Qué pedimos: remitir este aviso al titular y examinar el registro según sus condiciones.",
    "ask.exposed.host":
      "Qué pedimos: impedir de inmediato el acceso a los datos, conservar los registros de acceso e informar a su cliente para que pueda avisar a los afectados.",
    "ask.host":
      "Qué pedimos: conservar las pruebas, examinar el contenido y retirarlo o impedir el acceso a él si infringe la ley o sus condiciones.",
    "ask.front":
      "Qué pedimos: dejar de servir la dirección a través de su red si infringe la ley o sus condiciones, remitir este aviso al proveedor de alojamiento que hay detrás y decirnos cuál es.",
    "ask.upstream":
      "Qué pedimos: que su cliente le ponga fin conforme a su política de uso aceptable; si no lo hace, dejar de transportar la dirección.",
    "ask.registrar":
      "Qué pedimos: remitir este aviso al titular o a su revendedor y examinar el uso del nombre de dominio según sus condiciones.",
    "ask.hotline": "Qué pedimos: evaluar la ubicación y actuar según su procedimiento nacional.",
    "ask.cert": "Qué pedimos: remitir esto a quien pueda ponerle fin en su ámbito.",
    "ask.site":
      "Qué pedimos: conservar una copia de los registros, retirar la página o el archivo y averiguar cómo llegó allí; su proveedor de alojamiento puede ayudarles.",

    "ground.dsa":
      "Esta es una notificación con arreglo al artículo 16 del Reglamento (UE) 2022/2065 (Reglamento de Servicios Digitales). Les rogamos que confirmen su recepción y nos comuniquen su decisión.",
    "ground.dsa-life":
      "El artículo 18 obliga a los prestadores de alojamiento a comunicar a las autoridades toda sospecha de delito contra la vida o la seguridad de las personas.",
    "ground.trusted-flagger":
      "Procede de un alertador fiable en el sentido del artículo 22 de dicho Reglamento y tiene prioridad.",
    "ground.us-provider":
      "Si son un proveedor en los Estados Unidos: 18 U.S.C. 2258A pide a los proveedores con conocimiento efectivo de una aparente infracción que la comuniquen a la CyberTipline de NCMEC y conserven lo que comunican.",
    "ground.raa":
      "Creemos que se trata de un abuso del DNS y este mensaje contiene nuestras pruebas; la sección 3.18 del Registrar Accreditation Agreement de ICANN pide a los registradores de dominios genéricos que actúen ante pruebas procesables de ello.",
    "ground.terms": "Lo pedimos con arreglo a sus propias condiciones de uso.",
    "ground.national": "Lo pedimos en el marco de su mandato nacional.",
    "ground.site": "Parece que se ha abusado de su sitio; les pedimos ayuda.",
    "ground.copyright":
      "Este mensaje no contiene ninguna declaración conforme a 17 U.S.C. 512(c)(3); solo puede hacerla el titular del derecho o su representante.",
    "ground.good-faith": "Creemos de buena fe que la información de este aviso es exacta y completa.",

    "history.reminder": "Nuestros avisos anteriores a ustedes:",
    "history.escalation": "Informados antes que ustedes:",
    "history.subject": "asunto",
    "history.acknowledged": "recepción confirmada",
    "history.ticket": "número de caso",
    "delivery.delivered": "aceptado por el servidor de correo del destinatario",
    "delivery.sent": "enviado, entrega no confirmada",
    "delivery.returned": "devuelto por no poder entregarse",
    "answer.removed": "respuesta: retirado",
    "answer.not-ours": "respuesta: no les corresponde",
    "answer.form": "respuesta: remisión a un formulario",
    "answer.refused": "respuesta: no actuarán",
    "answer.question": "respuesta: una pregunta",
    "answer.other": "respuesta que no lo resuelve",

    reach:
      "Para contactar con nosotros, respondan a este mensaje; lo leen personas. Nuestro número es {{caseId}}{{#ticket}}; el suyo es {{ticket}}{{/ticket}}. Si no son el destinatario correcto, les rogamos que nos indiquen quién lo es.",
    "reach.several":
      "Su respuesta vale para todas las direcciones de la lista, salvo que indique los números de aquellas a las que se refiere.",
    verify: "Para comprobar que este aviso es auténtico: {{verifyBy}}",
    machine:
      "El archivo adjunto xarf.json dice lo mismo en formato legible por máquina (XARF 4.2), con la dirección exacta.",
    "machine.several":
      "El archivo adjunto xarf-reports.json dice lo mismo en formato legible por máquina (XARF 4.2, {{reports}} de {{count}}), con las direcciones exactas.",
    list: "Direcciones",
  },
};
