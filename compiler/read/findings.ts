import type { ts } from 'ts-morph';
import type { Diagnostic, Place } from '../errors.ts';
import { nodePlace, type NameOf } from './place.ts';

/** A diagnostic of one module, with the stretch of source that it speaks of. */
export interface Finding {
  readonly diagnostic: Diagnostic;
  readonly start: number;
  readonly end: number;
  /** A builder's refusal at run time: TypeScript's, where there is one, says it better. */
  readonly yields: boolean;
}

/** Notes findings at nodes. */
export interface Notebook {
  readonly findings: Finding[];
  readonly note: (node: ts.Node, message: (place: Place) => Diagnostic, yields?: boolean) => void;
}

/** An empty notebook. */
export function notebook(nameOf: NameOf): Notebook {
  const findings: Finding[] = [];
  return {
    findings,
    note: (node, message, yields = false) => {
      const start = node.getStart();
      findings.push({ diagnostic: message(nodePlace(node, nameOf)), start, end: node.getEnd(), yields });
    },
  };
}
