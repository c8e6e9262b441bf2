import { once } from "../../kernel/once.ts";
import { type Lexicon, type Sayings, saying } from "./lexicon.ts";

/** Spanish. */
const sayings = (): Sayings => ({
  polite: [
    / (les? |te |le )?(informamos|confirmamos|comunicamos|indicamos)( de)?( que)? /g,
    / (si|cualquier|ante cualquier) (tiene|desea|necesita|duda|consulta)[a-z ]{0,50}/g,
    / esta manana | por la manana | (a|por) (peticion|solicitud) (nuestra|suya|de [a-z]+) /g,
    / no dude en [a-z ]{0,40}/g,
  ],
  joints: / (?=(?:y|e|pero|sin embargo|porque|hasta|desde|aunque|debido|ya que|por lo) )/,
  hypothetical: saying(
    " ",
    [
      "en (estos|tales|esos) casos",
      "contenidos (ilicitos|ilegales|denunciados) son",
      "desde (espana|mexico|argentina|chile|colombia|peru|la ue|europa|su pais)",
      "(creo|creemos|pienso|pensamos|supongo|suponemos|me parece|nos parece) que",
      "nos (dicen|han dicho)",
      "que yo sepa",
      "hasta donde sabemos",
      "(ticket|caso) (?:[a-z]+ ){0,3}cerrad[oa]",
      "si",
      "cuando",
      "en cuanto",
      "una vez",
      "a menos",
      "en caso",
      "siempre que",
      "salvo",
      "de lo contrario",
      "tan pronto",
      "caso contrario",
      "mientras",
      "hasta que se",
    ],
    " ",
  ),
  greetings: [
    saying(
      "^ ",
      [
        "hola",
        "buenas",
        "buenos dias",
        "buenas tardes",
        "estimad[oa]s?",
        "senores",
        "saludos",
        "atentamente",
        "atte",
        "gracias",
        "un saludo",
        "cordialmente",
      ],
      "(?: [a-z]+){0,4} $",
    ),
  ],
  ownTicket: [
    // A field of a ticket system.
    /^ (?:estado|situacion) (?:cerrad[oa]|resuelt[oa]|finalizad[oa]) $/,
    saying(
      "^ (?:(?:su|el|este|la|esta) )?",
      ["ticket", "caso", "solicitud", "incidencia", "reporte", "denuncia"],
      "(?: (?:ID|numero|n))*(?: (?:ha sido|fue|queda|esta|se ha))?(?: (?:por lo tanto|ya))? ",
      ["cerrad[oa]", "resuelt[oa]", "solucionad[oa]", "concluid[oa]"],
      " $",
    ),
    /^ (?:cierro|cerramos|damos por cerrado|damos por concluido) (?:el|este|la|esta) (?:ticket|caso|incidencia) $/,
  ],
  plain: {
    thing: `
      contenidos? paginas? pagina_web paginas_web sitios? sitio_web sitios_web web webs dominios?
      nombres?_de_dominio subdominios? archivos? ficheros? url urls enlaces? link links cuentas?
      cuenta_de_hosting cuenta_del_cliente servidor servidores vps hosting alojamiento servicios?
      acceso perfil perfiles publicacion publicaciones anuncios? imagen imagenes fotos? videos?
      tienda tiendas canal grupo instancia maquina maquina_virtual carpetas? directorios? scripts?
      datos instalacion contrato plan ip ips direccion_ip direcciones_ip malware phishing codigo
      codigo_malicioso todo todos registro registros_dns zona aplicacion formulario material bot kit
      nube cuenta_de_usuario sitio_denunciado puerto disco formulario_falso ficheros equipo equipos
      red usuario_comprometido
      cuenta_(institucional|de_correo|de_estudiante|del_alumno|del_estudiante|personal)
      carpeta_compartida enlace_compartido pagina_personal computadora ordenador linea conexion
      router kit_de_phishing sitio_fraudulento
    `,
    person: "clientes? usuarios? alumno estudiante autor publicante",
    act: `
      (elimina|retira|bloquea|desactiva|cancela|borra|inhabilita|deshabilita|apaga|desconecta|
        limpia|cerra|aisla|quita|inactiva|clausura|neutraliza|oculta|banea|congela|bajad|
        da)d[oa]s?(_de_baja|_del_aire)?
      bajad[oa]s? suspendid[oa]s? suspens[oa]s?
      se_(elimino|retiro|bloqueo|suspendio|desactivo|borro|cerro|cancelo|deshabilito|inhabilito|
        eliminaron|retiraron|bloquearon|suspendieron|desactivaron|borraron|cerraron|deshabilitaron|
        dio_de_baja|dieron_de_baja)
      elimino eliminamos eliminaron elimine retiramos retiraron bloqueamos bloquearon suspendio
      suspendimos suspendieron desactivo desactivamos borro borramos borraron cerramos cerro
      cancelamos cancelo dimos_de_baja dio_de_baja dieron_de_baja bajamos apagamos deshabilitamos
      inhabilitamos quitamos desconectamos tumbamos
      (se_)?(procedio|procedido|procedimos)_a_(la_)?(suspender|eliminar|retirar|bloquear|
        dar_de_baja|borrar|cerrar|desactivar|deshabilitar|inhabilitar|cancelar|suspension|
        eliminacion|baja|desactivacion)
      metimos_null_?route null_?route nullroute(ad[oa]s?)? (en|a)_null_?route tumbad[oa]s?
      desmontad[oa]s? vaciad[oa]s? liquidad[oa]s? expulsad[oa]s?
      (cliente|usuario|titular|propietario|administrador|equipo|ya|nos|lo|la|los|las)_(bloqueo|
        retiro)
      aislad[oa]s?(_de_la_red)? se_ha_aislado(_de_la_red)?
      se_(ha|han)_(eliminado|retirado|bloqueado|suspendido|desactivado|borrado|cerrado|cancelado|
        deshabilitado|inhabilitado|dado_de_baja)
      en_cuarentena fulminad[oa] volad[oa]s? cortad[oa]s? le_cortamos cortamos sacamos
      sacad[oa]s?(_del_aire|_de_linea)?
    `,
    state: `
      fuera_de_(linea|servicio|aire) offline caid[oa]s? inaccesibles? inactiv[oa]s?
      (ya_)?no_(esta|estan|se_encuentra|se_encuentran|es|queda)_(mas_)?(disponibles?|accesibles?|
        activ[oa]s?|en_linea|visibles?|online|publicad[oa]s?)
      (ya_)?no_(resuelve|carga|responde|existe|funciona|resuelven|cargan|responden|existen|
        abre)(_mas)?
      ya_no_(existe|existen|carga|cargan|son_accesibles|es_accesible|abre|responde|resuelve|aparece)
      chau muert[oa]s? dej(o|aron)_de_(existir|funcionar|responder|cargar)
      (devuelve|muestra|arroja|da|responde|retorna)(n)?_(ahora_|ya_|un_|una_|el_|error_|codigo_|
        pagina_)*(404|403|410|451)
    `,
    who: `
      nosotros nuestr[oa]s?_(equipo|cliente|clientes|tecnicos|area|soporte|departamento)
      (por|de|en|desde|con)_(nosotros|nuestr[oa]s?_(equipo|parte|lado|servidores|servidor|red|
        plataforma|routers|cliente|tecnicos|infraestructura|sistemas?|departamento|soporte))
      (el|al|del|un)_(cliente|titular|propietario|dueno|usuario|administrador|revendedor|
        registrador|proveedor)
      titular propietario dueno cliente el_mismo registrador registry su_titular
    `,
    when: `
      hoy ayer ya ahora anoche (esta|ayer_por_la|hoy_por_la|por_la)_(manana|tarde|noche) hoy_mismo
      inmediatamente de_inmediato actualmente ahora_mismo recien
      hace_(un_momento|unos_minutos|una_hora|poco|instantes|[0-9]{1,2}_(horas|minutos))
      desde_(hoy|ayer|las_TIME|ahora|esta_manana) a_las_(TIME|[0-9]{1,2})(_horas|_h|_hs)? TIME horas
      hs (el_)?(lunes|martes|miercoles|jueves|viernes|sabado|domingo)
      (el_)?(dia_)?[0-9]{1,2}_de_(enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|
        octubre|noviembre|diciembre)(_(de_)?20[0-9]{2})?
      definitivamente permanentemente de_forma_(inmediata|definitiva|permanente|preventiva)
      a_la_fecha en_este_momento al_momento esta_misma_(manana|tarde|noche) la_misma_manana
      hace_como_[0-9]{1,2}_min
    `,
    how: `
      completamente totalmente por_completo correctamente con_exito manualmente
      (por|debido_a|a_causa_de|tras|segun|conforme_a|de_acuerdo_con|de_acuerdo_a|en_respuesta_a|
        a_raiz_de|en_relacion_con|en_virtud_de|en_base_a|con_motivo_de)_(la_|el_|su_|una_|un_|los_|
        las_|lo_|nuestra_|nuestros_|sus_|infraccion_de_|incumplimiento_de_|violacion_de_|violar_|
        infringir_|incumplir_)*(denuncia|reporte|aviso|notificacion|solicitud|solicitado|escrito|
        correo|infraccion|incumplimiento|violacion|abuso|phishing|fraude|revision|investigacion|
        verificacion|analisis|terminos|condiciones|politicas?|terminos_y_condiciones|
        condiciones_de_uso|terminos_de_servicio|terminos_de_uso|dsa)
      incumplimiento infraccion violacion abuso
      de_(los_|las_|nuestr[oa]s_)(terminos|condiciones|politicas)(_(de_(uso|servicio)|
        y_condiciones))?
      que_(nos_)?(reporto|denuncio|indico|menciono|reportaron|indicaron|senalo|reportan|
        indican)(_usted|_ustedes)?
      (reportad[oa]s?|denunciad[oa]s?|indicad[oa]s?|mencionad[oa]s?|senalad[oa]s?)(_(por_usted|
        por_ustedes|en_su_(correo|reporte|denuncia|mensaje)))?
      segun_lo_solicitado (client|server)_?hold en_(client|server)_?hold LAW a_peticion_nuestra
      de_la_denuncia
    `,
    little: `
      el la los las lo le les se y e ha han hemos he habia fue fueron sido esta estan quedo queda
      quedaron quedado estado es son encuentra encuentran del de al a en por con para este esa ese
      estos estas esos dicho dicha dichos dichas todos todas ambos ambas cuestion referencia
      referid[oa]s? afectad[oa]s? citad[oa]s? antes mencionad[oa]s? infractor[a]? fraudulent[oa]s?
      malicios[oa]s? hackead[oa]s? infectad[oa]s? comprometid[oa]s? correspondiente asociad[oa]s?
      ilicit[oa]s? listo hecho si puesto puesta pasado tambien asi como igualmente que mismo medidas
      tomadas atendid[oa] resuelto solucionado hola misma falso falsa falsos falsas junto propia
      propio si_mismo sus su_contenido cert universitario comunica compartida de_la_red personal
      fals[oa] en_el_borde borde con_todo todo_su_contenido junto_con alojaba alojaban en_caliente
      sin_mas
    `,
    beside: `
      hola buenas buenos dias tardes estimados estimado senores gracias por avisar su aviso reporte
      denuncia saludos saludo cordial cordiales atentamente cliente informado avisado notificado
      advertido ticket caso cerrado cerramos cierro cambiamos cambio claves clave contrasenas?
      contrasena actualizad[oa]s? actualizamos plugins? estaba hackeado hackeada era un wp viejo
      verificado verificamos comprobado comprobamos confirmado confirmamos el la los las ha sido fue
      y esta enterado buenas_tardes buenos_dias respuesta agente solucion nota comentario bien
      colegas perdon disculpas_por_(la_demora|las_molestias|el_retraso) buen_(dia|fin_de_semana)
      abrazo evidencia conservada se_adjunta_informe adjunto_captura
    `,
  },
  doubts: saying(
    " ",
    [
      "nuev[oa]s?",
      "(esta|estan|queda|sigue|siguen) (en linea|accesible)",
      "si (el|la|los|las|no|se|usted|hay)",
      "no",
      "nada",
      "ningun[oa]?",
      "nunca",
      "jamas",
      "ni",
      "sin",
      "pero",
      "sin embargo",
      "aunque",
      "salvo",
      "excepto",
      "cuando",
      "en cuanto",
      "hasta",
      "mientras",
      "una vez",
      "sera",
      "seran",
      "va a",
      "van a",
      "vamos a",
      "iremos",
      "podra",
      "podria",
      "puede",
      "podemos",
      "pueden",
      "debe",
      "debera",
      "deberia",
      "solo",
      "solamente",
      "unicamente",
      "parte",
      "parcialmente",
      "algun[oa]s?",
      "otr[oa]s?",
      "segund[oa]",
      "resto",
      "restantes?",
      "mitad",
      "aun",
      "todavia",
      "sigue",
      "siguen",
      "nuevamente",
      "de nuevo",
      "otra vez",
      "volvio",
      "vuelve",
      "vuelto",
      "restablecid[oa]s?",
      "reactivad[oa]s?",
      "restaurad[oa]s?",
      "rehabilitad[oa]s?",
      "temporalmente",
      "equivocad[oa]s?",
      "dice",
      "dicen",
      "afirma",
      "asegura",
      "alega",
      "segun",
      "creo",
      "creemos",
      "pienso",
      "pensamos",
      "supongo",
      "espero",
      "esperamos",
      "parece",
      "aparentemente",
      "supuestamente",
      "probablemente",
      "quizas?",
      "tal vez",
      "pronto",
      "proximamente",
      "manana",
      "luego",
      "despues",
      "pedimos",
      "pedido",
      "solicitamos",
      "solicitado",
      "eliminar",
      "retirar",
      "bloquear",
      "suspender",
      "borrar",
      "dar de baja",
      "bloqueo",
      "suspension",
      "levantad[oa]",
      "levanto",
      "migro",
      "migrad[oa]",
      "traslad[a-z]+",
      "disponible",
    ],
    " ",
  ),
  stands: [
    / (volvio|ha vuelto|volvieron|reaparecio|reapareci[a-z]*) (?:[a-z]+ ){0,2}/,
    / no (?:[a-z]+ ){0,4}(eliminad|retirad|suspendid|bloquead|borrad|dad)[oa]s? /,
    saying(
      " ",
      ["sigue", "siguen", "continua", "todavia esta", "aun esta", "vuelve a estar", "de nuevo"],
      " (?:[a-z]+ ){0,2}",
      ["en linea", "activ[oa]s?", "disponible", "accesible", "online"],
      " ",
    ),
  ],
  notOurs: [
    / cliente (mayorista|de transito|downstream|con su propio) /,
    / escriba (?:[a-z]+ ){0,2}(a|al) (MAIL|la direccion|ellos) /,
    / actualmente no lo gestionamos /,
    / traslado a otro /,
    saying(
      " no (?!eran? nuestr)(?:[a-z]+ ){0,3}",
      [
        "alojad[oa]s?",
        "hospedad[oa]s?",
        "pertenece",
        "pertenecen",
        "nuestr[oa]s?",
        "responsables?",
        "proveedor",
        "somos(?! (?:la |un |el |ni )?(?:juez|jueces|policia|tribunal))",
        "corresponde",
        "administramos",
        "gestionamos",
        "alojamos",
        "hospedamos",
        "operamos",
        "es cliente",
        "en nuestra",
        "en nuestro",
        "a nuestra",
      ],
      " (?!(politica|politicas|terminos|condiciones))",
    ),
    saying(
      " ",
      ["solo", "solamente", "unicamente", "simplemente", "tan solo"],
      " (?:[a-z]+ ){0,3}",
      [
        "registr[a-z]*",
        "el registrador",
        "registrador",
        "revendedor",
        "alquilamos",
        "proveemos",
        "dns",
        "dominio",
        "intermediario",
        "transito",
        "somos",
        "ofrecemos",
        "arrendamos",
      ],
      " ",
    ),
    saying(
      " ",
      [
        "debe",
        "debera",
        "contacte",
        "contactar",
        "dirijase",
        "dirigirse",
        "pongase",
        "comuniquese",
        "escriba",
        "remita",
        "reportar",
      ],
      " (?:[a-z]+ ){0,6}(al|con|a) (?:[a-z]+ ){0,3}",
      [
        "proveedor",
        "hosting",
        "alojamiento",
        "registrador",
        "propietario",
        "titular",
        "operador",
        "empresa",
        "dueno",
        "responsable",
      ],
      " ",
    ),
    saying(
      " ",
      ["esta", "se encuentra", "alojad[oa]", "hospedad[oa]"],
      " (?:[a-z]+ ){0,2}(en|con) otr[oa] (proveedor|empresa|hosting|servidor) ",
    ),
    / (solo|solamente|unicamente) (?:[a-z]+ ){0,2}(vendimos|vendemos|registramos) /,
    saying(
      " ",
      [
        "alojad[oa]",
        "hospedad[oa]",
        "pertenece",
        "gestionad[oa]",
        "operad[oa]",
        "asignad[oa]",
        "alojamiento (?:[a-z]+ )?esta",
      ],
      " (?:[a-z]+ ){0,2}(en|por|a|al|con) (?!(nuestr[oa]s?|nosotros|uno de|un cliente)\\b)",
    ),
    / (ya no|dejo de) (?:[a-z]+ ){0,4}(con nosotros|cliente|nuestr[oa]|en nuestra|en nuestros) /,
    saying(
      " ",
      ["migro", "traslado", "cambio", "transfirio", "se mudo", "se fue", "movio", "transferido", "vendido"],
      " (?:[a-z]+ ){0,4}",
      ["otro", "otra", "proveedor", "hosting", "registrador", "empresa"],
      " ",
    ),
    / (equivocad[oa]|incorrect[oa]|erroneo) (?:[a-z]+ ){0,2}/,
    /(direccion|departamento|empresa) (equivocad[oa]|incorrect[oa]) /,
    / (ningun|no tenemos) control (?:[a-z]+ ){0,3}(sobre|del) /,
  ],
  form: [
    / (canal|via|pagina) (?:[a-z]+ ){0,2}(habilitad[oa]|oficial|previst[oa]) /,
    / (presente|presentar|tramitar|registrar) (?:[a-z]+ ){0,8}(URL|formulario|portal) /,
    saying(
      " ",
      [
        "utilice",
        "utilizar",
        "use",
        "usar",
        "rellene",
        "rellenar",
        "complete",
        "completar",
        "llene",
        "llenar",
        "via",
        "mediante",
        "traves",
        "por",
        "en",
        "por medio",
        "diligencie",
        "emplear",
      ],
      " (?:[a-z]+ ){0,8}",
      [
        "formulario",
        "portal",
        "pagina de denuncias",
        "sistema de denuncias",
        "canal de denuncias",
        "plataforma",
        "centro de ayuda",
      ],
      " ",
    ),
    saying(
      " ",
      [
        "denuncia",
        "denuncias",
        "reporte",
        "reportes",
        "reportar",
        "denunciar",
        "envie",
        "enviar",
        "abuso",
        "reclamos",
        "quejas",
        "presentar",
      ],
      " (?:[a-z]+ ){0,10}(en|a traves de|via|mediante|aqui|a) (?:[a-z]+ ){0,3}URL ",
    ),
    saying(
      " (buzon|correo|direccion|casilla|cuenta) (?:[a-z]+ ){0,4}no (?:se |es |esta )*(?:[a-z]+ )?",
      ["lee", "leid[oa]", "monitoread[oa]", "atendid[oa]", "revisad[oa]", "supervisad[oa]", "atiende"],
      " ",
    ),
    / no (?:[a-z]+ ){0,4}(por|via|mediante) (correo|e ?mail|mail)/,
  ],
  refused: [
    / no (somos|es) (la |un |el |ni )?(juez|jueces|policia|tribunal) /,
    / sin (?:[a-z]+ ){0,3}orden (?:[a-z]+ )?judicial /,
    / no (?:[a-z]+ ){0,3}(bajamos|bajaremos|tocar|tocamos|infringe|retiraremos|eliminaremos) /,
    / orden judicial /,
    / seguira en linea /,
    saying(
      " no (?:[a-z]+ ){0,4}",
      [
        "tomaremos",
        "tomara",
        "adoptaremos",
        "procede",
        "procederemos",
        "atender",
        "atenderemos",
        "eliminaremos",
        "retiraremos",
        "retirar",
        "eliminar",
        "suspender",
        "bloquear",
        "actuar",
        "actuaremos",
        "acceder",
        "vulnera",
        "infringe",
        "incumple",
        "viola",
        "constituye",
        "contraviene",
        "contravienen",
        "sera retirad[oa]",
        "sera eliminad[oa]",
        "infraccion",
        "violacion",
        "incumplimiento",
        "ilegal",
        "ilicito",
      ],
      " ",
    ),
    saying(
      " ",
      ["sin", "solo", "unicamente", "mediante", "salvo", "previa", "presente", "hasta recibir", "con"],
      " (?:[a-z]+ ){0,6}",
      [
        "orden judicial",
        "orden",
        "mandato judicial",
        "resolucion judicial",
        "sentencia",
        "requerimiento judicial",
        "juez",
        "autoridad",
      ],
      " ",
    ),
    / (rechazad[oa]|rechazamos|desestimad[oa]|denegad[oa]|negamos|declinamos) /,
    / (libertad de expresion|contenido es legal|es legal|licito) /,
    saying(
      " ",
      ["seguira", "permanecera", "mantendremos", "se mantiene"],
      " (?:[a-z]+ ){0,4}",
      ["en linea", "disponible", "activ[oa]", "publicad[oa]", "el contenido"],
      " ",
    ),
    / ninguna (medida|accion|infraccion|violacion) /,
    / infraccion alguna /,
  ],
  question: [
    saying(
      " (pueden|podrian|puedes|puede|podeis) (?:[a-z]+ ){0,3}",
      [
        "pasar",
        "pasarnos",
        "mandar",
        "mandarnos",
        "enviar",
        "enviarnos",
        "reenviar",
        "decirnos",
        "facilitar",
        "facilitarnos",
      ],
      " ",
    ),
    / no ubicamos /,
    / (enlace|url|link|captura) (?:[a-z]+ ){0,3}(cortad[oa]|incomplet[oa]|recortad[oa]) /,
    [
      saying(
        " ",
        ["podria", "podrian", "puede", "pueden", "podrias", "puedes", "seria posible", "serian tan amables"],
        " (?:[a-z]+ ){0,5}",
        [
          "enviar",
          "enviarnos",
          "indicar",
          "indicarnos",
          "proporcionar",
          "proporcionarnos",
          "confirmar",
          "confirmarnos",
          "aclarar",
          "facilitar",
          "facilitarnos",
          "decir",
          "decirnos",
          "especificar",
          "precisar",
          "compartir",
          "adjuntar",
          "brindar",
          "brindarnos",
          "explicar",
          "remitir",
          "remitirnos",
        ],
        " ",
      ),
      / formulario /,
    ],
    [
      saying(
        " ",
        ["por favor", "favor de", "rogamos", "solicitamos", "agradeceriamos", "le pedimos"],
        " (?:[a-z]+ ){0,4}",
        [
          "envie",
          "envien",
          "enviar",
          "indique",
          "indiquen",
          "proporcione",
          "proporcionar",
          "adjunte",
          "facilite",
          "facilitar",
          "confirme",
          "aclare",
          "especifique",
          "remita",
          "remitir",
          "nos",
          "detalle",
          "comparta",
          "precise",
          "reenvie",
        ],
        " ",
      ),
      / (formulario|a traves|proveedor de hosting|al proveedor) /,
    ],
    saying(
      " ",
      ["necesitamos", "requerimos", "faltan", "falta", "precisamos", "se requiere", "hacen falta", "nos falta"],
      " (?:[a-z]+ ){0,10}",
      [
        "informacion",
        "pruebas?",
        "evidencias?",
        "capturas?",
        "url",
        "logs",
        "registros",
        "fecha",
        "hora",
        "datos",
        "detalles",
        "poder",
        "documento",
        "enlace",
        "direccion",
        "encabezados",
        "cabeceras",
      ],
      " ",
    ),
    saying(
      " no (?:[a-z]+ ){0,3}",
      [
        "vemos",
        "encontramos",
        "podemos ver",
        "pudimos",
        "logramos",
        "conseguimos",
        "podemos reproducir",
        "reproducir",
        "abre",
        "aparece",
      ],
      " (?:[a-z]+ ){0,6}(?!infraccion)",
    ),
    / (que|cual|cuales|cuando|donde|quien|como|es|a que|de que|en que|sigue|tiene|desde) (?:[a-z0-9]+ ){0,25}\? /,
  ],
  acknowledged: [
    / (le|les) (pase|pasamos|dije|dijimos|mande|mandamos|avise|avisamos|escribi|escribimos|reenvie) /,
    / (te|les|le|os) (aviso|avisamos|aviso luego|cuento) /,
    / vamos a (?:[a-z]+ ){0,3}(dar de baja|suspender|revisar|ver|bloquear|cerrar|mirar) /,
    / (lo|la) (reviso|revisamos|miro|miramos|veo|vemos) /,
    saying(
      " ",
      [
        "recibid[oa]s?",
        "recibimos",
        "acusamos recibo",
        "registrad[oa]",
        "trasladad[oa]",
        "trasladamos",
        "reenviad[oa]",
        "reenviamos",
        "remitid[oa]",
        "remitimos",
        "derivad[oa]",
        "derivamos",
        "escalad[oa]",
        "investigando",
        "investigacion",
        "investigaremos",
        "revisando",
        "revisad[oa]",
        "revisaremos",
        "revision",
        "analizando",
        "analisis",
        "verificando",
        "en tramite",
        "en proceso",
        "notificad[oa]",
        "notificamos",
        "informad[oa] al",
        "avisad[oa]",
        "avisamos",
        "contactad[oa]",
      ],
      " ",
    ),
    saying(
      " ",
      [
        "pedimos al",
        "le pedimos",
        "solicitamos al",
        "atenderemos",
        "responderemos",
        "respondera",
        "horas para",
        "plazo",
        "procederemos",
        "suspenderemos",
        "eliminaremos",
        "tomaremos las medidas",
        "trabajando",
        "pasamos",
        "estamos (viendo|trabajando|esperando)",
        "a la espera",
        "esperamos",
        "contestamos",
        "prometio",
        "se comprometio",
        "avisaremos",
        "les avisamos",
        "informaremos",
        "daremos de baja",
        "bloquearemos",
        "equipo tecnico",
        "ticket (?:[a-z]+ ){0,3}(creado|abierto)",
        "enviad[oa] al",
        "abierto (?:[a-z]+ ){0,2}(incidente|ticket|caso)",
        "comunicado al",
        "mantendremos informad[oa]s?",
      ],
      " ",
    ),
    / gracias por /,
    saying(
      " (sera|seran|va a|vamos a|van a) (?:[a-z]+ ){0,5}",
      [
        "dad[oa]s? de baja",
        "desactivad[oa]s?",
        "apagad[oa]s?",
        "cancelad[oa]s?",
        "eliminad[oa]s?",
        "suspendid[oa]s?",
        "bloquead[oa]s?",
        "retirad[oa]s?",
        "eliminar",
        "suspender",
        "bloquear",
        "retirar",
        "ser",
      ],
      " ",
    ),
  ],
  passedOn: [
    saying(
      " (?:reenviad[oa]|trasladad[oa]|remitid[oa]|enviad[oa]|comunicad[oa]|derivad[oa]",
      "|notificad[oa]|pasad[oa]|reenviamos|trasladamos|remitimos|enviamos|comunicamos",
      "|derivamos|pasamos|pase|reenvie) (?:[a-z]+ ){0,6}(?:al|a|a la) (?:[a-z]+",
      " ){0,3}(?:cliente|clienta|clientes|titular|revendedor|propietario|usuario|administrador",
      "|webmaster|suscriptor|arrendatario) ",
    ),
    saying(
      " (?:informad[oa]|avisad[oa]|contactad[oa]|notificad[oa]|advertid[oa]|requerid[oa]",
      "|pedido|solicitado|avisamos|notificamos|informamos|contactamos|contactado|pedimos",
      "|solicitamos) (?:con )?(?:[a-z]+ ){0,2}(?:al|a|a la|con el) (?:[a-z]+ ){0,2}(?:cliente",
      "|titular|revendedor|propietario|usuario|administrador|webmaster|suscriptor) ",
    ),
    saying(
      " (?:cliente|titular|revendedor|propietario|usuario|suscriptor) (?:[a-z]+ ){0,3}(?:ha",
      " sido|fue|esta|ya fue|tiene|dispone|cuenta con) (?:[a-z0-9]+ ){0,2}(?:notificad[oa]",
      "|informad[oa]|avisad[oa]|contactad[oa]|advertid[oa]|horas|dias|hasta|plazo|un plazo",
      "|[0-9]+) ",
    ),
    saying(
      " (?:cliente|titular|propietario|usuario|revendedor) (?:[a-z]+ ){0,3}(?:prometio",
      "|comprometio|aseguro|ha prometido|ha asegurado) ",
    ),
    saying(" si (?:el|nuestro) (?:cliente|titular|propietario|usuario) no "),
  ],
  notFound: [
    saying(
      " no (?:[a-z]+ ){0,4}(?:encontr[a-z]+|localiz[a-z]+|reproduc[a-z]+|detect[a-z]+",
      "|observ[a-z]+|hall[a-z]+|ver|vemos|visto|apreci[a-z]+|identific[a-z]+|logr[a-z]+ (?:ver",
      "|encontrar)) (?!.*(?:infraccion|incumplimiento|violacion))",
    ),
    saying(
      " (?:ningun|ninguna) (?:[a-z]+ ){0,3}(?:phishing|contenido|pagina|archivo|rastro",
      "|actividad) (?:[a-z]+ ){0,4}(?:encontrad[oa]|detectad[oa]|visible|en) ",
    ),
  ],
  closed: [
    saying(
      " (?:ticket|caso|solicitud|incidencia|reporte|expediente|consulta)(?: [a-z0-9]+){0,5}",
      " (?:cerrad[oa]|resuelt[oa]|fusionad[oa]|unid[oa]|archivad[oa]|finalizad[oa]) ",
    ),
    saying(" (?:cerramos|damos por cerrad[oa]|cerrado) (?:[a-z]+ ){0,2}(?:ticket|caso|incidencia", "|expediente) "),
  ],
  absent: [
    saying(
      " (?:estoy|estare|estamos|me encuentro|me encontrare) (?:[a-z]+ ){0,4}(?:de vacaciones",
      "|fuera de la oficina|ausente|de baja|de permiso|de viaje) ",
    ),
    saying(" (?:de vacaciones|fuera de la oficina|ausente) (?:[a-z]+ ){0,2}(?:hasta|del|desde) "),
    saying(" (?:ya no (?:trabaja|trabajo|forma parte)|ha dejado la empresa) "),
    saying(" (?:oficinas?|empresa) (?:[a-z]+ ){0,4}cerrad[oa]s? (?:[a-z]+ ){0,3}(?:hasta|por|del", "|el) "),
  ],
  unreached: [
    saying(
      " (?:su|el|este) (?:mensaje|correo|e ?mail) (?:[a-z]+ ){0,2}no (?:[a-z]+",
      " ){0,4}(?:entregad[oa]|entregar|entrego|aceptado) ",
    ),
    saying(" (?:buzon|casilla) (?:[a-z]+ ){0,4}(?:llen[oa]|no existe|desconocid[oa]) "),
    saying(
      " (?:demostrar|confirmar|verificar|confirme|verifique) (?:[a-z]+ ){0,4}(?:human[oa]|no",
      " (?:es|eres) un robot|persona real) ",
    ),
  ],
  forLater: saying(
    " (?:en (?:el )?futuro|la proxima vez|futur[oa]s (?:denuncias|reportes)|proxim[oa]s",
    " (?:denuncias|reportes)|mas rapid[oa]|agilizar|tambien puede|otras denuncias|otros",
    " reportes|de preferencia|alternativamente|no responda|seguimiento|consultar|estado de)",
  ),
  ofOurs: saying(
    " (?:nuestro|nuestra|nuestros|un) (?:[a-z]+ )?(?:clientes?|revendedor|usuarios?|oficina",
    "|equipo|departamento|filial) ",
  ),
  away: [
    saying(
      " ",
      [
        "de vacaciones",
        "fuera de la oficina",
        "ausente",
        "ausencia",
        "vuelvo",
        "regreso",
        "regresare",
        "a mi vuelta",
        "sin acceso al",
        "no tendre acceso",
        "acceso limitado",
        "de permiso",
        "de baja (medica|laboral)",
        "ya no trabajo",
        "festivo",
        "cerrad[oa]s? (por|hasta|del)",
      ],
      " ",
    ),
  ],
});

export const spanish: Lexicon = {
  language: "es",
  common: `
    el la los las un una de del y es ha han hemos fue sido esta estan nuestro nuestra nuestros su
    sus no por para que en con se lo le les ya hola gracias usted nosotros este esa ese al nos hoy
    muy pero senores estimado estimados saludo
  `,
  sayings: once(sayings),
};
