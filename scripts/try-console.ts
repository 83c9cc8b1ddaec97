// Runs the daemon over a sample station until it is interrupted: node scripts/try-console.ts
// Every account is called as its role is; the password and the codes of the authenticators are told.
import { codeOf, roles, samplePassword } from '../test/console/sample-accounts.ts';
import { sampleStation } from '../test/console/sample-station.ts';

const station = await sampleStation({ business: true });
console.log(`${station.url}\n${samplePassword}`);
for (const role of roles) {
  const { secret, cookie } = station.sittings[role];
  console.log(`${role}  ${secret === null ? '–' : codeOf(secret)}  document.cookie: docket=${cookie}`);
}
console.log(`DOCKET_URL=${station.url} npm run console:try`);
process.once('SIGINT', () => void station.end());
