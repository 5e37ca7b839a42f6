/** A record whose keys may each be left out. */
export type Present<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> };

/** A record without the keys that were drawn as left out. */
export function given<T extends object>(value: T): Present<T> {
  return Object.assign(
    {},
    ...Object.entries(value).map(([key, part]) => (part === undefined ? {} : { [key]: part })),
  );
}
