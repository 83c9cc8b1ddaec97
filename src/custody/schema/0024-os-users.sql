-- Which account a user of the operating system is: two names of one person.
CREATE TABLE view_os_user (
  os_user TEXT PRIMARY KEY,
  account TEXT NOT NULL,
  linked  TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX view_os_user_account ON view_os_user (account);
