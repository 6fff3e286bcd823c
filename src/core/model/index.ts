export * from "./figure";
export * from "./indicator";
export * from "./place";
export * from "./plan-model";
export * from "./records";
export * from "./table";
export * from "./work-item";
