import { createServer, connect, type AddressInfo, type Server as Listener, type Socket } from "node:net";
import { BASE_URL } from "./server";

/** A line of its own to the server that can be cut, as in a tunnel: what is on its way is lost. */
export class Line {
  private readonly sockets = new Set<Socket>();
  private whole = true;

  private constructor(private readonly listener: Listener) {}

  static async lay(): Promise<Line> {
    const listener = createServer();
    const line = new Line(listener);
    const { hostname, port } = new URL(BASE_URL);
    listener.on("connection", (near) => {
      if (!line.whole) return near.destroy();
      const far = connect(Number(port), hostname);
      for (const [socket, other] of [[near, far], [far, near]] as const) {
        line.sockets.add(socket);
        socket.on("error", () => other.destroy());
        socket.on("close", () => line.sockets.delete(socket));
        socket.pipe(other);
      }
    });
    await new Promise<void>((ready) => listener.listen(0, "127.0.0.1", ready));
    return line;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.listener.address() as AddressInfo).port}`;
  }

  cut() {
    this.whole = false;
    for (const socket of this.sockets) socket.destroy();
  }

  mend() {
    this.whole = true;
  }

  async remove() {
    this.cut();
    await new Promise((closed) => this.listener.close(closed));
  }
}
