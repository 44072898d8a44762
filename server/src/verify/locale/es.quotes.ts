import type { MessageTable } from "../messages.ts";

/** Sentences about quotations, in Spanish. */
export const quotes: MessageTable = {
  "quote.supported": "{sources} {have} estas palabras, dichas por {speaker}.",
  "quote.supported.words": "{sources} {have} estas palabras.",
  "quote.disputed": "Las palabras constan, pero las fuentes las atribuyen a personas distintas: {claims}.",
  "quote.altered": "{source} trae {changes}.",
  "quote.altered.edge":
    "{source} trae {changes}: si adapta una palabra a su frase, póngala fuera de las comillas o entre corchetes.",
  "quote.altered.bracket": "{source} trae «{nearest}»; los corchetes del borrador invierten el sentido.",
  "quote.altered.hidden":
    "{source} trae «{skipped}» donde el borrador pone puntos suspensivos; omitirlo invierte el sentido.",
  "quote.altered.sense": "{source} trae «{before}» justo antes de estas palabras; omitirlo invierte el sentido.",
  "quote.misattributed": "{sources} {give} estas palabras como de {speaker}, no de {draftSpeaker}.",
  "quote.misattributed.each": "Las fuentes no atribuyen estas palabras a {draftSpeaker}: {claims}.",
  "quote.misattributed.own": "{sources} {have} estas palabras como {possessive}, no como dichas por {draftSpeaker}.",
  "quote.unsupported": "Ninguna fuente trae la cita «{text}».",
  "quote.unsupported.nearest": "Ninguna fuente trae la cita «{text}»; la más parecida está en {source}: «{nearest}».",
  "quote.unchecked.long":
    "Esta cita es demasiado larga para compararla palabra por palabra; compruébela por partes más cortas.",
  "quote.unchecked.short":
    "Una sola palabra entre comillas es poco para buscarla en {count} fuentes; cite la fuente y se comprobará allí.",
  "quote.unchecked.translated":
    "El borrador dice que es una traducción, así que no se compararon sus palabras; el pasaje más parecido está en {source}: «{nearest}».",
  "quote.change.changed": "«{source}» donde el borrador pone «{draft}»",
  "quote.change.dropped": "«{source}», omitido aquí sin señalarlo",
  "quote.change.added": "ningún «{draft}» en este lugar",
  "quote.have.one": "trae",
  "quote.have.many": "traen",
  "quote.own.one": "propias",
  "quote.own.many": "suyas",
  "quote.claim": "{source} las atribuye a {speaker}",
  "list.more": "{count} más",
  "list.and": "{list} y {last}",
};
