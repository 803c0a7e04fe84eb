import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const ADDRESS = process.env.E2E_LISTEN_ADDR ?? "127.0.0.1:3777";

export const BASE_URL = `http://${ADDRESS}`;

const ROOT = resolve(import.meta.dirname, "../..");

/** The built server on a database of its own with demo data; everything goes away with `stop`. */
export class Server {
  private constructor(
    private readonly process: ChildProcess,
    private readonly folder: string,
  ) {}

  static async start(): Promise<Server> {
    const folder = mkdtempSync(join(tmpdir(), "rumah-sikum-end2end-"));
    const log = openSync(join(folder, "server.log"), "w");
    const child = spawn(process.env.SERVER_BINARY ?? join(ROOT, "target/debug/rumah-sikum"), ["serve"], {
      cwd: folder,
      stdio: ["ignore", log, log],
      env: {
        ...process.env,
        DATABASE_URL: `sqlite://${join(folder, "test.db")}`,
        DEMO: "1",
        LISTEN_ADDR: ADDRESS,
        MEDIA_DIR: join(folder, "media"),
        SITE_DIR: process.env.SITE_DIR ?? join(ROOT, "site"),
      },
    });
    closeSync(log);
    const server = new Server(child, folder);
    await server.ready();
    return server;
  }

  async stop(): Promise<void> {
    if (this.process.exitCode === null && this.process.signalCode === null) {
      const ended = new Promise((done) => this.process.once("exit", done));
      this.process.kill("SIGTERM");
      await ended;
    }
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async ready(): Promise<void> {
    let failed: Error | undefined;
    this.process.once("error", (error) => (failed = error));
    for (const until = Date.now() + 120_000; Date.now() < until; ) {
      if (failed || this.process.exitCode !== null) break;
      // Until it listens, connections are refused.
      const answer = await fetch(`${BASE_URL}/readyz`).catch(() => undefined);
      if (answer?.ok) return;
      await new Promise((done) => setTimeout(done, 100));
    }
    const log = readFileSync(join(this.folder, "server.log"), "utf8");
    await this.stop();
    throw new Error(`the server did not get ready: ${failed?.message ?? ""}\n${log}`);
  }
}
