export { changeKinds, changeSubjects, type Change, type ChangeKind, type ChangeSubject } from "./change";
export { compareModels } from "./compare";
export { draftRevision } from "./revision-draft";
export { likeness, matchItems } from "./match";
