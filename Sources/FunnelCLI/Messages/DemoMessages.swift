import SharedFunnel

extension Message {
  static let demoAbstract = Message(
    "demo.abstract", "Make a workspace with a made-up funnel, to look around in.")
  static let demoDiscussion = Message(
    "demo.discussion",
    """
    Two years of a made-up team at work. The same --leads, --seed and --until give the same events on any machine and \
    any day. The file must not be there yet, or must be as 'funnel init' leaves it.

      funnel demo --leads 3000 --seed 1 --db demo.db
    """)
  static let demoLeadsHelp = Message("demo.leads", "How many leads: 1 to 10 million.")
  static let demoSeedHelp = Message("demo.seed", "Another number gives another funnel.")
  static let demoUntilHelp = Message(
    "demo.until",
    "When the two years end, such as 2026-06-30 or today. Without it: 2026-06-30, whatever the clock says.")
  static let demoLogHelp = Message(
    "demo.csv", "Also write a plain log of the events to this file, which 'funnel import --mapping event-log' reads.")
  static let demoLeadsBad = Message("demo.leads.bad", "--leads is 1 to 10000000, and {count} is not.")
  static let demoUntilBad = Message("demo.until.bad", "--until is not before 1973, and {time} is.")
  static let demoDone = Message(
    "demo.done", "{path} has {leads:lead|leads} and {events:event|events}, made up, from {start} to {until}.")
  static let demoNext = Message(
    "demo.next",
    "Try 'funnel report funnel --by source --window 90d', 'funnel report owners', 'funnel status --actor {member}'.")
  static let demoWriting = Message("demo.writing", "Making leads up")
  static let demoCounted = Message("demo.counted", "{count} events")
  static let demoPath = Message("demo.path", "File")
  static let demoLeads = Message("demo.leads.title", "Leads")
  static let demoEvents = Message("demo.events.title", "Events")
  static let demoStart = Message("demo.start.title", "From")
  static let demoUntil = Message("demo.until.title", "Until")
}
