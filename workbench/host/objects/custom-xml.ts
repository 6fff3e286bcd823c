import type { Registry } from "../interpreter/definition";
import { HostError } from "../interpreter/protocol";
import type { CustomXmlPartModel } from "../model/parts";
import type { WorkbookModel } from "../model/workbook";

interface Scoped {
  readonly workbook: WorkbookModel;
  readonly parts: readonly CustomXmlPartModel[];
}

interface PartTarget {
  readonly workbook: WorkbookModel;
  readonly part: CustomXmlPartModel;
}

const targets = new WeakMap<CustomXmlPartModel, PartTarget>();

function target(workbook: WorkbookModel, part: CustomXmlPartModel): PartTarget {
  let found = targets.get(part);
  if (found === undefined) targets.set(part, (found = { workbook, part }));
  return found;
}

/** Namespace of the root element. */
export function namespaceOf(xml: string): string {
  const root = /<([A-Za-z_][\w.-]*:)?[A-Za-z_][\w.-]*([^>]*)>/u.exec(xml.replace(/<\?[\s\S]*?\?>|<!--[\s\S]*?-->/gu, ""));
  const prefix = root?.[1]?.slice(0, -1);
  const declared = new RegExp(`xmlns${prefix === undefined ? "" : `:${prefix}`}\\s*=\\s*["']([^"']*)["']`, "u").exec(root?.[2] ?? "");
  return declared?.[1] ?? "";
}

export function defineCustomXml(registry: Registry): void {
  registry.define<WorkbookModel>("CustomXmlPartCollection", {
    items: (workbook) => workbook.customXmlParts.map((part) => target(workbook, part)),
    find: (workbook, key) => {
      const part = workbook.customXmlParts.find(({ id }) => id === key);
      return part === undefined ? undefined : target(workbook, part);
    },
    call: {
      Add: (workbook, [xml]: readonly never[]) => {
        checkXml(xml);
        const part: CustomXmlPartModel = { id: workbook.newGuid(), xml: xml as unknown as string };
        workbook.customXmlParts.push(part);
        workbook.arePartsChanged = true;
        workbook.touch();
        return target(workbook, part);
      },
      GetByNamespace: (workbook, [uri]: readonly never[]): Scoped => ({
        workbook,
        parts: workbook.customXmlParts.filter(({ xml }) => namespaceOf(xml) === (uri as unknown as string)),
      }),
    },
  });
  registry.define<Scoped>("CustomXmlPartScopedCollection", {
    items: ({ workbook, parts }) => parts.map((part) => target(workbook, part)),
    find: ({ workbook, parts }, key) => {
      const part = parts.find(({ id }) => id === key);
      return part === undefined ? undefined : target(workbook, part);
    },
    call: {
      GetOnlyItem: ({ workbook, parts }) => {
        const [part, ...more] = parts;
        if (part === undefined) throw new HostError("ItemNotFound", "The requested resource doesn't exist.");
        if (more.length > 0) throw new HostError("GeneralException", "There are several parts.");
        return target(workbook, part);
      },
    },
  });
  registry.define<PartTarget>("CustomXmlPart", {
    get: { Id: ({ part }) => part.id, NamespaceUri: ({ part }) => namespaceOf(part.xml) },
    call: {
      GetXml: ({ part }) => part.xml,
      SetXml: ({ workbook, part }, [xml]: readonly never[]) => {
        checkXml(xml);
        part.xml = xml as unknown as string;
        workbook.arePartsChanged = true;
        workbook.touch();
        return null;
      },
      Delete: ({ workbook, part }) => {
        workbook.customXmlParts.splice(workbook.customXmlParts.indexOf(part), 1);
        workbook.arePartsChanged = true;
        workbook.touch();
        return null;
      },
    },
  });
}

function checkXml(xml: unknown): void {
  if (typeof xml !== "string" || !/^\s*(?:<\?[\s\S]*?\?>)?\s*<[^>]+>/u.test(xml)) {
    throw new HostError("InvalidArgument", "The argument is invalid or missing or has an incorrect format.");
  }
}
