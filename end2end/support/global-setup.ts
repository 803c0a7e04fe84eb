import { Server } from "./server";

/** One server for all stories; Playwright calls the answer when they are over. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const server = await Server.start();
  return () => server.stop();
}
