// What the editor's page knows of itself.

import type { Page } from "../shared/page.js";
import type { Draft, EditorBank, EditorView, Phrase } from "./view.js";

export type Findings = Phrase["findings"];

/** Units from *start* to *end* of a text became *added* new ones. */
export interface Edit {
  start: number;
  end: number;
  added: number;
}

export interface Span {
  start: number;
  end: number;
}

/** A phrase whose *words* are nowhere in the story now. */
export type LostPhrase = Phrase & { words: string };

export type Field = HTMLInputElement | HTMLTextAreaElement;

/** What a list of findings is chosen for. */
export interface Choosing {
  quote: string;
  findings: Findings;
  choose: (findings: Findings) => void;
  close: () => void;
}

export interface Chooser {
  page: EditorPage;
  choose: (findings: Findings) => void;
  findings: Findings;
  at: number;
  options: { element: HTMLElement; take: (event: { shiftKey: boolean }) => void }[];
  leave: () => void;
  close: () => void;
  list: HTMLElement;
  field: HTMLInputElement;
  chosen: HTMLElement;
}

export interface EditorPage extends Page<EditorView> {
  bank: EditorBank;
  draft: Draft;
  /** Phrases whose words were cut or written over; they come back with their words. */
  lost: LostPhrase[];
  /** As it came last from the kernel. */
  adopted: object;
  ctrl: string;
  status: HTMLElement;
  notes: HTMLElement;
  left: HTMLElement;
  side: HTMLElement;
  opening: HTMLDetailsElement;
  keeping: HTMLDetailsElement;
  bringing: HTMLDetailsElement;
  undo: HTMLElement;
  save: HTMLElement;
  redo: HTMLElement;
  /** Whether something of the draft has not been sent, and when it will be. */
  unsent?: boolean;
  typing?: ReturnType<typeof setTimeout>;
  /** The turn in which another case was asked for. */
  begun?: number;
  /** Whether what an earlier page held is on its way to the kernel. */
  tookUp?: boolean;
  /** What was said last of the answers. */
  told?: string;
  shape: string;
  shown: (() => void)[];
  showPhrases: (() => void)[];
  chooser: Chooser | null;
  choosing: (Span & { where: string }) | null;
  rebuild: (focus?: string) => void;
}
