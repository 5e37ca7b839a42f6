import { init } from 'z3-solver/build/node.js';
import { createPrinter, parseValue } from './smtlib.ts';
import type { Assignment } from './evaluate.ts';
import type { Term, Value, Variable } from './term.ts';

/** What the solver says of terms put together. */
export type Answer =
  | { readonly status: 'satisfiable'; readonly assignment: Assignment }
  /** Places of assumptions that can't hold together, as few as taking one away at a time leaves. */
  | { readonly status: 'unsatisfiable'; readonly core: readonly number[] }
  /** Not settled within the time. */
  | { readonly status: 'undecided' };

/** A theory that is put to the solver once, and questions about it. */
export interface Session {
  /**
   * Whether the assumptions can hold beside the theory, and if so a value for each of the variables. `share` is the part
   * of the session's time for a question that this one may take.
   */
  readonly check: (assumptions: readonly Term[], share?: number) => Promise<Answer>;
  /** Adds to the theory what holds of all that is asked after it. */
  readonly add: (terms: readonly Term[]) => Promise<void>;
  /** The steps that the solver has taken since it was opened. */
  readonly spent: () => number;
  /** Frees what it holds; nothing is asked of it after that. */
  readonly close: () => void;
}

/** The solver, loaded: about half a second and 200 MB. */
export interface Solver {
  /** Its name and version, as `z3 4.16.0`. */
  readonly version: string;
  /**
   * Gives a theory to the solver. `milliseconds` is about how long one question may take: it is counted in the solver's
   * own steps, so that a question is settled, or left undecided, alike on every machine.
   */
  readonly open: (
    theory: readonly Term[],
    variables: readonly Variable[],
    milliseconds: number,
  ) => Promise<Session>;
  /** Ends its threads: without it the process does not end. */
  readonly close: () => void;
}

/** As measured here on questions that were cut short: 2.4 to 3.1 million steps a second. */
export const stepsPerMillisecond = 2500;
/** A session answers nothing more when it has taken the time of so many questions. */
const questionsAtMost = 60;
/** Nor when so many were not settled: the others of a hard policy would not be either. */
const unsettledAtMost = 6;
/** The part of a question's time in which it is looked at whether an assumption can be left out of a core. */
const coreShare = 0.05;
/** Only a machine that is so many times slower is ended by the clock. */
export const slowestMachine = 30;

