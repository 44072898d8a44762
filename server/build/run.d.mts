export declare function cleanEnvironment(): Record<string, string>;
