import "../taskpane/jitless";
import { associateCommand, whenHostIsReady } from "../excel/host";
import { clearMarks } from "./clear-marks";

void whenHostIsReady().then(() => {
  associateCommand("clearMarks", clearMarks);
});
