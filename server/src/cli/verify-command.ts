import { once } from "node:events";
import { createInterface } from "node:readline";
import { readText } from "../corpus/index.ts";
import { checkText } from "../service/check.ts";
import { putArticle } from "../service/intake.ts";
import { jsonFinding } from "../service/json.ts";
import { defaultSettings } from "../service/settings.ts";
import { createMemoryStore } from "../store/memory.ts";
import { allKinds } from "../verify/index.ts";
import { english } from "../verify/locale/en.ts";

/** Every kind of figure is checked: whoever sends texts by the line filters what comes back. */
const settings = { ...defaultSettings, kinds: new Set(allKinds) };

/**
 * Reads lines `{"id","draft","sources":[{"id","text"}]}` and writes a line of findings for each, in order, each checked against its own sources
 * alone; waits where the reader of the output is slow. A line that is not such an object gets an answer with its number and an `error`, and
 * the rest goes on. Gives the exit code: 0, or 1 where a line could not be read.
 */
export async function runVerify(input: NodeJS.ReadableStream, output: NodeJS.WritableStream): Promise<number> {
  let number = 0;
  let failed = 0;
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    if (line.trim() === "") continue;
    const answer = answerTo(line, number);
    if ("error" in answer) failed = 1;
    if (!output.write(`${JSON.stringify(answer)}\n`)) await once(output, "drain");
  }
  return failed;
}

interface Request {
  readonly id: string | number;
  readonly draft: string;
  readonly sources: readonly { readonly id: string; readonly text: string; readonly published: string | null }[];
}

function answerTo(line: string, number: number): object {
  const request = requestOf(line);
  if (typeof request === "string") return { id: null, error: `line ${number}: ${request}` };
  const store = createMemoryStore();
  for (const { id, text, published } of request.sources) {
    for (const article of readText(`${id}.txt`, text).articles) {
      const meta = { ...article.meta, id, published: published ?? article.meta.published };
      putArticle(store, { ...article, meta });
    }
  }
  const { findings, lines } = checkText(request.draft, "plain", store, settings);
  return { id: request.id, findings: findings.map((finding) => jsonFinding(finding, lines, english)) };
}

function requestOf(line: string): Request | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return "not JSON; write one object a line";
  }
  if (typeof value !== "object" || value === null) return 'not an object; write {"id", "draft", "sources"}';
  const { id, draft, sources } = value as Record<string, unknown>;
  if (typeof id !== "string" && typeof id !== "number") return '"id" is missing; give a string or a number';
  if (typeof draft !== "string") return '"draft" is missing; give a string';
  if (!Array.isArray(sources)) return '"sources" is missing; give a list of {"id", "text"}';
  const read = sources.map(sourceOf);
  const bad = read.indexOf(null);
  if (bad >= 0) return `source ${bad + 1} is not {"id", "text"}`;
  return { id, draft, sources: read.filter((one) => one !== null) };
}

function sourceOf(value: unknown): Request["sources"][number] | null {
  if (typeof value !== "object" || value === null) return null;
  const { id, text, published } = value as Record<string, unknown>;
  if ((typeof id !== "string" && typeof id !== "number") || typeof text !== "string") return null;
  return { id: String(id), text, published: typeof published === "string" ? published : null };
}
