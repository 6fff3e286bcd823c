import type { Registry } from "../interpreter/definition";
import { HostError } from "../interpreter/protocol";
import type { CommentModel, CustomPropertyModel, NameModel, SettingModel } from "../model/parts";
import { absoluteAddress, findRange, RangeModel } from "../model/range";
import { SheetModel, type WorkbookModel } from "../model/workbook";
import { invalid } from "./range-values";

interface NameTarget {
  readonly owner: WorkbookModel | SheetModel;
  readonly name: NameModel;
}

const nameTargets = new WeakMap<NameModel, NameTarget>();

function nameTarget(owner: WorkbookModel | SheetModel, name: NameModel): NameTarget {
  let found = nameTargets.get(name);
  if (found === undefined) nameTargets.set(name, (found = { owner, name }));
  return found;
}

function workbookOf(owner: WorkbookModel | SheetModel): WorkbookModel {
  return owner instanceof SheetModel ? owner.workbook : owner;
}

function rangeOf({ owner, name }: NameTarget): RangeModel | undefined {
  const workbook = workbookOf(owner);
  return findRange(workbook, owner instanceof SheetModel ? owner : workbook.selection.sheet, name.formula.replace(/^=/u, ""));
}

interface Owned<T> {
  readonly workbook: WorkbookModel;
  readonly item: T;
  readonly list: T[];
}

const owned = new WeakMap<object, Owned<never>>();

/** The same target for the same item each time: references are kept by it. */
function own<T extends object>(workbook: WorkbookModel, list: T[], item: T): Owned<T> {
  let found = owned.get(item) as Owned<T> | undefined;
  if (found === undefined) owned.set(item, (found = { workbook, item, list }) as unknown as Owned<never>);
  return found;
}

function remove<T>({ workbook, list, item }: Owned<T>): void {
  list.splice(list.indexOf(item), 1);
  workbook.arePartsChanged = true;
  workbook.touch();
}

export function defineNamesAndSettings(registry: Registry): void {
  registry.define<WorkbookModel | SheetModel>("NamedItemCollection", {
    items: (owner) => owner.names.map((name) => nameTarget(owner, name)),
    find: (owner, key) => {
      const name = owner.names.find((each) => each.name.toLowerCase() === String(key).toLowerCase());
      return name === undefined ? undefined : nameTarget(owner, name);
    },
    call: {
      Add: (owner, given: readonly unknown[]) => {
        const [text, reference, comment] = given;
        if (typeof text !== "string" || !/^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(text)) throw invalid();
        if (owner.names.some((each) => each.name.toLowerCase() === text.toLowerCase())) {
          throw new HostError("ItemAlreadyExists", "A resource with the same name or identifier already exists.");
        }
        const formula = reference instanceof RangeModel ? `=${absoluteAddress(reference.address)}` : String(reference);
        const name: NameModel = { name: text, formula: formula.startsWith("=") ? formula : `=${formula}`, comment: typeof comment === "string" ? comment : "", visible: true };
        owner.names.push(name);
        workbookOf(owner).isStructureChanged = true;
        workbookOf(owner).touch();
        return nameTarget(owner, name);
      },
    },
  });
  registry.define<NameTarget>("NamedItem", {
    get: {
      _Id: ({ name }) => name.name,
      Name: ({ name }) => name.name,
      Formula: ({ name }) => name.formula,
      Comment: ({ name }) => name.comment,
      Visible: ({ name }) => name.visible,
      Scope: ({ owner }) => (owner instanceof SheetModel ? "Worksheet" : "Workbook"),
      Type: (target) => (rangeOf(target) === undefined ? "String" : "Range"),
      Value: (target) => rangeOf(target)?.address ?? target.name.formula.replace(/^=/u, ""),
    },
    set: {
      Formula: ({ owner, name }, value: string) => { name.formula = value; workbookOf(owner).isStructureChanged = true; workbookOf(owner).touch(); },
      Comment: ({ owner, name }, value: string) => { name.comment = value; workbookOf(owner).isStructureChanged = true; },
      Visible: ({ owner, name }, value: boolean) => { name.visible = value; workbookOf(owner).isStructureChanged = true; },
    },
    go: {
      Worksheet: ({ owner }) => { if (owner instanceof SheetModel) return owner; throw invalid(); },
      WorksheetOrNullObject: ({ owner }) => (owner instanceof SheetModel ? owner : null),
    },
    call: {
      GetRange: (target) => { const range = rangeOf(target); if (range === undefined) throw invalid(); return range; },
      GetRangeOrNullObject: (target) => rangeOf(target) ?? null,
      Delete: ({ owner, name }) => { owner.names.splice(owner.names.indexOf(name), 1); workbookOf(owner).isStructureChanged = true; workbookOf(owner).touch(); return null; },
    },
  });
  registry.define<WorkbookModel>("SettingCollection", {
    items: (workbook) => workbook.settings.map((item) => own(workbook, workbook.settings, item)),
    find: (workbook, key) => {
      const item = workbook.settings.find((each) => each.key === key);
      return item === undefined ? undefined : own(workbook, workbook.settings, item);
    },
    call: {
      Add: (workbook, given: readonly unknown[]) => {
        const [key, value] = given;
        if (typeof key !== "string" || key === "") throw invalid();
        let item = workbook.settings.find((each) => each.key === key);
        if (item === undefined) workbook.settings.push((item = { key, value }));
        item.value = value;
        workbook.arePartsChanged = true;
        return own(workbook, workbook.settings, item);
      },
    },
  });
  registry.define<Owned<SettingModel>>("Setting", {
    get: { _Id: ({ item }) => item.key, Key: ({ item }) => item.key, Value: ({ item }) => item.value },
    set: { Value: ({ workbook, item }, value: unknown) => { item.value = value; workbook.arePartsChanged = true; } },
    call: { Delete: (target) => { remove(target); return null; } },
  });
  registry.define<SheetModel>("WorksheetCustomPropertyCollection", {
    items: (sheet) => sheet.customProperties.map((item) => own(sheet.workbook, sheet.customProperties, item)),
    find: (sheet, key) => {
      const item = sheet.customProperties.find((each) => each.key.toLowerCase() === String(key).toLowerCase());
      return item === undefined ? undefined : own(sheet.workbook, sheet.customProperties, item);
    },
    call: {
      Add: (sheet, given: readonly string[]) => {
        const [key = "", value = ""] = given;
        let item = sheet.customProperties.find((each) => each.key.toLowerCase() === key.toLowerCase());
        if (item === undefined) sheet.customProperties.push((item = { key, value }));
        item.value = value;
        sheet.changes.aspect("custom-properties");
        sheet.workbook.touch();
        return own(sheet.workbook, sheet.customProperties, item);
      },
    },
  });
  registry.define<Owned<CustomPropertyModel>>("WorksheetCustomProperty", {
    get: { _Id: ({ item }) => item.key, Key: ({ item }) => item.key, Value: ({ item }) => item.value },
    call: { Delete: (target) => { remove(target); return null; } },
  });
  defineComments(registry);
}

