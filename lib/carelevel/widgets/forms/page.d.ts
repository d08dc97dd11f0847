// What the pages of a form and of groups know of themselves.

import type { Page } from "../shared/page.js";
import type { FormView, GroupsView } from "./view.js";

export interface FormPage extends Page<FormView> {
  body: HTMLElement;
  shown?: string;
}

export interface GroupsPage extends Page<GroupsView> {
  body: HTMLElement;
  shown?: string;
}
