import type { ExcelHost } from "../../host/host";
import { connectWin32, type OfficeColors, type Win32Connection, type Win32Options } from "../../host/transports/win32";

type Role = "pane" | "commands";

/** What the script before office.js finds in the page around it. */
export interface Bridge {
  connect(window: Window): void;
}

interface Expected {
  readonly host: ExcelHost;
  readonly role: Role;
  readonly theme: () => OfficeColors | undefined;
  readonly onConnected: (connection: Win32Connection) => void;
}

/** Frames of the add-in by their element; a frame that loads again is connected again. */
const expected = new WeakMap<Element, Expected>();
const connections = new WeakMap<Element, Win32Connection>();

const keyListeners = new Set<(event: KeyboardEvent) => void>();

/** Told of keys that are pressed in the add-in's pages. */
export function onFrameKey(listener: (event: KeyboardEvent) => void): void {
  keyListeners.add(listener);
}

export const bridge: Bridge = {
  connect: (window) => {
    const frame = window.frameElement;
    const known = frame === null ? undefined : expected.get(frame);
    if (frame === null || known === undefined) return;
    connections.get(frame)?.close();
    const options: Win32Options = { theme: known.theme, isHidden: known.role === "commands" };
    const connection = connectWin32(window, known.host, options);
    connections.set(frame, connection);
    window.addEventListener("pagehide", () => { connection.close(); });
    window.addEventListener("keydown", (event) => { for (const listener of keyListeners) listener(event); });
    known.onConnected(connection);
  },
};

export interface AddinFrame {
  readonly element: HTMLIFrameElement;
  readonly connection: Win32Connection | undefined;
  /** The address of the page within the add-in, with its query. */
  readonly path: string;
  load(path: string): void;
  close(): void;
}

/** A page of the add-in in a frame of its own, on the given host. */
export function addinFrame(host: ExcelHost, role: Role, title: string, theme: () => OfficeColors | undefined): AddinFrame {
  const element = document.createElement("iframe");
  element.title = title;
  element.className = role;
  let connection: Win32Connection | undefined;
  let path = "";
  expected.set(element, { host, role, theme, onConnected: (made) => { connection = made; } });
  return {
    element,
    get connection() { return connection; },
    get path() { return path; },
    load: (next) => {
      path = next;
      element.src = `/addin/${next}`;
    },
    close: () => {
      connection?.close();
      connection = undefined;
      element.remove();
    },
  };
}
