-- The projection: what the journal amounts to. Disposable: 'funnel rebuild' makes it again.
-- Times are milliseconds UTC. For plain words see the views.

CREATE TABLE lead (
  number INTEGER PRIMARY KEY,
  -- The place of the lead's record over all pages of lead_page; none before it entered a stage.
  slot INTEGER,
  -- The latest event of the lead by arrival: the head of the chain along event.prev.
  last_event INTEGER NOT NULL,
  name TEXT,
  email TEXT,
  -- The address as it is compared with others: in lower case of any script, composed.
  email_key TEXT,
  phone TEXT,
  company TEXT,
  source INTEGER,
  campaign INTEGER,
  segment INTEGER,
  -- The member who works on the lead.
  owner INTEGER,
  -- merged: another lead carries its history. voided: all that was recorded of it was undone.
  status TEXT NOT NULL CHECK (status IN ('open', 'lost', 'merged', 'voided')),
  merged_into INTEGER,
  -- When its personal data were erased.
  erased INTEGER,
  stage INTEGER,
  entry_stage INTEGER,
  furthest_stage INTEGER,
  created INTEGER,
  stage_since INTEGER,
  lost_at INTEGER,
  lost_reason INTEGER,
  expected_minor INTEGER,
  expected_currency TEXT,
  expected_close INTEGER,
  touches INTEGER NOT NULL,
  last_touch INTEGER,
  -- Bits of everything unusual in the history; 'funnel lead history' names them.
  flags INTEGER NOT NULL,
  -- Points of the team's own scale.
  score INTEGER,
  -- The lead whose referral brought it.
  referrer INTEGER
) STRICT;

CREATE INDEX lead_merged ON lead (merged_into) WHERE merged_into IS NOT NULL;
-- The same person in two systems.
CREATE INDEX lead_by_email ON lead (email_key) WHERE email_key IS NOT NULL;

CREATE TABLE lead_tag (
  lead INTEGER NOT NULL REFERENCES lead (number),
  tag INTEGER NOT NULL,
  PRIMARY KEY (lead, tag)
) STRICT, WITHOUT ROWID;

-- Stays of an open lead in a stage.
CREATE TABLE visit (
  lead INTEGER NOT NULL REFERENCES lead (number),
  ordinal INTEGER NOT NULL,
  slot INTEGER NOT NULL,
  stage INTEGER NOT NULL,
  entered INTEGER NOT NULL,
  "left" INTEGER,
  -- 0 still there, 1 forward, 2 back, 3 lost
  exit INTEGER NOT NULL,
  PRIMARY KEY (lead, ordinal)
) STRICT, WITHOUT ROWID;

-- Offers over a line, and crossings that nobody offered.
CREATE TABLE handoff (
  lead INTEGER NOT NULL REFERENCES lead (number),
  ordinal INTEGER NOT NULL,
  slot INTEGER NOT NULL,
  offer BLOB NOT NULL,
  from_stage INTEGER NOT NULL,
  to_stage INTEGER NOT NULL,
  giver INTEGER NOT NULL,
  receiver INTEGER NOT NULL,
  member INTEGER,
  offered_by INTEGER,
  offered INTEGER NOT NULL,
  due INTEGER,
  -- 1 pending, 2 accepted, 3 rejected, 4 expired, 5 withdrawn, 6 unrecorded, 7 accepted by silence
  outcome INTEGER NOT NULL,
  answered INTEGER,
  answered_by INTEGER,
  -- Why it was rejected or, after an acceptance, returned.
  reason INTEGER,
  -- The line as it stood then.
  line_from INTEGER NOT NULL,
  line_to INTEGER NOT NULL,
  -- The version of the agreement; none: no agreement was in force.
  agreement INTEGER,
  -- Whether silence counts as a yes, whether criteria were overridden, and whether a referral brought the lead.
  silence_accepts INTEGER NOT NULL CHECK (silence_accepts IN (0, 1)),
  overridden INTEGER NOT NULL CHECK (overridden IN (0, 1)),
  referral INTEGER NOT NULL CHECK (referral IN (0, 1)),
  -- Whether the answer was given in time and entered when the due time was over.
  entered_late INTEGER NOT NULL CHECK (entered_late IN (0, 1)),
  -- What became of an accepted lead.
  contact_due INTEGER,
  contacted INTEGER,
  attempts INTEGER NOT NULL,
  advanced INTEGER,
  purchased INTEGER,
  returned INTEGER,
  returned_by INTEGER,
  lost INTEGER,
  disputable_until INTEGER,
  PRIMARY KEY (lead, ordinal)
) STRICT, WITHOUT ROWID;
-- The inbox, and what falls due.
CREATE INDEX handoff_pending ON handoff (due, lead) WHERE outcome = 1;

