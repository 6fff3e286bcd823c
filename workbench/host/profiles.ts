/** An Excel that the host stands in for. */
export interface Profile {
  readonly name: string;
  /** Versions are texts: the number 1.10 would become 1.1. */
  readonly requirementSets: Readonly<Record<string, string>>;
  /** Largest response and request in bytes; undefined where Excel publishes no limit. */
  readonly payloadLimit?: number;
  readonly platform: "Win32" | "Web";
}

const FIVE_MEGABYTES = 5 * 1024 * 1024;

function excelApi(highest: string, more: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return { ExcelApi: highest, DialogApi: "1.2", AddinCommands: "1.1", OpenBrowserWindowApi: "1.1", DelayForCellEdit: "1.1", ...more };
}

/** Office LTSC 2021: bought most until 2024, so the default of the tests. */
export const ltsc2021: Profile = {
  name: "LTSC 2021",
  requirementSets: excelApi("1.14", { RibbonApi: "1.1", SharedRuntime: "1.1" }),
  platform: "Win32",
};

export const ltsc2024: Profile = {
  name: "LTSC 2024",
  requirementSets: excelApi("1.17", { RibbonApi: "1.2", SharedRuntime: "1.2" }),
  platform: "Win32",
};

export const microsoft365: Profile = {
  name: "Microsoft 365",
  requirementSets: excelApi("1.21", { RibbonApi: "1.3", SharedRuntime: "1.2", ExcelApiDesktop: "1.1" }),
  platform: "Win32",
};

/** Excel in the browser: the one with a published payload limit. */
export const excelOnTheWeb: Profile = {
  name: "Excel on the web",
  requirementSets: excelApi("1.21", { RibbonApi: "1.3", SharedRuntime: "1.2", ExcelApiOnline: "1.1" }),
  payloadLimit: FIVE_MEGABYTES,
  platform: "Web",
};

/** Office 2019: below what the add-in needs. */
export const office2019: Profile = {
  name: "Office 2019",
  requirementSets: { ExcelApi: "1.7", AddinCommands: "1.1" },
  platform: "Win32",
};

export const profiles: readonly Profile[] = [ltsc2021, ltsc2024, microsoft365, excelOnTheWeb];

/** As an Excel answers `isSetSupported`: names in any case, versions by their numbers. */
export function isSetSupported(profile: Profile, name: string, version?: string): boolean {
  const [, has] = Object.entries(profile.requirementSets).find(([each]) => each.toLowerCase() === name.toLowerCase()) ?? [];
  return has !== undefined && (version === undefined || compareVersions(has, version) >= 0);
}

function compareVersions(a: string, b: string): number {
  const [majorA = 0, minorA = 0] = a.split(".").map(Number);
  const [majorB = 0, minorB = 0] = b.split(".").map(Number);
  return majorA - majorB || minorA - minorB;
}
