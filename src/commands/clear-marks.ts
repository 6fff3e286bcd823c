import { clearHighlights } from "../excel/highlights";
import { leaveNotice } from "../excel/notice";

/**
 * 色付けを消す, without the pane. That the colors go is its answer. A ribbon command has no place of its own to speak
 * from, so what it could not do is left for the pane, which shows it at once where it is open, else when it is opened.
 */
export async function clearMarks(now: () => Date = () => new Date()): Promise<void> {
  const at = now().toISOString();
  const cleared = await clearHighlights({ journal: { id: `ribbon-${at}`, at, label: "色付けを消した" } });
  if (!cleared.ok) leaveNotice({ at, what: { kind: "failed", failure: cleared.failure } });
  else leaveNotice({ at, what: cleared.value.protectedSheets.length > 0 ? { kind: "still-colored", sheets: cleared.value.protectedSheets } : { kind: "cleared" } });
}
