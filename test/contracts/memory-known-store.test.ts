import { memoryKnownStore } from "../support/memory-known-store.ts";
import { knownStoreContract } from "./known-store.ts";

knownStoreContract("the double", memoryKnownStore);
