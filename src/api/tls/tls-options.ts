import { type SecureContextOptions, Server } from 'node:tls';

/**
 * What is spoken beyond this machine: TLS 1.3, and of 1.2 what has forward secrecy and authenticated encryption (RFC 9325;
 * Mozilla's "intermediate" list without DHE).
 */
export const tlsOptions = {
  minVersion: 'TLSv1.2',
  ciphers: [
    'TLS_AES_128_GCM_SHA256',
    'TLS_AES_256_GCM_SHA384',
    'TLS_CHACHA20_POLY1305_SHA256',
    'ECDHE-ECDSA-AES128-GCM-SHA256',
    'ECDHE-RSA-AES128-GCM-SHA256',
    'ECDHE-ECDSA-AES256-GCM-SHA384',
    'ECDHE-RSA-AES256-GCM-SHA384',
    'ECDHE-ECDSA-CHACHA20-POLY1305',
    'ECDHE-RSA-CHACHA20-POLY1305',
  ].join(':'),
  /** One who opens a connection and says nothing. */
  handshakeTimeout: 10_000,
} as const;

/** Shows callers another certificate from now on; connections that stand keep the one they began with. */
export function takeUp(server: object, shown: SecureContextOptions): void {
  if (server instanceof Server) server.setSecureContext({ ...shown, ...tlsOptions });
}
