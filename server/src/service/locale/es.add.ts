import type { MessageTable } from "../../verify/index.ts";

/** Sentences about adding sources and annotating drafts, in Spanish. */
export const adding: MessageTable = {
  "add.done": "{file} ya está en el corpus {folder}.",
  "add.already": "{file} ya estaba en el corpus {folder} y no se añadió nada.",
  "add.folder": "No se pudo añadir {name} (es una carpeta); nombre los archivos que contiene.",
  "add.address": "No existe el archivo {name}; si se trata de una dirección, escriba https://{name}.",
  "add.failed": "No se pudo añadir {name} ({reason}); compruebe que existe y que puede leerlo.",
  "add.text": "el texto",
  "add.empty": "No hay texto que añadir: copie antes el artículo.",
  "add.kind": "{name} es de un tipo que no se lee; {advice}.",
  "add.kinds": "guárdelo como página, PDF, archivo de Word o texto",
  "add.scheme": "{address} no es una dirección http o https; dé la dirección completa de la página.",
  "add.credentials": "La dirección de {address} contiene un nombre o una contraseña; quítelos.",
  "add.private":
    "{address} está en este equipo o en la red local y no se ha descargado; guarde la página y añada el archivo, o use --allow-private en la línea de órdenes.",
  "add.unknown": "No existe el sitio {address}; compruebe la dirección.",
  "add.slow":
    "{address} no respondió en {seconds} segundos; inténtelo de nuevo, o guarde la página y añada el archivo.",
  "add.unreachable": "No se pudo descargar {address} ({reason}); compruebe la dirección y la red.",
  "add.redirects": "{address} lleva de un sitio a otro sin fin; guarde la página y añada el archivo.",
  "add.status":
    "{address} respondió con {status} en lugar de la página; ábrala en un navegador, guárdela y añada el archivo.",
  "add.large":
    "{address} ocupa más de {megabytes} MB y no se ha guardado; guarde la parte que necesita y añada el archivo.",
  "add.unreadable":
    "No se pudo leer ningún artículo en {address} y no se ha guardado nada; ábralo en un navegador, guárdelo y añada el archivo.",
  "annotate.unchecked": "No se pudo revisar el borrador: necesita un corpus con artículos.",
  "annotate.again":
    "El borrador contiene notas de una pasada anterior; quítelas con «sourceline clean» y anótelo de nuevo.",
};
