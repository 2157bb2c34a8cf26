-- Plain words for people who open the file with SQL, and for 'funnel export'.
-- Columns that end in _at are ISO 8601 in UTC, cut to whole seconds; columns that end in _minor are minor units of
-- their currency. Only functions that SQLite trusts in a foreign file, so that any tool can open them.

-- Names of numbers.
CREATE VIEW stage (number, key) AS
VALUES (1, 'customer_awareness'), (2, 'brand_awareness'), (3, 'brand_consideration'), (4, 'brand_preference'),
  (5, 'purchase_intention'), (6, 'purchase'), (7, 'customer_loyalty'), (8, 'customer_advocacy');

-- Departments are bits: a stage that both own has 3.
CREATE VIEW department (bits, key) AS
VALUES (1, 'marketing'), (2, 'sales'), (3, 'marketing+sales');

CREATE VIEW event_kind (number, key, of) AS
VALUES (1, 'created', 'lead'), (2, 'entered', 'lead'), (3, 'moved', 'lead'), (4, 'touched', 'lead'),
  (5, 'noted', 'lead'), (6, 'edited', 'lead'), (7, 'assigned', 'lead'), (8, 'tagged', 'lead'),
  (9, 'untagged', 'lead'), (10, 'valued', 'lead'), (11, 'offered', 'lead'), (12, 'accepted', 'lead'),
  (13, 'rejected', 'lead'), (14, 'expired', 'lead'), (15, 'withdrawn', 'lead'), (16, 'lost', 'lead'),
  (17, 'reopened', 'lead'), (18, 'purchased', 'lead'), (19, 'refunded', 'lead'), (20, 'voided', 'lead'),
  (21, 'merged', 'lead'), (22, 'erased', 'lead'), (23, 'accepted_by_silence', 'lead'), (24, 'returned', 'lead'),
  (25, 'disputed', 'lead'), (26, 'voted', 'lead'), (27, 'ruled', 'lead'), (28, 'crossed', 'lead'), (29, 'scored', 'lead'),
  (30, 'priced', 'lead'),
  (100, 'initialized', 'workspace'), (101, 'member_added', 'workspace'), (102, 'member_deactivated', 'workspace'),
  (103, 'stage_assigned', 'workspace'), (104, 'reason_added', 'workspace'), (105, 'imported', 'workspace'),
  (106, 'undone', 'workspace'), (107, 'view_saved', 'workspace'), (108, 'view_removed', 'workspace'),
  (109, 'backed_up', 'workspace'), (110, 'calendar_set', 'workspace'),
  (111, 'agreement_drafted', 'workspace'), (112, 'agreement_signed', 'workspace'),
  (113, 'target_set', 'workspace'), (114, 'target_signed', 'workspace'), (115, 'fiscal_year_set', 'workspace'),
  (116, 'period_signed', 'workspace'),
  (118, 'commission_drafted', 'workspace'), (119, 'commission_signed', 'workspace'),
  (200, 'rates_set', 'workspace'), (201, 'commission_accrued', 'workspace'), (202, 'commission_reversed', 'workspace'),
  (203, 'commission_held', 'workspace'), (204, 'commission_released', 'workspace'),
  (205, 'commission_paid', 'workspace');

CREATE VIEW term_kind (number, key) AS
VALUES (1, 'source'), (2, 'campaign'), (3, 'segment'), (4, 'tag'), (5, 'reason'), (6, 'channel'), (7, 'feed'),
  (8, 'product');

CREATE VIEW handoff_outcome (number, key) AS
VALUES (1, 'pending'), (2, 'accepted'), (3, 'rejected'), (4, 'expired'), (5, 'withdrawn'), (6, 'unrecorded'),
  (7, 'accepted_by_silence');

CREATE VIEW ruling (number, key) AS VALUES (1, 'upheld'), (2, 'overturned'), (3, 'split');

CREATE VIEW visit_exit (number, key) AS
VALUES (0, 'open'), (1, 'forward'), (2, 'back'), (3, 'lost');

