import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, it } from "node:test";
import { Ajv } from "ajv";
import { projectSchema } from "../../server/src/service/schema.ts";
import { defaultSettings, readSettings, settingNames } from "../../server/src/service/settings.ts";

const ROOT = path.join(import.meta.dirname, "..", "..");
const SCHEMA = path.join(ROOT, "schemas", "sourceline.schema.json");
const json = (file: string) => JSON.parse(readFileSync(path.join(ROOT, file), "utf8"));

/** Takes the content of a project file; gives what is said of it. */
const problems = (values: unknown) => readSettings([{ name: "sourceline.json", values }]).problems;

const FILES: readonly (readonly [unknown, RegExp | null])[] = [
  [{}, null],
  [{ $schema: "x", corpus: "articles", citationStyle: "footnote", run: "save", failOn: "error" }, null],
  [{ check: { dates: false, years: true }, levels: { "figure/disputed": "off" }, focus: true }, null],
  [{ corpsu: "a" }, /there is no setting “corpsu”; is it “corpus”\?/],
  [{ anything: 1 }, /there is no setting “anything”; there are corpus, /],
  [{ corpus: 5 }, /“corpus” should be a path of a folder/],
  [{ run: "always" }, /“run” should be one of "type", "save", "command"/],
  [{ focus: "yes" }, /“focus” should be true or false/],
  [{ check: { ages: true } }, /not “ages”/],
  [{ levels: { "figure/odd": "off" } }, /there is no code “figure\/odd”/],
  [{ levels: { "figure/disputed": "loud" } }, /see “figure\/disputed”/],
];

describe("the project file", () => {
  for (const [values, expected] of FILES)
    it(`${JSON.stringify(values)} ${expected === null ? "stands" : "is told of"}`, () => {
      const found = problems(values);
      if (expected === null) assert.deepEqual(found, []);
      else assert.match(found[0] ?? "", expected);
    });

  it("is passed or refused alike by its schema", () => {
    const validate = new Ajv({ strict: false }).compile(projectSchema());
    for (const [values, expected] of FILES) assert.equal(validate(values), expected === null, JSON.stringify(values));
  });

  it("has the schema that its tables make (SOURCELINE_WRITE=1 writes it)", () => {
    const made = `${JSON.stringify(projectSchema(), null, 2)}\n`;
    if (process.env["SOURCELINE_WRITE"] === "1") writeFileSync(SCHEMA, made);
    assert.deepEqual(JSON.parse(readFileSync(SCHEMA, "utf8")), projectSchema());
  });

  it("is overridden by the editor, setting by setting", () => {
    const layers = [
      { name: "f", values: { corpus: "a", focus: true, levels: { "figure/disputed": "off" } } },
      { name: "e", values: { corpus: "b", citationStyle: "link", run: "type", levels: { "citation/unused": "off" } } },
    ];
    const { settings, problems: found } = readSettings(layers);
    assert.deepEqual(found, []);
    assert.deepEqual([settings.corpus, settings.citationStyle, settings.focus], ["b", "link", true]);
    assert.deepEqual(settings.levels, { "figure/disputed": "off", "citation/unused": "off" });
  });
});

describe("the extension's settings", () => {
  const { contributes } = json("package.json");
  const properties: Record<string, { scope?: string; default?: unknown; enum?: readonly string[] }> =
    contributes.configuration.properties;
  const own = Object.entries(properties).filter(([name]) => name !== "sourceline.trace.server");

  it("are fewer than fifteen, and hold for a folder", () => {
    assert.ok(Object.keys(properties).length < 15);
    for (const [name, { scope }] of own) assert.equal(scope, "resource", name);
  });

  it("are those that the server reads, with the same usual values", () => {
    const known = settingNames.filter((name) => name !== "failOn");
    assert.deepEqual(own.map(([name]) => name.replace("sourceline.", "")).sort(), [...known].sort());
    const schema = projectSchema()["properties"] as Record<string, { enum?: readonly string[]; properties?: object }>;
    const usual = defaultSettings as unknown as Record<string, unknown>;
    for (const [name, property] of own) {
      const key = name.replace("sourceline.", "");
      assert.deepEqual(property.enum, schema[key]?.enum, name);
      if (!["check", "levels"].includes(key)) assert.equal(property.default, usual[key], name);
    }
  });

  it("come with the schema of the project file", () => {
    const [schema] = contributes.jsonValidation;
    assert.equal(schema.fileMatch, "sourceline.json");
    assert.equal(path.join(ROOT, schema.url), SCHEMA);
  });
});
