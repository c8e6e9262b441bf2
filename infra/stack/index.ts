/**
 * What an app of yours takes in: a stage as a construct beside your own, the stack that receives
 * its mail, and what reads its settings. `infra/example/` is such an app.
 */
export { acknowledge } from "../checks/acknowledge.ts";
export { type Bundle, bundleFunctions } from "./bundle.ts";
export { CheckerStack } from "./checker-stack.ts";
export { TakedownDispatcher, type TakedownDispatcherProps } from "./dispatcher.ts";
export { InboundMailStack } from "./inbound-mail-stack.ts";
export { stageFromFile } from "./stage-file.ts";
export { readStage, type Stage, type StageRow } from "./stages.ts";
