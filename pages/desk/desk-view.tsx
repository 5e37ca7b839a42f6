import { useCallback, useEffect, useLayoutEffect, useMemo, useReducer, useRef, useState } from 'preact/hooks';
import { outcomeWords } from '../../compiler/report/words.ts';
import { visible } from '../../compiler/visible-text.ts';
import type { Determination } from '../../dsl/kernel/determination.ts';
import { caseFileText, readCaseFile, type CaseRead } from './case-file.ts';
import type { Desk } from './desk.ts';
import { evaluate, inForm, pathOfFact } from './evaluation.ts';
import { Files } from './files.tsx';
import { Form, type Disclosure } from './form.tsx';
import { keep } from './kept-case.ts';
import { layoutOf, missingByQuestion, questionsFor } from './layout.ts';
import { requestLine } from './letter-text.ts';
import { Letter } from './letter.tsx';
import type { GoTo } from './missing-facts.tsx';
import { Refused } from './refused.tsx';
import { questionsOf } from './questions.ts';
import { Decided, Details, outcomeSigns } from './result.tsx';
import { emptyTree, nextState, type DeskState } from './state.ts';
import type { SetFact } from './fields-view.tsx';
import { Taken } from './taken.tsx';
import { useAfterFrame } from './use-after-frame.ts';
import { useLayout } from './use-layout.ts';
import { WhatIf } from './what-if.tsx';
import { counted } from './words.ts';

/** A policy with more clauses is large: what is out of sight is then not laid out, and lists are drawn after the outcome. */
const mostOfSmall = 100;

