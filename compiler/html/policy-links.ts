import type { Element } from 'hast';
import { h } from 'hastscript';

const pages = [
  ['All policies', '../index.html'],
  ['Document', 'policy.html'],
  ['Matrix', 'matrix.html'],
  ['Desk', 'desk.html'],
] as const;

/** The pages of a policy in the site, one of them the page that the links stand on; its document on paper as well. */
export function policyLinks(current: 'Document' | 'Matrix' | 'Desk'): Element {
  return h('nav.site', { ariaLabel: 'Pages' }, [
    ...pages.map(([text, href]) =>
      text === current ? h('span', { ariaCurrent: 'page' }, text) : h('a', { href }, text),
    ),
    ...(current === 'Document' ? [h('a', { href: 'policy.pdf', type: 'application/pdf' }, 'PDF')] : []),
  ]);
}
