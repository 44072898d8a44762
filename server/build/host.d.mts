export declare const host: { readonly server: string; readonly chromium: string; readonly node: () => string };
export declare const hostRunsHere: boolean;
export declare function browserEnvironment(): Record<string, string>;
export declare function hostIsReady(): boolean;
export declare function setUpHost(): Promise<void>;
