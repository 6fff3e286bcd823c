import { BOOKKEEPING, type HostObject } from "./definition";
import type { Environment } from "./definition";
import { ActionType, HostError, PathType, type ArgumentInfo, type RequestBody, type ResponseBody, type WireAction, type WireError, type WirePath } from "./protocol";
import { isSetSupported } from "../profiles";
import { toSelection, type Selection } from "./query";

/** Runs one request of the library: object paths, then actions in their order, up to the first that fails. */
export class Interpreter {
  /** A path is evaluated once a request: `Add` is a path, and must not add twice. */
  private readonly seen = new Map<number, HostObject | null>();
  private location = "";

  constructor(
    private readonly request: RequestBody,
    private readonly environment: Environment,
    private readonly refuseAt: number | undefined,
    private readonly root: HostObject = { type: "Workbook", target: environment.workbook },
  ) {}

  run(): ResponseBody {
    const { defects } = this.environment.faults;
    const results: { ActionId: number; Value: unknown }[] = [];
    const traces: number[] = [];
    let failed: WireError | undefined;
    for (const [index, action] of this.request.Actions.entries()) {
      try {
        this.location = "";
        if (index === this.refuseAt) {
          this.locate(action);
          throw new HostError("AccessDenied", "You do not have the required permission to access this resource.");
        }
        const value = this.perform(action);
        if (action.ActionType === ActionType.Trace) {
          traces.push(action.Id);
          if (defects.has("no-trace-results")) continue;
        }
        results.push({ ActionId: action.Id, Value: value });
      } catch (error) {
        if (!(error instanceof HostError)) throw error;
        failed ??= {
          Code: defects.has("wrong-error-code") ? "GeneralException" : error.code,
          Message: error.message,
          Location: defects.has("no-error-location") ? "" : this.location,
          ActionIndex: defects.has("no-action-index") ? -1 : index,
          HttpStatusCode: error.code === "ItemNotFound" ? 404 : error.code === "AccessDenied" ? 403 : 400,
        };
        if (!defects.has("no-stop-at-error")) break;
      }
    }
    return { Results: results, TraceIds: traces, ...(failed === undefined ? {} : { Error: failed }) };
  }

  /** Names the place of an action before it is tried. */
  private locate(action: WireAction): void {
    const path = this.request.ObjectPaths[String(action.ObjectPathId)];
    if (action.Name !== "") this.location = action.Name;
    else if (path !== undefined) this.location = path.Name;
  }

  private perform(action: WireAction): unknown {
    if (action.ActionType === ActionType.Trace) return null;
    const object = this.resolve(action.ObjectPathId);
    if (action.ActionType === ActionType.Instantiate) return object === null ? null : this.identity(object);
    // What Excel does with a method of a null object is not documented; the host gives nothing and changes nothing.
    if (object === null) return null;
    switch (action.ActionType) {
      case ActionType.Query:
        this.environment.workbook.settle();
        return this.query(object, toSelection(action.QueryInfo), action);
      case ActionType.Method:
        return this.call(object, action.Name, this.toArguments(action.ArgumentInfo));
      case ActionType.SetProperty:
        this.set(object, action.Name, this.toArguments(action.ArgumentInfo)[0]);
        return null;
      default:
        throw new HostError("NotImplemented", `workbench host: action type ${String(action.ActionType)} is not implemented`);
    }
  }

  private resolve(id: number): HostObject | null {
    const known = this.seen.get(id);
    if (known !== undefined) return known;
    const path = this.request.ObjectPaths[String(id)];
    if (path === undefined) throw new HostError("InvalidObjectPath", `The object path ${String(id)} isn't there.`);
    const found = this.follow(path);
    this.seen.set(id, found);
    return found;
  }

  private follow(path: WirePath): HostObject | null {
    switch (path.ObjectPathType) {
      case PathType.Root:
        return this.root;
      case PathType.Null:
        return null;
      case PathType.NewObject:
        return { type: path.Name.split(".").at(-1) ?? path.Name, target: this.environment };
      case PathType.Reference: {
        const found = this.environment.references.find(path.Name);
        if (found === undefined) throw new HostError("InvalidReference", "This reference is not valid for the current operation.");
        return found;
      }
      default:
        break;
    }
    const parent = this.resolve(path.ParentObjectPathId);
    if (parent === null) return null;
    const given = this.toArguments(path.ArgumentInfo);
    if (path.ObjectPathType === PathType.Property) return this.go(parent, path.Name);
    if (path.ObjectPathType === PathType.Indexer) return this.index(parent, given[0]);
    return this.callForObject(parent, path.Name, given);
  }

