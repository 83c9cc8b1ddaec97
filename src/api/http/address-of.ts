import { isIP } from 'node:net';
import type { FastifyRequest } from 'fastify';

/**
 * From where somebody asks: as the connection says, or a proxy that is believed. One of IPv4 is written one way, however it
 * came, so that it is counted and recorded as one; whatever else a proxy has passed on is no address.
 */
export function addressOf({ ip }: Pick<FastifyRequest, 'ip'>): string {
  const plain = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/i.exec(ip)?.[1] ?? ip;
  return isIP(plain) === 0 ? 'unknown' : plain;
}
