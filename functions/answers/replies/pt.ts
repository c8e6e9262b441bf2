import { once } from "../../kernel/once.ts";
import { type Lexicon, type Sayings, saying } from "./lexicon.ts";

/** Portuguese, of Brazil and of Portugal. */
const sayings = (): Sayings => ({
  polite: [
    / (informamos|confirmamos|comunicamos|esclarecemos)( lhe)?( v sa)?( que)? /g,
    / (caso|se) (tenha|precise|haja|necessite|deseje)[a-z ]{0,10}(duvidas?|questoes|informacoes|ajuda)[a-z ]{0,40}/g,
    / (qualquer duvida|estamos a disposicao|ficamos a disposicao)[a-z ]{0,40}/g,
  ],
  joints: / (?=(?:e|mas|porem|contudo|porque|ate|desde|embora|pois|enquanto|apos) )/,
  hypothetical: saying(
    " ",
    [
      "(nestes|nesses|em tais) casos",
      "conteudos (ilegais|ilicitos|denunciados) sao",
      "(acho|achamos|creio|cremos|penso|pensamos|suponho|supomos) que",
      "parece (me|nos)",
      "disseram nos",
      "que eu saiba",
      "ate onde sabemos",
      "se",
      "quando",
      "assim que",
      "uma vez",
      "a menos",
      "caso",
      "desde que",
      "salvo",
      "do contrario",
      "caso contrario",
      "logo que",
      "enquanto nao",
    ],
    " ",
  ),
  greetings: [
    saying(
      "^ ",
      [
        "ola",
        "oi",
        "bom dia",
        "boa tarde",
        "boa noite",
        "prezad[oa]s?",
        "car[oa]s?",
        "atenciosamente",
        "att",
        "abs",
        "abracos?",
        "obrigad[oa]",
        "cumprimentos",
        "saudacoes",
      ],
      "(?: [a-z]+){0,4} $",
    ),
    / (?:agradecemos|obrigad[oa] (?:por|pel[oa])) [a-z ]{0,50}/,
  ],
  ownTicket: [
    // A field of a ticket system.
    /^ (?:estado|status|situacao) (?:fechad[oa]|encerrad[oa]|resolvid[oa]) $/,
    saying(
      "^ (?:(?:o|a|seu|sua|o seu|a sua|este|esta) )?",
      ["chamado", "ticket", "caso", "solicitacao", "pedido", "protocolo", "denuncia"],
      "(?: (?:ID|numero|n))*(?: (?:foi|esta|ficou))? ",
      ["encerrad[oa]", "fechad[oa]", "resolvid[oa]", "concluid[oa]"],
      " $",
    ),
  ],
  plain: {
    thing: `
      conteudos? paginas? pagina_web sites? sitios? website websites dominios? nomes?_de_dominio
      subdominios? arquivos? ficheiros? url urls links? contas? conta_de_hospedagem conta_do_cliente
      servidor servidores vps hospedagem hospedagens alojamento servicos? acesso perfil perfis
      publicacao publicacoes postagem postagens anuncios? imagem imagens fotos? videos? loja lojas
      canal grupo instancia maquina maquina_virtual vm pastas? diretorios? scripts? dados instalacao
      contrato plano ip ips endereco_ip enderecos_ip malware phishing codigo tudo registro
      registros_dns zona aplicacao aplicativo formulario material bot kit discos? porta subsitios?
      projecto endereco_indicado partilha partilhas partilha_publica ficheiro ficheiro_em_causa
      conta_do_(aluno|estudante|utilizador|usuario) pasta_partilhada pasta_compartilhada
      pagina_pessoal computador linha ligacao conexao roteador
    `,
    person: "clientes? usuarios? utilizador utilizadores aluno estudante autor",
    act: `
      (remov|suspend)id[oa]s? suspens[oa]s?
      (elimina|retira|bloquea|desativa|desactiva|cancela|apaga|desliga|desabilita|inativa|congela|
        derruba|desconecta|isola|encerra|despublica|bani|tira|deleta)d[oa]s?(_do_ar)?
      limp[oa]s? excluid[oa]s? removemos removeu removeram removi retiramos retirou retiraram
      apagamos apagou apagaram bloqueamos bloqueou bloquearam suspendemos suspendeu suspenderam
      desativamos desativou eliminamos eliminou excluimos excluiu excluiram desligamos desligou
      cancelamos cancelou encerramos derrubamos tiramos tirou deletamos deletou
      (confirmamos_|confirmada_)?a_(exclusao|remocao)_d[oa]s?_(pagina|conteudo|conta|site|dominio|
        arquivos?)(_e_o_bloqueio_d[oa]_(usuario|conta|cliente))?
      nullroutead[oa]s? retirad[oa]s?_do_ar derrubei tiramos_do_ar tiraram esvaziad[oa]s?
      colocad[oa]_em_(client|server)_?hold rescindid[oa]s? em_quarentena colocad[oa]s?_em_quarentena
      quarentenad[oa]s? matei matamos cortad[oa]s? cortamos cortei cortou isolad[oa]s?(_da_rede)?
      foi_pro_espaco retirada retirados tirei derrubou desativei apaguei bloqueei suspendi desliguei
      exclui
    `,
    state: `
      fora_do_ar do_ar offline indisponive(l|is) inacessive(l|is) inativ[oa]s?
      (ja_)?nao_(esta|estao|se_encontra|se_encontram|e)_(mais_)?(disponive(l|is)|acessive(l|is)|
        ativ[oa]s?|online|no_ar|visive(l|is))(_mais)?
      (ja_)?nao_(resolve|carrega|responde|existe|abre|funciona|resolvem|carregam|existem)(_mais)?
      nao_resolvendo_mais (encontra|encontrava|encontrou)_se_(inacessivel|indisponivel|offline)
      (ja_)?nao_(existe|abre|carrega|responde|resolve)(_mais)? mort[oa]s? ja_era
      deixou_de_(existir|funcionar|responder|estar_acessivel)
      (retorna|devolve|mostra|apresenta|responde)(m)?_(agora_|um_|uma_|erro_|codigo_|
        pagina_)*(404|403|410|451)
    `,
    who: `
      nos noss[oa]s?_(equipe|equipa|time|cliente|clientes|tecnicos|suporte|departamento)
      (pel[oa]s?|por|de|em|na|no|nos|da|do)_(nos|noss[oa]s?_(equipe|equipa|time|parte|lado|
        servidores|servidor|rede|plataforma|cliente|tecnicos|infraestrutura|sistemas?|
        suporte)(_de_seguranca|_de_abuso)?)
      (o|ao|do|pelo|no)_(cliente|titular|proprietario|dono|usuario|administrador|revendedor|
        registro|provedor|painel)
      titular proprietario dono cliente registro registrador
    `,
    when: `
      hoje ontem ja agora agora_ha_pouco agora_mesmo ontem_a_noite
      (esta|hoje_de|ontem_a|nesta|hoje_pela)_(manha|tarde|noite) imediatamente de_imediato
      atualmente ha_(pouco|alguns_minutos|uma_hora|instantes|[0-9]{1,2}_(horas|minutos))
      desde_(hoje|ontem|as_TIME|agora) as_(TIME|[0-9]{1,2})(_horas|_h)? TIME horas
      (na_)?(segunda|terca|quarta|quinta|sexta)(_feira)?
      (n?o_)?(dia_)?[0-9]{1,2}_de_(janeiro|fevereiro|marco|abril|maio|junho|julho|agosto|setembro|
        outubro|novembro|dezembro)(_(de_)?20[0-9]{2})?
      definitivamente permanentemente de_forma_(imediata|definitiva|permanente) neste_momento
      de_hoje horario_de_brasilia
    `,
    how: `
      completamente totalmente por_completo com_sucesso manualmente
      (por|devido_a|devido_ao|apos|conforme|de_acordo_com|em_resposta_a|em_relacao_a|em_razao_de|
        em_virtude_de|por_causa_de|mediante)_(a_|o_|sua_|uma_|um_|os_|as_|nossa_|nossos_|
        violacao_de_|violacao_dos_|violar_|infringir_|descumprir_|d[oae]s?_)*(denuncia|reporte|
        aviso|notificacao|solicitacao|solicitado|pedido|e_mail|infracao|descumprimento|violacao|
        abuso|phishing|fraude|analise|verificacao|investigacao|termos|condicoes|politicas?|
        termos_de_uso|termos_de_servico|dsa)
      descumprimento infracao violacao abuso
      d[oae]s_(nossos_|nossas_)?(termos|condicoes|politicas)(_(de_(uso|servico)))?
      que_(voce|voces|vossa_excelencia)?_?(nos_)?(reportou|denunciou|indicou|mencionou|informou)
      (reportad[oa]s?|denunciad[oa]s?|indicad[oa]s?|mencionad[oa]s?|informad[oa]s?)(_(por_voce|
        por_voces|no_seu_(e_mail|reporte)|na_sua_denuncia))?
      (client|server)_?hold em_(client|server)_?hold LAW
    `,
    little: `
      o a os as lhe se e foi foram esta estao ficou ficaram sido ter tem temos tinha ser encontra
      encontram do da dos das de ao aos na no em por pelo pela com para este esse essa estes estas
      esses essas referid[oa]s? dit[oa] todos todas ambos ambas questao afetad[oa]s? citad[oa]s?
      supracitad[oa]s? acima mencionad[oa]s? fraudulent[oa]s? malicios[oa]s? hackead[oa]s?
      invadid[oa]s? infectad[oa]s? comprometid[oa]s? correspondente associad[oa]s? ilicit[oa]s?
      infrator[a]? feito pronto sim colocad[oa] tambem assim como que mesmo medidas tomadas
      resolvido respetiv[oa]s? permanece uso que_a que_o falso falsa falsos falsas proprio propria
      responsavel publica publico a_terceiros terceiros em_causa com_tudo junto conteudo_incluido
      nele nela
    `,
    beside: `
      ola oi bom boa dia tarde noite prezados prezado caros obrigad[oa] pelo aviso pela denuncia abs
      att saudacoes cumprimentos cliente informado avisado notificado comunicado advertido chamado
      caso ticket encerrado fechado senhas? alteradas? trocadas? atualizad[oa]s? plugins? estava
      hackeado era verificado verificamos confirmado confirmamos o a foi e solucao operador resposta
      nota qualquer_coisa desculpe_a_demora desculpa_a_demora bom_(dia|fim_de_semana) abraco valeu
      vlw falou
    `,
  },
  doubts: saying(
    " ",
    [
      "nov[oa]s?",
      "(esta|estao|continua) (no ar|online|acessivel)",
      "se (o|a|os|as|nao|houver|for|precisar)",
      "nao",
      "nada",
      "nenhum[a]?",
      "nunca",
      "jamais",
      "nem",
      "sem",
      "mas",
      "porem",
      "contudo",
      "entretanto",
      "embora",
      "exceto",
      "salvo",
      "caso",
      "quando",
      "assim que",
      "ate",
      "enquanto",
      "sera",
      "serao",
      "vai",
      "vao",
      "vamos",
      "iremos",
      "ira",
      "podera",
      "poderia",
      "pode",
      "podem",
      "podemos",
      "deve",
      "devera",
      "deveria",
      "so",
      "somente",
      "apenas",
      "parte",
      "parcialmente",
      "algum[a]?s?",
      "alguns",
      "outr[oa]s?",
      "segund[oa]",
      "resto",
      "restantes?",
      "metade",
      "ainda",
      "continua",
      "continuam",
      "novamente",
      "de novo",
      "voltou",
      "voltaram",
      "restabelecid[oa]s?",
      "reativad[oa]s?",
      "restaurad[oa]s?",
      "temporariamente",
      "errad[oa]s?",
      "engano",
      "diz",
      "dizem",
      "alega",
      "afirma",
      "garante",
      "segundo",
      "acho",
      "achamos",
      "creio",
      "penso",
      "suponho",
      "espero",
      "esperamos",
      "parece",
      "aparentemente",
      "supostamente",
      "provavelmente",
      "talvez",
      "breve",
      "amanha",
      "depois",
      "pedimos",
      "pedido",
      "solicitamos",
      "solicitado",
      "remover",
      "retirar",
      "bloquear",
      "suspender",
      "apagar",
      "excluir",
      "bloqueio",
      "suspensao",
      "liberad[oa]",
      "migrou",
      "migrad[oa]",
      "mudou",
      "disponivel",
    ],
    " ",
  ),
  stands: [
    / nao (?:[a-z]+ ){0,3}(removid|eliminad|suspens|suspendid|bloquead|apagad|retirad)[oa]s? /,
    / (voltou|voltaram|reapareceu) (?!a (entrar|contactar)\b)/,
    / (continua|continuam|ainda esta|permanece|voltou) (?:[a-z]+ ){0,3}(no ar|online|ativ[oa]s?|disponivel|acessivel) /,
  ],
  notOurs: [
    / cliente de transito /,
    / (so|apenas) (carrega|carregamos|transportamos|anunciamos) /,
    / (favor|queira|queiram) (?:[a-z]+ ){0,2}(procurar|contatar|contactar) /,
    / deles no whois /,
    / (mudou|migrou|transferid[oa]|passou) (?:[a-z]+ ){0,4}(outro|outra) /,
    saying(
      " nao (?:[a-z]+ ){0,4}",
      [
        "hospedad[oa]s?",
        "alojad[oa]s?",
        "pertence",
        "pertencem",
        "noss[oa]s?",
        "responsaveis",
        "responsavel",
        "somos",
        "hospedamos",
        "alojamos",
        "administramos",
        "gerimos",
        "operamos",
        "conosco",
        "connosco",
        "e cliente",
      ],
      " (?!(termos|politica|politicas))",
    ),
    saying(
      " (apenas|somente|so|unicamente) (?:[a-z]+ ){0,3}",
      [
        "o registrador",
        "registrador",
        "registamos",
        "registramos",
        "revendedor",
        "alugamos",
        "fornecemos",
        "dns",
        "dominio",
        "registrar",
        "agente de registo",
        "transito",
        "intermediario",
        "a entidade",
      ],
      " ",
    ),
    saying(
      " ",
      [
        "contate",
        "contacte",
        "contactar",
        "contatar",
        "entre em contato",
        "entrar em contato",
        "dirija se",
        "encaminhe",
        "reporte",
        "envie",
        "procure",
      ],
      " (?:[a-z]+ ){0,6}(ao|com|a|o|para) (?:[a-z]+ ){0,3}",
      [
        "provedor",
        "fornecedor",
        "hospedagem",
        "alojamento",
        "registrador",
        "proprietario",
        "titular",
        "operador",
        "empresa",
        "responsavel",
      ],
      " ",
    ),

    / (ja nao|nao mais|deixou de ser) (?:[a-z]+ ){0,4}(cliente|connosco|conosco|noss[oa]) /,
    saying(
      " ",
      ["migrou", "mudou", "transferiu", "mudou se", "foi transferid[oa]", "foi vendid[oa]", "saiu"],
      " (?:[a-z]+ ){0,3}",
      ["outro", "outra", "provedor", "fornecedor", "hospedagem", "empresa", "para"],
      " ",
    ),
    / (endereco|departamento|empresa|destinatario) (errad[oa]|incorret[oa]) /,
    / (nenhum|nao temos) controle? (?:[a-z]+ ){0,3}sobre /,
  ],
  form: [
    / (preencha|registrad[oa]s|registar|registrar|apresentad[oa]s|submetid[oa]s) (?:[a-z]+ ){0,4}URL /,
    / deixaram de ser tratados por /,
    saying(
      " ",
      [
        "utilize",
        "utilizar",
        "use",
        "usar",
        "preencha",
        "preencher",
        "via",
        "atraves",
        "pelo",
        "por meio",
        "no",
        "mediante",
        "por",
        "submeter",
      ],
      " (?:[a-z]+ ){0,6}",
      ["formulario", "portal", "canal de denuncias?", "pagina de denuncias?", "plataforma", "central de ajuda"],
      " ",
    ),
    saying(
      " ",
      [
        "denuncia",
        "denuncias",
        "reportar",
        "denunciar",
        "envie",
        "enviar",
        "enviadas?",
        "abuso",
        "reclamacoes",
        "submeta",
      ],
      " (?:[a-z]+ ){0,10}(em|atraves de|via|pelo|aqui|no) (?:[a-z]+ ){0,3}URL ",
    ),
    saying(
      " (caixa|e ?mail|endereco|conta) (?:[a-z]+ ){0,4}nao (?:e |esta |sao )?(?:[a-z]+ )?",
      ["lid[oa]", "monitorad[oa]", "monitorizad[oa]", "atendid[oa]", "verificad[oa]"],
      " ",
    ),
    / nao (?:[a-z]+ ){0,4}(por|via) (e ?mail|correio) /,
  ],
  refused: [
    saying(
      " ",
      ["depende", "dependem", "mediante", "so com", "somente com", "apenas com", "sem"],
      " (?:[a-z]+ ){0,3}(ordem|decisao|determinacao) (?:[a-z]+ )?judicial ",
    ),
    / deixamos de atender /,
    / nao (somos|e) (a |um |o )?(policia|tribunal|juiz|juizes) /,
    / nao (vamos|iremos) (?:[a-z]+ ){0,2}(tirar|remover|retirar|mexer|derrubar) /,
    saying(
      " nao (?:[a-z]+ ){0,4}",
      [
        "tomaremos",
        "iremos remover",
        "removeremos",
        "remover",
        "retirar",
        "suspender",
        "bloquear",
        "agir",
        "atender",
        "viola",
        "infringe",
        "identificamos",
        "constatamos",
        "violacao",
        "infracao",
        "ilegal",
        "ilicito",
        "procederemos",
      ],
      " (?!.*(hosped|dados para))",
    ),
    saying(
      " ",
      ["sem", "so", "somente", "apenas", "mediante", "salvo", "apresentacao"],
      " (?:[a-z]+ ){0,5}",
      ["ordem judicial", "decisao judicial", "mandado", "sentenca", "juiz", "ordem"],
      " ",
    ),
    / (rejeitad[oa]|rejeitamos|indeferid[oa]|negad[oa]|recusamos|recusad[oa]) /,
    / (liberdade de expressao|conteudo e legal|licito) /,
    saying(
      " ",
      ["permanecera", "continuara", "seguira", "mantido", "mantemos"],
      " (?:[a-z]+ ){0,3}",
      ["no ar", "online", "disponivel", "publicad[oa]", "o conteudo"],
      " ",
    ),
    / nenhuma (medida|acao|violacao|infracao|providencia) /,
  ],
  question: [
    saying(
      " (manda|mandem|envia|enviem|envie|mande) (?:[a-z]+ ){0,3}",
      ["de novo", "novamente", "o link", "a url", "os logs", "print", "prints"],
      " ",
    ),
    / veio (cortado|incompleto|truncado) /,
    / qual (e |o |a )?(?:[a-z]+ ){0,8}\? /,
    / digam nos /,
    [
      saying(
        " ",
        ["poderia", "poderiam", "pode", "podem", "podia", "seria possivel"],
        " (?:[a-z]+ ){0,5}",
        [
          "enviar",
          "enviar nos",
          "indicar",
          "informar",
          "fornecer",
          "confirmar",
          "esclarecer",
          "dizer",
          "especificar",
          "partilhar",
          "compartilhar",
          "anexar",
          "explicar",
          "detalhar",
        ],
        " ",
      ),
      / formulario /,
    ],
    [
      saying(
        " ",
        ["por favor", "favor", "pedimos", "solicitamos", "agradecemos"],
        " (?:[a-z]+ ){0,4}",
        [
          "envie",
          "enviem",
          "enviar",
          "indique",
          "informe",
          "informar",
          "forneca",
          "fornecer",
          "anexe",
          "confirme",
          "esclareca",
          "especifique",
          "detalhe",
          "reenvie",
          "nos",
          "que nos",
          "o envio",
        ],
        " ",
      ),
      / (formulario|provedor de hospedagem) /,
    ],
    saying(
      " ",
      ["precisamos", "necessitamos", "faltam", "falta", "requeremos", "e necessario", "sao necessari[oa]s"],
      " (?:[a-z]+ ){0,10}",
      [
        "informacoes",
        "informacao",
        "provas?",
        "evidencias?",
        "capturas?",
        "url",
        "logs",
        "registos",
        "registros",
        "data",
        "hora",
        "dados",
        "detalhes",
        "procuracao",
        "link",
        "endereco",
        "cabecalhos",
        "prints?",
      ],
      " ",
    ),
    saying(
      " nao (?:[a-z]+ ){0,3}",
      ["vemos", "encontramos", "conseguimos", "foi possivel", "localizamos", "reproduzir", "abre"],
      " (?:[a-z]+ ){0,6}(?!violacao)",
    ),
    / (qual|quais|que|quando|onde|quem|como|de que|em que|e|tem|ainda) (?:[a-z0-9]+ ){0,25}\? /,
  ],
  acknowledged: [
    saying(
      " ",
      [
        "agendad[oa]",
        "encaminhei",
        "repassei",
        "passei",
        "avisei",
        "vou (ver|olhar|verificar|falar|checar|passar)",
        "vamos (ver|olhar|verificar|analisar|checar)",
        "ja (avisei|falei|passei|encaminhei)",
        "fica com",
        "retorno (?:[a-z]+ ){0,3}(amanha|hoje|breve)",
      ],
      " ",
    ),
    saying(
      " ",
      [
        "recebemos",
        "recebid[oa]",
        "recebeu",
        "registad[oa]",
        "registrad[oa]",
        "encaminhamos",
        "encaminhad[oa]",
        "reencaminhamos",
        "repassamos",
        "repassad[oa]",
        "enviamos",
        "notificamos",
        "notificad[oa]",
        "informamos o",
        "contactamos",
        "contatamos",
        "avisamos",
        "em analise",
        "analisando",
        "analisaremos",
        "a analisar",
        "analise",
        "a verificar",
        "verificando",
        "verificaremos",
        "investigando",
        "a investigar",
        "investigacao",
        "em andamento",
        "em tratamento",
        "a tratar",
        "pedimos ao",
        "solicitamos ao",
        "responderemos",
        "retornaremos",
        "horas para",
        "prazo",
        "escalad[oa]",
        "numero do (?:[a-z]+ )?(chamado|protocolo)",
        "trabalhando",
        "aguardamos",
        "aguardando",
        "iremos (suspender|remover|bloquear|verificar|analisar)",
        "vamos (verificar|analisar|ver|investigar|tratar|averiguar)",
        "prometeu",
        "comprometeu se",
        "avisaremos",
        "avisamos quando",
        "informaremos",
      ],
      " ",
    ),
    / (obrigad[oa]|agradecemos) (?:[a-z]+ )?(por|pel[oa]|o seu|a sua) /,
    saying(
      " (sera|serao|vai|vamos|vao) (?:[a-z]+ ){0,5}",
      [
        "desligad[oa]s?",
        "desativad[oa]s?",
        "apagad[oa]s?",
        "cancelad[oa]s?",
        "removid[oa]s?",
        "suspens[oa]s?",
        "suspender",
        "bloquead[oa]s?",
        "bloquear",
        "remover",
        "ser",
        "retirar",
      ],
      " ",
    ),
  ],
  passedOn: [
    saying(
      " (?:encaminh[a-z]+|repass[a-z]+|reencaminh[a-z]+|enviad[oa]|enviamos|comunicad[oa]",
      "|comunicamos|transmitid[oa]|notificad[oa]|passamos|passei) (?:[a-z]+ ){0,6}(?:ao|a|para",
      " o|para a|aos|com o) (?:[a-z]+ ){0,3}(?:cliente|clientes|titular|revendedor|revenda",
      "|proprietario|usuario|utilizador|responsavel pelo site|dono|administrador|assinante) ",
    ),
    saying(
      " (?:notificamos|informamos|avisamos|contatamos|contactamos|alertamos|acionamos|pedimos",
      " ao|solicitamos ao|notificado|informado|avisei|falei com) (?:[a-z]+ ){0,2}(?:o |a |ao ",
      "|com o )?(?:[a-z]+ ){0,2}(?:cliente|titular|revendedor|revenda|proprietario|usuario",
      "|utilizador|dono|administrador|assinante) ",
    ),
    saying(
      " (?:cliente|titular|revendedor|proprietario|usuario|utilizador|dono|assinante)",
      " (?:[a-z]+ ){0,3}(?:foi|ja foi|tem|dispoe|esta|tera) (?:[a-z]+ ){0,3}(?:notificado",
      "|informado|avisado|contatado|contactado|alertado|acionado|[0-9]+|prazo|ate|horas) ",
    ),
    saying(
      " (?:cliente|titular|proprietario|usuario|revendedor|dono) (?:[a-z]+ ){0,3}(?:prometeu",
      "|comprometeu|garantiu) ",
    ),
    saying(" (?:se|caso) (?:o|nosso|o nosso) (?:cliente|titular|proprietario|usuario) nao "),
  ],
  notFound: [
    saying(
      " nao (?:[a-z]+ ){0,4}(?:encontr[a-z]+|localiz[a-z]+|reproduz[a-z]+|detect[a-z]+",
      "|observ[a-z]+|identific[a-z]+|vimos|ver|vemos|consegui (?:ver|encontrar|acessar)",
      "|constat[a-z]+) (?!.*(?:violacao|infracao))",
    ),
    saying(
      " (?:nenhum|nenhuma) (?:[a-z]+ ){0,3}(?:phishing|conteudo|pagina|arquivo|ficheiro",
      "|indicio|atividade) (?:[a-z]+ ){0,4}(?:encontrad[oa]|detectad[oa]|detetad[oa]",
      "|identificad[oa]|localizad[oa]|visivel|no|na) ",
    ),
  ],
  closed: [
    saying(
      " (?:ticket|chamado|caso|solicitacao|pedido|protocolo|ocorrencia|atendimento)(?:",
      " [a-z0-9]+){0,5} (?:fechad[oa]|encerrad[oa]|resolvid[oa]|mesclad[oa]|unificad[oa]",
      "|concluid[oa]|finalizad[oa]|arquivad[oa]) ",
    ),
    saying(" (?:encerramos|fechamos|encerrando) (?:[a-z]+ ){0,2}(?:ticket|chamado|caso|atendimento) "),
  ],
  absent: [
    saying(
      " (?:estou|estarei|estamos|encontro me) (?:[a-z]+ ){0,4}(?:de ferias|em ferias|ausente",
      "|fora do escritorio|de licenca|em viagem) ",
    ),
    saying(" (?:de ferias|em ferias|ausente|fora do escritorio) (?:[a-z]+ ){0,2}(?:ate|de|a partir) "),
    saying(" (?:ja nao trabalha|nao trabalha mais|nao faz mais parte|deixou a empresa) "),
    saying(
      " (?:escritorio|empresa|escritorios) (?:[a-z]+ ){0,4}fechad[oa]s? (?:[a-z]+ ){0,3}(?:ate",
      "|de|por|no|em) ",
    ),
  ],
  unreached: [
    saying(
      " (?:sua|seu|a|esta) (?:mensagem|e ?mail) (?:[a-z]+ ){0,2}nao (?:[a-z]+",
      " ){0,4}(?:entregue|entregar|aceite|aceita) ",
    ),
    saying(" (?:caixa) (?:[a-z]+ ){0,4}(?:cheia|lotada|inexistente|nao existe) "),
    saying(
      " (?:provar|confirmar|verificar|confirme|prove) (?:[a-z]+ ){0,4}(?:human[oa]|nao (?:e",
      "|ser) um robo|pessoa real) ",
    ),
  ],
  forLater: saying(
    " (?:no futuro|futuramente|da proxima vez|proximas denuncias|futuras denuncias|mais",
    " rapid[oa]|agilizar|tambien|tambem pode|outras denuncias|preferencialmente|nao",
    " respond[a-z]+|acompanh[a-z]+|consultar|status)",
  ),
  ofOurs: saying(
    " (?:nosso|nossa|nossos|um nosso) (?:[a-z]+ )?(?:clientes?|revendedor|usuario|escritorio",
    "|equipe|equipa|setor|filial) ",
  ),
  away: [
    saying(
      " ",
      [
        "de ferias",
        "em ferias",
        "ausente",
        "ausencia",
        "fora do escritorio",
        "acesso limitado",
        "regresso",
        "retorno (em|no|a)",
        "de licenca",
        "ja nao trabalho",
        "nao trabalho mais",
        "feriado",
        "fechad[oa]s?",
      ],
      " ",
    ),
  ],
});

export const portuguese: Lexicon = {
  language: "pt",
  common: `
    o os as um uma de do da dos das foi foram esta estao nosso nossa nossos sua seu seus nao por
    para que em no na com se ja ao prezados obrigado voce nos este esta pela pelo dia ate mais
    atenciosamente somos ele
  `,
  sayings: once(sayings),
};
