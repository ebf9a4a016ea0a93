import { classes, html } from './view.js';

/** @param {string} name */
function initials(name) {
  const words = name.split(/[\s.-]+/).filter(Boolean);
  return [words[0], words.length > 1 ? words.at(-1) : '']
    .map((word) => word?.[0] ?? '')
    .join('')
    .toUpperCase();
}

/**
 * A person as coloured initials; an app as a rounded square. Decoration: the name always stands beside it.
 *
 * @param {{ user: import('../../client-api.ts').ClientUser | undefined; size?: 'small' | 'medium' | 'large' }} props
 */
export function Avatar({ user, size = 'medium' }) {
  const style = { backgroundColor: user?.avatarColour ?? 'var(--ink-3)' };
  return html`<span
    class=${classes('avatar', `avatar-${size}`, user?.isBot && 'avatar-app')} style=${style}
    data-initials=${initials(user?.realName ?? '?')} aria-hidden="true"
  ></span>`;
}
