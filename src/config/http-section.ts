import Type from 'typebox';

const section = { additionalProperties: false } as const;
const fileOrNone = (description: string) =>
  Type.Union([Type.String({ minLength: 1 }), Type.Null()], { description, default: null });

/** The HTTP interface. */
export const http = Type.Object(
  {
    enabled: Type.Boolean({ description: 'Whether the daemon answers over HTTP at all.', default: true }),
    address: Type.String({
      description:
        'Address to listen on. Anything but the loopback (127.0.0.1, ::1, localhost) needs tls. 0.0.0.0: every address of the machine.',
      minLength: 1,
      default: '127.0.0.1',
    }),
    port: Type.Integer({
      description: 'TCP port; 0: any that is free.',
      minimum: 0,
      maximum: 65_535,
      default: 8460,
    }),
    tls: Type.Object(
      {
        certificateFile: fileOrNone(
          'PEM file with the certificate and those that vouch for it; null: no TLS.',
        ),
        keyFile: fileOrNone('PEM file with the key of the certificate; readable by this user alone.'),
        own: Type.Boolean({
          description:
            "Whether the station's own authority, made by docket init, gives the certificate where no file is named.",
          default: false,
        }),
        names: Type.Array(Type.String({ minLength: 1, maxLength: 253 }), {
          description:
            "DNS names and addresses by which the station is reached. The bureau's certificate must be for all of them; the station's own is for them, the machine's name and its addresses.",
          maxItems: 50,
          default: [],
        }),
      },
      { ...section, description: "The bureau's certificate, or one of the station's own." },
    ),
    trustProxy: Type.Array(Type.String({ minLength: 1 }), {
      description: 'Addresses of proxies whose X-Forwarded-For is believed; empty: none.',
      default: [],
    }),
    handInMebibytes: Type.Integer({
      description: 'MiB of a file that is handed in over HTTP, at most.',
      minimum: 1,
      maximum: 1_048_576,
      default: 16_384,
    }),
    requestsPerMinute: Type.Integer({
      description: 'Requests of one address in a minute, beyond which it must wait.',
      minimum: 10,
      maximum: 1_000_000,
      default: 1_200,
    }),
  },
  { ...section, description: 'The HTTP interface, by which screens and programs ask the station.' },
);
