import { act } from "react";
import { createRoot } from "react-dom/client";
import { App } from "../../src/taskpane/App";

test("製品の名前と版、この版でできることを日本語で示す", () => {
  const container = document.createElement("div");
  const root = createRoot(container);
  act(() => {
    root.render(<App version="9.8.7" />);
  });
  expect(container.querySelector("h1")?.textContent).toBe("進捗点検");
  expect(container.textContent).toContain("版 9.8.7");
  expect(container.textContent).toContain("shinchoku check");
  act(() => {
    root.unmount();
  });
});
