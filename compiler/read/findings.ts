import type { ts } from 'ts-morph';
import type { Diagnostic, Place } from '../errors.ts';
import { nodePlace, type NameOf } from './place.ts';

/** A stretch of a module, and the line that it begins on. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly line: number;
}

/** A diagnostic of one module, with the stretch of source that it speaks of. */
export interface Finding extends Stretch {
  readonly diagnostic: Diagnostic;
  /** A builder's refusal at run time: TypeScript's, where there is one, says it better. */
  readonly yields: boolean;
}

/** Notes findings at nodes. */
export interface Notebook {
  readonly findings: Finding[];
  /** Where a name is used that was refused elsewhere: what TypeScript says there follows from that. */
  readonly echoes: Stretch[];
  readonly echo: (node: ts.Node) => void;
  readonly note: (node: ts.Node, message: (place: Place) => Diagnostic, yields?: boolean) => void;
}

/** An empty notebook. */
export function notebook(nameOf: NameOf): Notebook {
  const findings: Finding[] = [];
  const echoes: Stretch[] = [];
  return {
    findings,
    echoes,
    note: (node, message, yields = false) => {
      const diagnostic = message(nodePlace(node, nameOf));
      findings.push({ ...stretchOf(node), diagnostic, yields });
    },
    echo: (node) => echoes.push(stretchOf(node)),
  };
}

function stretchOf(node: ts.Node): Stretch {
  const source = node.getSourceFile();
  const start = node.getStart(source);
  return { start, end: node.getEnd(), line: source.getLineAndCharacterOfPosition(start).line };
}
