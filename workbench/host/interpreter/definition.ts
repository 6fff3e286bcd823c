import type { Faults } from "../faults";
import type { HostEvent } from "../model/events";
import type { WorkbookModel } from "../model/workbook";
import type { Profile } from "../profiles";
import type { ClassSchema, LibrarySchema } from "../schema/schema";

/** An object of the library's model: which class it is, and what stands behind it in our model. */
export interface HostObject {
  readonly type: string;
  readonly target: object;
}

type Member<T, R> = (target: T, environment: Environment) => R;

/** How one class of the library behaves. Every name is the one on the wire. */
export interface Definition<T extends object> {
  readonly get?: Readonly<Record<string, Member<T, unknown>>>;
  readonly set?: Readonly<Record<string, (target: T, value: never, environment: Environment) => void>>;
  /** Objects behind properties; null for a null object. */
  readonly go?: Readonly<Record<string, Member<T, object | null>>>;
  /** Methods. One that the library expects an object from returns the object's target, or null for a null object. */
  readonly call?: Readonly<Record<string, (target: T, args: readonly never[], environment: Environment) => unknown>>;
  /** For a collection. */
  readonly items?: Member<T, readonly object[]>;
  /** For `collection.getItem(key)`; undefined where there is none. */
  readonly find?: (target: T, key: string | number, environment: Environment) => object | undefined;
  /** Checked before every write through this object: protection, a deleted owner. */
  readonly guard?: (target: T, member: string, environment: Environment) => void;
}

/** Members that any object may be asked for and that change nothing in the workbook. */
export const BOOKKEEPING = /^_(?:KeepReference|Register|Unregister|RemoveReference|ValidateArraySize|Get)/u;

function service(name: string, ...methods: readonly string[]): ClassSchema {
  return { name, scalars: [], navigation: [], methods: methods.map((wire) => ({ wire, reads: true })), identity: [] };
}

/** What office.js calls by name without a class of its own. */
const SERVICES: Readonly<Record<string, ClassSchema>> = {
  AddinInternalService: service("AddinInternalService", "NotifyActionHandlerReady"),
  InternalRoot: service("InternalRoot", "CreateAndOpenWorkbook", "_RemoveReference"),
};

/** All classes that the host knows, checked against the library's own schema. */
export class Registry {
  private readonly definitions = new Map<string, Definition<object>>();

  constructor(readonly schema: LibrarySchema) {}

  define<T extends object>(type: string, definition: Definition<T>): void {
    if (this.definitions.has(type)) throw new Error(`workbench host: ${type} is defined twice`);
    const unknown = unknownMembers(this.schemaOf(type), definition as unknown as Definition<object>);
    if (unknown.length > 0) throw new Error(`workbench host: the library knows no ${unknown.join(", ")}`);
    this.definitions.set(type, definition as unknown as Definition<object>);
  }

  schemaOf(type: string): ClassSchema {
    const found = this.schema.classes[type] ?? SERVICES[type];
    if (found === undefined) throw new Error(`workbench host: the library knows no class ${type}`);
    return found;
  }

  definitionOf(type: string): Definition<object> | undefined {
    return this.definitions.get(type);
  }

  get types(): readonly string[] {
    return [...this.definitions.keys()];
  }
}

/** Properties that the library sends under another name than it reads. */
const WRITE_ONLY = new Set(["Worksheet.Gridlines", "Worksheet.Headings"]);

function unknownMembers(schema: ClassSchema, definition: Definition<object>): string[] {
  const scalars = new Map(schema.scalars.map((scalar) => [scalar.wire, scalar]));
  const paths = new Set(schema.navigation.map((navigation) => navigation.wire));
  const methods = new Set(schema.methods.map((method) => method.wire));
  return [
    ...Object.keys(definition.get ?? {}).filter((name) => !scalars.has(name)),
    ...Object.keys(definition.set ?? {}).filter((name) => {
      return scalars.get(name)?.writable !== true && !WRITE_ONLY.has(`${schema.name}.${name}`);
    }),
    ...Object.keys(definition.go ?? {}).filter((name) => !paths.has(name)),
    ...Object.keys(definition.call ?? {}).filter((name) => !methods.has(name)),
  ].map((name) => `${schema.name}.${name}`);
}

/** Objects that the add-in's pages hold on to between requests. Empty after each run, or the add-in leaks. */
export class References {
  private readonly byId = new Map<string, { readonly object: HostObject; readonly owner: string }>();
  private readonly idOf = new Map<object, string>();
  private next = 1;

  /** `owner` is the page that holds on to it; when that page goes, so does the reference. */
  keep(object: HostObject, owner = ""): string {
    let id = this.idOf.get(object.target);
    if (id === undefined) {
      id = `r${String(this.next++)}`;
      this.idOf.set(object.target, id);
      this.byId.set(id, { object, owner });
    }
    return id;
  }

  idFor(target: object): string | undefined {
    return this.idOf.get(target);
  }

  find(id: string): HostObject | undefined {
    return this.byId.get(id)?.object;
  }

  release(id: string): void {
    const kept = this.byId.get(id);
    if (kept !== undefined) this.idOf.delete(kept.object.target);
    this.byId.delete(id);
  }

  releaseAll(): void {
    this.byId.clear();
    this.idOf.clear();
  }

  releaseAllOf(owner: string): void {
    for (const [id, kept] of [...this.byId]) if (kept.owner === owner) this.release(id);
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
  /** The page that the request comes from. */
  readonly page: string;
  /** Sent after the reply to the request that caused it. */
  emit(event: HostEvent): void;
  /** Opens another workbook, for `createWorkbook`. */
  openWorkbook(base64?: string): void;
}
