import type { Server as HttpServer, IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';

/** How many connections there may be. */
export interface CrowdBounds {
  readonly most: number;
  /** Of one address; null: of one address may be all of them, since a proxy stands before everybody. */
  readonly mostOfOne: number | null;
}

export const usualCrowd: CrowdBounds = { most: 512, mostOfOne: 128 };

interface Guest {
  readonly socket: Socket;
  readonly address: string;
  /** The newest request on it; null: none has come yet. */
  request: IncomingMessage | null;
  answered: boolean;
}

/**
 * Who is connected. Thousands who connect and say nothing, or dribble, must not keep out whoever comes with a whole
 * request: an address has so many connections and no more; and where all are taken, whoever has waited longest without a
 * request that came whole makes room for the newcomer.
 */
export class Crowd {
  readonly #bounds: CrowdBounds;
  /** In the order in which they came or last were answered; by the port they come from, which TLS does not hide. */
  readonly #guests = new Map<string, Guest>();
  readonly #ofAddress = new Map<string, number>();
  readonly #refuse: (socket: Socket) => void;

  /** @param refuse takes leave of one whose address has too many */
  constructor(bounds: CrowdBounds, refuse: (socket: Socket) => void) {
    this.#bounds = bounds;
    this.#refuse = refuse;
  }

  get size(): number {
    return this.#guests.size;
  }

  watch(server: Pick<HttpServer, 'on'>): void {
    server.on('connection', (socket: Socket) => this.#came(socket));
    server.on('request', (request, response) => {
      const guest = this.#guests.get(keyOf(request.socket));
      if (guest === undefined) return;
      guest.request = request;
      guest.answered = false;
      response.once('close', () => {
        guest.answered = true;
        this.#moveToEnd(guest);
      });
    });
  }

  #came(socket: Socket): void {
    const { most, mostOfOne } = this.#bounds;
    const address = socket.remoteAddress;
    // Gone before anybody looked.
    if (address === undefined) return;
    const standing = this.#ofAddress.get(address) ?? 0;
    if (mostOfOne !== null && standing >= mostOfOne) {
      this.#refuse(socket);
      return;
    }
    if (this.#guests.size >= most && !this.#makeRoom()) {
      socket.destroy();
      return;
    }
    const key = keyOf(socket);
    this.#guests.set(key, { socket, address, request: null, answered: false });
    this.#ofAddress.set(address, standing + 1);
    socket.once('close', () => this.#left(key, address));
  }

  /** Whether somebody could be sent away. */
  #makeRoom(): boolean {
    for (const [key, guest] of this.#guests) {
      if (isServed(guest)) continue;
      this.#left(key, guest.address);
      guest.socket.destroy();
      return true;
    }
    return false;
  }

  #left(key: string, address: string): void {
    if (!this.#guests.delete(key)) return;
    const left = (this.#ofAddress.get(address) ?? 1) - 1;
    if (left === 0) this.#ofAddress.delete(address);
    else this.#ofAddress.set(address, left);
  }

  #moveToEnd(guest: Guest): void {
    const key = keyOf(guest.socket);
    if (this.#guests.delete(key)) this.#guests.set(key, guest);
  }
}

/** Its request has come whole and is being answered. */
function isServed({ request, answered }: Guest): boolean {
  return request?.complete === true && !answered;
}

function keyOf({ remoteAddress = '', remotePort = 0 }: Socket): string {
  return `${remoteAddress} ${remotePort}`;
}
