import { canonicalText } from '../../custody/canonical.ts';
import type { Db } from '../../custody/database.ts';
import type { Projector } from '../../custody/projector.ts';

/** Accounts as they stand; their secrets stand elsewhere and are not replayed. */
export const accountProjector: Projector = {
  tables: ['view_account', 'view_role'],
  prepare(db: Db) {
    const write = db.prepare(
      `INSERT INTO view_account (account, name, person, officer, roles, units, state, added, changed)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET name = excluded.name, person = excluded.person, officer = excluded.officer,
         roles = excluded.roles, units = excluded.units, state = excluded.state, changed = excluded.changed`,
    );
    const define = db.prepare(
      `INSERT INTO view_role (role, grants, second_factor, defined) VALUES (?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET grants = excluded.grants, second_factor = excluded.second_factor,
         defined = excluded.defined`,
    );
    return (entry) => {
      switch (entry.type) {
        case 'account.added':
        case 'account.changed': {
          const { account, roles, units, officer, state } = entry.data;
          // A name that was erased leaves a null.
          const names = [entry.personal.name ?? null, entry.personal.person ?? null];
          const lists = [canonicalText(roles), canonicalText(units)];
          write.run(account, ...names, officer, ...lists, state, entry.at, entry.at);
          return;
        }
        case 'role.defined': {
          const { role, grants, secondFactor } = entry.data;
          define.run(role, canonicalText(grants), secondFactor ? 1 : 0, entry.at);
          return;
        }
        default:
      }
    };
  },
};

export const tokenProjector: Projector = {
  tables: ['view_token'],
  prepare(db: Db) {
    const make = db.prepare(
      'INSERT INTO view_token (token, account, label, permissions, made, expires) VALUES (?, ?, ?, ?, ?, ?)',
    );
    const revoke = db.prepare('UPDATE view_token SET revoked = ? WHERE token = ? AND revoked IS NULL');
    return (entry) => {
      if (entry.type === 'token.made') {
        const { token, account, permissions, expires } = entry.data;
        const label = entry.personal.label ?? null;
        make.run(token, account, label, canonicalText(permissions), entry.at, expires);
      } else if (entry.type === 'token.revoked') revoke.run(entry.at, entry.data.token);
    };
  },
};

export const proposalProjector: Projector = {
  tables: ['view_proposal'],
  prepare(db: Db) {
    const make = db.prepare(
      `INSERT INTO view_proposal (proposal, kind, content, state, proposer, made, until)
       VALUES (?, ?, ?, 'proposed', ?, ?, ?)`,
    );
    const decide = db.prepare(
      `UPDATE view_proposal SET state = ?, decider = ?, decided = ?, note = ?
       WHERE proposal = ? AND state = 'proposed'`,
    );
    return (entry) => {
      if (entry.type === 'proposal.made') {
        const { proposal, kind, until } = entry.data;
        make.run(proposal, kind, entry.personal.content ?? null, entry.actor.id, entry.at, until);
      } else if (entry.type === 'proposal.decided') {
        const { proposal, decision } = entry.data;
        decide.run(decision, entry.actor.id, entry.at, entry.personal.note ?? null, proposal);
      }
    };
  },
};
