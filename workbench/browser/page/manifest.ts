export type ButtonAction =
  | { readonly kind: "pane"; /** Page and query, relative to the add-in. */ readonly path: string }
  | { readonly kind: "function"; readonly name: string };

export interface RibbonButton {
  readonly id: string;
  readonly label: string;
  readonly tip: string;
  /** Address of the picture of 32 pixels, or of the largest there is. */
  readonly icon: string;
  readonly action: ButtonAction;
}

export interface Ribbon {
  readonly name: string;
  readonly group: string;
  readonly buttons: readonly RibbonButton[];
  /** The page that a pane has which no button opened. */
  readonly pane: string;
  readonly commands: string;
}

/** Reads from the manifest what Excel would put on its ribbon. Throws where the manifest is not as Excel wants it. */
export function readManifest(text: string): Ribbon {
  const xml = new DOMParser().parseFromString(text, "application/xml");
  if (xml.querySelector("parsererror") !== null) throw new Error("manifest.xml is no XML");
  const all = (from: Document | Element, name: string): Element[] => [...from.getElementsByTagNameNS("*", name)];
  const first = (from: Document | Element, name: string): Element => {
    const [found] = all(from, name);
    if (found === undefined) throw new Error(`manifest.xml lacks ${name}`);
    return found;
  };
  const resources = new Map(["Image", "Url", "String"].flatMap((name) => all(first(xml, "Resources"), name)).map((each) => [each.getAttribute("id") ?? "", each.getAttribute("DefaultValue") ?? ""]));
  const resource = (from: Element, name: string): string => {
    const id = first(from, name).getAttribute("resid") ?? "";
    const value = resources.get(id);
    if (value === undefined) throw new Error(`manifest.xml lacks the resource ${id}`);
    return value;
  };
  // The add-in is served below /addin/ here, wherever the manifest says that it lies.
  const path = (address: string): string => {
    const { pathname, search } = new URL(address);
    return pathname.slice(1) + search;
  };
  const iconOf = (control: Element): string => {
    const images = [...(all(control, "Icon")[0]?.children ?? [])];
    const image = images.find((each) => each.getAttribute("size") === "32") ?? images.at(-1);
    const address = resources.get(image?.getAttribute("resid") ?? "");
    return address === undefined ? "" : `/addin/${path(address)}`;
  };
  const actionOf = (control: Element): ButtonAction => {
    const action = first(control, "Action");
    return action.getAttribute("xsi:type") === "ShowTaskpane"
      ? { kind: "pane", path: path(resource(action, "SourceLocation")) }
      : { kind: "function", name: first(action, "FunctionName").textContent };
  };
  const buttons = all(xml, "Control").map((control): RibbonButton => ({
    id: control.getAttribute("id") ?? "",
    label: resource(control, "Label"),
    tip: resource(first(control, "Supertip"), "Description"),
    icon: iconOf(control),
    action: actionOf(control),
  }));
  return {
    name: first(xml, "DisplayName").getAttribute("DefaultValue") ?? "",
    group: resource(first(xml, "Group"), "Label"),
    buttons,
    pane: path(first(first(xml, "DefaultSettings"), "SourceLocation").getAttribute("DefaultValue") ?? ""),
    commands: path(resource(first(xml, "DesktopFormFactor"), "FunctionFile")),
  };
}
