import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Layout } from './layout.ts';

/**
 * The layout that is shown: while a question is being answered its place and those of others stay, and they are put in order
 * when the focus goes on to another. What has the focus then stays where it is on the screen.
 * @param revision another number where the case as a whole was replaced: then nothing is held
 */
export function useLayout(fresh: Layout, revision: number) {
  const shown = useRef(fresh);
  const latest = useRef(fresh);
  const lastRevision = useRef(revision);
  const question = useRef<string | undefined>(undefined);
  const pointerIsDown = useRef(false);
  const waiting = useRef<Layout | undefined>(undefined);
  const anchor = useRef<{ readonly element: HTMLElement; readonly top: number } | undefined>(undefined);
  const [, draw] = useState(0);

  latest.current = fresh;
  if (question.current === undefined || lastRevision.current !== revision) shown.current = fresh;
  lastRevision.current = revision;

  const show = useCallback((layout: Layout) => {
    waiting.current = undefined;
    shown.current = layout;
    const element = document.activeElement;
    if (element instanceof HTMLElement)
      anchor.current = { element, top: element.getBoundingClientRect().top };
    draw((count) => count + 1);
  }, []);

  const moveTo = useCallback((target: EventTarget | null) => {
    const next = questionAt(target);
    if (next === question.current) return;
    question.current = next;
    // What is under a pointer that is down has to be there still when it goes up; and what the click that follows answers
    // has to stay, so the order is that of before it.
    if (pointerIsDown.current) waiting.current = latest.current;
    else show(latest.current);
  }, []);

  useLayoutEffect(() => {
    const { element, top } = anchor.current ?? {};
    anchor.current = undefined;
    if (element === undefined || top === undefined || !element.isConnected || element === document.body)
      return;
    if (document.activeElement !== element) element.focus({ preventScroll: true });
    const moved = element.getBoundingClientRect().top - top;
    if (Math.abs(moved) > 1) window.scrollBy({ top: moved, behavior: 'instant' });
  });

  return {
    layout: shown.current,
    handlers: {
      onFocusIn: ({ target }: FocusEvent) => moveTo(target),
      onFocusOut: ({ relatedTarget }: FocusEvent) => {
        if (relatedTarget === null && document.hasFocus()) moveTo(null);
      },
      onPointerDown: () => {
        pointerIsDown.current = true;
        const up = () => {
          pointerIsDown.current = false;
          setTimeout(() => {
            if (waiting.current !== undefined) show(waiting.current);
          });
        };
        window.addEventListener('pointerup', up, { once: true });
        window.addEventListener('pointercancel', up, { once: true });
      },
    },
  };
}

/** The question of the form that an element is in; the request, which keeps its place, is none. */
function questionAt(target: EventTarget | null): string | undefined {
  if (!(target instanceof Element)) return undefined;
  const key = target.closest<HTMLElement>('[data-question]')?.dataset['question'];
  return key === 'request' ? undefined : key;
}
