import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';

/** Where the description is read by people; everything it needs comes from here. */
export const docsPath = '/docs';

/** Serves the reader of the description. It asks nobody outside: no validator, no fonts, no pictures. */
export async function serveDocs(app: FastifyInstance, document: object): Promise<void> {
  // Made by this program, and checked by a linter in tests.
  const specification = { document: document as never };
  await app.register(swagger, { mode: 'static', specification });
  await app.register(swaggerUi, {
    routePrefix: docsPath,
    uiConfig: { docExpansion: 'none', validatorUrl: null, tryItOutEnabled: false },
  });
}
