import type { Diagnostic, Message, PublishDiagnosticsParams } from "vscode-languageserver/node";

/** Room before the content for its header. */
const HEADER = 64;
/** A text so short may have as much room as it can need, which is quicker than to measure it. */
const SHORT = 10_000;
/** Bytes of the last message, and no more than a megabyte: the next one is about as long. */
let usual = 4096;

/**
 * Takes a message; gives the bytes that it is sent as: a header with its length, and the content as JSON in UTF-8 (Language Server Protocol 3.17, "Base
 * Protocol"). A draft's findings are told anew at each key, and mostly as they were but for their place: what stays of each is kept as bytes.
 */
export function bytesOfMessage(message: Message): Buffer {
  const bytes = new Bytes();
  const { method, params } = message as Message & { readonly method?: string; readonly params?: unknown };
  if (method === "textDocument/publishDiagnostics") addFindings(bytes, message, params as PublishDiagnosticsParams);
  else bytes.add(JSON.stringify(message));
  return bytes.withHeader();
}

class Bytes {
  private room = Buffer.allocUnsafeSlow(usual);
  private end = HEADER;

  add(text: string): void {
    this.widen(text.length < SHORT ? text.length * 3 : Buffer.byteLength(text));
    this.end += this.room.write(text, this.end);
  }

  copy(bytes: Buffer): void {
    this.widen(bytes.length);
    this.end += bytes.copy(this.room, this.end);
  }

  withHeader(): Buffer {
    const header = `Content-Length: ${this.end - HEADER}\r\n\r\n`;
    const start = HEADER - header.length;
    this.room.write(header, start, "latin1");
    usual = Math.min(1 << 20, this.end + 4096);
    return this.room.subarray(start, this.end);
  }

  private widen(more: number): void {
    if (this.end + more <= this.room.length) return;
    const wider = Buffer.allocUnsafeSlow(this.end + more + this.room.length);
    this.room.copy(wider, 0, 0, this.end);
    this.room = wider;
  }
}

function addFindings(bytes: Bytes, message: Message, { diagnostics, ...rest }: PublishDiagnosticsParams): void {
  const [head, params] = [JSON.stringify({ ...message, params: undefined }), JSON.stringify(rest)];
  bytes.add(`${head.slice(0, -1)},"params":${params.slice(0, -1)},"diagnostics":[`);
  for (const [at, one] of diagnostics.entries()) {
    if (at > 0) bytes.add(",");
    addFinding(bytes, one);
  }
  bytes.add("]}}");
}

/** What of a finding stays as it was where only its place changes. */
interface Told extends Pick<Diagnostic, "severity" | "code" | "message" | "tags"> {
  readonly bytes: Buffer;
}

/** By the passages beside the finding, which are one array from check to check, and never changed. */
const told = new WeakMap<NonNullable<Diagnostic["relatedInformation"]>, Told>();

function addFinding(bytes: Bytes, diagnostic: Diagnostic): void {
  const { range, data, relatedInformation: related } = diagnostic;
  if (related === undefined) {
    bytes.add(JSON.stringify(diagnostic));
    return;
  }
  const { start, end } = range;
  const place = `{"line":${start.line},"character":${start.character}},"end":{"line":${end.line},"character":${end.character}}`;
  bytes.add(`{"range":{"start":${place}},${data === undefined ? "" : `"data":${JSON.stringify(data)},`}`);
  let known = told.get(related);
  if (known === undefined || !isAsTold(known, diagnostic)) {
    known = toldOf(diagnostic);
    told.set(related, known);
  }
  bytes.copy(known.bytes);
}

function isAsTold(known: Told, { severity, code, message, tags }: Diagnostic): boolean {
  return (
    known.message === message &&
    known.code === code &&
    known.severity === severity &&
    (known.tags === tags || JSON.stringify(known.tags) === JSON.stringify(tags))
  );
}

/** The object without its beginning. */
function toldOf({ range: _range, data: _data, ...rest }: Diagnostic): Told {
  const { severity, code, message, tags } = rest;
  const bytes = Buffer.from(JSON.stringify(rest).slice(1));
  return {
    message,
    bytes,
    ...(severity === undefined ? {} : { severity }),
    ...(code === undefined ? {} : { code }),
    ...(tags === undefined ? {} : { tags }),
  };
}
