/** One declaration at the top of a module, with the comment above it. */
interface Declaration {
  readonly text: string;
  readonly name: string | undefined;
  readonly isExported: boolean;
}

/**
 * Leaves out the declarations that nothing exported needs, so that a policy's module holds the functions that its
 * own leaves call and no other. The text is one that this emitter printed: what is indented belongs to the
 * declaration above it, and no literal goes over the end of a line.
 */
export function prune(text: string): string {
  const declarations = split(text);
  const byName = new Map(
    declarations.flatMap((each) => (each.name === undefined ? [] : [[each.name, each] as const])),
  );
  const needed = new Set<Declaration>();
  const need = (declaration: Declaration): void => {
    if (needed.has(declaration)) return;
    needed.add(declaration);
    for (const word of wordsOf(declaration.text)) {
      const used = byName.get(word);
      if (used !== undefined) need(used);
    }
  };
  for (const declaration of declarations)
    if (declaration.isExported || declaration.name === undefined) need(declaration);
  return declarations
    .filter((declaration) => needed.has(declaration))
    .map((declaration) => declaration.text)
    .join('\n');
}

const opening = /^(export )?(?:function|const|let|type|interface) (\w+)/;

function split(text: string): readonly Declaration[] {
  const blocks: string[][] = [[]];
  let comment: string[] = [];
  for (const line of text.split('\n')) {
    if (/^(\/\*\*|\/\/| \*)/.test(line)) {
      comment.push(line);
      continue;
    }
    if (opening.test(line)) blocks.push([...comment, line]);
    else blocks.at(-1)?.push(...comment, line);
    comment = [];
  }
  return blocks.map((lines) => {
    const match = lines.map((line) => opening.exec(line)).find((found) => found !== null);
    return { text: lines.join('\n'), name: match?.[2], isExported: match?.[1] !== undefined };
  });
}

/** The words of a piece of source outside literals and comments. */
export function wordsOf(source: string): ReadonlySet<string> {
  const code = source
    .replace(/^ *(\/\*\*|\*|\/\/).*$/gm, '')
    .replace(/'(?:[^'\\]|\\.)*'/g, "''")
    .replace(/ \/\/ [\w$., -]+$/gm, '');
  return new Set(code.match(/\w+/g) ?? []);
}
