import type { ApiProvider } from "../../kernel/channels.ts";
import { cloudflare } from "./cloudflare.ts";
import { godaddy } from "./godaddy.ts";
import { ngrok } from "./ngrok.ts";
import type { Provider } from "./provider.ts";

export const providers = { cloudflare, godaddy, ngrok } as const satisfies Record<ApiProvider, Provider>;
