import type { MessageTable } from "../../verify/index.ts";

/** Sentences about drafts and locks that cannot be read, and about what became of the passages that a draft was locked to, in Spanish. */
export const receipts: MessageTable = {
  "receipt.same": "{source} sigue como estaba cuando se citó «{fact}» en {draft}.",
  "receipt.kept": "{source} ha cambiado desde que se citó «{fact}» en {draft}, pero el pasaje sigue igual.",
  "receipt.moved":
    "{source} ha cambiado desde que se citó «{fact}» en {draft}; el pasaje sigue igual, ahora en el párrafo {place}.",
  "receipt.changed":
    "{source} ha cambiado el pasaje en que se apoya «{fact}» en {draft}: era «{was}» y ahora es «{now}» (párrafo {place}). Compruebe el dato de nuevo y vuelva a fijarlo.",
  "receipt.removed":
    "{source} ya no tiene el pasaje en que se apoya «{fact}» en {draft}: «{was}». Búsquelo en otra parte o quite el dato.",
  "receipt.vanished":
    "El corpus ya no tiene {source}, en que se apoya «{fact}» en {draft}; decía: «{was}». Devuelva la fuente o cite otra.",
  "receipt.unread":
    "No se pudo leer {source}, en que se apoya «{fact}» en {draft}, así que nada puede decirse de su pasaje. {why}",
  "receipt.finding.changed": "{said} Desde que se citó, {source} ha cambiado de «{was}» a «{now}».",
  "receipt.finding.removed": "{said} Cuando se citó, {source} decía «{was}»; esas palabras ya no están.",
  "receipt.finding.vanished": "{said} Cuando se citó, {source} decía «{was}»; el corpus ya no tiene esa fuente.",
  "clean.closed": "El borrador ya no está abierto; ábralo y quite después sus notas.",
  "clean.nothing": "Este borrador no contiene notas nuestras; no hay nada que quitar.",
  "draft.binary": "{file} no es un archivo de texto; guarde el borrador como Markdown o texto sin formato.",
  "draft.source":
    "{file} está en la carpeta del corpus {folder}: allí es una fuente y no se comprueba contra sí misma. Saque el borrador de esa carpeta o indique otro corpus.",
  "draft.unread": "No se pudo leer {file} ({reason}); compruebe la ruta y que puede abrirlo.",
  "reason.missing": "no existe ese archivo",
  "reason.forbidden": "sin permiso",
  "reason.folder": "es una carpeta",
  "reason.unknown": "motivo desconocido",
  "lock.unread": "No se pudo leer {file} ({reason}); compruebe que puede abrirlo.",
  "lock.syntax": "{file} no es JSON ({reason}); deshaga su último cambio, o bórrelo y fije los pasajes de nuevo.",
  "lock.version": "{file} no es de la versión 1; bórrelo y fije los pasajes de nuevo.",
  "lock.form":
    "{file} contiene algo que no es un recibo; deshaga su último cambio, o bórrelo y fije los pasajes de nuevo.",
  "lock.none": "Aún no hay sourceline.lock en {folder}; fije primero los pasajes citados.",
  "lock.unwritten": "No se pudo escribir {file} ({reason}); no se fijó nada.",
  "lock.written": "{file} fija lo que citan los borradores (pasajes: {count}; borradores: {drafts}).",
  "lock.verified": "{stand} de {all} pasajes siguen como se citaron.",
  "lock.heading": "Los pasajes desde que se fijaron",
};