  /**
   * What an older Excel does with a member that it does not know. The library has a check of its own for this, but in the
   * installed build it is switched on at the wrong class and never runs; so it is the host that refuses.
   */
  private checkSet(): void {
    const needed = this.environment.registry.schema.sets[this.location];
    if (needed === undefined || isSetSupported(this.environment.profile, needed[0], needed[1])) return;
    throw new HostError("ApiNotFound", `The API ${this.location} could not be found. Needed: ${needed.join(" ")}.`);
  }

  private go(parent: HostObject, wire: string): HostObject | null {
    const navigation = this.environment.registry.schemaOf(parent.type).navigation.find((each) => each.wire === wire);
    this.location = `${parent.type}.${navigation?.client ?? wire}`;
    const member = this.environment.registry.definitionOf(parent.type)?.go?.[wire];
    this.checkSet();
    if (navigation === undefined || member === undefined) throw this.notImplemented();
    const target = member(parent.target, this.environment);
    return target === null ? null : { type: navigation.type, target };
  }

  private index(parent: HostObject, key: unknown): HostObject {
    const { registry } = this.environment;
    this.location = `${parent.type}.getItem`;
    const definition = registry.definitionOf(parent.type);
    const type = registry.schemaOf(parent.type).itemType ?? registry.schemaOf(parent.type).indexer;
    if (definition?.find === undefined || type === undefined) throw this.notImplemented();
    const target = definition.find(parent.target, key as string | number, this.environment);
    if (target === undefined) throw new HostError("ItemNotFound", "The requested resource doesn't exist.");
    return { type, target };
  }

  private callForObject(parent: HostObject, wire: string, given: readonly unknown[]): HostObject | null {
    const { registry, faults } = this.environment;
    const method = registry.schemaOf(parent.type).methods.find((each) => each.wire === wire);
    if (method?.returns === undefined) {
      this.location = `${parent.type}.${toClientName(wire)}`;
      throw this.notImplemented();
    }
    const target = this.call(parent, wire, given);
    if (target === null || target === undefined) {
      if (faults.defects.has("no-null-objects")) throw new HostError("ItemNotFound", "The requested resource doesn't exist.");
      return null;
    }
    return { type: method.returns, target: target };
  }

  private call(object: HostObject, wire: string, given: readonly unknown[]): unknown {
    const { registry } = this.environment;
    const definition = registry.definitionOf(object.type);
    const schema = registry.schemaOf(object.type);
    this.location = `${object.type}.${toClientName(wire)}`;
    this.checkSet();
    if (wire === "_KeepReference") {
      this.environment.references.keep(object, this.environment.page);
      return null;
    }
    if (/^_(?:Register|Unregister)/u.test(wire)) return null;
    const member = definition?.call?.[wire];
    const method = schema.methods.find((each) => each.wire === wire);
    if (member === undefined) return this.generic(object, wire, given);
    if (method?.reads !== true && !BOOKKEEPING.test(wire) && !wire.startsWith("Get")) this.beforeWrite(object, wire);
    return member(object.target, given as readonly never[], this.environment);
  }

  /** What every collection has, from its items alone. */
  private generic(object: HostObject, wire: string, given: readonly unknown[]): unknown {
    const definition = this.environment.registry.definitionOf(object.type);
    if (definition?.items !== undefined) {
      const items = definition.items(object.target, this.environment);
      if (wire === "GetCount") return items.length;
      if (wire === "GetItemAt") return items[Number(given[0])] ?? this.notFound();
    }
    if (definition?.find !== undefined && (wire === "GetItem" || wire === "GetItemOrNullObject")) {
      const found = definition.find(object.target, given[0] as string | number, this.environment);
      return found ?? (wire === "GetItem" ? this.notFound() : null);
    }
    if (wire.endsWith("OrNullObject")) {
      const plain = definition?.call?.[wire.slice(0, -"OrNullObject".length)];
      if (plain !== undefined) {
        try {
          return plain(object.target, given as readonly never[], this.environment);
        } catch (error) {
          if (error instanceof HostError && error.code === "ItemNotFound") return null;
          throw error;
        }
      }
    }
    throw this.notImplemented();
  }

  private set(object: HostObject, wire: string, value: unknown): void {
    const { registry } = this.environment;
    const scalar = registry.schemaOf(object.type).scalars.find((each) => each.wire === wire);
    this.location = `${object.type}.${scalar?.client ?? toClientName(wire)}`;
    const member = registry.definitionOf(object.type)?.set?.[wire];
    this.checkSet();
    if (member === undefined) throw this.notImplemented();
    this.beforeWrite(object, wire);
    member(object.target, value as never, this.environment);
  }

  private beforeWrite(object: HostObject, wire: string): void {
    const { faults, registry, workbook } = this.environment;
    const isAboutThePane = object.type === "Application" || object.type === "Runtime" || object.type === "Functions" || wire === "Select" || wire === "Activate";
    if ((faults.readOnly || workbook.readOnly) && !isAboutThePane) {
      throw new HostError("AccessDenied", "The workbook is open for reading only.");
    }
    registry.definitionOf(object.type)?.guard?.(object.target, wire, this.environment);
  }

