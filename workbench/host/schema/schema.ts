/** A property that the wire carries as a plain value. */
export interface ScalarSchema {
  /** The name that the add-in writes: `numberFormat`. */
  readonly client: string;
  /** The name on the wire: `NumberFormat`. */
  readonly wire: string;
  readonly writable: boolean;
}

/** A property that leads to another object. */
export interface NavigationSchema {
  readonly client: string;
  readonly wire: string;
  readonly type: string;
}

export interface MethodSchema {
  readonly wire: string;
  /** The class of the object that comes back; undefined for a plain value. */
  readonly returns?: string;
  /** The library says that it changes nothing. */
  readonly reads: boolean;
}

/** One class of the library's object model, as far as a host has to know it. */
export interface ClassSchema {
  readonly name: string;
  readonly scalars: readonly ScalarSchema[];
  readonly navigation: readonly NavigationSchema[];
  readonly methods: readonly MethodSchema[];
  /** Wire names of the properties by which the library finds the object again in a later request. */
  readonly identity: readonly string[];
  /** The class of the items, for a collection. */
  readonly itemType?: string;
  /** The class behind `collection.getItem(key)` where that is an indexer. */
  readonly indexer?: string;
}

/** What the installed library says of itself. Derived at test or build time; never committed. */
export interface LibrarySchema {
  /** Requirement set and version by `Class.member`, where a member needs more than ExcelApi 1.1. */
  readonly sets: Readonly<Record<string, readonly [set: string, version: string]>>;
  readonly classes: Readonly<Record<string, ClassSchema>>;
}
