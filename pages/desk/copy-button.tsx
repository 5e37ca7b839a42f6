import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

/** Copies a text, and says whether it was. */
export function CopyButton({
  text,
  children,
}: {
  readonly text: () => string;
  readonly children: ComponentChildren;
}) {
  const [said, setSaid] = useState('');
  return (
    <>
      <button
        type="button"
        onClick={() => {
          void copy(text()).then((copied) =>
            setSaid(copied ? 'Copied.' : 'The browser does not let it be copied: select the text instead.'),
          );
        }}
        onBlur={() => setSaid('')}
      >
        {children}
      </button>
      <span role="status" class="said">
        {said}
      </span>
    </>
  );
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelected(text);
  }
}

/** As browsers did it before: a page opened from a folder may have no other way. */
function copySelected(text: string): boolean {
  const before = document.activeElement;
  const area = document.createElement('textarea');
  area.value = text;
  area.className = 'visually-hidden';
  document.body.append(area);
  area.select();
  const copied = document.execCommand('copy');
  area.remove();
  if (before instanceof HTMLElement) before.focus();
  return copied;
}