  private query(object: HostObject, selection: Selection, action: WireAction): unknown {
    const { registry } = this.environment;
    const schema = registry.schemaOf(object.type);
    const definition = registry.definitionOf(object.type);
    if (definition?.items === undefined || schema.itemType === undefined) return this.readObject(object, selection);
    const own: Selection = { all: false, children: new Map() };
    const below: Selection = { all: selection.all, children: new Map() };
    for (const [name, child] of selection.children) {
      const isOwn = schema.scalars.some((scalar) => scalar.client === name);
      (isOwn ? own : below).children.set(name, child);
    }
    const skip = action.QueryInfo?.Skip ?? 0;
    const top = action.QueryInfo?.Top ?? Infinity;
    const itemType = schema.itemType;
    const items = definition.items(object.target, this.environment).slice(skip, skip + top);
    return {
      ...this.readObject(object, own),
      [this.key("_Items")]: items.map((target, index) => {
        const item = { type: itemType, target };
        return { _Index: skip + index, ...this.identity(item), ...(this.query(item, below, action) as object) };
      }),
    };
  }

  private readObject(object: HostObject, selection: Selection): Record<string, unknown> {
    const { registry } = this.environment;
    const schema = registry.schemaOf(object.type);
    const definition = registry.definitionOf(object.type);
    const result: Record<string, unknown> = {};
    if (definition === undefined) {
      this.location = object.type;
      throw this.notImplemented();
    }
    if (selection.all) {
      // Asked for everything: what the host has. The library itself refuses, by name, to read the rest.
      for (const { wire } of schema.scalars) {
        const member = definition.get?.[wire];
        if (member !== undefined) result[this.key(wire)] = member(object.target, this.environment);
      }
    }
    for (const [name, child] of selection.children) {
      const scalar = schema.scalars.find((each) => each.client === name);
      this.location = `${object.type}.${name}`;
      this.checkSet();
      if (scalar !== undefined) {
        const member = definition.get?.[scalar.wire];
        if (member === undefined) throw this.notImplemented();
        result[this.key(scalar.wire)] = member(object.target, this.environment);
        continue;
      }
      const navigation = schema.navigation.find((each) => each.client === name);
      if (navigation === undefined) {
        throw new HostError("InvalidArgument", `The property '${name}' doesn't exist on ${object.type}.`);
      }
      const next = this.go(object, navigation.wire);
      const below = child.children.size === 0 ? { all: true, children: child.children } : child;
      result[this.key(navigation.wire)] = next === null ? null : this.query(next, below, { QueryInfo: {} } as WireAction);
    }
    return result;
  }

  /** What the library needs to find the object again. */
  private identity(object: HostObject): Record<string, unknown> {
    const { registry, references, faults } = this.environment;
    if (faults.defects.has("no-identity")) return {};
    const definition = registry.definitionOf(object.type);
    const result: Record<string, unknown> = {};
    for (const wire of registry.schemaOf(object.type).identity) {
      if (wire === "_ReferenceId") {
        const id = references.idFor(object.target);
        if (id !== undefined && !faults.defects.has("lost-references")) result[wire] = id;
        continue;
      }
      const member = definition?.get?.[wire];
      this.location = `${object.type}.${toClientName(wire)}`;
      if (member === undefined) throw this.notImplemented();
      result[wire] = member(object.target, this.environment);
    }
    return result;
  }

  private toArguments(info: ArgumentInfo | undefined): readonly unknown[] {
    const values = info?.Arguments ?? [];
    const paths = info?.ReferencedObjectPathIds;
    return values.map((value, index) => this.toArgument(value, paths?.[index]));
  }

  private toArgument(value: unknown, path: unknown): unknown {
    if (typeof path === "number" && path > 0) return this.resolve(path)?.target ?? null;
    if (Array.isArray(value)) {
      const inner: readonly unknown[] = Array.isArray(path) ? path : [];
      return value.map((each, index) => this.toArgument(each, inner[index]));
    }
    if (typeof value === "object" && value !== null) {
      if ("_ObjectPathId" in value) return this.resolve(Number(value._ObjectPathId))?.target ?? null;
      return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, this.toArgument(each, undefined)]));
    }
    return value;
  }

  private key(wire: string): string {
    return this.environment.faults.defects.has("camel-case-results") ? toClientName(wire) : wire;
  }

  private notFound(): never {
    throw new HostError("ItemNotFound", "The requested resource doesn't exist.");
  }

  private notImplemented(): HostError {
    return new HostError("NotImplemented", `workbench host: ${this.location} is not implemented`);
  }
}

function toClientName(wire: string): string {
  return wire.charAt(0).toLowerCase() + wire.slice(1);
}