-- Objections to rejections and returns. The ordinal is that of the handoff.
CREATE TABLE dispute (
  lead INTEGER NOT NULL REFERENCES lead (number),
  ordinal INTEGER NOT NULL,
  event BLOB NOT NULL,
  -- 1 a rejection, 2 a return
  subject INTEGER NOT NULL,
  opened INTEGER NOT NULL,
  opened_by INTEGER,
  cause INTEGER,
  -- 1 upheld, 2 overturned, 3 split; none while it is open.
  ruling INTEGER,
  ruled INTEGER,
  ruled_by INTEGER,
  PRIMARY KEY (lead, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE purchase (
  lead INTEGER NOT NULL REFERENCES lead (number),
  ordinal INTEGER NOT NULL,
  event BLOB NOT NULL,
  at INTEGER NOT NULL,
  -- No amount: unvalued.
  minor INTEGER,
  currency TEXT,
  refunded_minor INTEGER NOT NULL,
  refunded INTEGER NOT NULL CHECK (refunded IN (0, 1)),
  -- What it is worth in the workspace's currency, where that is another one: none without a rate for its day.
  price_minor INTEGER,
  price_currency TEXT,
  -- Units of the workspace's currency for one of the purchase's, and the day of it, in days since 1970.
  rate TEXT,
  rate_day INTEGER,
  -- What was sold, where somebody said it.
  product INTEGER,
  PRIMARY KEY (lead, ordinal)
) STRICT, WITHOUT ROWID;

-- Money back. The ordinal is that of the purchase.
CREATE TABLE refund (
  lead INTEGER NOT NULL REFERENCES lead (number),
  ordinal INTEGER NOT NULL,
  refund INTEGER NOT NULL,
  event BLOB NOT NULL,
  at INTEGER NOT NULL,
  -- Minor units of the purchase's currency; none: the whole of an unvalued purchase.
  minor INTEGER,
  PRIMARY KEY (lead, ordinal, refund)
) STRICT, WITHOUT ROWID;

-- Rates of exchange: units of the quote for one of the base, as they were written, by days since 1970.
CREATE TABLE rate (
  base TEXT NOT NULL,
  quote TEXT NOT NULL,
  day INTEGER NOT NULL,
  rate TEXT NOT NULL,
  -- The event that brought it.
  seq INTEGER NOT NULL,
  PRIMARY KEY (base, quote, day)
) STRICT, WITHOUT ROWID;

-- Commissions: what each payee earns for each purchase, and what took it back.
CREATE TABLE ledger (
  -- The event that brought the row, and its place among the rows of that event.
  seq INTEGER NOT NULL,
  place INTEGER NOT NULL,
  -- 1 accrued, 2 reversed
  kind INTEGER NOT NULL,
  -- The event of the purchase, and the lead that it was recorded of.
  purchase BLOB NOT NULL,
  lead INTEGER NOT NULL,
  -- Of the purchase, in the reporting zone: 2026-08-14.
  day TEXT NOT NULL,
  -- Over which the tiers run.
  period TEXT NOT NULL,
  -- Versions of the policy and, where accelerators ran by it, of the target.
  policy INTEGER NOT NULL,
  target INTEGER,
  -- None: nobody has a share in it.
  department TEXT,
  member INTEGER,
  -- Minor units; below zero for what is taken back.
  minor INTEGER NOT NULL,
  currency TEXT NOT NULL,
  -- The value of the purchase less its refunds, the revenue of the period before it, and what the purchase earns in all.
  base INTEGER NOT NULL,
  before INTEGER NOT NULL,
  pool INTEGER NOT NULL,
  -- 1 by a dispute, 2 by hand, 3 both; 0 not on hold.
  held INTEGER NOT NULL,
  -- The events that paid it, and that took it back.
  paid INTEGER,
  reversed INTEGER,
  PRIMARY KEY (seq, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX ledger_by_purchase ON ledger (purchase);

-- Fixed-width records that reports scan as memory: see docs/tables.md.
CREATE TABLE lead_page (page INTEGER PRIMARY KEY, records BLOB NOT NULL) STRICT;
CREATE TABLE visit_page (page INTEGER PRIMARY KEY, records BLOB NOT NULL) STRICT;
CREATE TABLE handoff_page (page INTEGER PRIMARY KEY, records BLOB NOT NULL) STRICT;
-- The rare lead whose ordered chain of entries differs from its first entries: 8 times of 4 bytes.
CREATE TABLE lead_chain (lead INTEGER PRIMARY KEY, times BLOB NOT NULL) STRICT;
-- How many places of each kind of record are taken.
CREATE TABLE slot_count (kind TEXT PRIMARY KEY, taken INTEGER NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO slot_count (kind, taken) VALUES ('lead', 0), ('visit', 0), ('handoff', 0);
