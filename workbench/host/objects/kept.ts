import type { Definition, Environment, Registry } from "../interpreter/definition";

/** An object whose properties the host only keeps: where in its owner's store it stands. */
export interface Kept {
  readonly store: Map<string, Record<string, unknown>>;
  readonly path: string;
  /** Told of each change. */
  readonly changed: () => void;
}

export function kept(store: Map<string, Record<string, unknown>>, path: string, changed: () => void): Kept {
  return { store, path, changed };
}

export function bagOf({ store, path }: Kept): Record<string, unknown> {
  let bag = store.get(path);
  if (bag === undefined) store.set(path, (bag = {}));
  return bag;
}

export function below(target: Kept, name: string): Kept {
  return { store: target.store, path: `${target.path}/${name}`, changed: target.changed };
}

interface KeptOptions<T extends Kept> {
  readonly defaults?: Readonly<Record<string, unknown>>;
  /** Methods that only set something: the property that they set, from their first argument. */
  readonly setters?: Readonly<Record<string, string>>;
  readonly more?: Definition<T>;
}

/**
 * A class whose properties have no effect that the host would have to work out: what is set is kept and read back, below
 * the owner's path. Names and children come from the library's schema, so nothing unknown is kept.
 */
export function defineKept<T extends Kept>(registry: Registry, type: string, options: KeptOptions<T> = {}): void {
  const schema = registry.schemaOf(type);
  const get: Record<string, (target: T) => unknown> = {};
  const set: Record<string, (target: T, value: never) => void> = {};
  for (const { wire, writable } of schema.scalars) {
    get[wire] = (target) => target.store.get(target.path)?.[wire] ?? options.defaults?.[wire] ?? null;
    if (!writable) continue;
    set[wire] = (target, value) => {
      bagOf(target)[wire] = value;
      target.changed();
    };
  }
  const go: Record<string, (target: T) => object> = {};
  for (const { wire } of schema.navigation) go[wire] = (target) => below(target, wire);
  const call: Record<string, (target: T, given: readonly unknown[], environment: Environment) => unknown> = {};
  for (const [method, property] of Object.entries(options.setters ?? {})) {
    call[method] = (target, given) => {
      bagOf(target)[property] = given[0] ?? null;
      target.changed();
      return null;
    };
  }
  const { more } = options;
  registry.define<T>(type, {
    ...more,
    get: { ...get, ...more?.get },
    set: { ...set, ...more?.set },
    go: { ...go, ...more?.go },
    call: { ...call, ...more?.call },
  });
}
