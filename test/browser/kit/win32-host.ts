import { ExcelHost } from "../../../workbench/host/host";
import { fromLines } from "../../../workbench/host/model/from-lines";
import type { LibrarySchema } from "../../../workbench/host/schema/schema";
import { connectWin32 } from "../../../workbench/host/transports/win32";

/** Runs in the page before any script of the site: what Excel for Windows puts in place. The schema is filled in by the test. */
declare const OFFICE_SCHEMA: LibrarySchema;

const SHEETS = {
  KPI: [
    ["No.", "指標名", "単位", "基準値（令和4年度）", "目標値（令和10年度）", "実績値（令和6年度）"],
    [1, "子育て支援施設の利用者数", "人", 1200, null, 1310],
    [2, "市民満足度", "％", 61.5, 70, 63],
  ],
};

const host = new ExcelHost({ schema: OFFICE_SCHEMA, workbook: fromLines(SHEETS) });
connectWin32(window, host);