-- Currencies whose minor unit is not a hundredth, and how many of it make one.
CREATE VIEW currency_unit (code, per_unit) AS
VALUES ('BIF', 1), ('CLP', 1), ('DJF', 1), ('GNF', 1), ('ISK', 1), ('JPY', 1), ('KMF', 1), ('KRW', 1), ('PYG', 1),
  ('RWF', 1), ('UGX', 1), ('UYI', 1), ('VND', 1), ('VUV', 1), ('XAF', 1), ('XOF', 1), ('XPF', 1), ('BHD', 1000),
  ('IQD', 1000), ('JOD', 1000), ('KWD', 1000), ('LYD', 1000), ('OMR', 1000), ('TND', 1000), ('CLF', 10000),
  ('UYW', 10000);

-- What lead.flags is made of.
CREATE VIEW event_flag (bit, key) AS
VALUES (1, 'skipped'), (2, 'backward'), (4, 'out_of_order'), (8, 'unrecorded_crossing'), (16, 'late'),
  (32, 'same_stage'), (64, 'without_purchase'), (128, 'after_loss'), (256, 'offer_open'), (512, 'no_open_offer'),
  (1024, 'no_line'), (2048, 'not_lost'), (4096, 'no_purchase'), (8192, 'over_refund'), (16384, 'created_twice'),
  (32768, 'close_before_creation'), (65536, 'lost_after_purchase'), (131072, 'dispute_open'), (262144, 'no_dispute'),
  (524288, 'not_disputable'), (1048576, 'not_accepted');

-- Members are events of the workspace; what was said last of a number holds. SQLite 3.40 trusts no function
-- of JSON in a foreign file, so the data is taken apart by its text, which the program writes in one way only.
CREATE VIEW v_member AS
WITH fact AS (
  SELECT
    seq,
    kind,
    CAST(substr(data, instr(data, '"number":') + 9) AS INTEGER) AS number,
    substr(data, instr(data, '"handle":"') + 10) AS handle,
    substr(data, instr(data, '"departments":"') + 15) AS departments,
    substr(data, instr(data, '"heads":"') + 9) AS heads
  FROM event
  WHERE lead IS NULL
    AND kind < 200
    AND kind IN (101, 102)
    AND id NOT IN (SELECT target FROM event WHERE lead IS NULL AND kind < 200 AND kind = 106)
)
SELECT
  added.number,
  substr(added.handle, 1, instr(added.handle, '"') - 1) AS handle,
  (SELECT value FROM personal WHERE personal.seq = added.seq AND field = 'name') AS name,
  substr(added.departments, 1, instr(added.departments, '"') - 1) AS departments,
  substr(added.heads, 1, instr(added.heads, '"') - 1) AS heads,
  NOT EXISTS (
    SELECT 1
    FROM fact AS gone
    WHERE gone.kind = 102
      AND gone.number = added.number
      AND gone.seq > added.seq
  ) AS is_active
FROM fact AS added
WHERE added.kind = 101
  AND added.seq IN (SELECT max(seq) FROM fact WHERE kind = 101 GROUP BY number);

-- Who owned each stage, each row until the next one of its stage. Without from_at: since ever.
CREATE VIEW v_stage_owner AS
WITH given AS (
  SELECT
    seq,
    CAST(substr(data, instr(data, '"stage":') + 8) AS INTEGER) AS number,
    substr(data, instr(data, '"owners":"') + 10) AS owners,
    CASE WHEN instr(data, '"responsible":')
      THEN CAST(substr(data, instr(data, '"responsible":') + 14) AS INTEGER) END AS responsible,
    CASE WHEN instr(data, '"from":') THEN CAST(substr(data, instr(data, '"from":') + 7) AS INTEGER) END AS since
  FROM event
  WHERE lead IS NULL
    AND kind < 200
    AND kind = 103
    AND id NOT IN (SELECT target FROM event WHERE lead IS NULL AND kind < 200 AND kind = 106)
)
SELECT
  number AS stage_number,
  key AS stage,
  CASE WHEN number <= 4 THEN 'marketing' ELSE 'sales' END AS owners,
  NULL AS responsible,
  NULL AS from_at,
  0 AS seq
FROM stage
UNION ALL
SELECT
  given.number,
  (SELECT key FROM stage WHERE stage.number = given.number),
  substr(given.owners, 1, instr(given.owners, '"') - 1),
  (SELECT handle FROM v_member WHERE v_member.number = given.responsible),
  strftime('%Y-%m-%dT%H:%M:%SZ', given.since / 1000, 'unixepoch'),
  given.seq
FROM given;

