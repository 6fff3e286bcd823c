import type { ExcelHost } from "../host";
import type { HostEvent } from "../model/events";

/** What the Windows library takes for an array of the host: an Automation array, as COM hands it over. */
interface HostArray {
  toArray(): unknown[];
  dimensions(): number;
}

type Callback = (result: HostArray | number, status?: number) => void;
type EventHandler = (dispatchId: number, message: HostArray) => void;

/** Dispatch ids of the calls that a task pane makes. */
const RICH_API = 93;
const COMMAND_COMPLETED = 94;
const RICH_API_EVENT = 33;
const COMMAND_EVENT = 39;

/** The library's number for "The operation failed because this method is not supported". */
const NOT_SUPPORTED = 5012;

function hostArray(items: unknown[]): HostArray {
  return Object.assign([...items], { toArray: () => items, dimensions: () => 1 });
}

/** Colors of Office's own frame, as `Office.context.officeTheme` has them. */
export interface OfficeColors {
  readonly bodyBackgroundColor: string;
  readonly bodyForegroundColor: string;
  readonly controlBackgroundColor: string;
  readonly controlForegroundColor: string;
}

export const OFFICE_THEMES = {
  light: { bodyBackgroundColor: "#FFFFFF", bodyForegroundColor: "#262626", controlBackgroundColor: "#F3F3F3", controlForegroundColor: "#262626" },
  dark: { bodyBackgroundColor: "#262626", bodyForegroundColor: "#FFFFFF", controlBackgroundColor: "#363636", controlForegroundColor: "#FFFFFF" },
} as const satisfies Readonly<Record<string, OfficeColors>>;

export interface Win32Options {
  readonly locale?: string;
  /** Asked at each reading; undefined where Excel tells no theme. */
  readonly theme?: () => OfficeColors | undefined;
  /** The page of the function commands has no pane. */
  readonly isHidden?: boolean;
}

/** What the transport lets its owner do beside the page. */
export interface Win32Connection {
  /** Presses a ribbon button: calls the function that the page associated with it. */
  invokeCommand(id: string, functionName: string): void;
  /** Ids of the commands that the page has reported as completed. */
  readonly completed: readonly string[];
  /** The page listens for the ribbon's buttons: office.js has started in it. */
  readonly isReady: boolean;
  /** The page has gone (closed, reloaded): what it held is let go, and nothing more is sent to it. */
  close(): void;
}

let nextPage = 1;

function toNumber(color: string): number {
  return Number.parseInt(color.slice(1), 16);
}

/**
 * Puts `window.external` in place as Excel for Windows does. Must run before office.js is loaded; the page itself needs
 * nothing. Everything crosses as JSON text, so that page and host share no object. Several pages may be connected to one
 * host: the pane, and the hidden page of the function commands. A page that is loaded again is connected again.
 */
