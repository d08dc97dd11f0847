// What Python sends to the page of the sessions.

import type { FaceView } from "../shared/view.js";

export interface SessionView extends FaceView {
  rooms: { id: string; at: string; says: string }[];
  room: string;
  html: string;
  until: string;
}
