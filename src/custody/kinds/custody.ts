/** What left the station, and what a person must look at. */
export interface CustodyKinds {
  'evidence.exported': { data: { sha256: string; bytes: number }; personal: { destination: string } };
  'ledger.exported': { data: { size: number }; personal: { destination: string } };
  'alarm.raised': {
    data: {
      alarm: string;
      code: string;
      /** While an alarm with this key is not closed, no second one is raised. */
      key: string;
      severity: 'notice' | 'warning' | 'critical';
    };
    /** What the alarm's text needs, as canonical JSON: it may hold names from a card. */
    personal: { params: string };
  };
  /** Somebody has seen to it. Written while an alarm knew no further life: it is closed with it. */
  'alarm.acknowledged': { data: { alarm: string }; personal: { note?: string } };
  /** Somebody has seen it; what it speaks of is still so. */
  'alarm.acknowledged.2': { data: { alarm: string }; personal: { note?: string } };
  /** What was done about it. */
  'alarm.handled': { data: { alarm: string }; personal: { text: string } };
  'alarm.closed': { data: { alarm: string; because: AlarmEnd }; personal: { note?: string } };
}

/** `cause_gone`: the station has seen that what the alarm spoke of is not so any more. */
export type AlarmEnd = 'person' | 'cause_gone';
