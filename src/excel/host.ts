import { MINIMUM_EXCEL_API } from "./capabilities";

/** The ribbon waits for the command to end, and greys the button until it does. */
type RibbonCommand = () => Promise<void>;

/** Resolves when Office has answered; in a plain browser too, where there is no host. */
export async function whenHostIsReady(): Promise<void> {
  await Office.onReady();
}

/** Waits for Office, and says where this page was opened. "no-library": office.js did not load. */
export async function findHost(): Promise<"excel" | "elsewhere" | "no-library"> {
  if (typeof Office === "undefined") return "no-library";
  // The types promise a host; in a plain browser it is null.
  const { host } = (await Office.onReady()) as { readonly host: Office.HostType | null };
  return host === Office.HostType.Excel ? "excel" : "elsewhere";
}

/** Ties a `FunctionName` of the manifest to what it does. */
export function associateCommand(functionName: string, run: RibbonCommand): void {
  Office.actions.associate(functionName, (event: Office.AddinCommands.Event) => {
    void run().finally(() => {
      event.completed();
    });
  });
}

/** The theme of Office by the lightness of its background; null where Office does not say, as on the web. */
export function readTheme(): "light" | "dark" | null {
  // The types promise a theme that Excel on the web does not have.
  const theme = (Office as Partial<typeof Office>).context?.officeTheme as Partial<Office.OfficeTheme> | undefined;
  const match = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/iu.exec(theme?.bodyBackgroundColor ?? "");
  if (match === null) return null;
  const [red = 0, green = 0, blue = 0] = match.slice(1).map((pair) => Number.parseInt(pair, 16));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 128 ? "dark" : "light";
}

/** What a person tells the IT section of this Excel. */
export interface HostDescription {
  readonly excel: string;
  readonly platform: string;
  /** Language of the user interface: `ja-JP`. */
  readonly locale: string;
  /** Requirement sets with their highest version: `ExcelApi 1.14`. */
  readonly sets: readonly string[];
}

const HIGHEST_MINOR = 30;
const SETS = ["ExcelApi", "ExcelApiOnline", "ExcelApiDesktop", "RibbonApi", "SharedRuntime", "DialogApi", "AddinCommands", "OpenBrowserWindowApi"] as const;

export function describeHost(): HostDescription {
  // An Excel that tells nothing of itself must not keep a person from telling the rest.
  const { diagnostics, displayLanguage } = Office.context as Partial<Office.Context>;
  return {
    excel: diagnostics?.version ?? "",
    platform: String(diagnostics?.platform ?? ""),
    locale: displayLanguage ?? "",
    sets: SETS.flatMap((name) => {
      const version = highestOf(name);
      return version === undefined ? [] : [`${name} ${version}`];
    }),
  };
}

/** Where this Excel is below what the add-in needs: the ExcelApi that it has, `"0"` for none. Otherwise null. */
export function excelApiMissing(): string | null {
  if (Office.context.requirements.isSetSupported("ExcelApi", MINIMUM_EXCEL_API)) return null;
  return highestOf("ExcelApi") ?? "0";
}

function highestOf(name: string): string | undefined {
  for (let minor = HIGHEST_MINOR; minor >= 1; minor--) {
    if (Office.context.requirements.isSetSupported(name, `1.${String(minor)}`)) return `1.${String(minor)}`;
  }
  return undefined;
}
