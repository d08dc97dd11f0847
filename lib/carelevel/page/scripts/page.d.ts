// What the scripts of the page know: what the file says of itself, Python as it is asked, the record as it is kept.

export interface About {
  words: Record<string, string>;
  /** The length of each packed part. */
  parts: Record<string, number>;
  /** Where they lie, on a web server. */
  files?: Record<string, string>;
  /** What Python's loader wants to know of its own packages: there are none. */
  python: object;
}

export type Tell = (step: string, share: number) => Promise<void>;

export interface Kept {
  /** Counts up with each writing. */
  number: number;
  files: Record<string, Uint8Array<ArrayBuffer>>;
}

/** A Python object. */
export interface Proxy<Value> {
  toJs(options?: object): Value;
  destroy(): void;
}

export interface Python {
  unpackArchive(archive: Uint8Array, format: string, options: object): void;
  // biome-ignore lint/suspicious/noExplicitAny: a Python module is what it is
  pyimport(name: string): any;
  toPy(value: object): Proxy<object>;
}

/** `inside/start.py` */
export interface Began {
  begin(): void;
  IMPORTS: Proxy<string[]>;
  session(bank: string, folder: string, saved: Proxy<object>): Session;
}

/** `inside/session.py` */
export interface Session {
  place(name: string): string;
  receive(face: string, message: string): string;
  only_here(): number;
  download(): string;
  unsaved(): Proxy<Kept["files"]> | undefined;
  is_saved(files: Proxy<Kept["files"]>): void;
}

export type ShownPart = { html: string } | { face: string; fold: string; state: Record<string, unknown> };

export interface Sent {
  face: string;
  state: Record<string, unknown> | null;
  content: unknown;
  buffers: string[];
}

/** The part of anywidget's model that our faces use. */
export interface FaceModel {
  get(name: string): unknown;
  send(content: unknown, callbacks?: unknown, buffers?: ArrayBuffer[]): void;
  on(name: string, listener: (...sent: unknown[]) => unknown): void;
  off(name: string, listener: (...sent: unknown[]) => unknown): void;
}

/** Shows what stands in the way, and waits for what the trainee chooses: the number of a button. */
export type Choose = (title: string, says: string, ...buttons: string[]) => Promise<number>;