export function connectWin32(window: { external: unknown }, host: ExcelHost, options: Win32Options = {}): Win32Connection {
  const handlers = new Map<number, Set<EventHandler>>();
  const completed: string[] = [];
  const { settings } = host.workbook;
  const locale = options.locale ?? "ja-JP";
  const page = `page${String(nextPage++)}`;
  let isOpen = true;

  const execute = async (parameters: unknown): Promise<HostArray> => {
    const envelope = JSON.parse(JSON.stringify(parameters)) as [string, string, string, unknown, unknown, number, number];
    const [customData, , , , body, , flags] = envelope;
    const reply = await host.process(String(body), flags, customData, page);
    return hostArray([0, hostArray([200, hostArray([]), reply])]);
  };
  const external = {
    GetHostInfo: () => `Excel|Win32|16.01|${locale}|telemetry||disableLogging|0`,
    GetLoggingAllowed: () => false,
    GetContext: () => ({
      GetAppType: () => 1,
      GetSolutionRef: () => "shinchoku",
      GetAppVersionMajor: () => 16,
      GetAppVersionMinor: () => 0,
      GetAppUILocale: () => 1041,
      GetAppDataLocale: () => 1041,
      GetDocUrl: () => `C:\\${host.workbook.file}`,
      // Not as on the web: 0 is reading and writing, 1 reading only.
      GetAppCapabilities: () => (host.faults.readOnly ? 1 : 0),
      GetActivationMode: () => 2,
      GetControlIntegrationLevel: () => 1,
      GetSolutionToken: () => "",
      GetCorrelationId: () => "correlation",
      // The library keeps settings in sessionStorage by this id, and prefers them to the host's after a reload.
      GetInstanceId: () => page,
      GetTouchEnabled: () => false,
      GetCommerceAllowed: () => false,
      GetSupportedMatrix: () => JSON.stringify(host.profile.requirementSets),
      GetHostCustomMessage: () => "",
      GetHostFullVersion: () => "16.0.14332.0",
      GetFeaturesForSolution: () => "",
      GetInitialDisplayMode: () => (options.isHidden === true ? 1 : 2),
      GetOfficeThemeInfo: () => {
        const theme = options.theme?.();
        return JSON.stringify(theme === undefined ? null : Object.fromEntries(Object.entries(theme).map(([name, color]) => [name, toNumber(color as string)])));
      },
      GetSettings: () => ({
        Read: (keys: string[], values: string[]) => {
          for (const { key, value } of settings) { keys.push(key); values.push(JSON.stringify(value)); }
        },
        Write: (keys: string[], values: string[]) => {
          settings.splice(0, settings.length, ...Array.from(keys, (key, index) => ({ key, value: JSON.parse(values[index] ?? "null") as unknown })));
          host.workbook.arePartsChanged = true;
        },
      }),
    }),
    Execute: (dispatchId: number, args: unknown, callback: Callback) => {
      const list = toList(args);
      if (dispatchId === RICH_API) {
        void execute(unwrap(list[0])).then((reply) => { if (isOpen) callback(reply, 0); }, () => { if (isOpen) callback(5001); });
      } else if (dispatchId === COMMAND_COMPLETED) {
        completed.push(String(list[0]));
        callback(hostArray([0]), 0);
      } else callback(NOT_SUPPORTED);
    },
    RegisterEvent: (dispatchId: number, _targetId: string, handler: EventHandler, callback: Callback) => {
      const known = handlers.get(dispatchId) ?? new Set();
      handlers.set(dispatchId, known.add(handler));
      callback(hostArray([0]), 0);
    },
    UnregisterEvent: (dispatchId: number, _targetId: string, callback: Callback) => {
      handlers.delete(dispatchId);
      callback(hostArray([0]), 0);
    },
    MessageParent2: () => undefined,
    MessageChild2: () => undefined,
  };
  Object.defineProperty(window, "external", { value: external, configurable: true });

  const stop = host.onEvents((events) => {
    const message = hostArray(events.map(toEntry));
    for (const handler of handlers.get(RICH_API_EVENT) ?? []) handler(RICH_API_EVENT, message);
  });
  return {
    completed,
    get isReady() { return handlers.has(COMMAND_EVENT); },
    close: () => {
      isOpen = false;
      stop();
      handlers.clear();
      host.references.releaseAllOf(page);
    },
    invokeCommand: (id, functionName) => {
      const event = JSON.stringify({ source: { id } });
      for (const handler of handlers.get(COMMAND_EVENT) ?? []) handler(COMMAND_EVENT, hostArray([id, functionName, event]));
    },
  };
}

function toEntry({ messageType, targetId, message, isRemote }: HostEvent): HostArray {
  return hostArray([65_536, messageType, targetId, JSON.stringify(message), "", isRemote ?? false]);
}

function toList(args: unknown): unknown[] {
  if (Array.isArray(args)) return args as unknown[];
  return typeof args === "object" && args !== null && "toArray" in args ? (args as HostArray).toArray() : [args];
}

function unwrap(value: unknown): unknown {
  return Array.isArray(value) ? value : toList(value);
}
