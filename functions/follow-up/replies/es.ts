import type { Lexicon } from "./lexicon.ts";

const off =
  "((elimina|retira|bloquea|desactiva|cancela|borra|inhabilita|deshabilita|apaga|desconecta|limpia|cerra|aisla|quita|inactiva|clausura|neutraliza|oculta|baneae?|banea|congela)d[oa]s?|suspendid[oa]s?|suspens[oa]s?|deshabilitad[oa]s?|dad[oa]s? de baja|puesto fuera de linea|fuera de linea)";
const past =
  "(elimino|eliminamos|eliminaron|elimine|retiro|retiramos|retiraron|bloqueo|bloqueamos|bloquearon|suspendio|suspendimos|suspendieron|desactivo|desactivamos|borro|borramos|borraron|cerramos|cerro|cancelamos|cancelo|dimos de baja|dio de baja|dieron de baja|apagamos|deshabilitamos|inhabilitamos|quitamos|desconectamos|se procedio a (?:[a-z]+ ){0,2}(suspender|eliminar|retirar|bloquear|dar de baja|borrar|cerrar|desactivar|deshabilitar|cancelar|la suspension|la eliminacion|la baja)|hemos procedido a (?:[a-z]+ ){0,2}(suspender|eliminar|retirar|bloquear|dar de baja|borrar|cerrar|desactivar|deshabilitar|cancelar|la suspension|la eliminacion|la baja)|procedimos a (?:[a-z]+ ){0,2}[a-z]+r)";
const about = "(ticket|caso|solicitud|mensaje|correo|denuncia|buzon|reclamo|reporte|consulta|incidencia)";

