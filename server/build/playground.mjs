import { createServer } from "node:http";
import { join } from "node:path";
import { hostIsReady, hostRunsHere, setUpHost } from "./host.mjs";
import { root } from "./paths.mjs";
import { SetUpError } from "./run.mjs";

/**
 * Takes a port, if it is to be a certain one; opens a copy of the sample in a real VS Code that any browser of this machine can show, prints its
 * address, and goes on until it is interrupted. Gives exit code 0. Throws SetUpError where VS Code cannot be set up.
 */
export async function runPlayground([port = "0"]) {
  if (!hostRunsHere)
    throw new SetUpError(
      "The playground runs on 64-bit Linux. Elsewhere, install the extension in VS Code and run “Sourceline: Open the Sample Draft”.",
    );
  await setUpHost();
  if (!hostIsReady())
    throw new SetUpError("VS Code could not be set up for the playground; check the network, then run it again.");
  const { startHost, copySample, addressOf } = await tools();
  const sample = await copySample();
  const server = await startHost();
  const draft = join(sample.folder, "draft.md");
  const address = addressOf({ port: server.port, folder: sample.folder, extension: root, files: [draft] });
  const door = await openDoor(address, Number(port));
  process.stdout.write(`The sample is open at http://127.0.0.1:${door.address().port}/\n`);
  process.stdout.write(`Its copy is in ${sample.folder}, and goes when you end this with Ctrl+C.\n`);
  await interrupted();
  door.closeAllConnections();
  door.close();
  await server.stop();
  await sample.remove();
  return 0;
}

/** The tests open VS Code in the same way. */
async function tools() {
  const [{ startHost }, { copySample }, { addressOf }] = await Promise.all(
    ["server", "workspace", "address"].map((name) => import(`../../test/host/${name}.ts`)),
  );
  return { startHost, copySample, addressOf };
}

/** The workbench's own address is too long to be read or typed: a short one leads there. */
function openDoor(address, port) {
  return new Promise((resolve, reject) => {
    const door = createServer((_, response) => response.writeHead(302, { location: address }).end());
    door.once("error", (error) => reject(new SetUpError(`Port ${port} could not be used: ${error.message}`)));
    door.listen(port, "127.0.0.1", () => resolve(door));
  });
}

function interrupted() {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, resolve);
  });
}
