import type { Db } from './database.ts';
import type { Projector } from './projector.ts';

/** Who did what to what, when: the ledger made searchable. */
export const entryProjector: Projector = {
  tables: ['view_entry'],
  prepare(db: Db) {
    const insert = db.prepare(
      'INSERT INTO view_entry (seq, at, type, actor, subject) VALUES (?, ?, ?, ?, ?)',
    );
    return ({ seq, at, type, actor, subject }) => {
      insert.run(seq, at, type, actor.id, `${subject.kind}:${subject.id}`);
    };
  },
};

export const stationProjector: Projector = {
  tables: ['view_station'],
  prepare(db: Db) {
    const insert = db.prepare('INSERT INTO view_station (code, origin, initialised) VALUES (?, ?, ?)');
    return (entry) => {
      if (entry.type === 'station.initialised') insert.run(entry.data.code, entry.data.origin, entry.at);
    };
  },
};

export const alarmProjector: Projector = {
  tables: ['view_alarm'],
  prepare(db: Db) {
    const raise = db.prepare(
      'INSERT INTO view_alarm (alarm, code, key, severity, params, raised) VALUES (?, ?, ?, ?, ?, ?)',
    );
    const acknowledge = db.prepare(
      'UPDATE view_alarm SET acknowledged = ?, acknowledger = ?, note = ? WHERE alarm = ? AND acknowledged IS NULL',
    );
    return (entry) => {
      if (entry.type === 'alarm.raised') {
        const { alarm, code, key, severity } = entry.data;
        raise.run(alarm, code, key, severity, entry.personal.params, entry.at);
      } else if (entry.type === 'alarm.acknowledged' || entry.type === 'alarm.acknowledged.2') {
        acknowledge.run(entry.at, entry.actor.id, entry.personal.note ?? null, entry.data.alarm);
      }
    };
  },
};

/** How far each alarm has come. */
export const alarmLifeProjector: Projector = {
  tables: ['view_alarm_life'],
  prepare(db: Db) {
    const begin = db.prepare(`INSERT INTO view_alarm_life (alarm, state) VALUES (?, 'raised')`);
    const see = db.prepare(
      `UPDATE view_alarm_life SET state = 'acknowledged' WHERE alarm = ? AND state = 'raised'`,
    );
    const handle = db.prepare(
      `UPDATE view_alarm_life SET state = 'handled', handled = ?, handler = ?, deed = ?
       WHERE alarm = ? AND state <> 'closed'`,
    );
    const close = db.prepare(
      `UPDATE view_alarm_life SET state = 'closed', closed = ?, closer = ?, because = ?, note = ?
       WHERE alarm = ? AND state <> 'closed'`,
    );
    return (entry) => {
      switch (entry.type) {
        case 'alarm.raised':
          begin.run(entry.data.alarm);
          return;
        case 'alarm.acknowledged':
          // Nothing more could be done with an alarm then: whoever acknowledged it had seen to it.
          close.run(entry.at, entry.actor.id, 'acknowledged', entry.personal.note ?? null, entry.data.alarm);
          return;
        case 'alarm.acknowledged.2':
          see.run(entry.data.alarm);
          return;
        case 'alarm.handled':
          handle.run(entry.at, entry.actor.id, entry.personal.text ?? null, entry.data.alarm);
          return;
        case 'alarm.closed': {
          const { alarm, because } = entry.data;
          close.run(entry.at, entry.actor.id, because, entry.personal.note ?? null, alarm);
          return;
        }
        default:
      }
    };
  },
};