interface CommentTarget { readonly sheet: SheetModel; readonly comment: CommentModel }
const commentTargets = new WeakMap<CommentModel, CommentTarget>();

function commentTarget(sheet: SheetModel, comment: CommentModel): CommentTarget {
  let found = commentTargets.get(comment);
  if (found === undefined) commentTargets.set(comment, (found = { sheet, comment }));
  return found;
}

function defineComments(registry: Registry): void {
  const sheetsOf = (owner: WorkbookModel | SheetModel): readonly SheetModel[] => (owner instanceof SheetModel ? [owner] : owner.sheets);
  const all = (owner: WorkbookModel | SheetModel): CommentTarget[] => sheetsOf(owner).flatMap((sheet) => sheet.comments.map((comment) => commentTarget(sheet, comment)));
  registry.define<WorkbookModel | SheetModel>("CommentCollection", {
    items: all,
    find: (owner, key) => all(owner).find(({ comment }) => comment.id === key),
    call: {
      Add: (owner, given: readonly unknown[]) => {
        const [at, content] = given;
        const workbook = workbookOf(owner);
        const range = at instanceof RangeModel ? at : findRange(workbook, owner instanceof SheetModel ? owner : workbook.selection.sheet, String(at));
        if (range === undefined || range.rowCount * range.columnCount !== 1) throw invalid();
        const { sheet, region } = range;
        if (sheet.comments.some(({ row, column }) => row === region.top && column === region.left)) throw new HostError("InvalidOperation", "The cell has a comment already.");
        const text = typeof content === "string" ? content : ((content as { richContent?: string } | null)?.richContent ?? "");
        const comment: CommentModel = { id: workbook.newGuid(), content: text, row: region.top, column: region.left, resolved: false, replies: [] };
        sheet.comments.push(comment);
        sheet.changes.aspect("comments");
        workbook.isDirty = true;
        return commentTarget(sheet, comment);
      },
      GetItemByCell: (owner, given: readonly unknown[]) => {
        const workbook = workbookOf(owner);
        const range = given[0] instanceof RangeModel ? given[0] : findRange(workbook, owner instanceof SheetModel ? owner : workbook.selection.sheet, String(given[0]));
        const found = all(owner).find(({ sheet, comment }) => sheet === range?.sheet && comment.row === range.region.top && comment.column === range.region.left);
        if (found === undefined) throw new HostError("ItemNotFound", "The requested resource doesn't exist.");
        return found;
      },
    },
  });
  registry.define<CommentTarget>("Comment", {
    get: { Id: ({ comment }) => comment.id, Content: ({ comment }) => comment.content, Resolved: ({ comment }) => comment.resolved },
    set: {
      Content: ({ sheet, comment }, value: string) => { comment.content = value; sheet.changes.aspect("comments"); },
      Resolved: ({ sheet, comment }, value: boolean) => { comment.resolved = value; sheet.changes.aspect("comments"); },
    },
    call: {
      Delete: ({ sheet, comment }) => { sheet.comments.splice(sheet.comments.indexOf(comment), 1); sheet.changes.aspect("comments"); return null; },
      GetLocation: ({ sheet, comment: { row, column } }) => new RangeModel(sheet, { top: row, left: column, bottom: row, right: column }),
    },
  });
}
