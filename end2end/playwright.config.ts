import { defineConfig } from "@playwright/test";
import { tmpdir } from "node:os";
import { join } from "node:path";

// A fresh database with demo data for every run; `cargo xtask test` says where the server and the browser are.
const port = Number(process.env.E2E_PORT ?? 3777);
const data = join(tmpdir(), `rumah-sikum-e2e-${process.pid}`);

export default defineConfig({
  testDir: "tests",
  fullyParallel: true,
  workers: 2,
  timeout: 30_000,
  reporter: process.env.CI ? [["list"]] : [["dot"]],
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    locale: "id-ID",
    timezoneId: "Asia/Jakarta",
    viewport: { width: 390, height: 844 },
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  projects: [
    { name: "js", use: { javaScriptEnabled: true } },
    { name: "nojs", use: { javaScriptEnabled: false } },
  ],
  webServer: {
    command: `${process.env.SERVER_BINARY ?? "../target/debug/rumah-sikum"} serve`,
    url: `http://127.0.0.1:${port}/readyz`,
    env: {
      LISTEN_ADDR: `127.0.0.1:${port}`,
      DATABASE_URL: `sqlite://${data}/test.db`,
      MEDIA_DIR: `${data}/media`,
      SITE_DIR: process.env.SITE_DIR ?? "../site",
      DEMO: "1",
    },
  },
});
