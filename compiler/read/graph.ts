/** An order in which each module comes after those that it imports, and the circles that allow none. */
export interface ModuleOrder {
  readonly order: readonly string[];
  /** Each as the modules along it, the first of which comes again at the end. */
  readonly circles: readonly (readonly string[])[];
}

/** Orders modules by what they import. Without recursion: a chain of imports may be long. */
export function orderModules(
  paths: readonly string[],
  importsOf: (path: string) => readonly string[],
): ModuleOrder {
  const order: string[] = [];
  const circles: (readonly string[])[] = [];
  const done = new Set<string>();
  const onTrail = new Set<string>();
  const trail: { readonly path: string; readonly imports: readonly string[]; next: number }[] = [];
  const enter = (path: string) => {
    onTrail.add(path);
    trail.push({ path, imports: importsOf(path), next: 0 });
  };
  for (const start of paths) {
    if (!done.has(start)) enter(start);
    for (let current = trail.at(-1); current !== undefined; current = trail.at(-1)) {
      const imported = current.imports[current.next++];
      if (imported === undefined) {
        trail.pop();
        onTrail.delete(current.path);
        done.add(current.path);
        order.push(current.path);
      } else if (onTrail.has(imported)) {
        const along = trail.map(({ path }) => path);
        circles.push([...along.slice(along.indexOf(imported)), imported]);
      } else if (!done.has(imported)) enter(imported);
    }
  }
  return { order, circles };
}