CREATE VIEW v_lead AS
WITH member AS MATERIALIZED (SELECT number, handle FROM v_member)
SELECT
  l.number AS lead,
  l.name,
  l.email,
  l.phone,
  l.company,
  l.status,
  l.merged_into,
  l.stage AS stage_number,
  (SELECT key FROM stage WHERE number = l.stage) AS stage,
  (SELECT key FROM stage WHERE number = l.entry_stage) AS entry_stage,
  (SELECT key FROM stage WHERE number = l.furthest_stage) AS furthest_stage,
  (SELECT text FROM term WHERE kind = 1 AND id = l.source) AS source,
  (SELECT text FROM term WHERE kind = 2 AND id = l.campaign) AS campaign,
  (SELECT text FROM term WHERE kind = 3 AND id = l.segment) AS segment,
  (SELECT handle FROM member WHERE member.number = l.owner) AS owner,
  strftime('%Y-%m-%dT%H:%M:%SZ', l.created / 1000, 'unixepoch') AS created_at,
  strftime('%Y-%m-%dT%H:%M:%SZ', l.stage_since / 1000, 'unixepoch') AS stage_since_at,
  strftime('%Y-%m-%dT%H:%M:%SZ', l.lost_at / 1000, 'unixepoch') AS lost_at,
  (SELECT text FROM term WHERE kind = 5 AND id = l.lost_reason) AS lost_reason,
  l.expected_minor * 1.0 / coalesce((SELECT per_unit FROM currency_unit WHERE code = l.expected_currency), 100)
    AS expected,
  l.expected_minor,
  l.expected_currency,
  strftime('%Y-%m-%dT%H:%M:%SZ', l.expected_close / 1000, 'unixepoch') AS expected_close_at,
  l.touches,
  strftime('%Y-%m-%dT%H:%M:%SZ', l.last_touch / 1000, 'unixepoch') AS last_touch_at,
  l.score,
  l.referrer AS referred_by,
  strftime('%Y-%m-%dT%H:%M:%SZ', l.erased / 1000, 'unixepoch') AS erased_at,
  (SELECT group_concat(key, ' ') FROM event_flag WHERE l.flags & bit) AS flags
FROM lead AS l;

CREATE VIEW v_event AS
WITH member AS MATERIALIZED (SELECT number, handle FROM v_member)
SELECT
  e.seq,
  lower(
    substr(hex(e.id), 1, 8) || '-' || substr(hex(e.id), 9, 4) || '-' || substr(hex(e.id), 13, 4) || '-'
    || substr(hex(e.id), 17, 4) || '-' || substr(hex(e.id), 21)) AS event_id,
  (SELECT key FROM event_kind WHERE number = e.kind) AS kind,
  e.lead,
  strftime('%Y-%m-%dT%H:%M:%SZ', e.occurred / 1000, 'unixepoch') AS occurred_at,
  strftime('%Y-%m-%dT%H:%M:%SZ', c.recorded / 1000, 'unixepoch') AS recorded_at,
  -- Who: the handle of a member, the name of an import, or the login.
  CASE
    WHEN c.member IS NOT NULL THEN (SELECT handle FROM member WHERE member.number = c.member)
    WHEN c.feed IS NOT NULL THEN 'import:' || (SELECT text FROM term WHERE kind = 7 AND id = c.feed)
    ELSE c.login
  END AS actor,
  e.stage AS stage_number,
  (SELECT key FROM stage WHERE number = e.stage) AS stage,
  (SELECT handle FROM member WHERE member.number = e.member) AS member,
  (SELECT key FROM department WHERE bits = e.giver) AS giver,
  (SELECT key FROM department WHERE bits = e.receiver) AS receiver,
  -- Channel of a touch, tag, product of a purchase, or reason of a loss, a rejection or a return, or cause of a dispute.
  (
    SELECT text
    FROM term
    WHERE kind = CASE WHEN e.kind = 4 THEN 6 WHEN e.kind IN (8, 9) THEN 4 WHEN e.kind = 18 THEN 8 ELSE 5 END
      AND id = e.term
  ) AS word,
  (SELECT text FROM term WHERE kind = 1 AND id = e.source) AS source,
  (SELECT text FROM term WHERE kind = 2 AND id = e.campaign) AS campaign,
  (SELECT text FROM term WHERE kind = 3 AND id = e.segment) AS segment,
  CASE WHEN e.kind = 21 THEN e.other_lead END AS merged_into,
  CASE WHEN e.kind = 1 THEN e.other_lead END AS referred_by,
  e.amount * 1.0 / coalesce((SELECT per_unit FROM currency_unit WHERE code = e.currency), 100) AS amount,
  e.amount AS amount_minor,
  e.currency,
  CASE WHEN e.kind IN (26, 27) THEN (SELECT key FROM ruling WHERE number = e.code) END AS ruling,
  CASE WHEN e.kind = 29 THEN e.code END AS score,
  e.code,
  -- Due time of an offer, expected close of a valuation.
  strftime('%Y-%m-%dT%H:%M:%SZ', e.until / 1000, 'unixepoch') AS until_at,
  (SELECT value FROM personal WHERE personal.seq = e.seq AND field = 'note') AS note,
  (SELECT value FROM personal WHERE personal.seq = e.seq AND field = 'evidence') AS evidence,
  (SELECT value FROM personal WHERE personal.seq = e.seq AND field = 'override') AS override,
  -- Another event says that this one never happened.
  e.id IN (SELECT target FROM event WHERE kind IN (20, 106) AND target IS NOT NULL) AS is_voided,
  e.data
