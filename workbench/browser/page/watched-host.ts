import { ExcelHost } from "../../host/host";
import type { WorkbookModel } from "../../host/model/workbook";
import { Listeners } from "./listeners";

/** A host that says when something may look different: after each request of the add-in, and after what the person did. */
export class WatchedHost extends ExcelHost {
  readonly changed = new Listeners();

  override async process(text: string, flags: number, customData?: string, page?: string): Promise<string> {
    const answer = await super.process(text, flags, customData, page);
    this.changed.tell();
    return answer;
  }

  override byUser(change: (workbook: WorkbookModel) => void): void {
    super.byUser(change);
    this.changed.tell();
  }
}
