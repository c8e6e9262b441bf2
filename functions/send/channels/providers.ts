import type { ApiProvider } from "../../kernel/channels.ts";
import { aws } from "./aws.ts";
import { cloudflare } from "./cloudflare.ts";
import { godaddy } from "./godaddy.ts";
import type { Provider } from "./provider.ts";

export const providers = { cloudflare, godaddy, aws } as const satisfies Record<ApiProvider, Provider>;
