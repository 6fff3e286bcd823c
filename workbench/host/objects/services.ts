import type { Environment, Registry } from "../interpreter/definition";

/** What office.js itself calls while it starts, and the pane's own window. */
export function defineServices(registry: Registry): void {
  registry.define<Environment>("AddinInternalService", { call: { NotifyActionHandlerReady: () => null } });
  registry.define<Environment>("InternalRoot", {
    call: {
      CreateAndOpenWorkbook: (_root, given: readonly (string | undefined)[], environment) => { environment.openWorkbook(given[0]); return null; },
      _RemoveReference: (_root, given: readonly (string | undefined)[], { references }) => { references.release(given[0] ?? ""); return null; },
    },
  });
  if (registry.schema.classes["AppRuntimeService"] !== undefined) {
    registry.define<Environment>("AppRuntimeService", { call: { GetAppRuntimeState: () => "Visible", SetAppRuntimeState: () => null } });
  }
}
