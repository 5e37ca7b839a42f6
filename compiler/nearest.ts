import { distance } from 'fastest-levenshtein';

/** The name that was probably meant: the nearest of those there are, where one is near. */
export function nearest(given: string, names: readonly string[]): string | undefined {
  const ranked = names
    .map((name) => ({ name, far: distance(given.toLowerCase(), name.toLowerCase()) }))
    .sort((first, second) => first.far - second.far || (first.name < second.name ? -1 : 1));
  const [best] = ranked;
  if (best === undefined) return undefined;
  const isPart = given.length >= 3 && best.name.toLowerCase().includes(given.toLowerCase());
  return isPart || best.far <= Math.max(2, Math.floor(given.length / 3))
    ? best.name
    : startingWith(given, names);
}

function startingWith(given: string, names: readonly string[]): string | undefined {
  if (given.length < 3) return undefined;
  return names.find((name) => name.toLowerCase().includes(given.toLowerCase()));
}

/** ` Did you mean 'x'?`, or nothing. */
export function didYouMean(given: string, names: readonly string[]): string {
  const name = nearest(given, names);
  return name === undefined ? '' : ` Did you mean '${name}'?`;
}
