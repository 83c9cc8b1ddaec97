import type { AnyRoute } from './route.ts';
import { accountBadgeRoute } from './routes/account-badge.ts';
import { accountDeedRoute } from './routes/account-deed.ts';
import { accountListRoute } from './routes/account-list.ts';
import { accountPinRoute } from './routes/account-pin.ts';
import { accountUnlockRoute } from './routes/account-unlock.ts';
import { passwordRoute } from './routes/password.ts';
import { proposalDecideRoute } from './routes/proposal-decide.ts';
import { proposalListRoute } from './routes/proposal-list.ts';
import { proposalWithdrawRoute } from './routes/proposal-withdraw.ts';
import { roleDefineRoute } from './routes/role-define.ts';
import { roleListRoute } from './routes/role-list.ts';
import { signInRoute } from './routes/sign-in.ts';
import { signInBadgeRoute } from './routes/sign-in-badge.ts';
import { signInPinRoute } from './routes/sign-in-pin.ts';
import { signOutRoute } from './routes/sign-out.ts';
import { signedInRoute } from './routes/signed-in.ts';
import { tokenListRoute } from './routes/token-list.ts';
import { tokenMakeRoute } from './routes/token-make.ts';
import { tokenRevokeRoute } from './routes/token-revoke.ts';
import { totpBeginRoute } from './routes/totp-begin.ts';
import { totpConfirmRoute } from './routes/totp-confirm.ts';
import { whoMayRoute } from './routes/who-may.ts';

/** Those of accounts, roles, tokens, proposals, and of coming in. */
export const accountRoutes = (): readonly AnyRoute[] => [
  accountBadgeRoute,
  accountDeedRoute,
  accountListRoute,
  accountPinRoute,
  accountUnlockRoute,
  passwordRoute,
  proposalDecideRoute,
  proposalListRoute,
  proposalWithdrawRoute,
  roleDefineRoute,
  roleListRoute,
  signInBadgeRoute,
  signInPinRoute,
  signInRoute,
  signOutRoute,
  signedInRoute,
  tokenListRoute,
  tokenMakeRoute,
  tokenRevokeRoute,
  totpBeginRoute,
  totpConfirmRoute,
  whoMayRoute,
];
