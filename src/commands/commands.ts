import { associateCommand, whenHostIsReady } from "../excel/host";

/** Does nothing yet. */
const nothingYet = () => Promise.resolve();

void whenHostIsReady().then(() => {
  associateCommand("clearMarks", nothingYet);
});
