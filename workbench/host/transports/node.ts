import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createContext, Script } from "node:vm";
import type { ExcelHost } from "../host";
import { isSetSupported } from "../profiles";
import { officeFolder } from "../schema/load";

/** What a module of the add-in finds as globals in a real task pane. */
export interface OfficeGlobals {
  readonly Office: typeof Office;
  readonly Excel: typeof Excel;
  readonly OfficeExtension: typeof OfficeExtension;
}

interface ExecutorMessage {
  /** An object here: the library leaves the making of text to the executor. */
  readonly Body: unknown;
}

interface Reply {
  readonly HttpStatusCode: number;
  readonly ErrorCode: string;
  readonly ErrorMessage: string;
  readonly Headers: null;
  readonly Body: unknown;
}

/** The library's internals by which a host other than its own is put in; there is no public way without a page. */
interface Internals {
  readonly SessionBase: (new () => object) & { _overrideSession?: object };
  readonly EventRegistration?: unknown;
  _testSetRichApiMessageReadyImpl(ready: () => Promise<void>): void;
  _testTriggerRichApiMessageEvent(message: { readonly entries: readonly unknown[] }): void;
}

let compiled: Script | undefined;

/** Loads the unmodified library into a context of its own and ties it to the host: no page, no loader, about 0.1 s. */
export function connectInNode(host: ExcelHost): OfficeGlobals {
  compiled ??= new Script(readFileSync(join(officeFolder(), "excel-win32-16.01.js"), "utf8"), { filename: "excel-win32-16.01.js" });
  const sandbox = newSandbox(host);
  compiled.runInContext(createContext(sandbox));
  const library = sandbox["OfficeExtension"] as Internals & typeof OfficeExtension;
  const Session = library.SessionBase;
  const registrations = library as unknown as { _internalConfig?: object; GenericEventRegistration: { getGenericEventRegistration(id: string): object } };
  class HostSession extends Session {
    _createRequestExecutorOrNull(): object {
      return {
        executeAsync: async (customData: string, flags: number, message: ExecutorMessage): Promise<Reply> => {
          // Through text both ways, so that library and host share no object.
          const Body: unknown = JSON.parse(await host.process(JSON.stringify(message.Body), flags, customData));
          return { HttpStatusCode: 200, ErrorCode: "", ErrorMessage: "", Headers: null, Body };
        },
      };
    }

    getEventRegistration(controlId: string): object {
      return registrations.GenericEventRegistration.getGenericEventRegistration(controlId);
    }
  }
  Session._overrideSession = new HostSession();
  library._testSetRichApiMessageReadyImpl(() => Promise.resolve());
  // Taken out now: a late event must not look for it in a context that is gone.
  const trigger = library._testTriggerRichApiMessageEvent.bind(library);
  host.onEvents((events) => {
    trigger({
      entries: events.map(({ messageType, targetId, message, isRemote }) => ({
        messageCategory: 65_536,
        messageType,
        targetId,
        message: JSON.stringify(message),
        isRemoteOverride: isRemote ?? false,
      })),
    });
  });
  return sandbox as unknown as OfficeGlobals;
}

function newSandbox(host: ExcelHost): Record<string, unknown> {
  const requirements = { isSetSupported: (name: string, version?: string): boolean => isSetSupported(host.profile, name, version) };
  const sandbox: Record<string, unknown> = {
    console,
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    performance,
    // The caller's own, or `instanceof` fails across the border.
    Date, Error, Promise, Array, Object, Map, Set, JSON, TypeError, RegExp,
    navigator: { userAgent: "node" },
    location: { href: "https://localhost/taskpane.html", search: "", hash: "", origin: "https://localhost" },
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    OSF: {
      _OfficeAppFactory: {
        getContext: () => ({ requirements }),
        getHostInfo: () => ({ hostType: "excel", hostPlatform: "win32", hostSpecificFileVersion: "16.01" }),
        getWindowName: () => "",
        getWindowLocationHash: () => "",
      },
    },
  };
  sandbox["window"] = sandbox["self"] = sandbox["global"] = sandbox["globalThis"] = sandbox;
  return sandbox;
}
