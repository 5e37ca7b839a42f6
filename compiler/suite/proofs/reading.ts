import type { Kernel } from '../../../dsl/kernel/kernel.ts';
import type { Session, Solver } from '../../logic/solver.ts';
import { no, type Term } from '../../logic/term.ts';
import { worldOf } from '../../logic/world.ts';
import { typed } from '../../validate/evaluator/access.ts';
import { conj, disj, fact, neg, same } from '../../validate/evaluator/formula.ts';
import { callTop, openModule } from '../../validate/evaluator/interpret.ts';
import { CannotFollow, strictlyEqual } from '../../validate/evaluator/operators.ts';
import { cell, read, root } from '../../validate/evaluator/path.ts';
import { readModule, type Read } from '../../validate/evaluator/read.ts';
import { withoutDiagnoses } from '../../validate/evaluator/slice.ts';
import { dateSummaries } from '../../validate/evaluator/summaries.ts';
import { symbolicCase, type SymbolicCase } from '../../validate/evaluator/symbolic-case.ts';
import { Unreadable } from '../../validate/evaluator/unreadable.ts';
import { gather, type Value } from '../../validate/evaluator/value.ts';

/** Reads two texts of an evaluator on one case of which only the lengths of its histories are given, and compares them. */
export interface TextComparison {
  /**
   * The most entries of a history up to which a text decides every case as the evaluator does: the same statuses, outcome
   * and layer, and the same questions for a reviewer. Nothing where not even cases of one entry are settled, or where the
   * text can't be read.
   */
  readonly sameUpTo: (text: string) => Promise<number | undefined>;
}

/** What answers to questions about diagnoses stand together, by their places among the leaves. */
export interface DiagnosisAnswers {
  readonly places: readonly number[];
  readonly together: readonly (readonly number[])[];
}

/** What is compared, and by what. */
export interface Comparison {
  readonly kernel: Kernel;
  readonly text: string;
  readonly leafCount: number;
  readonly diagnosed: DiagnosisAnswers;
  readonly solver: Solver;
  /** About how long one question may take, counted in the solver's own steps. */
  readonly milliseconds: number;
}

interface Round {
  readonly symbolic: SymbolicCase;
  readonly session: () => Promise<Session>;
  readonly renew: () => void;
  readonly own: Outputs;
}

/** What a text makes of a case. */
interface Outputs {
  readonly leaves: readonly Value[];
  readonly concluded: () => readonly Value[];
}

/** Up to how many entries the solver is asked, and up to how many the texts are compared as they are read. */
const [solvedEntries, readEntries] = [1, 2];
const leafCodes = [0, 1, 3, 5] as const;

