import type { ExcelHost } from "../../host/host";
import { excelOnTheWeb, ltsc2021, ltsc2024, microsoft365, office2019, type Profile } from "../../host/profiles";
import { OFFICE_THEMES, type OfficeColors } from "../../host/transports/win32";

/** 試す条件: the Excel that is stood in for, and what is wrong with it. */
export interface Conditions {
  profile: ProfileId;
  theme: "light" | "dark" | "none";
  /** Milliseconds before each answer. */
  latency: number;
  readOnly: boolean;
  isProtected: boolean;
  faults: FaultId[];
}

export type ProfileId = "ltsc2021" | "ltsc2024" | "m365" | "web" | "2019";
export type FaultId = "editingCell" | "closed" | "noPrinter" | "refuseCharts" | "refuseCreateWorkbook" | "smallAnswers";

/** The web profile differs by its limit on what is sent at once; the calls are those of Windows all the same. */
export const PROFILES: Readonly<Record<ProfileId, Profile>> = { ltsc2021, ltsc2024, m365: microsoft365, web: excelOnTheWeb, "2019": office2019 };

export const FAULTS: readonly FaultId[] = ["editingCell", "closed", "noPrinter", "refuseCharts", "refuseCreateWorkbook", "smallAnswers"];

const SMALL_ANSWER_BYTES = 100_000;
const THEMES: readonly Conditions["theme"][] = ["light", "dark", "none"];

function isOn(text: string | null): boolean {
  return text !== null && text !== "0" && text !== "false";
}

function has<T extends string>(list: readonly T[], text: string | null): text is T {
  return text !== null && (list as readonly string[]).includes(text);
}

export function conditionsFrom(query: URLSearchParams): Conditions {
  const profile = query.get("profile");
  const theme = query.get("theme");
  const latency = Number(query.get("latency") ?? "0");
  const faults = (query.get("faults") ?? "").split(",");
  return {
    profile: profile !== null && profile in PROFILES ? (profile as ProfileId) : "ltsc2021",
    theme: has(THEMES, theme) ? theme : "light",
    latency: Number.isFinite(latency) && latency > 0 ? latency : 0,
    readOnly: isOn(query.get("readonly")),
    isProtected: isOn(query.get("protected")),
    faults: FAULTS.filter((fault) => faults.includes(fault)),
  };
}

/** The query that brings the same conditions about; empty for the usual ones. */
export function toQuery(conditions: Conditions, sample?: string): string {
  const query = new URLSearchParams();
  if (sample !== undefined) query.set("sample", sample);
  if (conditions.profile !== "ltsc2021") query.set("profile", conditions.profile);
  if (conditions.theme !== "light") query.set("theme", conditions.theme);
  if (conditions.latency > 0) query.set("latency", String(conditions.latency));
  if (conditions.readOnly) query.set("readonly", "1");
  if (conditions.isProtected) query.set("protected", "1");
  if (conditions.faults.length > 0) query.set("faults", conditions.faults.join(","));
  return query.toString();
}

export function colorsOf({ theme }: Conditions): OfficeColors | undefined {
  return theme === "none" ? undefined : OFFICE_THEMES[theme];
}

/** Everything but the profile, which a host has from its beginning. */
export function applyConditions(host: ExcelHost, conditions: Conditions): void {
  const { faults, workbook } = host;
  const on = (fault: FaultId): boolean => conditions.faults.includes(fault);
  faults.latency = conditions.latency;
  faults.readOnly = conditions.readOnly;
  workbook.readOnly = conditions.readOnly;
  if (faults.editingCell && !on("editingCell")) host.finishCellEdit();
  else faults.editingCell = on("editingCell");
  faults.closed = on("closed");
  faults.noPrinter = on("noPrinter");
  faults.refuseCharts = on("refuseCharts");
  faults.refuseCreateWorkbook = on("refuseCreateWorkbook");
  faults.payloadLimit = on("smallAnswers") ? SMALL_ANSWER_BYTES : undefined;
}
