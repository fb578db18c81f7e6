// The editor: CodeMirror with what a lab's code needs, and no more. Loaded when someone opens a lab's code or its exercise.
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { javascript } from '@codemirror/lang-javascript';
import { bracketMatching, HighlightStyle, indentOnInput, syntaxHighlighting } from '@codemirror/language';
import { EditorState } from '@codemirror/state';
import { EditorView, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';

export interface CodeFieldOptions {
  parent: HTMLElement;
  text: string;
  /** Its name for those who cannot see it. */
  label: string;
  readonly?: boolean;
  /** Called with the whole text when someone has typed. */
  changed(text: string): void;
}

/** An open editor. */
export interface CodeField {
  /** Puts another text in place of what stands there. */
  show(text: string): void;
  close(): void;
}

/** The colours are the site's, so that they follow its light and dark. */
const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.modifier, tags.operatorKeyword], color: 'var(--code-keyword)' },
  { tag: [tags.string, tags.special(tags.string), tags.regexp], color: 'var(--code-text)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--code-number)' },
  { tag: [tags.comment], color: 'var(--vp-c-text-2)' },
  { tag: [tags.function(tags.variableName), tags.function(tags.propertyName)], color: 'var(--code-function)' },
  { tag: [tags.typeName, tags.className], color: 'var(--code-type)' },
]);

const look = EditorView.theme({
  '&': { maxHeight: '32rem', color: 'var(--vp-c-text-1)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--vp-font-family-mono)', lineHeight: '1.55', overflow: 'auto' },
  '.cm-gutters': { background: 'transparent', color: 'var(--vp-c-text-2)', border: 'none' },
  '.cm-content': { caretColor: 'var(--vp-c-text-1)' },
});

/** Opens an editor for TypeScript. Tab leaves it, as it leaves any field; lines are indented by themselves. */
export function openCodeField({ parent, text, label, readonly = false, changed }: CodeFieldOptions): CodeField {
  /** While another text is put in, nobody types. */
  let showing = false;
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(),
        history(),
        EditorState.readOnly.of(readonly),
        indentOnInput(),
        bracketMatching(),
        syntaxHighlighting(colours),
        javascript({ typescript: true }),
        keymap.of([...defaultKeymap, ...historyKeymap]),
        EditorView.contentAttributes.of({ 'aria-label': label, autocapitalize: 'off' }),
        EditorView.updateListener.of(({ docChanged, state }) => {
          if (docChanged && !showing) changed(state.doc.toString());
        }),
        look,
      ],
    }),
  });
  return {
    show(next) {
      const now = view.state.doc.toString();
      if (next === now) return;
      showing = true;
      view.dispatch({ changes: { from: 0, to: now.length, insert: next } });
      showing = false;
    },
    close: () => view.destroy(),
  };
}