/** Opens a comparison with an evaluator's text. */
export function compareTexts(comparison: Comparison): TextComparison {
  const { kernel, text, leafCount, diagnosed, solver, milliseconds } = comparison;
  const answers = diagnosisValues(diagnosed);
  const outputsOf = (module: Read, { facts }: SymbolicCase): Outputs => {
    const machine = openModule(module, dateSummaries(new Set()));
    const buffer = typed(
      'Uint8Array',
      Array.from({ length: leafCount }, () => cell(root, 0)),
    );
    callTop(machine, 'encode', [facts, buffer]);
    const leaves = buffer.cells.map((each, place) => answers.values.get(place) ?? read(each, root));
    return {
      leaves,
      concluded: () => {
        const [all, statuses] = [leaves, kernel.clauses.map(() => 0)].map((values) =>
          typed(
            'Uint8Array',
            values.map((value) => cell(root, value)),
          ),
        );
        const code = callTop(machine, 'conclude', [all, statuses]);
        return [code, ...(statuses?.cells ?? []).map((each) => read(each, root))];
      },
    };
  };
  const ownText = moduleOf(text);
  const rounds = new Map<number, Round>();
  const roundOf = (entries: number): Round => {
    const before = rounds.get(entries);
    if (before !== undefined) return before;
    const symbolic = symbolicCase(worldOf([kernel], { drugs: entries, events: entries }), entries);
    const { constraints, variables } = symbolic.sheet;
    let session: Promise<Session> | undefined;
    const round: Round = {
      symbolic,
      session: () => {
        session ??= solver.open([...constraints, answers.theory], variables, milliseconds);
        return session;
      },
      renew: () => {
        session = undefined;
      },
      own: outputsOf(ownText, symbolic),
    };
    rounds.set(entries, round);
    return round;
  };
  const isSame = async (module: Read, entries: number): Promise<boolean> => {
    const round = roundOf(entries);
    const given = outputsOf(module, round.symbolic);
    const { own } = round;
    const alike = (codes: readonly number[]) =>
      disj(...own.leaves.map((leaf, place) => differ(leaf, given.leaves[place], codes)));
    const isSolved = entries <= solvedEntries;
    const concluding = () => {
      const [first, second] = [own.concluded(), given.concluded()];
      return disj(
        ...first.map((value, place) => differ(value, second[place], place === 0 ? outcomeCodes : [0, 1, 3])),
      );
    };
    const isConcluded = ownText !== module && concludesAlike(ownText, module);
    if (isConcluded && (await isNever(round, alike(leafCodes), isSolved))) return true;
    return (await isNever(round, alike([5]), isSolved)) && (await isNever(round, concluding(), isSolved));
  };
  return {
    sameUpTo: async (other) => {
      let proved: number | undefined;
      try {
        const module = moduleOf(other);
        for (let entries = 0; entries <= readEntries; entries += 1) {
          if (!(await isSame(module, entries))) break;
          if (entries > 0) proved = entries;
        }
      } catch (error) {
        if (!(error instanceof Unreadable || error instanceof RangeError || error instanceof CannotFollow))
          throw error;
      }
      return proved;
    },
  };
}

/** Whether something never is; what is not seen as it is read is asked of the solver, where it may be. */
async function isNever(round: Round, difference: Term, isSolved: boolean): Promise<boolean> {
  if (difference === no) return true;
  if (!isSolved) return false;
  const session = await round.session();
  const { status } = await session.check([difference]);
  // A session that left questions open answers less and less.
  if (status === 'undecided') round.renew();
  return status === 'unsatisfiable';
}

function moduleOf(text: string): Read {
  return readModule(withoutDiagnoses(text).text);
}

/** The code of an outcome, and above its three bits that of the layer. */
const outcomeCodes: readonly number[] = Array.from({ length: 32 }, (_, code) => code);

/** Whether the parts of two texts that decide from leaves are the same letter by letter. */
function concludesAlike(first: Read, second: Read): boolean {
  return ['conclude', 'conclusion', 'conclusions', 'not', 'layers', 'outcomes'].every(
    (name) => declared(first, name) === declared(second, name),
  );
}

function declared({ functions, variables }: Read, name: string): string | undefined {
  return (functions.get(name) ?? variables.get(name))?.getText();
}

/** Where two values are not the same of these codes. */
function differ(first: Value, second: Value, codes: readonly number[]): Term {
  return disj(
    ...codes.map((code) => neg(same(strictlyEqual(first, code) ?? no, strictlyEqual(second, code) ?? no))),
  );
}

/** The answers about diagnoses as values that are open, as far as they stand together. */
function diagnosisValues({ places, together }: DiagnosisAnswers): {
  readonly values: ReadonlyMap<number, Value>;
  readonly theory: Term;
} {
  const rows = together.map((_, row) => fact(`diagnoses answer as in row ${row}`, 'truth'));
  const exactly = rows.map((row, place) => conj(row, ...rows.filter((_, other) => other !== place).map(neg)));
  return {
    values: new Map(
      places.map((place, column) => [
        place,
        gather(together.map((codes, row) => ({ when: rows[row] ?? no, value: codes[column] ?? 1 }))),
      ]),
    ),
    theory: rows.length === 0 ? conj() : disj(...exactly),
  };
}
