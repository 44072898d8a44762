import assert from "node:assert/strict";
import { chmod, readFile } from "node:fs/promises";
import path from "node:path";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { type Folder, hasGit, makeFolder } from "./repository.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const SOURCE =
  "---\nid: courier\noutlet: The Courier\npublished: 2021-03-04\n---\n\nThe flood killed 12 people in the valley, the province said on Thursday.\n";
const GOOD = "The flood killed 12 people in the valley [@courier].\n";

interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly exclude?: string;
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly runs: {
    readonly steps: readonly {
      readonly id?: string;
      readonly run?: string;
      readonly env?: Readonly<Record<string, string>>;
    }[];
  };
}

const hooks = parse(await readFile(path.join(ROOT, ".pre-commit-hooks.yaml"), "utf8")) as readonly Hook[];
const action = parse(await readFile(path.join(ROOT, "action.yml"), "utf8")) as Action;

describe("the gate in a real git repository", async () => {
  if (!(await hasGit())) {
    it("needs git", (t) => t.skip("git is not installed"));
    return;
  }
  let folder: Folder;
  before(async () => {
    folder = await makeFolder({
      "stories/corpus/courier.md": SOURCE,
      "stories/sourceline.json": "{}",
      "stories/flood.md": GOOD,
    });
    await folder.git("init", "-q", "-b", "main");
    const entry = hooks.find(({ id }) => id === "sourceline")?.entry ?? "";
    const names = "git diff --cached --name-only --diff-filter=d -z -- '*.md' ':!*corpus/*'";
    await folder.write(".git/hooks/pre-commit", `#!/bin/sh\n${names} | xargs -0 ${path.join(ROOT, entry)}\n`);
    await chmod(path.join(folder.path, ".git/hooks/pre-commit"), 0o755);
    await folder.git("add", ".");
  });
  after(() => folder.remove());

  const commits = async () => Number((await folder.git("rev-list", "--count", "--all")).output);

  it("lets a commit pass whose facts the sources support", async () => {
    const { code, errors } = await folder.git("commit", "-q", "-m", "one");
    assert.equal(code, 0, errors);
    assert.equal(await commits(), 1);
  });
  it("stops a commit with a fact that they contradict, and says which", async () => {
    await folder.write("stories/flood.md", `${GOOD}\nThe flood killed 2,600 people in the valley.\n`);
    const { code, output, errors } = await folder.git("commit", "-q", "-am", "two");
    assert.equal(code, 1);
    assert.match(output + errors, /2,600/);
    assert.equal(await commits(), 1);
  });
  it("lets it pass once the fact is mended", async () => {
    await folder.write(
      "stories/flood.md",
      `${GOOD}\nThe flood killed 12 people in the valley, the province said [@courier].\n`,
    );
    assert.equal((await folder.git("commit", "-q", "-am", "three")).code, 0);
    assert.equal(await commits(), 2);
  });

  describe("the action", () => {
    const step = action.runs.steps.find(({ id }) => id === "check");
    /** Runs the action's own script as GitHub does: bash with -e and pipefail, inputs by the environment. */
    const runAction = async (inputs: Readonly<Record<string, string>>) => {
      const env = Object.fromEntries(
        Object.entries(step?.env ?? {}).map(([name, value]) => {
          const input = /inputs\.([\w-]+)/.exec(value)?.[1];
          return [name, input === undefined ? ROOT : (inputs[input] ?? action.inputs[input]?.default ?? "")];
        }),
      );
      const ran = await folder.run("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", step?.run ?? "exit 9"], {
        ...env,
        GITHUB_OUTPUT: path.join(folder.path, "outputs"),
      });
      return { ...ran, said: await readFile(path.join(folder.path, "outputs"), "utf8") };
    };
    it("passes where nothing is wrong", async () => {
      const { code, said } = await runAction({ files: "stories" });
      assert.deepEqual([code, said], [0, "exit-code=0\n"]);
    });
    it("annotates and fails where something is", async () => {
      await folder.write("stories/flood, part 2.md", "The flood killed 2,600 people in the valley.\n");
      const { code, output } = await runAction({ files: "stories/flood, part 2.md\nstories/flood.md\n" });
      assert.equal(code, 1);
      assert.match(output, /^::warning file=stories\/flood%2C part 2\.md,line=1,/);
    });
    it("writes SARIF, and takes what it is told for no command", async () => {
      const { code } = await runAction({
        files: "stories",
        format: "sarif",
        output: "out.sarif",
        changed: 'HEAD"; touch hacked; "',
      });
      assert.equal(code, 2);
      assert.equal((await folder.run("test", ["-e", "hacked"])).code, 1);
      assert.equal(
        (await runAction({ files: "stories", format: "sarif", output: "out.sarif", changed: "HEAD" })).code,
        1,
      );
      assert.equal(JSON.parse(await readFile(path.join(folder.path, "out.sarif"), "utf8")).version, "2.1.0");
    });
  });
});

describe("the hooks", () => {
  it("name programs that are there and may be run", async () => {
    for (const { entry } of hooks) {
      const program = path.join(ROOT, entry.split(" ")[0] ?? "");
      await (await import("node:fs/promises")).access(program, 1);
    }
  });
  it("leave sources and pages about a repository alone", () => {
    const exclude = new RegExp(hooks[0]?.exclude ?? "^$");
    assert.deepEqual(
      ["stories/corpus/voa.md", "README.md", "stories/flood.md"].map((file) => exclude.test(file)),
      [true, true, false],
    );
  });
});
