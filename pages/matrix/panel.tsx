import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

interface PanelProps {
  readonly title: ComponentChildren;
  /** What is told of: when it changes, the panel takes the focus. */
  readonly about: string;
  readonly close: () => void;
  readonly children: ComponentChildren;
}

/** What is told of a clause or a case, beside the page; it does not block the page, and goes with Escape. */
export function Panel({ title, about, close, children }: PanelProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const opener = useRef<Element | null>(null);
  useEffect(() => {
    opener.current = document.activeElement;
    document.body.classList.add('has-panel');
    return () => {
      document.body.classList.remove('has-panel');
      const back = opener.current;
      if (back instanceof HTMLElement || back instanceof SVGElement) back.focus({ preventScroll: true });
    };
  }, []);
  useEffect(() => heading.current?.focus({ preventScroll: true }), [about]);
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key === 'Escape') close();
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, [close]);
  return (
    <aside class="panel" aria-labelledby="panel-title" tabIndex={-1}>
      <header>
        <h2 id="panel-title" tabIndex={-1} ref={heading}>
          {title}
        </h2>
        <button type="button" class="close" onClick={close}>
          <span aria-hidden="true">✕</span>
          <span class="visually-hidden">Close</span>
        </button>
      </header>
      {children}
    </aside>
  );
}
