import type { WorkbookModel } from "../model/workbook";
import type { Faults } from "../faults";
import type { Profile } from "../profiles";
import type { HostObject, Registry } from "./definition";

/** One event for the add-in, as the library's generic registration takes it. */
export interface HostEvent {
  readonly messageType: number;
  readonly targetId: string;
  /** Becomes the JSON text of the message. */
  readonly message: Readonly<Record<string, unknown>>;
  readonly isRemote?: boolean;
}

/** Objects that the add-in holds on to between requests. Empty after each run, or the add-in leaks. */
export class References {
  private readonly byId = new Map<string, HostObject>();
  private readonly idOf = new Map<object, string>();
  private next = 1;

  keep(object: HostObject): string {
    let id = this.idOf.get(object.target);
    if (id === undefined) {
      id = `r${String(this.next++)}`;
      this.idOf.set(object.target, id);
      this.byId.set(id, object);
    }
    return id;
  }

  idFor(target: object): string | undefined {
    return this.idOf.get(target);
  }

  find(id: string): HostObject | undefined {
    return this.byId.get(id);
  }

  release(id: string): void {
    const object = this.byId.get(id);
    if (object !== undefined) this.idOf.delete(object.target);
    this.byId.delete(id);
  }

  releaseAll(): void {
    this.byId.clear();
    this.idOf.clear();
  }

  get size(): number {
    return this.byId.size;
  }
}

/** Everything that an object's behavior may reach. */
export interface Environment {
  readonly workbook: WorkbookModel;
  readonly references: References;
  readonly registry: Registry;
  readonly profile: Profile;
  readonly faults: Faults;
  /** Sent after the reply to the request that caused it. */
  emit(event: HostEvent): void;
  /** Opens another workbook, for `createWorkbook`. */
  openWorkbook(base64: string | undefined): void;
}