FROM event AS e
LEFT JOIN command AS c ON c.number = e.command;

CREATE VIEW v_visit AS
SELECT
  v.lead,
  v.ordinal,
  v.stage AS stage_number,
  (SELECT key FROM stage WHERE number = v.stage) AS stage,
  strftime('%Y-%m-%dT%H:%M:%SZ', v.entered / 1000, 'unixepoch') AS entered_at,
  strftime('%Y-%m-%dT%H:%M:%SZ', v."left" / 1000, 'unixepoch') AS left_at,
  (SELECT key FROM visit_exit WHERE number = v.exit) AS exit,
  v."left" / 1000 - v.entered / 1000 AS seconds
FROM visit AS v;

-- First entries, milestones of imports with them. Funnels count those from the entry stage on. They are in the lead's 64-byte record
-- alone, at 4 bytes a stage, lowest byte first.
CREATE VIEW v_stage_entry AS
WITH entry AS (
  SELECT
    l.number AS lead,
    s.number AS stage_number,
    s.key AS stage,
    s.number < l.entry_stage AS is_before_entry,
    hex(substr(p.records, l.slot % 63 * 64 + 1 + 4 * s.number, 4)) AS digits
  FROM lead AS l
  JOIN lead_page AS p ON p.page = l.slot / 63
  JOIN stage AS s
),
decoded AS (
  SELECT
    lead,
    stage_number,
    stage,
    is_before_entry,
    ((instr('123456789ABCDEF', substr(digits, 7, 1)) * 16 + instr('123456789ABCDEF', substr(digits, 8, 1))) << 24)
    + ((instr('123456789ABCDEF', substr(digits, 5, 1)) * 16 + instr('123456789ABCDEF', substr(digits, 6, 1))) << 16)
    + ((instr('123456789ABCDEF', substr(digits, 3, 1)) * 16 + instr('123456789ABCDEF', substr(digits, 4, 1))) << 8)
    + instr('123456789ABCDEF', substr(digits, 1, 1)) * 16 + instr('123456789ABCDEF', substr(digits, 2, 1)) AS seconds
  FROM entry
  WHERE digits <> '00000000'
)
SELECT
  lead,
  stage_number,
  stage,
  strftime('%Y-%m-%dT%H:%M:%SZ', seconds, 'unixepoch') AS first_entered_at,
  is_before_entry
FROM decoded;

