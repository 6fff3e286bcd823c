import { MAX_PARTS, MAX_SMALL_PART_BYTES } from "./limits";
import { tooLarge } from "./part-error";
import { toUtf8 } from "./to-utf8";
import type { Attributes } from "./xml-attributes";
import { XmlScanner, type XmlReader } from "./xml-scanner";
import type { ZipArchive } from "./zip";

export interface Relationship {
  /** Last piece of the type's address, which is the same in Transitional and Strict: "worksheet", "styles". */
  readonly kind: string;
  /** Part name, or "" for a target outside the package. */
  readonly target: string;
}

/** Feeds a part to its reader as it is inflated. Throws PartError. */
export function readXmlPart(zip: ZipArchive, part: string, reader: XmlReader, maxBytes = MAX_SMALL_PART_BYTES): void {
  const scanner = new XmlScanner(part, reader, zip.budget);
  zip.inflate(
    part,
    maxBytes,
    toUtf8(part, (bytes, isLast) => {
      scanner.push(bytes, isLast);
    }),
  );
}

/** Relationships of a part ("" for the package), by id; empty where the part has none. */
export function readRelationships(zip: ZipArchive, part: string): ReadonlyMap<string, Relationship> {
  const slash = part.lastIndexOf("/");
  const folder = part.slice(0, slash + 1);
  const relsPart = `${folder}_rels/${part.slice(slash + 1)}.rels`;
  const reader = new RelationshipsReader(folder);
  if (zip.has(relsPart)) readXmlPart(zip, relsPart, reader);
  return reader.found;
}

class RelationshipsReader implements XmlReader {
  readonly found = new Map<string, Relationship>();
  readonly wantsText = false;

  constructor(private readonly folder: string) {}

  open(name: string, attributes: Attributes): void {
    if (name !== "Relationship") return;
    const type = attributes.get("Type") ?? "";
    const isExternal = attributes.get("TargetMode")?.toLowerCase() === "external";
    this.found.set(attributes.get("Id") ?? "", {
      kind: type.slice(type.lastIndexOf("/") + 1),
      target: isExternal ? "" : resolvePart(this.folder, attributes.get("Target") ?? ""),
    });
    if (this.found.size > MAX_PARTS) throw tooLarge("relationships");
  }

  close(): void {
    // Nothing hangs on the end of a relationship.
  }

  text(): void {
    // Relationships hold no text.
  }
}

/** `../styles.xml` seen from `xl/worksheets/`, or `/xl/styles.xml` → `xl/styles.xml`. */
export function resolvePart(folder: string, target: string): string {
  const path = (target.split(/[#?]/u)[0] ?? "").replaceAll("\\", "/");
  const steps = (path.startsWith("/") ? path : folder + path).split("/");
  const resolved: string[] = [];
  for (const step of steps) {
    if (step === "..") resolved.pop();
    else if (step !== "" && step !== ".") resolved.push(step);
  }
  return unescapePath(resolved.join("/"));
}

function unescapePath(path: string): string {
  if (!path.includes("%")) return path;
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
