import type { Lexicon } from "./lexicon.ts";

const off =
  "((remov|suspend)id[oa]s?|suspens[oa]s?|(elimina|retira|bloquea|desativa|desactiva|cancela|apaga|desliga|desabilita|inativa|exclui|congela|derruba|desconecta|limp|isola|encerra|despublica|banid|bani)d[oa]s?|fora do ar|tirad[oa]s? do ar|derrubad[oa]s?|offline|indisponivel|indisponiveis|inacessivel|inacessiveis)";
const past =
  "(removemos|removeu|removeram|removi|retiramos|retirou|retiraram|apagamos|apagou|apagaram|bloqueamos|bloqueou|bloquearam|suspendemos|suspendeu|suspenderam|desativamos|desativou|eliminamos|eliminou|excluimos|excluiu|excluiram|desligamos|desligou|cancelamos|cancelou|encerramos|derrubamos|tiramos (?:[a-z]+ ){0,3}do ar|tirou (?:[a-z]+ ){0,3}do ar|deletamos|deletou)";
const about = "(chamado|ticket|caso|pedido|mensagem|e mail|email|denuncia|caixa|solicitacao|protocolo)";

/** Portuguese, of Brazil and of Portugal. */
export const portuguese: Lexicon = {
  language: "pt",
  common:
    "o os as um uma de do da dos das foi foram esta estao nosso nossa nossos sua seu seus nao por para que em no na com se ja ao prezados obrigado voce nos este esta pela pelo dia ate mais atenciosamente somos ele",
  polite: [
    / (informamos|confirmamos|comunicamos|esclarecemos)( lhe)?( v sa)?( que)? /g,
    / (caso|se) (tenha|precise|haja|necessite|deseje)[a-z ]{0,10}(duvidas?|questoes|informacoes|ajuda)[a-z ]{0,40}/g,
    / (qualquer duvida|estamos a disposicao|ficamos a disposicao)[a-z ]{0,40}/g,
  ],
  joints: / (?=(?:e|mas|porem|contudo|porque|ate|desde|embora|pois|enquanto|apos) )/,
  gone: [
    new RegExp(
      ` (foi|foram|esta|estao|ja|sido|encontra se|ficou|ficaram|site|pagina|hospedagem|alojamento|conta|conteudo|dominio|servidor|ficheiros?|arquivos?|agora|permanece|ter|temos|tem) (?:[a-z]+ ){0,3}${off} `,
    ),
    new RegExp(`^ (?:[a-z]+ ){0,3}${off} (?:[a-z]+ ){0,2}$`),
    new RegExp(` ${past} `),
    / (nao|ja nao|deixou de) (?:[a-z]+ ){0,2}(mais (?:[a-z]+ )?)?(disponivel|acessivel|ativ[oa]|online|no ar|visivel|resolve|resolver|carrega|responde|existe)( mais)? /,
    / (retorna|devolve|mostra|apresenta|responde) (?:[a-z]+ ){0,4}(404|403|410|451) | (client|server) ?hold /,
  ],
  notDone: new RegExp(
    [
      " (quase|maioria|errad[oa]|por engano|por erro|parte|(uma?|duas|dois|tres|quatro|cinco|[0-9]+) d(as|os|estas|estes|el[ae]s)|diz|dizem|garante|(seu|sua) (conta|e mail|email|endereco|chamado|mensagem|ip)|nada|nenhum|nenhuma|nunca|so|somente|apenas|jamais|sera|serao|seja|sejam|vai|vamos|vao|iremos|ira|pode|podera|poderia|podemos|deve|devera|devem|pedimos|pediu|pedido|solicitamos|solicitado|solicitou|favor|gostariamos|antes|parcialmente|alguns|algumas|outro|outra|outros|outras|semelhante|alega|afirma|supostamente|aparentemente|parece|em breve|amanha|em processo|pendente|para que|tentamos|novamente|sempre|ainda|geralmente|nao foi|nao foram) ",
      ` ${about} (?:[a-z0-9]+ ){0,3}(foi|foram|esta|sera) (?:[a-z]+ ){0,3}${off} `,
      " nao (?!(esta|se encontra|e|resolve|existe|responde|carrega|mais)\\b)| \\? ",
    ].join("|"),
  ),
  aside:
    / (blacklists?|geo ?(bloque|restri)[a-z]*|acesso (?:[a-z]+ )?a partir d[aeo]|(no|do|para o) brasil|(em|de|para) portugal|na (ue|europa)|no seu pais|suspensao|bloqueio|restricao|restricoes|proibicao|listas?( negra)?|indice|buscador(es)?|resultados de (busca|pesquisa)|d[oe] google|cache|copia de seguranca|backup|monitoramento|monitorizacao) /,
  hypothetical:
    / ((nestes|nesses|em tais) casos|conteudos (ilegais|ilicitos|denunciados) sao|(acho|achamos|creio|cremos|penso|pensamos|suponho|supomos) que|parece (me|nos)|disseram nos|que eu saiba|ate onde sabemos|se|quando|assim que|uma vez|a menos|caso|desde que|salvo|do contrario|caso contrario|logo que|enquanto nao) /,
  stands: [
    / nao (?:[a-z]+ ){0,3}(removid|eliminad|suspens|suspendid|bloquead|apagad|retirad)[oa]s? /,
    / (voltou|voltaram|reapareceu) (?!a (entrar|contactar)\b)/,
    / (continua|continuam|ainda esta|permanece|voltou) (?:[a-z]+ ){0,3}(no ar|online|ativ[oa]s?|disponivel|acessivel) /,
  ],
  notOurs: [
    / nao (?:[a-z]+ ){0,4}(hospedad[oa]s?|alojad[oa]s?|pertence|pertencem|noss[oa]s?|responsaveis|responsavel|somos|hospedamos|alojamos|administramos|gerimos|operamos|conosco|connosco|e cliente) (?!(termos|politica|politicas))/,
    / (apenas|somente|so|unicamente) (?:[a-z]+ ){0,3}(o registrador|registrador|registamos|registramos|revendedor|alugamos|fornecemos|dns|dominio|registrar|agente de registo|transito|intermediario|a entidade) /,
    / (contate|contacte|contactar|contatar|entre em contato|entrar em contato|dirija se|encaminhe|reporte|envie|procure) (?:[a-z]+ ){0,6}(ao|com|a|o|para) (?:[a-z]+ ){0,3}(provedor|fornecedor|hospedagem|alojamento|registrador|proprietario|titular|operador|empresa|responsavel) /,
    / (hospedad[oa]|alojad[oa]|pertence|gerid[oa]|operad[oa]|atribuid[oa]|alocad[oa]) (?:[a-z]+ ){0,2}(em|por|a|ao|na|no|pela|pelo) (?!(noss[oa]s?|nos|um cliente)\b)/,
    / (ja nao|nao mais|deixou de ser) (?:[a-z]+ ){0,4}(cliente|connosco|conosco|noss[oa]) | (migrou|mudou|transferiu|mudou se|foi transferid[oa]|foi vendid[oa]|saiu) (?:[a-z]+ ){0,3}(outro|outra|provedor|fornecedor|hospedagem|empresa|para) /,
    / (endereco|departamento|empresa|destinatario) (errad[oa]|incorret[oa]) | (nenhum|nao temos) controle? (?:[a-z]+ ){0,3}sobre /,
  ],
  form: [
    / (utilize|utilizar|use|usar|preencha|preencher|via|atraves|pelo|por meio|no|mediante|por|submeter) (?:[a-z]+ ){0,6}(formulario|portal|canal de denuncias?|pagina de denuncias?|plataforma|central de ajuda) /,
    / (denuncia|denuncias|reportar|denunciar|envie|enviar|enviadas?|abuso|reclamacoes|submeta) (?:[a-z]+ ){0,10}(em|atraves de|via|pelo|aqui|no) (?:[a-z]+ ){0,3}URL /,
    / (caixa|e ?mail|endereco|conta) (?:[a-z]+ ){0,4}nao (?:e |esta |sao )?(?:[a-z]+ )?(lid[oa]|monitorad[oa]|monitorizad[oa]|atendid[oa]|verificad[oa]) /,
    / nao (?:[a-z]+ ){0,4}(por|via) (e ?mail|correio) /,
  ],
  refused: [
    / nao (?:[a-z]+ ){0,4}(tomaremos|iremos remover|removeremos|remover|retirar|suspender|bloquear|agir|atender|viola|infringe|identificamos|constatamos|violacao|infracao|ilegal|ilicito|procederemos) (?!.*(hosped|dados para))/,
    / (sem|so|somente|apenas|mediante|salvo|apresentacao) (?:[a-z]+ ){0,5}(ordem judicial|decisao judicial|mandado|sentenca|juiz|ordem) /,
    / (rejeitad[oa]|rejeitamos|indeferid[oa]|negad[oa]|recusamos|recusad[oa]) | (liberdade de expressao|conteudo e legal|licito) | (permanecera|continuara|seguira|mantido|mantemos) (?:[a-z]+ ){0,3}(no ar|online|disponivel|publicad[oa]|o conteudo) | nenhuma (medida|acao|violacao|infracao|providencia) /,
  ],
  question: [
    [
      / (poderia|poderiam|pode|podem|podia|seria possivel) (?:[a-z]+ ){0,5}(enviar|enviar nos|indicar|informar|fornecer|confirmar|esclarecer|dizer|especificar|partilhar|compartilhar|anexar|explicar|detalhar) /,
      / formulario /,
    ],
    [
      / (por favor|favor|pedimos|solicitamos|agradecemos) (?:[a-z]+ ){0,4}(envie|enviem|enviar|indique|informe|informar|forneca|fornecer|anexe|confirme|esclareca|especifique|detalhe|reenvie|nos|que nos|o envio) /,
      / (formulario|provedor de hospedagem) /,
    ],
    / (precisamos|necessitamos|faltam|falta|requeremos|e necessario|sao necessari[oa]s) (?:[a-z]+ ){0,10}(informacoes|informacao|provas?|evidencias?|capturas?|url|logs|registos|registros|data|hora|dados|detalhes|procuracao|link|endereco|cabecalhos|prints?) /,
    / nao (?:[a-z]+ ){0,3}(vemos|encontramos|conseguimos|foi possivel|localizamos|reproduzir|abre) (?:[a-z]+ ){0,6}(?!violacao)/,
    / (qual|quais|que|quando|onde|quem|como|de que|em que|e|tem|ainda) (?:[a-z0-9]+ ){0,25}\? /,
  ],
  acknowledged: [
    / (recebemos|recebid[oa]|recebeu|registad[oa]|registrad[oa]|encaminhamos|encaminhad[oa]|reencaminhamos|repassamos|repassad[oa]|enviamos|notificamos|notificad[oa]|informamos o|contactamos|contatamos|avisamos|em analise|analisando|analisaremos|a analisar|analise|a verificar|verificando|verificaremos|investigando|a investigar|investigacao|em andamento|em tratamento|a tratar|pedimos ao|solicitamos ao|responderemos|retornaremos|horas para|prazo|escalad[oa]|numero do (?:[a-z]+ )?(chamado|protocolo)|trabalhando|aguardamos|aguardando|iremos (suspender|remover|bloquear|verificar|analisar)|vamos (verificar|analisar|ver|investigar|tratar|averiguar)|prometeu|comprometeu se|avisaremos|avisamos quando|informaremos) /,
    / (obrigad[oa]|agradecemos) (?:[a-z]+ )?(por|pel[oa]|o seu|a sua) | (sera|serao|vai|vamos|vao) (?:[a-z]+ ){0,5}(desligad[oa]s?|desativad[oa]s?|apagad[oa]s?|cancelad[oa]s?|removid[oa]s?|suspens[oa]s?|suspender|bloquead[oa]s?|bloquear|remover|ser|retirar) /,
  ],
  away: [
    / (de ferias|em ferias|ausente|ausencia|fora do escritorio|acesso limitado|regresso|retorno (em|no|a)|de licenca|ja nao trabalho|nao trabalho mais|feriado|fechad[oa]s?) /,
  ],
};
