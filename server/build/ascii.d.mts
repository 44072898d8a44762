export declare function writeInAscii(files: readonly string[]): void;
export declare function inAscii(text: string): string;
