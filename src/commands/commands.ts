import { associateCommand, whenHostIsReady } from "../excel/host";

/** Neither command does anything yet, and the manifest's tips say so. */
const nothingYet = () => Promise.resolve();

void whenHostIsReady().then(() => {
  associateCommand("makeReport", nothingYet);
  associateCommand("clearMarks", nothingYet);
});
