-- The journal: every change is an event, and events are only ever added.

-- What one command, or one import, did.
CREATE TABLE command (
  number INTEGER PRIMARY KEY,
  -- UUID version 7: the same command with the same id is recorded once.
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  -- Milliseconds UTC: when the journal learned of it.
  recorded INTEGER NOT NULL,
  -- Who did it: a member, or an import by the name of its source (term of kind 7). Neither: the login.
  member INTEGER,
  feed INTEGER,
  -- The login under which the program ran. Asserted, not authenticated.
  login TEXT NOT NULL,
  CHECK (member IS NULL OR feed IS NULL)
) STRICT;

-- No index but the key: a second one would double what an insert costs. A lead's history is found
-- from lead.last_event along prev. The references to command and term are proved by 'funnel check'.
CREATE TABLE event (
  -- The global order of arrival.
  seq INTEGER PRIMARY KEY,
  -- Names the event in every copy of the journal.
  id BLOB NOT NULL CHECK (length(id) = 16),
  command INTEGER NOT NULL,
  -- See the view event_kind.
  kind INTEGER NOT NULL,
  -- Milliseconds UTC: when it happened in the world.
  occurred INTEGER NOT NULL,
  -- The lead it belongs to; none for events of the workspace.
  lead INTEGER,
  -- The event of the same lead that arrived before this one.
  prev INTEGER,
  -- The lead that this one was merged into or, of a creation, the one whose referral brought it.
  other_lead INTEGER,
  -- Stage entered, moved to, offered, crossed into or returned to.
  stage INTEGER CHECK (stage BETWEEN 1 AND 8),
  -- Owner given, or the member an offer names.
  member INTEGER,
  -- Departments on both sides of an offer, as bits: 1 marketing, 2 sales. Of a touch, whoever made it, in giver.
  giver INTEGER,
  receiver INTEGER,
  -- Reason, channel, tag or product, by kind of event.
  term INTEGER,
  source INTEGER,
  campaign INTEGER,
  segment INTEGER,
  -- Minor units of the currency.
  amount INTEGER,
  currency TEXT CHECK (length(currency) = 3),
  -- Milliseconds UTC: due time of an offer, or of the first contact after an acceptance; end of the days within
  -- which a rejection or a return can be disputed; expected close of a valuation.
  until INTEGER,
  -- A number by kind: terms of an offer (see docs/tables.md), a ruling, or a score.
  code INTEGER,
  -- The event that this one answers, disputes, rules on, refunds or voids.
  target BLOB CHECK (length(target) = 16),
  -- JSON of the rare rest.
  data TEXT
) STRICT;

-- Events of the workspace are few and read at every start; lead events never come into this index.
CREATE INDEX event_of_workspace ON event (seq) WHERE lead IS NULL AND kind < 200;
-- And those of which there may be many, such as rates of exchange.
CREATE INDEX event_in_bulk ON event (seq) WHERE lead IS NULL AND kind >= 200;

CREATE TRIGGER command_is_append_only_update BEFORE UPDATE ON command
BEGIN SELECT RAISE(ABORT, 'the journal is append-only: a command cannot be changed'); END;
CREATE TRIGGER command_is_append_only_delete BEFORE DELETE ON command
BEGIN SELECT RAISE(ABORT, 'the journal is append-only: a command cannot be deleted'); END;
CREATE TRIGGER command_is_append_only_replace BEFORE INSERT ON command
WHEN NEW.number <= (SELECT max(number) FROM command) OR EXISTS (SELECT 1 FROM command WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'the journal is append-only: a command cannot be replaced'); END;
CREATE TRIGGER event_is_append_only_update BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'the journal is append-only: an event cannot be changed'); END;
CREATE TRIGGER event_is_append_only_delete BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'the journal is append-only: an event cannot be deleted'); END;
CREATE TRIGGER event_is_append_only_replace BEFORE INSERT ON event
WHEN NEW.seq <= (SELECT max(seq) FROM event)
BEGIN SELECT RAISE(ABORT, 'the journal is append-only: an event cannot be replaced'); END;

-- Words by number, so that events and records stay narrow. Kinds: 1 source, 2 campaign, 3 segment,
-- 4 tag, 5 reason, 6 channel, 7 feed (the name of an import's source), 8 product.
CREATE TABLE term (
  kind INTEGER NOT NULL,
  id INTEGER NOT NULL,
  text TEXT NOT NULL CHECK (text <> ''),
  PRIMARY KEY (kind, id),
  UNIQUE (kind, text)
) STRICT, WITHOUT ROWID;

-- But for an erasure, which writes over a word that tells a person.
CREATE TRIGGER term_is_append_only_update BEFORE UPDATE ON term
WHEN NEW.kind <> OLD.kind OR NEW.id <> OLD.id OR NEW.text NOT GLOB '[[]erased [0-9]*]'
BEGIN SELECT RAISE(ABORT, 'the journal is append-only: a word cannot be changed'); END;
CREATE TRIGGER term_is_append_only_delete BEFORE DELETE ON term
BEGIN SELECT RAISE(ABORT, 'the journal is append-only: a word cannot be deleted'); END;

-- Personal data stand aside, so that a person can be erased while every count stays. Fields: name,
-- email, phone, company, note, evidence, override.
CREATE TABLE personal (
  -- The event that brought it.
  seq INTEGER NOT NULL REFERENCES event (seq),
  field TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (seq, field)
) STRICT, WITHOUT ROWID;

-- What other systems call a lead: 'hubspot:51'. Personal data too.
CREATE TABLE lead_key (
  key TEXT NOT NULL,
  -- 1: what a record says that another system calls the lead; that system's own record is yet to come.
  is_other INTEGER NOT NULL CHECK (is_other IN (0, 1)),
  lead INTEGER NOT NULL,
  -- The event that brought it.
  seq INTEGER NOT NULL REFERENCES event (seq),
  PRIMARY KEY (key, is_other)
) STRICT, WITHOUT ROWID;
CREATE INDEX lead_key_by_lead ON lead_key (lead);
CREATE INDEX lead_key_by_seq ON lead_key (seq);

-- E-mail addresses and keys that were erased, as hashes under a key, so that an import can tell them and leave
-- them out. Made from the events of kind 22, which carry them.
CREATE TABLE suppression (
  key BLOB NOT NULL CHECK (length(key) = 16),
  hash BLOB NOT NULL CHECK (length(hash) = 16),
  lead INTEGER NOT NULL,
  PRIMARY KEY (key, hash)
) STRICT, WITHOUT ROWID;
