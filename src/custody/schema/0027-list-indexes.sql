-- By which lists go on without looking at every row, however few rows are what is asked for.
CREATE INDEX view_finding_code ON view_finding (code, finding);
CREATE INDEX view_finding_of ON view_finding (recorder, finding);
CREATE INDEX view_alarm_severity ON view_alarm (severity, alarm);
CREATE INDEX view_alarm_life_state ON view_alarm_life (state, alarm);
CREATE INDEX view_docking_of ON view_docking (recorder, docking);
-- As `case-list.ts` asks for a state.
CREATE INDEX view_register_case_state ON view_register (CASE
  WHEN json_extract(fields, '$.archived') IS NOT NULL THEN 'archived'
  WHEN json_extract(fields, '$.closed') IS NOT NULL THEN 'closed' ELSE 'open' END, key) WHERE register = 'cases';
