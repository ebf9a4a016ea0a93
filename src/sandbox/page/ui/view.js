import htm from 'htm';
import { Component, h } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

/** JSX without a build step: `html\`<${Button} label="Send" />\``. */
export const html = htm.bind(h);

/**
 * A component that renders again only when one of its props is another value: rows of long lists.
 *
 * @template {object} P
 * @param {(props: P) => import('preact').ComponentChild} render
 * @returns {import('preact').ComponentClass<P>}
 */
export function memo(render) {
  return class extends Component {
    /** @param {P} next */
    shouldComponentUpdate(next) {
      const before = new Map(Object.entries(this.props));
      const after = Object.entries(next);
      return (
        after.length !== before.size || after.some(([name, value]) => !Object.is(value, before.get(name)))
      );
    }
    /** @param {P} props */
    render(props) {
      return h(render, props);
    }
  };
}

/**
 * Reads a part of a store and renders again when that part is another value.
 *
 * @template S, T
 * @param {{ state: S; subscribe(listener: () => void): () => void }} store
 * @param {(state: S) => T} select
 * @returns {T}
 */
export function useSelect(store, select) {
  const [, rerender] = useState(0);
  const current = select(store.state);
  const shown = useRef(current);
  const selector = useRef(select);
  shown.current = current;
  selector.current = select;
  useEffect(() => {
    function check() {
      if (!Object.is(selector.current(store.state), shown.current)) rerender((count) => count + 1);
    }
    check();
    return store.subscribe(check);
  }, [store]);
  return current;
}

/** @param {(string | false | null | undefined)[]} names */
export function classes(...names) {
  return names.filter(Boolean).join(' ');
}