/** The reviewer's desk: the form on one side, and on the other what the policy makes of it at every keystroke. */
export function DeskView({ desk, start }: { readonly desk: Desk; readonly start: DeskState }) {
  const questions = useMemo(() => questionsOf(desk), [desk]);
  const [state, dispatch] = useReducer(nextState, start);
  const [opened, setOpened] = useState<ReadonlySet<Disclosure>>(new Set());
  const [said, setSaid] = useState('');
  const [refused, setRefused] = useState<{ readonly title: string; readonly lines: readonly string[] }>();
  const { tree, file, pinned, revision } = state;
  const evaluation = useMemo(() => evaluate(desk, tree), [desk, tree]);
  const { determination, problems } = evaluation;
  const isLarge = desk.clauses.length > mostOfSmall;
  const now = useMemo(() => ({ tree, evaluation, revision }), [tree, evaluation, revision]);
  const listed = useAfterFrame(now, isLarge);
  const missing = useMemo(
    () => missingByQuestion(questions, listed.tree, listed.evaluation),
    [questions, listed],
  );
  const fresh = useMemo(
    () => layoutOf(desk, questions, listed.tree, missing),
    [desk, questions, listed, missing],
  );
  const { layout, handlers } = useLayout(fresh, listed.revision);
  const goal = useRef<readonly string[] | undefined>(undefined);

  useLeaving(state);

  useLayoutEffect(() => {
    if (goal.current === undefined) return;
    const found = goal.current.map(controlOf).find((element) => element !== null);
    goal.current = undefined;
    found?.focus();
  });

  const onSet: SetFact = useCallback((path, value) => dispatch({ kind: 'set', path, value }), []);
  const onToggle = useCallback(
    (disclosure: Disclosure, isOpen: boolean) =>
      setOpened((before) => {
        if (before.has(disclosure) === isOpen) return before;
        const after = new Set(before);
        if (isOpen) after.add(disclosure);
        else after.delete(disclosure);
        return after;
      }),
    [],
  );

  // One function throughout: a new one would have every row that holds it drawn again.
  const going = useRef<GoTo>(() => undefined);
  going.current = (place) => {
    const keys = questionsFor(place, questions, tree, evaluation.entries);
    const field = `f-${inForm(pathOfFact(place.fact), evaluation.entries).join('.')}`;
    goal.current = [field, ...keys.map((key) => `q-${key}`)];
    const folded = (['answered', 'idle', 'foreign'] as const).filter((disclosure) =>
      layout[disclosure].some((group) => group.questions.some(({ key }) => keys.includes(key))),
    );
    setOpened((before) => new Set([...before, ...folded]));
  };
  const goTo: GoTo = useCallback((place) => going.current(place), []);

  const take = (read: CaseRead, name: string) => {
    if (read.tree === undefined) {
      setRefused({
        title: `${name} is no case that can be taken; the form is as it was.`,
        lines: read.problems,
      });
      setSaid('');
      return;
    }
    dispatch({ kind: 'open', tree: read.tree, file: read.file });
    setRefused(undefined);
    setSaid(`${name} is open.`);
  };
  const onFile = (chosen: File) => {
    void chosen.arrayBuffer().then(
      (bytes) => take(readCaseFile(desk, new Uint8Array(bytes), chosen.name), chosen.name),
      () => setRefused({ title: `${chosen.name} can’t be read.`, lines: [] }),
    );
  };
  const onSave = () => {
    const [wrong] = problems.keys();
    if (wrong !== undefined) {
      goal.current = [`f-${wrong.replaceAll('/', '.')}`, 'f-request.dateOfService'];
      setRefused({
        title: 'It is not saved: what is wrong would be lost.',
        lines: [...problems].map(([place, text]) => `${place.replaceAll('/', '.')}: ${text}`),
      });
      return;
    }
    download(`${(file.name ?? desk.policy.name).replace(/\.json$/, '')}.json`, caseFileText(desk, state));
    dispatch({ kind: 'saved' });
    setRefused(undefined);
    setSaid('It is saved.');
  };

  // Made once for what is listed: they are not gone through when the outcome alone is drawn.
  const before = pinned?.determination;
  const details = useMemo(
    () =>
      listed.evaluation.determination !== undefined && (
        <Details desk={desk} determination={listed.evaluation.determination} before={before} onGoTo={goTo} />
      ),
    [desk, listed, before, goTo],
  );
  const letters = useMemo(
    () =>
      listed.evaluation.determination !== undefined && (
        <section class="letters" aria-labelledby="letter-title">
          <h2 id="letter-title">Draft letter</h2>
          <Letter desk={desk} tree={listed.tree} determination={listed.evaluation.determination} />
        </section>
      ),
    [desk, listed],
  );

  const request = questions.find(({ key }) => key === 'request');
  if (request === undefined) return null;
  return (
    <div
      class={`desk${isLarge ? ' is-large' : ''}`}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        const dropped = event.dataTransfer?.files[0];
        if (dropped !== undefined) onFile(dropped);
      }}
    >
      <Files
        cases={desk.cases}
        casesLeftOut={desk.casesLeftOut}
        canUndo={state.past.length > 0}
        onNew={() => {
          dispatch({ kind: 'open', tree: emptyTree, file: {} });
          setRefused(undefined);
          setSaid('A new case.');
        }}
        onFile={onFile}
        onPaste={(text) => take(readCaseFile(desk, new TextEncoder().encode(text)), 'What was pasted')}
        onShipped={(name) => {
          const found = desk.cases.find((each) => each.name === name);
          if (found === undefined) return;
          const { record, about } = found;
          take({ tree: { ...record }, file: { name, about }, problems: [] }, name.replaceAll('-', ' '));
        }}
        onSave={onSave}
        onUndo={() => dispatch({ kind: 'undo' })}
      />
      <p role="status" class="said">
        {visible(said)}
      </p>
      {refused !== undefined && <Refused {...refused} onDismiss={() => setRefused(undefined)} />}
      {file.about !== undefined && <p class="about">{visible(file.about)}</p>}
      <div class="columns">
        <div id="desk-form" tabIndex={-1} {...handlers}>
          <Form
            request={request}
            layout={layout}
            tree={tree}
            problems={problems}
            missing={missing}
            isEvaluated={determination !== undefined}
            opened={opened}
            onToggle={onToggle}
            onSet={onSet}
          />
        </div>
        <section id="result" aria-label="Determination" tabIndex={0}>
          <div class="result-head">
            <h2>Determination</h2>
            <WhatIf
              determination={determination}
              before={before}
              onPin={() => determination !== undefined && dispatch({ kind: 'pin', determination })}
              onKeep={() => dispatch({ kind: 'keep' })}
              onPutBack={() => dispatch({ kind: 'put back' })}
            />
          </div>
          <p role="status" class="visually-hidden">
            {summaryOf(determination)}
          </p>
          {problems.size > 0 && determination !== undefined && (
            <p class="needed">{counted(problems.size, 'field')} cannot be read yet and counts as unknown.</p>
          )}
          {determination === undefined ? (
            <p class="note">A case without a date of service is incomplete, and is not evaluated.</p>
          ) : (
            <>
              <p class="on-paper">{requestLine(desk, tree)}</p>
              <Decided determination={determination} before={before} />
              {details}
              <Taken determination={determination} />
            </>
          )}
        </section>
      </div>
      {letters}
      <a class="bar" href="#result">
        {determination === undefined ? (
          'No date of service yet'
        ) : (
          <>
            <span aria-hidden="true">{outcomeSigns[determination.outcome]}</span> {summaryOf(determination)}
          </>
        )}
      </a>
    </div>
  );
}

function summaryOf(determination: Determination | undefined): string {
  if (determination === undefined) return 'No determination yet.';
  const { outcome, missing } = determination;
  return `${outcomeWords[outcome]}${missing.length > 0 ? `: ${counted(missing.length, 'fact')} missing` : ''}`;
}

/** An element by its id, or the first field in it. */
function controlOf(id: string): HTMLElement | null {
  const element = document.getElementById(id);
  if (element === null || element.matches('input, select, textarea')) return element;
  return element.querySelector<HTMLElement>('input, select, button');
}

function download(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

/** Asks before what was changed is lost, and keeps it where the page loads itself again. */
function useLeaving(state: DeskState): void {
  const latest = useRef(state);
  latest.current = state;
  useEffect(() => {
    let isKept = false;
    const onLeave = () => {
      isKept = true;
      keep(latest.current);
    };
    const onUnload = (event: BeforeUnloadEvent) => {
      if (!isKept && latest.current.tree !== latest.current.saved) event.preventDefault();
    };
    window.addEventListener('triplicate:leave', onLeave);
    window.addEventListener('beforeunload', onUnload);
    return () => {
      window.removeEventListener('triplicate:leave', onLeave);
      window.removeEventListener('beforeunload', onUnload);
    };
  }, []);
}
