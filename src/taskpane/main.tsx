import "./jitless";
import { createRoot } from "react-dom/client";
import packageJson from "../../package.json";
import { whenHostIsReady } from "../excel/host";
import { App } from "./App";

const root = document.getElementById("root");
if (root === null) throw new Error("taskpane.html has no #root");

createRoot(root).render(<App version={packageJson.version} />);
void whenHostIsReady();