/** Loads the solver. */
export async function loadSolver(): Promise<Solver> {
  const { Z3, em } = await init();
  const [major, minor, build] = [
    Z3.get_version().major,
    Z3.get_version().minor,
    Z3.get_version().build_number,
  ];
  /**
   * As Z3.eval_smtlib2_string, which leaves the text on a stack that may be written anew before the solver's own thread
   * has read it: here it stays until the answer is there.
   */
  const evaluated = async (context: unknown, text: string): Promise<string> => {
    const bytes = new TextEncoder().encode(`${text}\0`);
    const pointer: number = em._malloc(bytes.length);
    // Reading any text makes the view of the memory current, should it have grown.
    Z3.get_full_version();
    em.HEAPU8.set(bytes, pointer);
    try {
      return await em.async_call(() => em._async_Z3_eval_smtlib2_string(context, pointer));
    } finally {
      em._free(pointer);
    }
  };
  return {
    version: `z3 ${major}.${minor}.${build}`,
    open: async (theory, variables, milliseconds) => {
      const config = Z3.mk_config();
      const context = Z3.mk_context(config);
      Z3.del_config(config);
      const printer = createPrinter();
      let spent = 0;
      const run = async (text: string): Promise<string> => {
        const answer = await evaluated(context, text);
        const fault = /\(error [^\n]*/.exec(answer)?.[0];
        if (fault !== undefined) throw new Error(`The solver can't read its input: ${fault}`);
        spent = Number(/\(:rlimit (\d+)\)/.exec(answer)?.[1] ?? spent);
        return answer;
      };
      const declared = printer.print(variables);
      const printed = printer.print(theory);
      await run(
        [
          '(set-option :produce-unsat-cores true)',
          '(set-option :smt.random_seed 1)',
          declared.definitions,
          printed.definitions,
          ...printed.names.map((name) => `(assert ${name})`),
        ].join('\n'),
      );
      const values = declared.names.join(' ');
      let questions = 0;
      let unsettled = 0;
      return {
        check: async (assumptions, share = 1) => {
          const { definitions, names } = printer.print(assumptions);
          const marks = names.map((_, place) => `q${questions}.${place}`);
          questions += 1;
          const given = marks.map(
            (mark, place) => `(declare-const ${mark} Bool)(assert (=> ${mark} ${names[place] ?? 'true'}))`,
          );
          if (unsettled >= unsettledAtMost || spent > milliseconds * questionsAtMost * stepsPerMillisecond)
            return { status: 'undecided' };
          const answer = await run(
            `${limits(milliseconds * share)}${definitions}${given.join('')}(check-sat-assuming (${marks.join(' ')}))(get-info :rlimit)`,
          );
          if (answer.startsWith('sat')) {
            const model = variables.length === 0 ? '()' : await run(`(get-value (${values}))`);
            return { status: 'satisfiable', assignment: assignmentOf(variables, model) };
          }
          if (answer.startsWith('unsat')) {
            const core = await fewest(await coreOf(run), (left) => excludesItself(run, left, milliseconds));
            return {
              status: 'unsatisfiable',
              core: marks.flatMap((mark, place) => (core.includes(mark) ? place : [])),
            };
          }
          unsettled += 1;
          return { status: 'undecided' };
        },
        add: async (terms) => {
          const { definitions, names } = printer.print(terms);
          await run([definitions, ...names.map((name) => `(assert ${name})`)].join('\n'));
        },
        spent: () => spent,
        close: () => Z3.del_context(context),
      };
    },
    close: () => {
      em.PThread.terminateAllThreads();
    },
  };
}

/** The marks of assumptions that the solver put together to exclude each other. */
async function coreOf(run: (text: string) => Promise<string>): Promise<readonly string[]> {
  return (await run('(get-unsat-core)')).match(/[^\s()]+/g) ?? [];
}

/** Takes marks away one at a time, as long as what is left is still excluded. */
async function fewest(
  core: readonly string[],
  isExcluded: (left: readonly string[]) => Promise<boolean>,
): Promise<readonly string[]> {
  let kept = core;
  for (const mark of core) {
    const left = kept.filter((each) => each !== mark);
    if (await isExcluded(left)) kept = left;
  }
  return kept;
}

/**
 * Whether marks exclude each other, as far as a small part of a question's time tells. The solver's own way to the fewest
 * marks keeps to no limit.
 */
async function excludesItself(
  run: (text: string) => Promise<string>,
  marks: readonly string[],
  milliseconds: number,
): Promise<boolean> {
  const asked = `${limits(milliseconds * coreShare)}(check-sat-assuming (${marks.join(' ')}))(get-info :rlimit)`;
  return (await run(asked)).startsWith('unsat');
}

function limits(milliseconds: number): string {
  const [steps, clock] = [milliseconds * stepsPerMillisecond, milliseconds * slowestMachine];
  return `(set-option :rlimit ${Math.ceil(steps)})(set-option :timeout ${Math.ceil(clock)})`;
}

/** The values of a printed model, in the order in which they were asked for. */
function assignmentOf(variables: readonly Variable[], model: string): Assignment {
  const values = model.match(/\|[^|]*\| (#x[0-9a-f]+|true|false|[\d.]+|\((?:[^()]|\([^()]*\))*\))/g) ?? [];
  const parsed = values.map((text): Value => parseValue(text.replace(/^\|[^|]*\| /, '')));
  return new Map(
    variables.map(({ name }, place) => {
      const value = parsed[place];
      if (value === undefined) throw new Error(`The solver gave no value for ${name}.`);
      return [name, value];
    }),
  );
}
