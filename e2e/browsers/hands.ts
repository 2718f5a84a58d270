/** A control or a part of the page, as a screen reader calls it. */
export interface Part {
  role: "button" | "link" | "textbox" | "region" | "dialog" | "heading";
  name: RegExp;
}

/** What a person does at a browser, whatever drives it. */
export interface Hands {
  visit: (address: string) => Promise<void>;
  /** Clicks on the middle of the first such part. */
  click: (part: Part) => Promise<void>;
  /** Presses a key, `Control+v` with another one held. */
  press: (key: string) => Promise<void>;
  type: (text: string) => Promise<void>;
  /** The value of an expression in the page; `undefined` while the page is being left for another one. */
  see: <Value>(expression: string) => Promise<Value | undefined>;
  /** The text of the first such part; empty while there is none. */
  read: (part: Part) => Promise<string>;
  resize: (width: number, height: number) => Promise<void>;
}
