// A real S3 server with Object Lock, for trying things by hand: node test/labs/s3/run.ts
// It says where it is, holds everything in memory, and is gone with Ctrl-C.
import { Ceph, owner } from './ceph.ts';

const ceph = await Ceph.start();
process.stdout.write(
  [
    `AWS_ENDPOINT_URL=${ceph.endpoint}`,
    `AWS_ACCESS_KEY_ID=${owner.accessKeyId}`,
    `AWS_SECRET_ACCESS_KEY=${owner.secretAccessKey}`,
    'AWS_REGION=us-east-1',
    `# logs: ${ceph.folder}`,
    '',
  ].join('\n'),
);
const alive = setInterval(() => undefined, 60_000);
await new Promise((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, resolve);
});
clearInterval(alive);
await ceph.stop();