-- Outcomes as they were written down: an offer that fell due and was not swept is pending here, and expired or
-- accepted by silence in 'funnel report handoffs' and in 'funnel export handoffs'.
CREATE VIEW v_handoff AS
WITH member AS MATERIALIZED (SELECT number, handle FROM v_member)
SELECT
  h.lead,
  h.ordinal,
  (SELECT key FROM stage WHERE number = h.from_stage) AS from_stage,
  (SELECT key FROM stage WHERE number = h.to_stage) AS to_stage,
  (SELECT key FROM department WHERE bits = h.giver) AS giver,
  (SELECT key FROM department WHERE bits = h.receiver) AS receiver,
  (SELECT handle FROM member WHERE member.number = h.member) AS member,
  (SELECT handle FROM member WHERE member.number = h.offered_by) AS offered_by,
  strftime('%Y-%m-%dT%H:%M:%SZ', h.offered / 1000, 'unixepoch') AS offered_at,
  strftime('%Y-%m-%dT%H:%M:%SZ', h.due / 1000, 'unixepoch') AS due_at,
  (SELECT key FROM handoff_outcome WHERE number = h.outcome) AS outcome,
  strftime('%Y-%m-%dT%H:%M:%SZ', h.answered / 1000, 'unixepoch') AS answered_at,
  (SELECT handle FROM member WHERE member.number = h.answered_by) AS answered_by,
  (SELECT text FROM term WHERE kind = 5 AND id = h.reason) AS reason,
  h.answered / 1000 - h.offered / 1000 AS answer_seconds,
  (SELECT key FROM stage WHERE number = h.line_from) AS line_from,
  (SELECT key FROM stage WHERE number = h.line_to) AS line_to,
  h.agreement,
  h.silence_accepts,
  h.overridden AS is_overridden,
  h.referral AS is_referral,
  h.entered_late AS is_entered_late,
  strftime('%Y-%m-%dT%H:%M:%SZ', h.contact_due / 1000, 'unixepoch') AS contact_due_at,
  strftime('%Y-%m-%dT%H:%M:%SZ', h.contacted / 1000, 'unixepoch') AS contacted_at,
  h.attempts,
  strftime('%Y-%m-%dT%H:%M:%SZ', h.advanced / 1000, 'unixepoch') AS advanced_at,
  strftime('%Y-%m-%dT%H:%M:%SZ', h.purchased / 1000, 'unixepoch') AS purchased_at,
  strftime('%Y-%m-%dT%H:%M:%SZ', h.returned / 1000, 'unixepoch') AS returned_at,
  (SELECT handle FROM member WHERE member.number = h.returned_by) AS returned_by,
  strftime('%Y-%m-%dT%H:%M:%SZ', h.lost / 1000, 'unixepoch') AS lost_at,
  strftime('%Y-%m-%dT%H:%M:%SZ', h.disputable_until / 1000, 'unixepoch') AS disputable_until_at,
  (SELECT key FROM ruling WHERE number = d.ruling) AS ruling
FROM handoff AS h
LEFT JOIN dispute AS d ON d.lead = h.lead AND d.ordinal = h.ordinal;

-- Objections of the giving side, and how they were settled. Without a ruling they are open.
CREATE VIEW v_dispute AS
WITH member AS MATERIALIZED (SELECT number, handle FROM v_member)
SELECT
  d.lead,
  d.ordinal,
  CASE d.subject WHEN 1 THEN 'rejection' ELSE 'return' END AS subject,
  (SELECT key FROM department WHERE bits = h.giver) AS giver,
  (SELECT key FROM department WHERE bits = h.receiver) AS receiver,
  (SELECT text FROM term WHERE kind = 5 AND id = d.cause) AS cause,
  strftime('%Y-%m-%dT%H:%M:%SZ', d.opened / 1000, 'unixepoch') AS opened_at,
  (SELECT handle FROM member WHERE member.number = d.opened_by) AS opened_by,
  (SELECT key FROM ruling WHERE number = d.ruling) AS ruling,
  strftime('%Y-%m-%dT%H:%M:%SZ', d.ruled / 1000, 'unixepoch') AS ruled_at,
  (SELECT handle FROM member WHERE member.number = d.ruled_by) AS ruled_by,
  d.ruled / 1000 - d.opened / 1000 AS ruling_seconds
FROM dispute AS d
JOIN handoff AS h ON h.lead = d.lead AND h.ordinal = d.ordinal;

