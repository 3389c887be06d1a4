export const SAMPLES: readonly string[];
export const SHOWN: readonly string[];
export const WIDTHS: { readonly wide: number; readonly narrow: number };
export const THEMES: readonly ('light' | 'dark')[];
export function summaryOf(name: string): string;
export function pageOf(markdown: string, theme: 'light' | 'dark'): string;
export function findChromium(): string | undefined;
export function measure(
  program: string,
  page: string,
  width: number,
): { readonly content: number; readonly screen: number; readonly height: number };
