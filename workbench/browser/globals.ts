import type { runScenario } from "../host/conformance/index";

/** What whoever drives the page that stands for Excel may ask of it. */
export interface HostPage {
  press(id: string, functionName: string): void;
  completed(): readonly string[];
  openReferences(): number;
  requests(): number;
}

/** What whoever drives the pane's page may ask of it. */
export interface PanePage {
  ready(): Promise<{ readonly host: unknown; readonly platform: unknown; readonly reads: boolean; readonly beyond: boolean }>;
  run(): ReturnType<typeof runScenario>;
  /** Keeps a value in the workbook and reads it back from there. */
  keep(value: string): Promise<unknown>;
}

declare global {
  var hostPage: HostPage | undefined;
  var panePage: PanePage | undefined;
}
