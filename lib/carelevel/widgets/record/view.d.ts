// What Python sends to the page of a record.

import type { FaceView } from "../shared/view.js";

export interface RecordView extends FaceView {
  code: string;
  says: string;
}