-- A refund of a sale without an amount has no currency, and so no decimal number.
CREATE VIEW v_purchase AS
WITH home AS MATERIALIZED (
  SELECT substr(data, instr(data, '"currency":"') + 12, 3) AS code
  FROM event
  WHERE lead IS NULL
    AND kind < 200
    AND kind = 100
),
sale AS (
  SELECT
    *,
    CASE WHEN currency IS NOT NULL
      THEN coalesce((SELECT per_unit FROM currency_unit WHERE code = currency), 100) END AS per_unit,
    -- What was paid in the workspace's own currency needs no price.
    CASE WHEN currency = (SELECT code FROM home) THEN minor ELSE price_minor END AS worth_minor,
    CASE WHEN currency = (SELECT code FROM home) THEN currency ELSE price_currency END AS worth_currency
  FROM purchase
)
SELECT
  lead,
  ordinal,
  strftime('%Y-%m-%dT%H:%M:%SZ', at / 1000, 'unixepoch') AS purchased_at,
  minor * 1.0 / per_unit AS amount,
  currency,
  refunded_minor * 1.0 / per_unit AS refunded,
  (minor - refunded_minor) * 1.0 / per_unit AS net,
  refunded AS is_refunded,
  minor AS amount_minor,
  refunded_minor,
  minor - refunded_minor AS net_minor,
  worth_minor * 1.0 / coalesce((SELECT per_unit FROM currency_unit WHERE code = worth_currency), 100) AS value,
  worth_minor AS value_minor,
  worth_currency AS value_currency,
  rate,
  date(rate_day * 86400, 'unixepoch') AS rate_on,
  (SELECT text FROM term WHERE kind = 8 AND id = product) AS product
FROM sale;

-- Refunds, each with the ordinal of its purchase.
CREATE VIEW v_refund AS
SELECT
  r.lead,
  r.ordinal,
  r.refund,
  strftime('%Y-%m-%dT%H:%M:%SZ', r.at / 1000, 'unixepoch') AS refunded_at,
  r.minor * 1.0 / coalesce((SELECT per_unit FROM currency_unit WHERE code = p.currency), 100) AS amount,
  p.currency,
  r.minor AS amount_minor
FROM refund AS r
JOIN purchase AS p ON p.lead = r.lead AND p.ordinal = r.ordinal;

-- The ledger of commissions, with the lead that has the purchase now.
CREATE VIEW v_ledger AS
WITH member AS MATERIALIZED (SELECT number, handle FROM v_member),
line AS (
  SELECT *, coalesce((SELECT per_unit FROM currency_unit WHERE code = currency), 100) AS per_unit FROM ledger
)
SELECT
  g.seq,
  g.place,
  CASE g.kind WHEN 1 THEN 'accrued' ELSE 'reversed' END AS kind,
  coalesce(p.lead, g.lead) AS lead,
  lower(
    substr(hex(g.purchase), 1, 8) || '-' || substr(hex(g.purchase), 9, 4) || '-' || substr(hex(g.purchase), 13, 4)
    || '-' || substr(hex(g.purchase), 17, 4) || '-' || substr(hex(g.purchase), 21)) AS purchase_id,
  g.day,
  g.period,
  g.department,
  (SELECT handle FROM member WHERE member.number = g.member) AS member,
  g.minor * 1.0 / g.per_unit AS amount,
  g.minor AS amount_minor,
  g.currency,
  CASE
    WHEN g.paid IS NOT NULL THEN 'paid'
    WHEN g.reversed IS NOT NULL THEN 'reversed'
    WHEN g.department IS NULL THEN 'unallocated'
    WHEN g.held > 0 THEN 'held'
    ELSE 'accrued'
  END AS status,
  CASE g.held WHEN 1 THEN 'dispute' WHEN 2 THEN 'hand' WHEN 3 THEN 'dispute+hand' END AS held_by,
  g.policy,
  g.target,
  g.base * 1.0 / g.per_unit AS base,
  g.base AS base_minor,
  g.before * 1.0 / g.per_unit AS revenue_before,
  g.before AS revenue_before_minor,
  g.pool * 1.0 / g.per_unit AS pool,
  g.pool AS pool_minor,
  strftime('%Y-%m-%dT%H:%M:%SZ', written.recorded / 1000, 'unixepoch') AS recorded_at,
  strftime('%Y-%m-%dT%H:%M:%SZ', payment.recorded / 1000, 'unixepoch') AS paid_at
FROM line AS g
LEFT JOIN purchase AS p ON p.event = g.purchase
LEFT JOIN event AS e ON e.seq = g.seq
LEFT JOIN command AS written ON written.number = e.command
LEFT JOIN event AS f ON f.seq = g.paid
LEFT JOIN command AS payment ON payment.number = f.command;

CREATE VIEW v_rate AS
SELECT base, quote, date(day * 86400, 'unixepoch') AS day, CAST(rate AS REAL) AS rate FROM rate;

CREATE VIEW v_tag AS
SELECT
  t.lead,
  (SELECT text FROM term WHERE kind = 4 AND id = t.tag) AS tag
FROM lead_tag AS t;
