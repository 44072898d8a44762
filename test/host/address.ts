/** What the workbench is opened with. */
export interface Opening {
  readonly port: number;
  /** Folder of the workspace, or a `.code-workspace` file that names several. */
  readonly folder: string;
  /** Folder of an extension that is run from its sources' bundles; none where it is installed. */
  readonly extension?: string;
  /** Module whose exported `run()` is the suite. */
  readonly suite?: string;
  /** Files to open. */
  readonly files?: readonly string[];
}

/** Takes what to open; gives the address at which the workbench opens it. */
export function addressOf({ port, folder, extension, suite, files = [] }: Opening): string {
  const remote = (path: string) => `vscode-remote://127.0.0.1:${port}${path}`;
  const payload = [
    ...(extension ? [["extensionDevelopmentPath", remote(extension)]] : []),
    ...(suite ? [["extensionTestsPath", remote(suite)]] : []),
    ...files.map((file) => ["openFile", remote(file)]),
    ["skipWelcome", "true"],
  ];
  const query = new URLSearchParams({
    [folder.endsWith(".code-workspace") ? "workspace" : "folder"]: folder,
    payload: JSON.stringify(payload),
  });
  return `http://127.0.0.1:${port}/?${query}`;
}
