import type { MessageTable } from "../messages.ts";

/** Sentences about quotations, in French. */
export const quotes: MessageTable = {
  "quote.supported": "{sources} {have} ces mots, dits par {speaker}.",
  "quote.supported.words": "{sources} {have} ces mots.",
  "quote.disputed": "Les mots y sont, mais les sources les prêtent à des personnes différentes : {claims}.",
  "quote.altered": "{source} donne {changes}.",
  "quote.altered.edge":
    "{source} donne {changes} : un mot adapté à votre phrase se met hors des guillemets ou entre crochets.",
  "quote.altered.bracket": "{source} donne « {nearest} » ; les crochets du brouillon renversent le sens.",
  "quote.altered.hidden":
    "{source} donne « {skipped} » là où le brouillon met des points de suspension ; l’omettre renverse le sens.",
  "quote.altered.sense": "{source} donne « {before} » juste avant ces mots ; l’omettre renverse le sens.",
  "quote.misattributed": "{sources} {give} ces mots comme ceux de {speaker}, non de {draftSpeaker}.",
  "quote.misattributed.each": "Les sources ne prêtent pas ces mots à {draftSpeaker} : {claims}.",
  "quote.misattributed.own": "{sources} {have} ces mots comme {possessive}, non comme dits par {draftSpeaker}.",
  "quote.unsupported": "Aucune source n’a la citation « {text} ».",
  "quote.unsupported.nearest":
    "Aucune source n’a la citation « {text} » ; la plus proche est dans {source} : « {nearest} ».",
  "quote.unchecked.long":
    "Cette citation est trop longue pour être comparée mot à mot ; vérifiez-la par morceaux plus courts.",
  "quote.unchecked.short":
    "Un seul mot entre guillemets ne suffit pas pour chercher dans {count} sources ; citez la source et il y sera vérifié.",
  "quote.unchecked.translated":
    "Le brouillon dit que c’est une traduction, ses mots n’ont donc pas été comparés ; le passage le plus proche est dans {source} : « {nearest} ».",
  "quote.change.changed": "« {source} » là où le brouillon met « {draft} »",
  "quote.change.dropped": "« {source} », omis ici sans le marquer",
  "quote.change.added": "pas de « {draft} » à cet endroit",
  "quote.have.one": "donne",
  "quote.have.many": "donnent",
  "quote.own.one": "les siens",
  "quote.own.many": "les leurs",
  "quote.claim": "{source} les prête à {speaker}",
  "list.more": "{count} autres",
  "list.and": "{list} et {last}",
};
