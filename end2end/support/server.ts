import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const ADDRESS = process.env.E2E_LISTEN_ADDR ?? "127.0.0.1:3777";

export const BASE_URL = `http://${ADDRESS}`;

/** An address for another server of a story, beside that of all stories; `nth` is the worker's number. */
export function addressBeside(nth: number): string {
  const { hostname, port } = new URL(BASE_URL);
  return `${hostname}:${Number(port) + 1 + nth}`;
}

const ROOT = resolve(import.meta.dirname, "../..");

/** The built server on a database of its own with demo data; everything goes away with `stop`. */
export class Server {
  private process!: ChildProcess;
  private readonly folder = mkdtempSync(join(tmpdir(), "rumah-sikum-end2end-"));

  private constructor(private readonly address: string) {}

  static async start(address = ADDRESS): Promise<Server> {
    const server = new Server(address);
    await server.serve("rwc");
    return server;
  }

  /** Serves anew what is there, as on a disk that can be written to or not. */
  async restart(disk: "writable" | "read-only"): Promise<void> {
    await this.end();
    await this.serve(disk === "writable" ? "rwc" : "ro");
  }

  async stop(): Promise<void> {
    await this.end();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async serve(mode: "rwc" | "ro"): Promise<void> {
    const log = openSync(join(this.folder, "server.log"), "a");
    this.process = spawn(process.env.SERVER_BINARY ?? join(ROOT, "target/debug/rumah-sikum"), ["serve"], {
      cwd: this.folder,
      stdio: ["ignore", log, log],
      env: {
        ...process.env,
        DATABASE_URL: `sqlite://${join(this.folder, "test.db")}?mode=${mode}`,
        DEMO: "1",
        LISTEN_ADDR: this.address,
        MEDIA_DIR: join(this.folder, "media"),
        SITE_DIR: process.env.SITE_DIR ?? join(ROOT, "site"),
      },
    });
    closeSync(log);
    await this.ready();
  }

  private async end(): Promise<void> {
    if (this.process.exitCode === null && this.process.signalCode === null) {
      const ended = new Promise((done) => this.process.once("exit", done));
      this.process.kill("SIGTERM");
      await ended;
    }
  }

  private async ready(): Promise<void> {
    let failed: Error | undefined;
    this.process.once("error", (error) => (failed = error));
    for (const until = Date.now() + 120_000; Date.now() < until; ) {
      if (failed || this.process.exitCode !== null) break;
      // Until it listens, connections are refused.
      const answer = await fetch(`http://${this.address}/readyz`).catch(() => undefined);
      if (answer?.ok) return;
      await new Promise((done) => setTimeout(done, 100));
    }
    const log = readFileSync(join(this.folder, "server.log"), "utf8");
    await this.stop();
    throw new Error(`the server did not get ready: ${failed?.message ?? ""}\n${log}`);
  }
}
