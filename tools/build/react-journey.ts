import type * as ReactTypes from "react";
import type * as ReactDomTypes from "react-dom";
import type * as ClientTypes from "react-dom/client";
import { expect } from "vitest";

/** React as one build has it. */
export interface Build {
  readonly React: typeof ReactTypes;
  readonly dom: typeof ReactDomTypes;
  readonly client: typeof ClientTypes;
}

const nothing = () => {};

/** A component that fails when it is told to. */
function Broken({ breaks }: { breaks: boolean }): string {
  if (breaks) throw new Error("broken");
  return "whole";
}

/** Goes through what the page does with React, and notes what there is to see after each step. */
export async function journey({ React, dom, client }: Build): Promise<string[]> {
  const { createElement: h, useState } = React;
  const seen: string[] = [];
  const place = document.createElement("div");
  document.body.replaceChildren(place);
  const see = (what: string) => seen.push(`${what}: ${place.innerHTML}`);
  const events: string[] = [];
  let changed = nothing;
  let stored = 0;
  const store = {
    subscribe: (tell: () => void) => {
      changed = tell;
      return () => void events.push("unsubscribed");
    },
    get: () => stored,
  };
  const Theme = React.createContext("light");
  let arrive: (part: { default: () => ReactTypes.ReactNode }) => void = nothing;
  const Later = React.lazy(
    () =>
      new Promise<{ default: () => ReactTypes.ReactNode }>((resolve) => {
        arrive = resolve;
      }),
  );
  class Boundary extends React.Component<{ children: ReactTypes.ReactNode }, { words?: string }> {
    override state: { words?: string } = {};

    static getDerivedStateFromError(error: Error) {
      return { words: error.message };
    }

    override componentDidCatch(error: Error) {
      events.push(`caught ${error.message}`);
    }

    override render() {
      return this.state.words ?? this.props.children;
    }
  }
  const Row = React.memo(({ name }: { name: string }) => h("li", { style: { order: 1 } }, name));
  let set: (change: Partial<State>) => void = nothing;
  interface State {
    rows: readonly string[];
    breaks: boolean;
    later: boolean;
    text: string;
  }
  const Page = () => {
    const [state, setState] = useState<State>({
      rows: ["a", "b", "c"],
      breaks: false,
      later: false,
      text: "x",
    });
    const update = (change: Partial<State>) => setState((before) => ({ ...before, ...change }));
    const region = React.useRef<HTMLDivElement>(null);
    const id = React.useId();
    const count = React.useSyncExternalStore(store.subscribe, store.get);
    const late = React.useDeferredValue(state.text);
    const tell = React.useEffectEvent(() => events.push(`effect ${state.text} ${region.current?.tagName}`));
    React.useEffect(() => {
      tell();
      return () => void events.push("effect over");
    }, [state.text]);
    React.useLayoutEffect(() => {
      set = update;
      events.push("layout");
    }, []);
    const label = React.useMemo(() => `${state.rows.length} rows`, [state.rows]);
    const submit = React.useCallback((event: ReactTypes.FormEvent) => {
      event.preventDefault();
      events.push("submitted");
    }, []);
    return h(
      "div",
      {
        ref: region,
        id,
        className: React.useContext(Theme),
        "aria-label": label,
        onFocus: () => events.push("focus"),
      },
      h(
        "ul",
        null,
        state.rows.map((name) => h(Row, { key: name, name })),
      ),
      h(Boundary, null, h(Broken, { breaks: state.breaks })),
      h(React.Suspense, { fallback: "loading" }, state.later ? h(Later) : "none"),
      h(
        "form",
        { onSubmit: submit },
        h("input", { value: state.text, onChange: ({ target }) => update({ text: target.value }) }),
        h("input", { type: "checkbox", checked: state.breaks, readOnly: true }),
        h("select", { defaultValue: "2" }, h("option", null, "1"), h("option", null, "2")),
        h("textarea", { defaultValue: "words" }),
        h(
          "button",
          { onClick: () => events.push("clicked"), onMouseEnter: () => events.push("entered") },
          "Go",
        ),
      ),
      h(React.Fragment, null, count, " ", late),
      h("svg", { viewBox: "0 0 1 1" }, h("path", { d: "M0 0" })),
    );
  };
  const root = client.createRoot(place);
  dom.flushSync(() => {
    root.render(h(React.StrictMode, null, h(Theme.Provider, { value: "dark" }, h(Page))));
  });
  see("first");
  for (const rows of [["c", "a"], ["b", "c", "d", "a"], []]) {
    dom.flushSync(() => set({ rows }));
    see("rows");
  }
  dom.flushSync(() => set({ later: true }));
  see("suspended");
  arrive({ default: () => "arrived" });
  await expect.poll(() => place.textContent).toContain("arrived");
  see("arrived");
  React.startTransition(() => set({ rows: ["z"], text: "y" }));
  await expect.poll(() => place.textContent).toContain("z");
  await expect.poll(() => events.join()).toContain("effect y DIV");
  see("transition");
  dom.flushSync(() => {
    stored = 7;
    changed();
  });
  see("store");
  const input = place.querySelector("input");
  if (!input) throw new Error("There is no input.");
  input.focus();
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(input, "typed");
  input.dispatchEvent(new Event("input", { bubbles: true }));
  await expect.poll(() => place.textContent).toContain("typed");
  see("typed");
  for (const type of ["mouseover", "pointerover", "dragenter", "keydown", "click"]) {
    place.querySelector("button")?.dispatchEvent(new MouseEvent(type, { bubbles: true }));
  }
  see("pressed");
  dom.flushSync(() => set({ breaks: true }));
  see("broken");
  root.unmount();
  await expect.poll(() => events.join()).toContain("unsubscribed");
  see("over");
  return [...seen, ...events];
}
