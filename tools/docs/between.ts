/** The text with what stands between `<!-- mark -->` and `<!-- /mark -->` replaced. Throws where they are not there. */
export function between(text: string, mark: string, content: string): string {
  const pattern = new RegExp(`(<!-- ${mark} -->\n)[\\s\\S]*?(<!-- /${mark} -->)`);
  if (!pattern.test(text)) throw new Error(`no mark ${mark}`);
  return text.replace(pattern, (_, open, close) => `${open}${content}${close}`);
}
