import { attribute, children, parseXml } from "./xml";

export function textOfPart(parts: ReadonlyMap<string, Uint8Array>, name: string): string {
  const bytes = parts.get(name);
  if (bytes === undefined) throw new Error(`no part ${name}`);
  return new TextDecoder().decode(bytes);
}

export interface Relationship {
  /** The last word of its type: `worksheet`, `drawing`. */
  readonly type: string;
  /** A part's name; an address where it is external. */
  readonly target: string;
}

export function relationshipsOf(parts: ReadonlyMap<string, Uint8Array>, part: string): ReadonlyMap<string, Relationship> {
  const slash = part.lastIndexOf("/");
  const name = `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`;
  if (!parts.has(name)) return new Map();
  return new Map(children(parseXml(textOfPart(parts, name)), "Relationship").map((each) => {
    const target = attribute(each, "Target") ?? "";
    const type = attribute(each, "Type") ?? "";
    const isExternal = attribute(each, "TargetMode") === "External";
    return [attribute(each, "Id") ?? "", { type: type.slice(type.lastIndexOf("/") + 1), target: isExternal ? target : resolve(part.slice(0, slash + 1), target) }];
  }));
}

function resolve(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith("/") ? target.slice(1) : folder + target).split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  }
  return steps.join("/");
}
