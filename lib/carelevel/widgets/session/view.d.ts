// What the page of the sessions is sent.
// Made from view.py by `make fix`.

import type { FaceView } from "../shared/view.js";

/** A session to choose; *at*: when it was opened, as ISO 8601. */
export interface ListedSession {
  id: string;
  at: string;
  says: string;
}

/** The sessions that are kept, the one chosen, its report as HTML, and when it is deleted, as ISO 8601. */
export interface SessionView extends FaceView {
  rooms: ListedSession[];
  room: string;
  html: string;
  until: string;
}
