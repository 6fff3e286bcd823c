import type { SheetModel } from "../../host/model/workbook";
import { openWorkbook, type OpenedPackage } from "../../host/package/open";
import { saveWorkbook } from "../../host/package/save";
import type { LibrarySchema } from "../../host/schema/schema";
import { User } from "../../host/user";
import { applyConditions, colorsOf, PROFILES, type Conditions } from "./conditions";
import { addinFrame, type AddinFrame } from "./frames";
import { Listeners } from "./listeners";
import type { Ribbon, RibbonButton } from "./manifest";
import { WatchedHost } from "./watched-host";

/** Where a sheet is scrolled to: the row and column behind the frozen ones that come first, and pixels into them. */
export interface Scroll {
  readonly left: number;
  readonly top: number;
}

export interface BookOptions {
  readonly schema: LibrarySchema;
  readonly ribbon: Ribbon;
  readonly conditions: Conditions;
  /** Where the hidden page of the function commands lives. */
  readonly yard: HTMLElement;
}

/** A workbook that is open: its host, the person at it, and the pages of the add-in that run on it. */
export class Book {
  readonly host: WatchedHost;
  readonly user: User;
  /** The pane was opened, closed or sent to another page, or a button was pressed or is done. */
  readonly addinChanged = new Listeners();
  readonly scrolls = new Map<SheetModel, Scroll>();
  /** Buttons whose function has not yet said that it is done. */
  readonly busy = new Set<string>();
  pane: AddinFrame | undefined;
  private commands: AddinFrame | undefined;
  private readonly source: OpenedPackage;

  /** Throws where the file is none that the host can open. */
  constructor(
    readonly name: string,
    bytes: Uint8Array,
    private readonly options: BookOptions,
  ) {
    const { workbook, source } = openWorkbook(bytes, name);
    const { schema, conditions } = options;
    this.source = source;
    this.host = new WatchedHost({ schema, workbook, profile: PROFILES[conditions.profile] });
    this.user = new User(this.host);
    if (conditions.isProtected) for (const sheet of workbook.sheets) sheet.protection.isProtected = true;
    this.apply();
  }

  /** Takes over the conditions as they now are; another profile needs the workbook to be opened again. */
  apply(): void {
    applyConditions(this.host, this.options.conditions);
    this.host.changed.tell();
  }

  get sheet(): SheetModel {
    return this.host.workbook.selection.sheet;
  }

  save(): Uint8Array {
    return saveWorkbook(this.host.workbook, this.source);
  }

  private frame(role: "pane" | "commands", title: string): AddinFrame {
    return addinFrame(this.host, role, title, () => colorsOf(this.options.conditions));
  }

  openPane(path = this.options.ribbon.pane): void {
    this.pane ??= this.frame("pane", this.options.ribbon.name);
    // One pane, whichever button opened it: Excel sends it to the other page.
    if (this.pane.path !== path) this.pane.load(path);
    this.addinChanged.tell();
  }

  closePane(): void {
    this.pane?.close();
    this.pane = undefined;
    this.addinChanged.tell();
  }

  reloadPane(): void {
    const { pane } = this;
    if (pane !== undefined) pane.load(pane.path);
  }

  /** Presses a button of the ribbon; settles when its function has said that it is done. */
  async press(button: RibbonButton): Promise<void> {
    if (button.action.kind === "pane") {
      this.openPane(button.action.path);
      return;
    }
    if (this.busy.has(button.id)) return;
    this.busy.add(button.id);
    this.addinChanged.tell();
    try {
      await this.runFunction(button.id, button.action.name);
    } finally {
      this.busy.delete(button.id);
      this.addinChanged.tell();
    }
  }

  private async runFunction(id: string, name: string): Promise<void> {
    if (this.commands === undefined) {
      this.commands = this.frame("commands", "リボンのボタンの処理");
      this.commands.element.hidden = true;
      this.options.yard.append(this.commands.element);
      this.commands.load(this.options.ribbon.commands);
    }
    const { commands } = this;
    const connection = await until(() => (commands.connection?.isReady === true ? commands.connection : undefined));
    if (connection === undefined) return;
    const done = connection.completed.length;
    connection.invokeCommand(id, name);
    await until(() => (connection.completed.length > done ? true : undefined), COMMAND_LIMIT);
  }

  close(): void {
    this.closePane();
    this.commands?.close();
    this.commands = undefined;
  }
}

const START_LIMIT = 20_000;
/** Excel gives up on a function that never says that it is done after five minutes. */
const COMMAND_LIMIT = 300_000;

async function until<T>(read: () => T | undefined, limit = START_LIMIT): Promise<T | undefined> {
  const end = performance.now() + limit;
  for (;;) {
    const found = read();
    if (found !== undefined || performance.now() > end) return found;
    await new Promise((go) => setTimeout(go, 20));
  }
}
