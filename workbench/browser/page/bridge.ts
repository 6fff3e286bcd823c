// Runs in the add-in's pages, before office.js: asks the page around it for what Excel for Windows would have put there.
const { workbenchBridge } = window.parent;
workbenchBridge?.connect(window);
