// What the page of a bank's files knows of itself.

import type { Page } from "../shared/page.js";
import type { BankFilesView } from "./view.js";

export interface BankFilesPage extends Page<BankFilesView> {
  twins: HTMLInputElement;
  boxes: { title: string; box: HTMLInputElement }[];
}
