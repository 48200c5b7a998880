import picomatch from 'picomatch/posix.js';

/** More than a real pattern has. The pattern of a stranger's study must not keep the computer busy for hours. */
const longestPattern = 400;
const mostStars = 4;
const mostDoubleStars = 3;
const mostAlternatives = 20;

/** A longer path matches nothing: matching takes time in the power of its length by the number of stars. */
const longestPath = 500;

/** Whether text can be a pattern of paths: not empty, and simple enough to be matched in little time. */
export function isPathPattern(text: string): boolean {
  const names = text.split('/');
  const doubleStars = names.filter((name) => name === '**').length;
  const stars = (text.match(/\*+/g)?.length ?? 0) - doubleStars;
  return (
    text !== '' &&
    text.length <= longestPattern &&
    doubleStars <= mostDoubleStars &&
    stars <= mostStars &&
    (text.match(/[{,]/g)?.length ?? 0) <= mostAlternatives
  );
}

/**
 * What tells whether a study-relative path matches any of some patterns and none of those to ignore. `*`, `**`, `?`,
 * `[…]`, `{…,…}` and a leading `!` mean what they mean in VS Code and git; parentheses and plus signs stand for
 * themselves. A path outside the study (`..`, absolute) never matches, and a pattern that is none matches nothing.
 */
export function pathMatcher(
  patterns: readonly string[],
  ignore: readonly string[],
): (path: string) => boolean {
  const usable = patterns.filter(isPathPattern).map((pattern) => pattern.replace(/[()+|]/g, '\\$&'));
  if (usable.length === 0) return () => false;
  const matches = picomatch(usable, { ignore: [...ignore], noextglob: true });
  const isInside = (path: string) => !path.startsWith('/') && !path.split('/').includes('..');
  return (path) => path.length <= longestPath && isInside(path) && matches(path);
}