/** Spanish. */
export const spanish: Lexicon = {
  language: "es",
  common:
    "el la los las un una de del y es ha han hemos fue sido esta estan nuestro nuestra nuestros su sus no por para que en con se lo le les ya hola gracias usted nosotros este esa ese al nos hoy muy pero senores estimado estimados saludo",
  polite: [
    / (les? |te |le )?(informamos|confirmamos|comunicamos|indicamos)( de)?( que)? /g,
    / (si|cualquier|ante cualquier) (tiene|desea|necesita|duda|consulta)[a-z ]{0,50}/g,
    / esta manana | por la manana | (a|por) (peticion|solicitud) (nuestra|suya|de [a-z]+) /g,
    / no dude en [a-z ]{0,40}/g,
  ],
  joints: / (?=(?:y|e|pero|sin embargo|porque|hasta|desde|aunque|debido|ya que|por lo) )/,
  gone: [
    new RegExp(
      ` (ha|han|hemos|he|fue|fueron|sido|esta|estan|quedo|queda|quedaron|ya|sitio|pagina|cuenta|contenido|dominio|servidor|archivos?|se encuentra|quedado|estado) (?:[a-z]+ ){0,3}${off} `,
    ),
    new RegExp(`^ (?:[a-z]+ ){0,3}${off} (?:[a-z]+ ){0,2}$`),
    new RegExp(` ${past} `),
    / (ya )?no (?:[a-z]+ ){0,2}(disponibles?|accesibles?|activ[oa]s?|en linea|visibles?|online|resuelve|carga|responde|existe|funciona) /,
    / (devuelve|muestra|arroja|da|responde) (?:[a-z]+ ){0,4}(404|403|410|451) | (fuera de linea|inaccesible|offline|caido) | (client|server) ?hold /,
  ],
  notDone: new RegExp(
    [
      " (casi|mayoria|equivocad[oa]|por error|por equivocacion|parte|(un[oa]?|dos|tres|cuatro|cinco|[0-9]+) de (las|los|estas|estos|ell[oa]s)|dice|dicen|asegura|su (cuenta|correo|ip|direccion|ticket|caso|solicitud|mensaje)|no|nada|ningun|ninguno|ninguna|nunca|solo|solamente|unicamente|jamas|sera|seran|sea|sean|sera|va a|vamos a|van a|procederemos|podra|podria|puede|podemos|debe|debera|deben|pedimos|pedido|pidio|solicitamos|solicitado|solicito|rogamos|por favor|favor de|deseamos|quiere|antes|parcialmente|algunos|algunas|otro|otra|otros|otras|similar|similares|afirma|alega|supuestamente|aparentemente|parece|proximamente|pronto|en breve|manana|en proceso|pendiente|para que|intentamos|de nuevo|nuevamente|siempre|normalmente|aun|todavia) ",
      ` ${about} (?:[a-z0-9]+ ){0,3}(ha|fue|esta|han|se) (?:[a-z]+ ){0,3}${off} `,
      " \\? ",
    ].join("|"),
  ),
  aside:
    / (facturacion|geo ?(bloque|restring)[a-z]*|acceso (?:[a-z]+ )?desde|(en|desde|para) (espana|mexico|argentina|chile|colombia|peru|la ue|europa|su pais)|suspension|bloqueo|restriccion|restricciones|prohibicion|listas?( negra)?|indice|buscador(es)?|resultados de busqueda|de google|cache|copia de seguridad|respaldo|monitoreo) /,
  hypothetical:
    / (en (estos|tales|esos) casos|contenidos (ilicitos|ilegales|denunciados) son|desde (espana|mexico|argentina|chile|colombia|peru|la ue|europa|su pais)|(creo|creemos|pienso|pensamos|supongo|suponemos|me parece|nos parece) que|nos (dicen|han dicho)|que yo sepa|hasta donde sabemos|(ticket|caso) (?:[a-z]+ ){0,3}cerrad[oa]|si|cuando|en cuanto|una vez|a menos|en caso|siempre que|salvo|de lo contrario|tan pronto|caso contrario|mientras|hasta que se) /,
  stands: [
    / (volvio|ha vuelto|volvieron|reaparecio|reapareci[a-z]*) (?:[a-z]+ ){0,2}/,
    / no (?:[a-z]+ ){0,4}(eliminad|retirad|suspendid|bloquead|borrad|dad)[oa]s? /,
    / (sigue|siguen|continua|todavia esta|aun esta|vuelve a estar|de nuevo) (?:[a-z]+ ){0,2}(en linea|activ[oa]s?|disponible|accesible|online) /,
  ],
  notOurs: [
    / no (?:[a-z]+ ){0,3}(alojad[oa]s?|hospedad[oa]s?|pertenece|pertenecen|nuestr[oa]s?|responsables?|proveedor|somos|corresponde|administramos|gestionamos|alojamos|hospedamos|operamos|es cliente|en nuestra|en nuestro|a nuestra) (?!(politica|politicas|terminos|condiciones))/,
    / (solo|solamente|unicamente|simplemente|tan solo) (?:[a-z]+ ){0,3}(registr[a-z]*|el registrador|registrador|revendedor|alquilamos|proveemos|dns|dominio|intermediario|transito|somos|ofrecemos|arrendamos) /,
    / (debe|debera|contacte|contactar|dirijase|dirigirse|pongase|comuniquese|escriba|remita|reportar) (?:[a-z]+ ){0,6}(al|con|a) (?:[a-z]+ ){0,3}(proveedor|hosting|alojamiento|registrador|propietario|titular|operador|empresa|dueno|responsable) /,
    / (esta|se encuentra|alojad[oa]|hospedad[oa]) (?:[a-z]+ ){0,2}(en|con) otr[oa] (proveedor|empresa|hosting|servidor) | (solo|solamente|unicamente) (?:[a-z]+ ){0,2}(vendimos|vendemos|registramos) /,
    / (alojad[oa]|hospedad[oa]|pertenece|gestionad[oa]|operad[oa]|asignad[oa]|alojamiento (?:[a-z]+ )?esta) (?:[a-z]+ ){0,2}(en|por|a|al|con) (?!(nuestr[oa]s?|nosotros|uno de|un cliente)\b)/,
    / (ya no|dejo de) (?:[a-z]+ ){0,4}(con nosotros|cliente|nuestr[oa]|en nuestra|en nuestros) | (migro|traslado|cambio|transfirio|se mudo|se fue|movio|transferido|vendido) (?:[a-z]+ ){0,4}(otro|otra|proveedor|hosting|registrador|empresa) /,
    / (equivocad[oa]|incorrect[oa]|erroneo) (?:[a-z]+ ){0,2}|(direccion|departamento|empresa) (equivocad[oa]|incorrect[oa]) | (ningun|no tenemos) control (?:[a-z]+ ){0,3}(sobre|del) /,
  ],
  form: [
    / (utilice|utilizar|use|usar|rellene|rellenar|complete|completar|llene|llenar|via|mediante|traves|por|en|por medio|diligencie|emplear) (?:[a-z]+ ){0,8}(formulario|portal|pagina de denuncias|sistema de denuncias|canal de denuncias|plataforma|centro de ayuda) /,
    / (denuncia|denuncias|reporte|reportes|reportar|denunciar|envie|enviar|abuso|reclamos|quejas|presentar) (?:[a-z]+ ){0,10}(en|a traves de|via|mediante|aqui|a) (?:[a-z]+ ){0,3}URL /,
    / (buzon|correo|direccion|casilla|cuenta) (?:[a-z]+ ){0,4}no (?:se |es |esta )*(?:[a-z]+ )?(lee|leid[oa]|monitoread[oa]|atendid[oa]|revisad[oa]|supervisad[oa]|atiende) /,
    / no (?:[a-z]+ ){0,4}(por|via|mediante) (correo|e ?mail|mail)/,
  ],
  refused: [
    / no (?:[a-z]+ ){0,4}(tomaremos|tomara|adoptaremos|procede|procederemos|atender|atenderemos|eliminaremos|retiraremos|retirar|eliminar|suspender|bloquear|actuar|actuaremos|acceder|vulnera|infringe|incumple|viola|constituye|contraviene|contravienen|sera retirad[oa]|sera eliminad[oa]|infraccion|violacion|incumplimiento|ilegal|ilicito) /,
    / (sin|solo|unicamente|mediante|salvo|previa|presente|hasta recibir|con) (?:[a-z]+ ){0,6}(orden judicial|orden|mandato judicial|resolucion judicial|sentencia|requerimiento judicial|juez|autoridad) /,
    / (rechazad[oa]|rechazamos|desestimad[oa]|denegad[oa]|negamos|declinamos) | (libertad de expresion|contenido es legal|es legal|licito) | (seguira|permanecera|mantendremos|se mantiene) (?:[a-z]+ ){0,4}(en linea|disponible|activ[oa]|publicad[oa]|el contenido) | ninguna (medida|accion|infraccion|violacion) | infraccion alguna /,
  ],
  question: [
    [
      / (podria|podrian|puede|pueden|podrias|puedes|seria posible|serian tan amables) (?:[a-z]+ ){0,5}(enviar|enviarnos|indicar|indicarnos|proporcionar|proporcionarnos|confirmar|confirmarnos|aclarar|facilitar|facilitarnos|decir|decirnos|especificar|precisar|compartir|adjuntar|brindar|brindarnos|explicar|remitir|remitirnos) /,
      / formulario /,
    ],
    [
      / (por favor|favor de|rogamos|solicitamos|agradeceriamos|le pedimos) (?:[a-z]+ ){0,4}(envie|envien|enviar|indique|indiquen|proporcione|proporcionar|adjunte|facilite|facilitar|confirme|aclare|especifique|remita|remitir|nos|detalle|comparta|precise|reenvie) /,
      / (formulario|a traves|proveedor de hosting|al proveedor) /,
    ],
    / (necesitamos|requerimos|faltan|falta|precisamos|se requiere|hacen falta|nos falta) (?:[a-z]+ ){0,10}(informacion|pruebas?|evidencias?|capturas?|url|logs|registros|fecha|hora|datos|detalles|poder|documento|enlace|direccion|encabezados|cabeceras) /,
    / no (?:[a-z]+ ){0,3}(vemos|encontramos|podemos ver|pudimos|logramos|conseguimos|podemos reproducir|reproducir|abre|aparece) (?:[a-z]+ ){0,6}(?!infraccion)/,
    / (que|cual|cuales|cuando|donde|quien|como|es|a que|de que|en que|sigue|tiene|desde) (?:[a-z0-9]+ ){0,25}\? /,
  ],
  acknowledged: [
    / (recibid[oa]s?|recibimos|acusamos recibo|registrad[oa]|trasladad[oa]|trasladamos|reenviad[oa]|reenviamos|remitid[oa]|remitimos|derivad[oa]|derivamos|escalad[oa]|investigando|investigacion|investigaremos|revisando|revisad[oa]|revisaremos|revision|analizando|analisis|verificando|en tramite|en proceso|notificad[oa]|notificamos|informad[oa] al|avisad[oa]|avisamos|contactad[oa]|pedimos al|le pedimos|solicitamos al|atenderemos|responderemos|respondera|horas para|plazo|procederemos|suspenderemos|eliminaremos|tomaremos las medidas|trabajando|pasamos|estamos (viendo|trabajando|esperando)|a la espera|esperamos|contestamos|prometio|se comprometio|avisaremos|les avisamos|informaremos|daremos de baja|bloquearemos|equipo tecnico|ticket (?:[a-z]+ ){0,3}(creado|abierto)|enviad[oa] al|abierto (?:[a-z]+ ){0,2}(incidente|ticket|caso)|comunicado al|mantendremos informad[oa]s?) /,
    / gracias por /,
    / (sera|seran|va a|vamos a|van a) (?:[a-z]+ ){0,5}(dad[oa]s? de baja|desactivad[oa]s?|apagad[oa]s?|cancelad[oa]s?|eliminad[oa]s?|suspendid[oa]s?|bloquead[oa]s?|retirad[oa]s?|eliminar|suspender|bloquear|retirar|ser) /,
  ],
  away: [
    / (de vacaciones|fuera de la oficina|ausente|ausencia|vuelvo|regreso|regresare|a mi vuelta|sin acceso al|no tendre acceso|acceso limitado|de permiso|de baja (medica|laboral)|ya no trabajo|festivo|cerrad[oa]s? (por|hasta|del)) /,
  ],
};
