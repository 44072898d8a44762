export declare function isStamped(file: string, key: string): boolean;
export declare function stamp(file: string, key: string): void;
export declare function hashOfTimes(paths: readonly string[]): string;
