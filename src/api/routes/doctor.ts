import { route } from '../route.ts';
import { Doctor } from '../schemas/keeping.ts';

export const doctorRoute = route({
  method: 'GET',
  path: '/api/v1/doctor',
  name: 'doctor',
  tag: 'station',
  says: 'What the doctor finds on this station and its machine, with what to do',
  shapes: {},
  answer: Doctor,
  // It tries the disk out.
  perMinute: 10,
  handle: async ({ reader }, { caller }) => await reader.read('doctor', { language: caller.language }),
});
