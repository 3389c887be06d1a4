/** Types of layout.mjs, which Node 20 has to run as it is. */
export declare const MAY_IMPORT: Readonly<Record<string, readonly string[]>>;
export declare const PURE: readonly string[];
export declare function layoutProblems(texts?: ReadonlyMap<string, string>): readonly string[];
export declare function tableProblems(names?: readonly string[]): readonly string[];
export declare function mirrorProblems(
  tests?: readonly string[],
  names?: readonly string[],
): readonly string[];
