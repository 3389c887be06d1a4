/** The one place that takes home folders, and with them user names, out of what is shown or written. */

/** Folders that hold people's home folders. `/root` says nothing of a person. */
const HOMES = /(^|[^\w.])\/(?:home|Users)\/[^/\s"'():;,]{1,64}/g;

/** The text with every home folder reduced to `~`; `home` is that of this process, wherever it lies. */
export function hideHomes(text: string, home = ''): string {
  const folder = home.replace(/\/+$/, '');
  const own = folder.startsWith('/') ? new RegExp(`${escaped(folder)}(?![\\w-]|\\.\\w)`, 'g') : /(?!)/g;
  return text.replace(own, '~').replace(HOMES, '$1~');
}

/** The same for all strings in a value made of plain objects and lists. */
export function hideHomesIn<T>(value: T, home?: string): T {
  const hide = (part: unknown): unknown => {
    if (typeof part === 'string') return hideHomes(part, home);
    if (Array.isArray(part)) return part.map(hide);
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([key, one]) => [key, hide(one)]));
  };
  return hide(value) as T;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
