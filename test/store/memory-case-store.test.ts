import { caseStoreContract } from "../contracts/case-store.ts";
import { memoryCaseStore } from "../support/memory-case-store.ts";

caseStoreContract("the store in memory", memoryCaseStore);
